import type { Document } from "../engine/document/document.ts";
import type { Edit, Finding } from "../engine/finding.ts";

/** Stands where the writer says why. */
export const reason = "reason";

/**
 * The comment that silences a finding, with a place for the reason: on a line of its own above the finding's. Within a paragraph or list of
 * Markdown it goes to the end of the line above, since a comment at the start of a line would end the paragraph.
 * Undefined where no comment can stand: in front matter.
 */
export function ignoreEdit(document: Document, { start, end, rule }: Finding): Edit | undefined {
  const { text, format, blocks } = document;
  const line = text.lastIndexOf("\n", start - 1) + 1;
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const words = `copydesk-ignore-next-line ${rule}${figureIn(text.slice(start, end))}: ${reason}`;
  if (format === "plain") return { start: line, end: line, newText: `#! ${words}${newline}` };
  const block = blocks.find((one) => one.start <= start && start < one.end);
  if (block?.kind === "title" && text.startsWith("---")) return undefined;
  const comment = `<!-- ${words} -->`;
  const above = text.slice(text.lastIndexOf("\n", line - 2) + 1, Math.max(0, line - 1)).trimEnd();
  const joined = block && above !== "" && (block.start < line || block.kind === "item" || block.kind === "quote");
  if (!joined) return { start: line, end: line, newText: comment + newline };
  const at = line - 1 - (text[line - 2] === "\r" ? 1 : 0);
  return { start: at, end: at, newText: ` ${comment}` };
}

/** Where the finding marks one number in digits, the comment is for that number alone: it expires when the number changes. */
function figureIn(words: string): string {
  const [number, ...others] = words.match(/\d[\d.,\u00a0\u2009\u202f]*(?<=\d)/g) ?? [];
  return number && !others.length ? `(${number})` : "";
}
