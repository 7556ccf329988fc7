import { readTextFile, type TextFile } from "../../archive/text-file.ts";
import type { Claim } from "../../engine/claims/claim.ts";
import { dateDraft } from "../../engine/corpus/dating.ts";
import { readSource } from "../../engine/corpus/read-source.ts";
import type { Source } from "../../engine/corpus/source.ts";
import type { Span } from "../../engine/document/document.ts";
import { relativeUri, sayProblems } from "../checked.ts";
import { draftFiles } from "../draft-files.ts";
import { type Command, UsageError } from "../usage.ts";
import { openWorkspace, workspaceOptions } from "../workspace.ts";

export const facts: Command = {
  name: "facts",
  operands: "FILES...",
  summary: "print what is read in drafts or sources, one JSON object a line",
  details: "Offsets are UTF-16 code units into the file as it is on disk. Without --corpus each file is read by itself.",
  options: { corpus: workspaceOptions.corpus },
  run: async (operands, values) => {
    if (!operands.length) throw new UsageError("facts of which files? (see copydesk facts --help)");
    const workspace = openWorkspace({ ...values, "no-config": true });
    const { paths, problems } = await draftFiles(operands, workspace);
    const all = [...problems];
    for (const path of paths) {
      const { file, problem } = await readTextFile(path);
      if (problem) all.push(problem);
      else {
        const corpus = values.corpus ? (await workspace.deskFor(file)).corpus : undefined;
        process.stdout.write(
          `${JSON.stringify(factsOf(readSource(file.uri, file.text), file, corpus && ((source) => dateDraft(source.reading.document, corpus))))}\n`,
        );
      }
    }
    all.push(...workspace.problems());
    sayProblems(all);
    return all.length ? 2 : 0;
  },
};

/** A file's facts as the contract has them. A byte order mark, which the text leaves out, moves every offset by one. */
function factsOf(source: Source, { bom }: TextFile, dateOf?: (source: Source) => string | undefined) {
  const { reading, claims, title, date, dateBasis } = source;
  const span = <T extends Span>({ start, end }: T) => ({ start: start + (bom ? 1 : 0), end: end + (bom ? 1 : 0) });
  return {
    uri: relativeUri(source.uri),
    title: title ?? null,
    date: (dateOf ? dateOf(source) : date) ?? null,
    dateBasis,
    sentences: reading.document.sentences.map(span),
    figures: claims.map((claim) => ({ ...span(claim.figure), ...figureFacts(claim) })),
    dates: [
      ...stampOf(source).map((stamp) => ({ ...stamp, ...span(stamp) })),
      ...reading.dates.map((mention) => ({
        ...span(mention),
        text: mention.text,
        type: mention.type,
        value: mention.value ?? null,
        from: mention.range?.from ?? null,
        to: mention.range?.to ?? null,
      })),
    ],
    quotations: reading.quotations.map((quotation) => ({ ...span(quotation), text: quotation.text, speaker: quotation.speaker?.name ?? null })),
    attributions: reading.attributions.map((attribution) => ({
      ...span(attribution),
      source: attribution.speaker.name,
      cue: reading.document.text.slice(attribution.cue.start, attribution.cue.end),
      content: attribution.content.map(span),
    })),
    names: reading.names.map((name) => ({ ...span(name), text: name.text, kind: name.kind })),
  };
}

/** The date of the metadata where it is written in the file: a date of the text like the others, for who looks at the whole of it. */
function stampOf({ reading: { document } }: Source) {
  const stamp = document.metadata.date;
  if (!stamp?.span) return [];
  const { start, end } = stamp.span;
  return [{ start, end, text: document.text.slice(start, end), type: "date", value: stamp.value, from: stamp.value, to: stamp.value }];
}

/** Unbounded ends of an interval are null: JSON knows no infinity. */
function figureFacts({ figure, role, measure, group, place, asOf, kind, attribution, citations, sourced }: Claim) {
  return {
    text: figure.text,
    value: figure.value,
    low: Number.isFinite(figure.low) ? figure.low : null,
    high: Number.isFinite(figure.high) ? figure.high : null,
    lowOpen: figure.lowOpen,
    highOpen: figure.highOpen,
    vague: figure.form === "vague",
    hedge: figure.hedge?.kind ?? null,
    unit: figure.unit ?? null,
    noun: figure.noun?.text ?? null,
    measure,
    role: role ?? null,
    group,
    place,
    asOf: asOf.range ?? null,
    asOfBasis: asOf.basis,
    kind,
    attribution: attribution?.speaker.name ?? null,
    citations: citations.map(({ key }) => key),
    sourced: sourced !== "no",
    sourcedBy: sourced,
  };
}
