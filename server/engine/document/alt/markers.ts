import type { Markup } from "../document.ts";

const group = /\[(?:[^\]\n@]{0,40}\s)?-?@(?:\{[^}\n]+\}|[^\s\];,]+)[^\]\n]{0,200}\]/g;
const reference = /\[\^([^\]\s]+)\](?!:)/g;
const definition = /^[ \t]*\[\^([^\]\s]+)\]:[ \t]*(.*)$/gm;

/** Pandoc citation groups, `[@id, p. 3; @id2]`. */
export const citationGroups = (text: string): Markup[] =>
  [...text.matchAll(group)].map((m) => ({ kind: "citation", start: m.index, end: m.index + m[0].length }));

/** Footnote references, `[^1]`, whether or not they are defined. */
export const footnoteReferences = (text: string): Markup[] =>
  [...text.matchAll(reference)].map((m) => ({ kind: "footnote-reference", label: m[1] as string, start: m.index, end: m.index + m[0].length }));

/** Footnote definitions of one line, `[^1]: wire-0513`. */
export const footnoteDefinitions = (text: string): (Markup & { kind: "footnote-definition" })[] =>
  [...text.matchAll(definition)].map((m) => {
    const end = m.index + m[0].trimEnd().length;
    return {
      kind: "footnote-definition",
      label: m[1] as string,
      start: m.index,
      end,
      content: { start: m.index + m[0].length - (m[2] as string).length, end },
    };
  });
