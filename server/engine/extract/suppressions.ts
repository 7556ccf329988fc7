import type { Block, Document, Span } from "../document/document.ts";
import type { OwnSource, Suppression } from "./mentions.ts";

const suppression =
  /^\s*copydesk-ignore(-next-line|-file)?\s+([a-z][a-z-]*(?:\([^()]*\))?(?:\s*,\s*[a-z][a-z-]*(?:\([^()]*\))?)*)\s*(?:(?::|--|—|–)\s*([\s\S]*?))?\s*$/d;
const ownSource = /^\s*source\s*:\s*([\s\S]*\S)\s*$/i;

/** The comments that silence rules, one entry a rule, in text order. */
export function readSuppressions(document: Document): readonly Suppression[] {
  const all = comments(document);
  return all.flatMap(({ start, end, content }, index) => {
    const match = suppression.exec(document.text.slice(content.start, content.end));
    if (!match?.[2] || !match.indices?.[2]) return [];
    const listed = content.start + match.indices[2][0];
    const scope = match[1] === "-file" ? "file" : match[1] === "-next-line" ? "next-line" : "block";
    const covers = { file: wholeFile, "next-line": nextLine, block: restOfBlock }[scope](document, { start, end }, all.slice(index + 1, index + 9));
    const reason = match[3]?.trim();
    const block = scope === "block" ? blockOf(document, { start, end }) : undefined;
    return [...match[2].matchAll(/([a-z-]+)(?:\(([^()]*)\))?/g)].map(
      ({ 0: whole, 1: rule = "", 2: figure, index: at }): Suppression => ({
        start,
        end,
        scope,
        rule,
        ruleSpan: { start: listed + at, end: listed + at + whole.length },
        covers,
        ...(block && block.start < start && { passes: { start: block.start, end: start } }),
        ...(figure?.trim() && { figure: figure.trim() }),
        ...(reason && { reason }),
      }),
    );
  });
}

/** The writer's own sources, each covering the paragraph in which it stands. */
export function readOwnSources(document: Document): readonly OwnSource[] {
  return comments(document).flatMap(({ start, end, content }) => {
    const note = ownSource.exec(document.text.slice(content.start, content.end))?.[1];
    if (!note) return [];
    const block = blockOf(document, { start, end });
    return [{ start, end, note, covers: block ? { start: block.start, end: block.end } : { start, end } }];
  });
}

const comments = (document: Document) => document.markup.filter((markup) => markup.kind === "comment");

const wholeFile = ({ text }: Document): Span => ({ start: 0, end: text.length });

/** The next line that holds more than white space and the comments that follow. */
function nextLine({ text }: Document, { end: offset }: Span, following: readonly Span[]): Span {
  let at = offset;
  let next = 0;
  for (; at < text.length; at++) {
    const comment = following[next];
    if (comment && comment.start === at) {
      at = comment.end - 1;
      next++;
    } else if (/\S/.test(text[at] as string)) break;
  }
  const end = text.indexOf("\n", at);
  return { start: Math.max(text.lastIndexOf("\n", at - 1) + 1, offset), end: end < 0 ? text.length : end };
}

function restOfBlock(document: Document, comment: Span): Span {
  const block = blockOf(document, comment);
  return { start: comment.start, end: Math.max(comment.end, block?.end ?? comment.end) };
}

/** The block that a comment belongs to: the one around it, the one whose last line it follows without a gap, else the next. */
function blockOf({ blocks, text }: Document, comment: Span): Block | undefined {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle] as Block).start > comment.start) high = middle;
    else low = middle + 1;
  }
  const before = blocks[low - 1];
  const after = blocks[low];
  if (before && before.end >= comment.start) return before;
  const gap = (from: number, to: number) => /\n[^\S\n]*\r?\n/.test(text.slice(from, to));
  if (after && !gap(comment.end, after.start)) return after;
  if (before && !gap(before.end, comment.start)) return before;
  return after;
}
