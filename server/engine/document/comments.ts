import type { Format, Markup, Span } from "./document.ts";

export type Comment = Extract<Markup, { kind: "comment" }>;

/** HTML comments, and in plain text also the lines that start with `#!`, from the offset on. An unclosed comment is text. */
export function readComments(text: string, from: number, format: Format): Comment[] {
  const comments: Comment[] = [];
  const lines = format === "plain" ? /^[ \t]*#![^\r\n]*/gm : undefined;
  let line = nextLine(lines, text, from);
  for (let at = from; ; ) {
    const open = text.indexOf("<!--", at);
    const close = open < 0 ? -1 : text.indexOf("-->", open + 4);
    while (line && (close < 0 || line.start < open)) {
      comments.push(line);
      line = nextLine(lines, text, line.end);
    }
    if (close < 0) return comments;
    if ((comments.at(-1)?.end ?? 0) > open) at = comments.at(-1)?.end ?? close;
    else {
      comments.push({ kind: "comment", start: open, end: close + 3, content: { start: open + 4, end: close } });
      at = close + 3;
    }
    while (line && line.start < at) line = nextLine(lines, text, at);
  }
}

function nextLine(lines: RegExp | undefined, text: string, from: number): Comment | undefined {
  if (!lines) return undefined;
  lines.lastIndex = from;
  const match = lines.exec(text);
  if (!match) return undefined;
  const start = match.index + match[0].indexOf("#!");
  return { kind: "comment", start, end: match.index + match[0].length, content: { start: start + 2, end: match.index + match[0].length } };
}

/** The text with each span filled with letters: to a Markdown reader a comment is then a word of its paragraph, whatever stands in it. */
export function fill(text: string, spans: readonly Span[], letter: string): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of spans) {
    parts.push(text.slice(at, start), letter.repeat(end - start));
    at = end;
  }
  parts.push(text.slice(at));
  return parts.join("");
}
