import type { Span } from "../document/document.ts";
import { matchesOf } from "../document/matches.ts";

/** A pair of quotation marks with what stands between; `closed` is false where the paragraph ended first. */
export interface MarkedSpan extends Span {
  readonly content: Span;
  readonly closed: boolean;
  /** The opening mark, as written. */
  readonly mark: string;
}

const doubleOpening = new Set(["“", "„", "«"]);
const doubleClosing = new Set(["”", "»"]);
const singles = new Set(["'", "‘"]);
/** Whatever may open a quotation. */
const opening = /["“„«'‘]/g;
/** How far a single closing mark is looked for: an apostrophe that opens nothing must not cost a look at the whole paragraph. */
const longestSingle = 3000;
const letter = /[\p{L}\p{N}]/u;
const beforeOpening = /[\s([{—–\-/:,“"„«*_]/;
/** Words that begin with an apostrophe, after it: 'em, 'til, '90s. */
const elision = /^(?:em|til|tis|twas|cause|bout|round|n|\d0s|\d\d)(?![\p{L}\p{N}])/iu;
const furtherClosing = /['’](?![\p{L}\p{N}])/gu;

/** The outermost quotation marks of one paragraph, in order. Nested ones stay inside the content. `start` is the paragraph's offset in `prose`. */
export function markedSpans(prose: string, { start, end }: Span): readonly MarkedSpan[] {
  const found: MarkedSpan[] = [];
  opening.lastIndex = start;
  for (let at = opening.exec(prose); at && at.index < end; at = opening.exec(prose)) {
    const i = at.index;
    const mark = prose.charAt(i);
    const before = i > start ? prose.charAt(i - 1) : " ";
    const after = i + 1 < end ? prose.charAt(i + 1) : " ";
    let close = -1;
    if (doubleOpening.has(mark) || (mark === '"' && beforeOpening.test(before) && /\S/.test(after))) close = closingDouble(prose, i, end, mark);
    else if (singles.has(mark) && opensSingle(prose, i, before, after)) {
      close = closingSingle(prose, i, Math.min(end, i + longestSingle));
      if (close < 0) continue;
    } else continue;
    const contentEnd = close < 0 ? trimmedEnd(prose, i + 1, end) : close;
    if (contentEnd <= i + 1) continue;
    found.push({ start: i, end: close < 0 ? contentEnd : close + 1, content: { start: i + 1, end: contentEnd }, closed: close >= 0, mark });
    if (close < 0) break;
    opening.lastIndex = close + 1;
  }
  return found;
}

function trimmedEnd(prose: string, start: number, end: number): number {
  while (end > start && /\s/.test(prose.charAt(end - 1))) end--;
  return end;
}

/** The next closing mark; a further opening mark first means that this one was never closed where it should be, or nests: curly marks are counted. */
function closingDouble(prose: string, open: number, end: number, mark: string): number {
  let depth = 0;
  for (let i = open + 1; i < end; i++) {
    const char = prose.charAt(i);
    if (mark === '"') {
      if (char === '"' && !(/\d/.test(prose.charAt(i - 1)) && letter.test(prose.charAt(i + 1)))) return i;
    } else if (doubleOpening.has(char)) depth++;
    else if (doubleClosing.has(char) || (mark === "„" && char === "“")) {
      if (depth === 0) return i;
      depth--;
    }
  }
  return -1;
}

const opensSingle = (prose: string, at: number, before: string, after: string): boolean =>
  beforeOpening.test(before) && (letter.test(after) || /["“£$€[(.…]/.test(after)) && !elision.test(prose.slice(at + 1, at + 9));

/** The closing single mark: one after punctuation, else one that is not the apostrophe of a plural possessive ("the ministers' plan'"). */
function closingSingle(prose: string, open: number, end: number): number {
  // Matched in a slice: a search without end, once for each mark, would take quadratic time.
  const stretch = prose.slice(open + 1, end + 1);
  let possessive = -1;
  for (const { index } of matchesOf(furtherClosing, stretch)) {
    const at = open + 1 + index;
    if (at >= end) break;
    const before = prose.charAt(at - 1);
    if (/\s/.test(before)) continue;
    if (!/s/i.test(before) || !/^\s\p{Ll}/u.test(prose.slice(at + 1, at + 3))) return at;
    if (possessive < 0) possessive = at;
    else if (prose.slice(possessive, at).includes(" ‘") || prose.slice(possessive, at).includes(" '")) break;
  }
  return possessive;
}
