import type { Document, Span } from "../document/document.ts";
import type { Fix } from "../finding.ts";

/** Takes a span out; if nothing else stands in its lines, the lines too. */
export function remove({ text }: Document, span: Span, title: string): Fix {
  const lineStart = text.lastIndexOf("\n", span.start - 1) + 1;
  const lineEnd = text.indexOf("\n", span.end);
  const alone = !/\S/.test(text.slice(lineStart, span.start)) && !/\S/.test(text.slice(span.end, lineEnd < 0 ? text.length : lineEnd));
  const blank = /[^\S\n]/.test(text[span.start - 1] ?? "") && !/\S/.test(text[span.end] ?? "") ? span.start - 1 : span.start;
  const edit = alone ? { start: lineStart, end: lineEnd < 0 ? text.length : lineEnd + 1 } : { start: blank, end: span.end };
  return { title, safety: "suggested", edits: [{ ...edit, newText: "" }] };
}
