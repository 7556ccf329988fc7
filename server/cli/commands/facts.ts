import { isSourceFile } from "../../archive/corpus-files.ts";
import { isTextFile, readSourceFile } from "../../archive/read-source-file.ts";
import { readBytes, readTextFile } from "../../archive/text-file.ts";
import type { Claim } from "../../engine/claims/claim.ts";
import { buildCorpus } from "../../engine/corpus/corpus.ts";
import { readSource } from "../../engine/corpus/read-source.ts";
import type { Problem, Source } from "../../engine/corpus/source.ts";
import type { Span } from "../../engine/document/document.ts";
import { relativeUri, sayProblems } from "../checked.ts";
import { draftFiles } from "../draft-files.ts";
import { type Command, UsageError } from "../usage.ts";
import { openWorkspace, type Workspace, workspaceOptions } from "../workspace.ts";

export const facts: Command = {
  name: "facts",
  operands: "FILES...",
  summary: "print what is read in drafts or sources, one JSON object a line",
  details: `Reads text, and every format that sources come in; of a feed each entry. Offsets are UTF-16 code units into the file as it is on disk; of other
formats, into the text that was read of it, which is given too. A file without a date is dated beside the other files named, and the sources.`,
  options: workspaceOptions,
  run: async (operands, values) => {
    if (!operands.length) throw new UsageError("facts of which files? (see copydesk facts --help)");
    const workspace = openWorkspace(values);
    const { paths, problems } = await draftFiles(operands, workspace, "sources too");
    const articles: Article[] = [];
    const unread: Problem[] = [];
    for (const path of paths) {
      const read = await readArticles(path);
      articles.push(...read.articles);
      unread.push(...read.problems);
    }
    for (const article of await datedBeside(articles, workspace)) process.stdout.write(`${JSON.stringify(factsOf(article))}\n`);
    // Facts need no corpus: only one that was asked for may be missed.
    const all = [...problems, ...unread, ...(values.corpus ? workspace.problems() : [])];
    sayProblems(all);
    return all.length ? 2 : 0;
  },
};

/** What was read of a file, and how its offsets stand to it. */
interface Article {
  readonly source: Source;
  /** `bom`: the file starts with a byte order mark, which the text leaves out. `extracted`: the text is none of the file's. */
  readonly offsets: "file" | "bom" | "extracted";
}

async function readArticles(path: string): Promise<{ readonly articles: readonly Article[]; readonly problems: readonly Problem[] }> {
  if (isSourceFile(path) && !isTextFile(path)) {
    const { uri, bytes, problem } = await readBytes(path);
    const { sources, problems } = bytes ? await readSourceFile(uri, bytes) : { sources: [], problems: [problem] };
    const none = sources.length || problems.length ? [] : [{ uri, message: "holds no article" }];
    return { articles: sources.map((source) => ({ source, offsets: "extracted" })), problems: [...problems, ...none] };
  }
  const { file, problem } = await readTextFile(path);
  return file
    ? { articles: [{ source: readSource(file.uri, file.text), offsets: file.bom ? "bom" : "file" }], problems: [] }
    : { articles: [], problems: [problem] };
}

/** Only where one has no date of its own are the sources looked at, which tell the year of its days. */
async function datedBeside(articles: readonly Article[], workspace: Workspace): Promise<readonly Article[]> {
  const undated = articles.find(({ source }) => !source.date)?.source;
  if (!undated) return articles;
  const { corpus } = await workspace.deskFor({ uri: undated.uri, text: undated.reading.document.text, bom: false });
  const known = new Set(corpus.sources.map(({ uri }) => uri));
  const others = articles.flatMap(({ source }) => (known.has(source.uri) ? [] : source));
  const beside = new Map(buildCorpus([...corpus.sources, ...others]).sources.map((source) => [source.uri, source]));
  return articles.map((article) => ({ ...article, source: beside.get(article.source.uri) ?? article.source }));
}

/** A file's facts as the contract has them. A byte order mark moves every offset by one. */
function factsOf({ source, offsets }: Article) {
  const shift = offsets === "bom" ? 1 : 0;
  const { reading, claims, title, date, dateBasis } = source;
  const span = <T extends Span>({ start, end }: T) => ({ start: start + shift, end: end + shift });
  return {
    uri: relativeUri(source.uri),
    title: title ?? null,
    date: date ?? null,
    dateBasis,
    ...(offsets === "extracted" && { text: reading.document.text, places: source.provenance?.places ?? [] }),
    sentences: reading.document.sentences.map(span),
    figures: claims.filter(({ implied }) => !implied).map((claim) => ({ ...span(claim.figure), ...figureFacts(claim) })),
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
