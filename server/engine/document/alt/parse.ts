import type { Block, Document, Format, Metadata, Sentence, Span } from "../document.ts";
import { blanker } from "./blanker.ts";
import { endOfArticle } from "./boilerplate.ts";
import { readDateline } from "./dateline.ts";
import { readFrontMatter } from "./front-matter.ts";
import { type RawBlock, readMarkdown } from "./markdown.ts";
import { readByline, readStamp } from "./opening.ts";
import { readPlain } from "./plain.ts";
import { splitSentences } from "./sentences.ts";

const formatOf = (uri: string): Format => (/\.(md|markdown)$/i.test(uri) ? "markdown" : "plain");

/** Parses a draft or a source. Never throws: odd text yields fewer blocks. */
export function parseDocument(uri: string, text: string, format: Format = formatOf(uri)): Document {
  const front = readFrontMatter(text);
  const start = front?.span.end ?? (text.startsWith("\uFEFF") ? 1 : 0);
  const stamp = readStamp(text, start);
  const from = stamp?.end ?? start;
  const body = { start: from, end: endOfArticle(text, { start: from, end: text.length }) };
  const page = blanker(text, format === "plain");
  page.blank({ start: 0, end: body.start });
  page.blank({ start: body.end, end: text.length });
  const { blocks: found, markup } = format === "markdown" ? readMarkdown(text, body, page) : readPlain(text, body, page);

  let metadata: Metadata = { ...stamp?.metadata, ...front?.metadata };
  let blocks: readonly RawBlock[] = found;
  if (!front && !stamp) {
    const opening = readOpening(text, found, page.blank);
    blocks = opening.blocks;
    metadata = { ...metadata, ...opening.metadata };
  }
  const titleSpan = front?.metadata.title?.span;
  if (titleSpan) {
    page.keep(titleSpan);
    blocks = [{ ...titleSpan, kind: "title" }, ...blocks];
  }
  const lede = blocks.find(({ kind }) => kind === "paragraph");
  const dateline = lede && readDateline(page.prose(), lede, !metadata.date);
  if (dateline) page.blank(dateline);
  const prose = page.prose();
  return {
    uri,
    format,
    text,
    prose,
    ...withSentences(prose, blocks),
    markup: markup.toSorted((a, b) => a.start - b.start),
    metadata: { ...metadata, ...(dateline && { dateline }) },
  };
}

function withSentences(prose: string, raw: readonly RawBlock[]): { blocks: readonly Block[]; sentences: readonly Sentence[] } {
  const sentences: Sentence[] = [];
  const blocks = raw.map((block, index): Block => {
    const own =
      block.kind === "footnote" ? [] : splitSentences(prose, block).map((span, i): Sentence => ({ ...span, index: sentences.length + i, block: index }));
    sentences.push(...own);
    return { ...block, index, sentences: own };
  });
  return { blocks, sentences };
}

/** A title of one line, then perhaps a byline, before the first paragraph of prose: how articles without front matter begin. */
function readOpening(text: string, blocks: readonly RawBlock[], blank: (span: Span) => void): { blocks: readonly RawBlock[]; metadata: Metadata } {
  const [first, second] = blocks;
  if (!first || (first.kind !== "paragraph" && first.kind !== "heading")) return { blocks, metadata: {} };
  const lines = linesOf(text, first);
  const [line, ...rest] = lines;
  const bylines = rest.map((l) => readByline(text.slice(l.start, l.end), l.start));
  if (!line || !second || bylines.includes(undefined) || !isTitle(text.slice(line.start, line.end))) return { blocks, metadata: {} };
  for (const l of rest) blank(l);
  let metadata: Metadata = { title: { value: text.slice(line.start, line.end).trim(), span: line } };
  for (const byline of bylines) metadata = { ...metadata, ...byline };
  const own = linesOf(text, second).map((l) => readByline(text.slice(l.start, l.end), l.start));
  const isByline = !own.includes(undefined);
  if (isByline) {
    blank(second);
    for (const byline of own) metadata = { ...metadata, ...byline };
  }
  return { blocks: [{ ...line, kind: "title" }, ...blocks.slice(isByline ? 2 : 1)], metadata };
}

/** A headline ends without a full stop and opens with no dateline. */
const isTitle = (line: string): boolean =>
  line.trim().length <= 200 && !/[.:;,][”"’']?\s*$/.test(line.trimEnd()) && !readDateline(line, { start: 0, end: line.length }, false);

function linesOf(text: string, { start, end }: Span): Span[] {
  return [...text.slice(start, end).matchAll(/[^\r\n]+/g)].map((m) => ({ start: start + m.index, end: start + m.index + m[0].length }));
}
