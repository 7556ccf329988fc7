import type { QuoteWord } from "./quote-words.ts";

/** Which words of `ours` stand in `theirs`, in order: pairs of positions. */
export interface WordAlignment {
  readonly pairs: readonly (readonly [number, number])[];
  /** The stretch of `theirs` from the first to the last shared word, half-open. */
  readonly from: number;
  readonly to: number;
}

const longest = 400;

/** Where `ours` stands word for word in `theirs` from `from` on, or -1. */
export function find(ours: readonly QuoteWord[], theirs: readonly QuoteWord[], from = 0): number {
  for (let at = from; at + ours.length <= theirs.length; at++) {
    let same = 0;
    while (same < ours.length && ours[same]?.key === theirs[at + same]?.key) same++;
    if (same === ours.length) return at;
  }
  return -1;
}

/** The longest common subsequence, with its matches as close together in `theirs` as they can be (Needleman and Wunsch 1970, gaps cheaper than mismatches). */
export function alignWords(ours: readonly QuoteWord[], theirs: readonly QuoteWord[]): WordAlignment | undefined {
  const a = ours.slice(0, longest);
  const b = theirs.slice(0, 4 * longest);
  const width = b.length + 1;
  const table = new Float32Array((a.length + 1) * width);
  const gap = 0.02;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const skip = Math.max(table[(i + 1) * width + j] as number, (table[i * width + j + 1] as number) - (i > 0 ? gap : 0));
      const take = a[i]?.key === b[j]?.key ? 1 + run(a, b, i, j) + (table[(i + 1) * width + j + 1] as number) : 0;
      table[i * width + j] = Math.max(skip, take, 0);
    }
  }
  const pairs: (readonly [number, number])[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const here = table[i * width + j] as number;
    if (here <= 0) break;
    if (a[i]?.key === b[j]?.key && Math.abs(here - (1 + run(a, b, i, j) + (table[(i + 1) * width + j + 1] as number))) < 1e-3) pairs.push([i++, j++]);
    else if (Math.abs(here - (table[(i + 1) * width + j] as number)) < 1e-3) i++;
    else j++;
  }
  const first = pairs[0];
  const last = pairs.at(-1);
  return first && last && { pairs, from: first[1], to: last[1] + 1 };
}

/** Words that stand side by side in both count a little more than scattered ones. */
const run = (a: readonly QuoteWord[], b: readonly QuoteWord[], i: number, j: number): number => (a[i + 1] && a[i + 1]?.key === b[j + 1]?.key ? 0.1 : 0);
