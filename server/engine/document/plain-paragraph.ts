import type { Outline } from "./outline.ts";

/** What may mean something to a Markdown parser: a mark, an address, a blank line, white space at the end of a line, and whatever opens a line but a word. */
const mark = /[\\`*_[\]<&~|@\t\0\u{FEFF}]|:\/\/|[wW]{3}\.|\n\s*\n|\s$|^(?:[\s#>+=-]|\d+[.)])/mu;

/** The outline of a stretch of Markdown that is nothing but words in one paragraph, as most of a news story is: no parser need look at it. Undefined where it may be more. */
export function outlineWords(section: string): Outline | undefined {
  const [before = ""] = /^[\r\n]*/.exec(section) ?? [];
  const words = section.slice(before.length).replace(/[\r\n]+$/, "");
  if (!words || mark.test(words)) return undefined;
  const start = before.length;
  const span = { start, end: start + words.length };
  return { visible: [span], blocks: [{ kind: "paragraph", ...span }], markup: [], code: [] };
}
