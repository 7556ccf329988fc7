import type { Span } from "./document.ts";

/** White space in place of everything but line breaks: offsets stay, lines stay. */
const blank = (text: string): string => text.replace(/[^\r\n]+/g, (line) => " ".repeat(line.length));

/** The text with only the given spans left to see. Spans are sorted and disjoint. */
export function keepOnly(text: string, spans: readonly Span[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of spans) {
    if (start < at) continue;
    parts.push(blank(text.slice(at, start)), text.slice(start, end));
    at = end;
  }
  parts.push(blank(text.slice(at)));
  return parts.join("");
}

/** The text with the given spans blanked, in any order. */
export function blankOut(text: string, spans: readonly Span[]): string {
  if (!spans.length) return text;
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (end <= at) continue;
    const from = Math.max(start, at);
    parts.push(text.slice(at, from), blank(text.slice(from, end)));
    at = end;
  }
  parts.push(text.slice(at));
  return parts.join("");
}

/** The span without the white space at its ends; undefined where nothing else is in it. */
export function trim(prose: string, { start, end }: Span): Span | undefined {
  let from = start;
  let to = end;
  while (from < to && isSpace(prose.charCodeAt(from))) from++;
  while (to > from && isSpace(prose.charCodeAt(to - 1))) to--;
  return from < to ? { start: from, end: to } : undefined;
}

const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0xfeff || code === 0x2028 || code === 0x2029;

/** The lines of a span, without their line breaks. */
export function linesOf(text: string, { start, end }: Span): Span[] {
  const lines: Span[] = [];
  for (let at = start; at < end; ) {
    const newline = text.indexOf("\n", at);
    const next = newline < 0 || newline >= end ? end : newline + 1;
    let stop = newline < 0 || newline >= end ? end : newline;
    if (stop > at && text[stop - 1] === "\r") stop--;
    lines.push({ start: at, end: stop });
    at = next;
  }
  return lines;
}
