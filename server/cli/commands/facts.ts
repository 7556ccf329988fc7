import { type ReadResult, readTextFile, type TextFile } from "../../archive/text-file.ts";
import type { Claim } from "../../engine/claims/claim.ts";
import { buildCorpus } from "../../engine/corpus/corpus.ts";
import { readSource } from "../../engine/corpus/read-source.ts";
import type { Source } from "../../engine/corpus/source.ts";
import type { Span } from "../../engine/document/document.ts";
import { relativeUri, sayProblems } from "../checked.ts";
import { draftFiles } from "../draft-files.ts";
import { type Command, UsageError } from "../usage.ts";
import { openWorkspace, type Workspace, workspaceOptions } from "../workspace.ts";

export const facts: Command = {
  name: "facts",
  operands: "FILES...",
  summary: "print what is read in drafts or sources, one JSON object a line",
  details: "Offsets are UTF-16 code units into the file as it is on disk. A file without a date is dated beside the other files named, and the sources.",
  options: workspaceOptions,
  run: async (operands, values) => {
    if (!operands.length) throw new UsageError("facts of which files? (see copydesk facts --help)");
    const workspace = openWorkspace(values);
    const { paths, problems } = await draftFiles(operands, workspace);
    const read: ReadResult[] = [];
    for (const path of paths) read.push(await readTextFile(path));
    const files = read.flatMap(({ file }) => file ?? []);
    for (const source of await readBeside(files, workspace))
      process.stdout.write(
        `${JSON.stringify(
          factsOf(
            source,
            files.find(({ uri }) => uri === source.uri),
          ),
        )}\n`,
      );
    // Facts need no corpus: only one that was asked for may be missed.
    const all = [...problems, ...read.flatMap(({ problem }) => problem ?? []), ...(values.corpus ? workspace.problems() : [])];
    sayProblems(all);
    return all.length ? 2 : 0;
  },
};

/** The files as articles. Only where one has no date of its own are the sources looked at, which tell the year of its days. */
async function readBeside(files: readonly TextFile[], workspace: Workspace): Promise<readonly Source[]> {
  const articles = files.map(({ uri, text }) => readSource(uri, text));
  const [undated] = articles.filter(({ date }) => !date);
  const file = files.find(({ uri }) => uri === undated?.uri);
  if (!file) return articles;
  const { corpus } = await workspace.deskFor(file);
  const known = new Set(corpus.sources.map(({ uri }) => uri));
  const beside = new Map(buildCorpus([...corpus.sources, ...articles.filter(({ uri }) => !known.has(uri))]).sources.map((source) => [source.uri, source]));
  return articles.map((article) => beside.get(article.uri) ?? article);
}

/** A file's facts as the contract has them. A byte order mark, which the text leaves out, moves every offset by one. */
function factsOf(source: Source, file: TextFile | undefined) {
  const shift = file?.bom ? 1 : 0;
  const { reading, claims, title, date, dateBasis } = source;
  const span = <T extends Span>({ start, end }: T) => ({ start: start + shift, end: end + shift });
  return {
    uri: relativeUri(source.uri),
    title: title ?? null,
    date: date ?? null,
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
