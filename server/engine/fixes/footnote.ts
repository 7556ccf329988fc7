import type { Desk } from "../compare/desk.ts";
import { sourceOf } from "../corpus/corpus.ts";
import type { Source } from "../corpus/source.ts";
import type { Document } from "../document/document.ts";
import { keysOfDefinition } from "../extract/footnotes.ts";
import type { Edit } from "../finding.ts";

/** The label of the footnote that names the source: the one that is there, else the next number, with the edit that defines it at the end of the file. */
export function footnoteFor({ draft: { document }, corpus }: Desk, source: Source): { readonly label: string; readonly definition: readonly Edit[] } {
  let highest = 0;
  for (const markup of document.markup) {
    if (markup.kind !== "footnote-definition" && markup.kind !== "footnote-reference") continue;
    if (markup.kind === "footnote-definition" && keysOfDefinition(document, markup.content, []).some(({ key }) => sourceOf(corpus, key) === source))
      return { label: markup.label, definition: [] };
    highest = Math.max(highest, Number(markup.label) || 0);
  }
  const label = String(highest + 1);
  const end = document.text.length;
  return { label, definition: [{ start: end, end, newText: atEnd(document, `[^${label}]: ${source.id}`) }] };
}

/** Definitions stand together at the end of the file, after a blank line. */
function atEnd({ text, markup }: Document, definition: string): string {
  const trimmed = text.trimEnd().length;
  const follows = markup.some((m) => m.kind === "footnote-definition" && m.end >= trimmed);
  const breaks = text.slice(trimmed).split("\n").length - 1;
  return `${"\n".repeat(Math.max(0, (follows ? 1 : 2) - breaks))}${definition}\n`;
}
