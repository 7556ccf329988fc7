import { parse, postprocess, preprocess } from "micromark";
import { gfm } from "micromark-extension-gfm";
import type { BlockKind, Markup, Span } from "./document.ts";
import { eachKept } from "./kept-lists.ts";
import { matchesOf } from "./matches.ts";
import type { Memory } from "./memory.ts";
import { joinedOutlines } from "./moved-outline.ts";
import type { Body, Outline, OutlineBlock } from "./outline.ts";
import { outlineWords } from "./plain-paragraph.ts";

/** Indented paragraphs are prose, and HTML is read inline, so that text beside a tag stays text. */
const extensions = [gfm({ singleTilde: false }), { disable: { null: ["codeIndented", "htmlFlow"] } }];

/** Constructs whose inside is no prose. Struck-out text is not asserted, and a table's cells are no sentences. */
const hidden: ReadonlySet<string> = new Set(
  `codeFenced codeText htmlText image resource reference definition gfmFootnoteCall gfmFootnoteDefinition autolink strikethrough table taskListCheck
  thematicBreak`.split(/\s+/),
);
const shown: ReadonlySet<string> = new Set(["data", "characterEscapeValue", "literalAutolink"]);
const textBlocks: Readonly<Record<string, BlockKind>> = { paragraph: "paragraph", atxHeading: "heading", setextHeading: "heading" };
const containers: Readonly<Record<string, BlockKind>> = { listOrdered: "item", listUnordered: "item", blockQuote: "quote" };

interface OpenLink {
  readonly span: Span;
  label?: Span;
  url?: string;
}

/** The parser takes quadratic time in a paragraph: one of book length is read in pieces. */
const longestParagraph = 20_000;

/** Reads the structure of Markdown from the tokens of its parser, which know the place of every character. */
export function outlineMarkdown(body: Body, memory: Memory): Outline {
  const parts = sections(body).flatMap(pieces);
  const words = parts.map(({ filled }) => filled);
  const definitions = [...(parts[0] as Section).definitions].join("\n");
  const outlines = eachKept(
    memory.whole,
    "outlines",
    [words],
    [definitions],
    (at) => outlineWords(words[at] as string) ?? parsedOutline(parts[at] as Section, memory),
  );
  const offsets = parts.map(({ offset }) => offset);
  return joinedOutlines(outlines, offsets, memory.whole);
}

/** A stretch of the body that can be read on its own, beside the definitions that it refers to. */
interface Section extends Body {
  /** By their labels, those of the whole body. */
  readonly definitions: ReadonlyMap<string, string>;
}

/** A reference means something only beside its definition: those of the other sections are laid before this one, and taken away again. */
function parsedOutline({ filled, definitions }: Section, memory: Memory): Outline {
  const labels = definitions.size ? [...filled.matchAll(bracketed)].map(([, label = ""]) => normal(label)) : [];
  const before = [...new Set(labels)].flatMap((label) => definitions.get(label) ?? []).join("");
  return memory.recall("outline", before + filled, () => {
    const { visible, blocks, markup, code } = parseOutline({ filled: before + filled, offset: -before.length });
    const isOwn = ({ start }: Span) => start >= 0;
    return { visible: visible.filter(isOwn), blocks: blocks.filter(isOwn), markup: markup.filter(isOwn), code: code.filter(isOwn) };
  });
}

/** A blank line, and a line that begins like a paragraph or a heading: no list, quotation or table goes on behind it. */
const border = /\n[ \t\r]*\n(?=[\p{L}“"‘'(#])/gu;
const blankLine = /\n[ \t\r]*\n/g;
/** Fenced code reaches over blank lines. */
const fence = /^[ \t>*+-]*(?:`{3}|~{3})/m;
const definitionLine = /^ {0,3}\[([^\]\n]+)\]:[^\n]*/gm;
const bracketed = /\[([^[\]]+)\]/g;

/** Stretches of the body that can be read on their own. */
function sections({ filled, offset }: Body): Section[] {
  const definitions = new Map<string, string>();
  if (fence.test(filled)) return [{ filled, offset, definitions }];
  for (const [line, label = ""] of matchesOf(definitionLine, filled)) {
    const key = normal(label);
    // What a footnote says is read where it stands; the first of two definitions counts.
    if (!definitions.has(key)) definitions.set(key, label.startsWith("^") ? `[${label}]: x\n\n` : `${line}\n\n`);
  }
  const found: Section[] = [];
  let from = 0;
  for (const { 0: gap, index } of matchesOf(border, filled)) {
    found.push({ filled: filled.slice(from, index + gap.length), offset: offset + from, definitions });
    from = index + gap.length;
  }
  return [...found, { filled: filled.slice(from), offset: offset + from, definitions }];
}

/** The whole of it, unless a stretch without a blank line is too long: then parts of it that end at a sentence, else at a space. */
function pieces({ filled, offset, definitions }: Section): Section[] {
  const found: Section[] = [];
  let from = 0;
  let paragraph = 0;
  for (const { 0: gap, index } of [...matchesOf(blankLine, filled), { 0: "", index: filled.length }]) {
    for (let start = Math.max(from, paragraph); index - start > longestParagraph; start = from) {
      const to = safeEnd(filled, start);
      found.push({ filled: filled.slice(from, to), offset: offset + from, definitions });
      from = to;
    }
    paragraph = index + gap.length;
  }
  return [...found, { filled: filled.slice(from), offset: offset + from, definitions }];
}

function safeEnd(text: string, start: number): number {
  const limit = start + longestParagraph;
  const half = start + longestParagraph / 2;
  const sentence = text.lastIndexOf(". ", limit) + 2;
  const word = text.lastIndexOf(" ", limit) + 1;
  return sentence > half ? sentence : word > half ? word : limit;
}

/** By the parser's tokens, for all that Markdown is. */
export function parseOutline({ filled, offset }: Body): Outline {
  const events = postprocess(
    parse({ extensions })
      .document()
      .write(preprocess()(filled, undefined, true)),
  );
  const visible: Span[] = [];
  const blocks: OutlineBlock[] = [];
  const markup: Markup[] = [];
  const code: Span[] = [];
  const targets = new Map<string, string>();
  const references: { at: number; key: string }[] = [];
  const around: BlockKind[] = [];
  const links: OpenLink[] = [];
  let depth = 0;
  let definition: string | undefined;
  let footnote: { span: Span; label?: string; content?: number } | undefined;

  for (const [step, token] of events) {
    const span = { start: offset + token.start.offset, end: offset + token.end.offset };
    const text = () => filled.slice(token.start.offset, token.end.offset);
    const { type } = token;
    if (step === "exit") {
      if (hidden.has(type)) depth--;
      if (type in containers) around.pop();
      if (type === "link") {
        const link = links.pop();
        if (link?.label && depth === 0) {
          if (link.url === undefined) references.push({ at: markup.length, key: normal(filled.slice(link.label.start - offset, link.label.end - offset)) });
          markup.push({ kind: "link", ...link.span, label: link.label, url: link.url ?? "" });
        }
      }
      if (type === "gfmFootnoteDefinition" && footnote) {
        const content = { start: footnote.content ?? footnote.span.end, end: footnote.span.end };
        markup.push({ kind: "footnote-definition", ...footnote.span, label: footnote.label ?? "", content });
        blocks.push({ kind: "footnote", ...footnote.span });
        footnote = undefined;
      }
      continue;
    }
    const link = links.at(-1);
    if (type in containers) around.push(containers[type] as BlockKind);
    else if (type === "link") links.push({ span });
    else if (type === "labelText" && link && !link.label) link.label = span;
    else if (type === "resourceDestinationString" && link) link.url = text();
    else if (type === "resource" && link && depth === 0) link.url ??= "";
    else if (type === "referenceString" && link) {
      references.push({ at: markup.length, key: normal(text()) });
      link.url ??= "";
    } else if (type === "autolinkProtocol" && depth === 1) markup.push({ kind: "link", ...span, label: span, url: text() });
    else if (type === "definitionLabelString") definition = normal(text());
    else if (type === "definitionDestinationString" && definition !== undefined) {
      if (!targets.has(definition)) targets.set(definition, text());
    } else if (type === "gfmFootnoteDefinition" && !footnote) footnote = { span };
    else if (type === "gfmFootnoteDefinitionLabelString" && footnote) footnote.label ??= text();
    else if (type === "content" && footnote) footnote.content ??= span.start;
    else if (type === "gfmFootnoteCall" && depth === 0) markup.push({ kind: "footnote-reference", ...span, label: text().slice(2, -1) });
    else if (type in textBlocks && depth === 0) blocks.push({ kind: kindOf(textBlocks[type] as BlockKind, around), ...span });
    else if (type === "characterReference" && depth === 0 && text() === "&amp;") visible.push({ start: span.start, end: span.start + 1 });
    else if (shown.has(type) && depth === 0) visible.push(span);
    if (type === "codeFenced" || type === "codeText") code.push(span);
    if (hidden.has(type)) depth++;
  }
  for (const { at, key } of references) {
    const link = markup[at];
    if (link?.kind === "link") markup[at] = { ...link, url: targets.get(key) ?? "" };
  }
  return { visible, blocks: blocks.sort((a, b) => a.start - b.start), markup, code };
}

const kindOf = (kind: BlockKind, around: readonly BlockKind[]): BlockKind => (kind === "heading" ? kind : (around.at(-1) ?? kind));

/** Reference labels match whatever their case and white space. */
const normal = (label: string): string => label.trim().replace(/\s+/g, " ").toLowerCase();
