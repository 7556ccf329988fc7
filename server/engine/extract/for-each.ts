import { smallNumbers } from "../lexicon/number-words.ts";
import type { Token } from "./tokens.ts";

/**
 * Whether a number is so many for each of something, or so many of which there is something: "one officer for every 34 prisoners". `first` is where the number
 * begins, `after` what stands behind its noun.
 */
export const isForEach = (tokens: readonly Token[], first: number, after: number): boolean =>
  (opensEach(tokens, first - 2) && isCount(tokens[first])) || isCount(tokens[behindEach(tokens, after)]);

/** "one nurse *on duty at the hospital* for every 34 patients". */
function behindEach(tokens: readonly Token[], after: number): number {
  for (let at = after; at < tokens.length && at < after + 7; at++) {
    if (opensEach(tokens, at)) return at + 2;
    if (tokens[at]?.kind !== "word") return -1;
  }
  return -1;
}

const opensEach = (tokens: readonly Token[], at: number): boolean =>
  /^(?:for|to|per|of|in)$/.test(tokens[at]?.lower ?? "") && /^(?:every|each)$/.test(tokens[at + 1]?.lower ?? "");
const isCount = (token: Token | undefined): boolean => token?.kind === "number" || smallNumbers.has(token?.lower ?? "");
