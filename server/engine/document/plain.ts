import type { Markup, Span } from "./document.ts";
import type { Body, Outline, OutlineBlock } from "./outline.ts";
import { linesOf } from "./prose.ts";

const item = /^[ \t]*(?:[-*•‣–][ \t]+|\d{1,3}[.)][ \t]+)(?=\S)/;
const definition = /^\[\^([^\]\s]+)\]:[ \t]*/;
const crossheadEnd = /[.?!:;,…"”’)\]]$/;

interface Draft {
  kind: OutlineBlock["kind"];
  start: number;
  end: number;
  lines: number;
}

/** Reads the structure of plain text: blank lines part paragraphs, lines within them may be hard-wrapped. */
export function outlinePlain({ filled, offset }: Body): Outline {
  const visible: Span[] = [];
  const markup: Markup[] = [];
  const blocks: Draft[] = [];
  let open: Draft | undefined;
  let previous = "";
  const begin = (kind: Draft["kind"], start: number, end: number) => {
    open = { kind, start, end, lines: 1 };
    blocks.push(open);
  };
  for (const line of linesOf(filled, { start: 0, end: filled.length })) {
    const text = filled.slice(line.start, line.end);
    const start = line.start + offset;
    const end = line.end + offset;
    const note = definition.exec(text);
    const marker = item.exec(text);
    if (!text.trim()) open = undefined;
    else if (note) {
      begin("footnote", start, end);
      markup.push({ kind: "footnote-definition", start, end, label: note[1] as string, content: { start: start + note[0].length, end } });
    } else if (marker && (open === undefined || open.kind === "item" || previous.endsWith(":"))) {
      begin("item", start + marker[0].length, end);
      visible.push({ start: start + marker[0].length, end });
    } else if (open) {
      extend(open, end, markup);
      if (open.kind !== "footnote") visible.push({ start, end });
    } else {
      begin("paragraph", start, end);
      visible.push({ start, end });
    }
    previous = text.trimEnd();
  }
  return { visible, blocks: blocks.map((block, index) => asCrosshead(block, index < blocks.length - 1, filled, offset)), markup, code: [] };
}

function extend(block: Draft, end: number, markup: Markup[]): void {
  block.end = end;
  block.lines++;
  const note = markup.at(-1);
  if (block.kind === "footnote" && note?.kind === "footnote-definition")
    markup[markup.length - 1] = { ...note, end, content: { start: note.content.start, end } };
}

/** A short line between paragraphs that ends in no punctuation is a heading. */
function asCrosshead({ kind, start, end, lines }: Draft, followed: boolean, filled: string, offset: number): OutlineBlock {
  const text = filled.slice(start - offset, end - offset).trim();
  const isCrosshead = kind === "paragraph" && lines === 1 && followed && text.length <= 80 && /^[\p{Lu}\p{N}]/u.test(text) && !crossheadEnd.test(text);
  return { kind: isCrosshead ? "heading" : kind, start, end };
}
