import { casualtyCues } from "../lexicon/casualties.ts";
import { numberedThings } from "../lexicon/decoys.ts";
import { isCapital } from "./noun-phrase.ts";
import { isNumber } from "./number.ts";
import type { Token } from "./tokens.ts";

type Tokens = readonly Token[];
/** Tokens `from` to `to` (exclusive). */
interface Item {
  readonly from: number;
  readonly to: number;
}

const longestName = 5;

/**
 * The name before the bare number at `first` in a list that breaks down what is counted before its colon: "The dead by village: Urmal 16, Tekke 12
 * and Lower Basan five", "risen to 33: Urmal (16), Tekke (12)". Undefined where the number stands in no such list.
 */
export function itemOfTally(tokens: Tokens, first: number): Item | undefined {
  if (tokens[first - 1]?.text !== "(" && !isCapital(tokens[first - 1])) return undefined;
  const here = nameBefore(tokens, first);
  if (!here) return undefined;
  let { from } = here;
  while (tokens[from - 1]?.text !== ":") {
    const before = nameBefore(tokens, numberBefore(tokens, from));
    if (!before) return undefined;
    from = before.from;
  }
  const isAlone = from === here.from && !isFollowed(tokens, first);
  return !isAlone && tokens.slice(0, from).some((token) => isNumber(token) || casualtyCues.has(token.lower)) ? here : undefined;
}

function nameBefore(tokens: Tokens, number: number): Item | undefined {
  if (!isNumber(tokens[number])) return undefined;
  const to = tokens[number - 1]?.text === "(" ? number - 1 : number;
  let from = to;
  while (to - from < longestName && isCapital(tokens[from - 1])) from--;
  const isNamed = to - from > 1 || (to > from && !numberedThings.has(tokens[to - 1]?.lower ?? ""));
  return isNamed && /^(?:[:,;]|and)$/.test(tokens[from - 1]?.lower ?? "") ? { from, to } : undefined;
}

/** Where the number of the item before stands, from the name of an item. */
function numberBefore(tokens: Tokens, name: number): number {
  let at = name - 2;
  if (/^[,;]$/.test(tokens[at]?.text ?? "")) at--;
  return tokens[at]?.text === ")" ? at - 1 : at;
}

function isFollowed(tokens: Tokens, first: number): boolean {
  let at = first + 1;
  while (/^(?:[),;]|and)$/.test(tokens[at]?.lower ?? "")) at++;
  let to = at;
  while (to - at < longestName && isCapital(tokens[to])) to++;
  return at > first + 1 && to > at && isNumber(tokens[tokens[to]?.text === "(" ? to + 1 : to]);
}
