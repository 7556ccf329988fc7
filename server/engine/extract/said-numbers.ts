import { smallNumbers } from "../lexicon/number-words.ts";
import { measures } from "../lexicon/reporting-verbs.ts";
import type { Token } from "./tokens.ts";

/** "had spoken of at least nine dead", "talked about some 40 cases"; who spoke of old times counted nothing. */
export function speaksOfNumber(tokens: readonly Token[], verb: number, joint: RegExp): boolean {
  if (!joint.test(tokens[verb + 1]?.lower ?? "")) return false;
  const counted = tokens.slice(verb + 2, verb + 8);
  const end = counted.findIndex(({ kind, text }) => kind === "mark" && !/^[$£€¥₹-]$/.test(text));
  return (end < 0 ? counted : counted.slice(0, end)).some(({ kind, lower }) => kind === "number" || smallNumbers.has(lower));
}

/** "9 per cent", "£40m", "a rise of 4". */
export const hasAmount = (tokens: readonly Token[]): boolean =>
  tokens.some(({ text, lower }) => /^[$£€¥₹%]$/.test(text) || /^(?:per|percent|rise|raise|increase)$/.test(lower) || /^(?:a|us|nz|hk|s|r|rs)\$?$/.test(lower));

/** A number stands before the clause ends: "want *9* per cent", "seek *4,000* more seats". */
export function countsSoon(tokens: readonly Token[], from: number): boolean {
  for (let at = from; at < tokens.length && at < from + 6; at++) {
    const { kind, lower, text } = tokens[at] as Token;
    if (kind === "number" || smallNumbers.has(lower)) return true;
    if (kind === "mark" && !/^[$£€¥₹'’-]$/.test(text)) return false;
  }
  return false;
}

/** "put a price of £40m on it". */
const putsOn = (tokens: readonly Token[], verb: number): boolean =>
  measures.has(tokens[verb + 2]?.lower ?? "") && tokens[verb + 3]?.lower === "of" && tokens.slice(verb + 4, verb + 9).some(({ lower }) => lower === "on");

/** "put the toll at 40", "puts the loss at about 780", "puts it at 12"; what one merely puts somewhere is no number. */
export function putsAt(tokens: readonly Token[], verb: number, counts: boolean): boolean {
  if (putsOn(tokens, verb)) return true;
  const at = tokens.findIndex((token, i) => i > verb && i < verb + 14 && token.lower === "at");
  if (at < 0) return false;
  if (tokens.slice(verb + 1, verb + 9).some((token) => measures.has(token.lower))) return true;
  if (/^(?:him|her|them|himself|herself|themselves|me|us)$/.test(tokens[verb + 1]?.lower ?? "")) return false;
  return counts && tokens.slice(at + 1, at + 5).some(({ kind, lower }) => kind === "number" || smallNumbers.has(lower));
}
