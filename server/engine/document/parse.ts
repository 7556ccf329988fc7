import { endOfProse } from "./boilerplate.ts";
import { fill, readComments } from "./comments.ts";
import type { Block, Document, Format, Metadata, Sentence, Span } from "./document.ts";
import { readFrontMatter } from "./front-matter.ts";
import { readHead } from "./head.ts";
import { readInlineMarkers } from "./inline-markers.ts";
import { outlineMarkdown } from "./markdown.ts";
import { type Memory, noMemory } from "./memory.ts";
import type { OutlineBlock } from "./outline.ts";
import { outlinePlain } from "./plain.ts";
import { blankOut, keepOnly, trim } from "./prose.ts";
import { sameEnds } from "./same-ends.ts";
import { readSentences, type SentenceSpan } from "./sentences.ts";

/** A first line that begins ` date 2031-03-04 `, comment lines before it aside. */
const stampForm = /(?:[ \t]*(?:#![^\n]*)?\n)*[ \t]*date:?[ \t]+(\d{4}-\d\d-\d\d)(?=\s|$)/y;

const formatOf = (uri: string): Format => (/\.(?:md|markdown|mdown|mkd)$/i.test(uri) ? "markdown" : "plain");

/** Parses a draft or a source; the format is told by the file name where it is not given. Never throws: odd text yields fewer blocks. Linear in the text. */
export function parseDocument(uri: string, text: string, format: Format = formatOf(uri), memory: Memory = noMemory): Document {
  const front = readFrontMatter(text, memory);
  const stamp = readStamp(text, front.end);
  const comments = readComments(text, front.end, format);
  const commentless = fill(text, comments, "x");
  const filled = (stamp ? fill(commentless, [stamp], " ") : commentless).slice(front.end);
  const outline = (format === "markdown" ? outlineMarkdown : outlinePlain)({ filled, offset: front.end }, memory);

  const structure = blankOut(keepOnly(text, [...front.titleProse, ...outline.visible]), stamp ? [...comments, stamp] : comments);
  const markers = readInlineMarkers(text, structure, front.end);
  const shown = blankOut(structure, markers);
  const dated: Metadata = stamp ? { date: { value: stamp.date, span: stamp.dateSpan }, ...front.metadata } : front.metadata;
  const head = readHead(shown, seen(shown, outline.blocks), dated, stamp?.runsOn ?? false);

  const headless = blankOut(shown, head.blanks);
  const end = endOfProse(headless, head.blocks);
  const prose = end < text.length ? blankOut(headless, [{ start: end, end: text.length }]) : headless;
  const markup = [...outline.markup, ...markers, ...outside(comments, outline.code)].sort((a, b) => a.start - b.start || a.end - b.end);
  const blocks = [...titleBlock(front.titleProse), ...seen(prose, head.blocks)];
  return { uri, format, text, prose, markup, metadata: head.metadata, ...withSentences(prose, blocks, memory) };
}

interface Stamp extends Span {
  readonly date: string;
  readonly dateSpan: Span;
  /** Prose follows on the same line. */
  readonly runsOn: boolean;
}

function readStamp(text: string, from: number): Stamp | undefined {
  stampForm.lastIndex = from;
  const match = stampForm.exec(text);
  const date = match?.[1];
  if (!match || !date) return undefined;
  const end = match.index + match[0].length;
  const start = match.index + match[0].lastIndexOf("date");
  return { start, end, date, dateSpan: { start: end - date.length, end }, runsOn: /^[ \t]*\S/.test(text.slice(end, end + 200)) };
}

function titleBlock(parts: readonly Span[]): OutlineBlock[] {
  const [first, last] = [parts[0], parts.at(-1)];
  return first && last ? [{ kind: "title", start: first.start, end: last.end }] : [];
}

/** The blocks that hold prose; a footnote holds its definition, which is none. */
const seen = (prose: string, blocks: readonly OutlineBlock[]): OutlineBlock[] =>
  blocks.filter((block) => block.kind === "footnote" || trim(prose, block) !== undefined);

/** What is written in code is an example, no comment. Both lists are in text order. */
function outside<T extends Span>(spans: readonly T[], code: readonly Span[]): T[] {
  let at = 0;
  return spans.filter((span) => {
    while (at < code.length && (code[at] as Span).end <= span.start) at++;
    return at === code.length || (code[at] as Span).start > span.start;
  });
}

interface Cut {
  readonly prose: string;
  readonly blocks: readonly Block[];
  readonly sentences: readonly Sentence[];
}

const withSentences = (prose: string, outline: readonly OutlineBlock[], memory: Memory): Pick<Cut, "blocks" | "sentences"> => {
  const { blocks, sentences } = memory.whole.keep<Cut>("sentences", [prose, outline], (before) => cut(prose, outline, memory, before));
  return { blocks, sentences };
};

/** Cuts the blocks into sentences; those of a block that has stayed as it was are moved with it. */
function cut(prose: string, outline: readonly OutlineBlock[], memory: Memory, before: Cut = { prose: "", blocks: [], sentences: [] }): Cut {
  const same = sameEnds(before.prose, prose);
  const moved = prose.length - before.prose.length;
  const sentences: Sentence[] = [];
  const blocks = outline.map(({ kind, start, end }, index): Block => {
    const by = end <= same.start ? 0 : moved;
    const old = end <= same.start ? before.blocks[index] : start >= prose.length - same.end ? before.blocks.at(index - outline.length) : undefined;
    const first = sentences.length;
    if (old && old.kind === kind && old.start + by === start && old.end + by === end) {
      const isInPlace = by === 0 && old.index === index && (old.sentences[0]?.index ?? first) === first;
      const block = isInPlace ? old : { ...old, start, end, index, sentences: old.sentences.map((span, at) => sentenceAt(span, by, first + at, index)) };
      sentences.push(...block.sentences);
      return block;
    }
    const spans = kind === "footnote" ? [] : sentencesOf(prose.slice(start, end), memory);
    const own = spans.map((span, at) => sentenceAt(span, start, first + at, index));
    sentences.push(...own);
    return { kind, start, end, index, sentences: own };
  });
  return { prose, blocks, sentences };
}

const sentencesOf = (text: string, memory: Memory): readonly SentenceSpan[] =>
  memory.recall("sentences", text, () => readSentences(text, { start: 0, end: text.length }));

const sentenceAt = ({ start, end, extent }: SentenceSpan, by: number, index: number, block: number): Sentence => ({
  start: start + by,
  end: end + by,
  extent: extent + by,
  index,
  block,
});
