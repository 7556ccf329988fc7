import type { Markup, Span } from "../document.ts";
import type { Blanker } from "./blanker.ts";
import type { Body, RawBlock } from "./markdown.ts";
import { citationGroups, footnoteDefinitions, footnoteReferences } from "./markers.ts";

const paragraph = /[^\s](?:[^\n]|\n(?![ \t\r]*(?:\n|$)))*/g;
const item = /^[ \t]*(?:[-*•–][ \t]+|\d{1,2}[.)][ \t]+)(?=\S)/gm;

/** Reads the body of a plain text file: paragraphs between blank lines, list items, `#!` lines; `page` shows everything, and markers are blanked. */
export function readPlain(text: string, body: Span, page: Blanker): Body {
  const shown = text.slice(body.start, body.end);
  const shift = <T extends Span>(m: T): T => ({ ...m, start: m.start + body.start, end: m.end + body.start });
  const definitions = footnoteDefinitions(shown).map((m) => ({ ...shift(m), content: shift(m.content) }));
  const comments = [...shown.matchAll(/^#!.*$/gm)].map((m): Markup => {
    const start = body.start + m.index;
    return { kind: "comment", start, end: start + m[0].trimEnd().length, content: { start: start + 2, end: start + m[0].trimEnd().length } };
  });
  const markup: Markup[] = [...definitions, ...comments, ...[...citationGroups(shown), ...footnoteReferences(shown)].map(shift)];
  for (const marker of markup) page.blank(marker);

  const prose = page.prose();
  const blocks: RawBlock[] = definitions.map(({ start, end }) => ({ start, end, kind: "footnote" }));
  for (const { index, 0: found } of prose.slice(body.start, body.end).matchAll(paragraph)) {
    const whole = { start: body.start + index, end: body.start + index + found.length };
    const starts = [...found.matchAll(item)];
    if (!starts.length) blocks.push({ ...whole, kind: "paragraph" });
    else {
      if ((starts[0]?.index ?? 0) > 0) blocks.push({ start: whole.start, end: whole.start + (starts[0]?.index ?? 0), kind: "paragraph" });
      starts.forEach((m, i) => {
        const mark = { start: whole.start + m.index, end: whole.start + m.index + m[0].length };
        page.blank(mark);
        blocks.push({ start: mark.end, end: whole.start + (starts[i + 1]?.index ?? found.length), kind: "item" });
      });
    }
  }
  return { blocks: blocks.toSorted((a, b) => a.start - b.start), markup };
}
