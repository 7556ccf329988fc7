import { nounAt } from "../extract/noun.ts";
import type { Token } from "../extract/tokens.ts";
import { smallNumbers } from "../lexicon/number-words.ts";
import { isPerson } from "../lexicon/people.ts";
import { ordinalNumbers, tensNumbers } from "../lexicon/time-words.ts";
import { cuesOf } from "./cues.ts";

type Tokens = readonly Token[];
const lower = (tokens: Tokens, i: number): string => tokens[i]?.lower ?? "";

const articles: ReadonlySet<string> = new Set(["a", "an", "its"]);

/** Tokens `at` to `end` (exclusive) that rank somebody. */
export interface Rank {
  readonly end: number;
  readonly value: number;
}

/**
 * "A fifth patient has died", "claimed its twelfth victim", "the body of a seventh climber was found", "a third death": so many have died.
 * Not so where the others met another fate ("two survived, a third died"), or died in other places in the course of a year.
 */
export function ordinalToll(tokens: Tokens, at: number): Rank | undefined {
  if (!articles.has(lower(tokens, at - 1))) return undefined;
  const rank = rankAt(tokens, at);
  const verb = lower(tokens, at - 2);
  if (!rank || rank.value < 2) return undefined;
  if (tokens.some((_, i) => isPeriod(tokens, i)) || tokens.slice(0, at).some(counts)) return undefined;
  const noun = nounAt(tokens, rank.end, true);
  const after = noun ? tokens.findIndex(({ start }) => start >= noun.end) : -1;
  if (!noun || after < 0) return undefined;
  if (/^(?:death|fatality)$/.test(noun.head)) return rank;
  if (/^(?:victim|life)$/.test(noun.head) && /^(?:claimed|claims|claiming|took|taken|mourned|buried)$/.test(verb)) return rank;
  const isFound = verb === "of" && /^bod(?:y|ies)$/.test(lower(tokens, at - 3));
  return isPerson(noun.head) && (isFound || dies(tokens, after)) ? rank : undefined;
}

/** "fifth", "twenty-fourth", "12th". */
function rankAt(tokens: Tokens, at: number): Rank | undefined {
  const { text, lower: word, kind, end } = tokens[at] as Token;
  const ordinal = ordinalNumbers.get(word);
  if (ordinal) return { value: ordinal, end: at + 1 };
  const [ten = "", one = ""] = word.split("-");
  const [tens, ones] = [tensNumbers.get(ten), ordinalNumbers.get(one)];
  if (tens && ones && ones < 10) return { value: tens + ones, end: at + 1 };
  const next = tokens[at + 1];
  return kind === "number" && next?.start === end && /^(?:st|nd|rd|th)$/.test(next.lower) && /^\d+$/.test(text)
    ? { value: Number(text), end: at + 2 }
    : undefined;
}

/** "this year", "in as many days": the others died elsewhere. */
const isPeriod = (tokens: Tokens, at: number): boolean =>
  (/^(?:this|each|every|last|past|the)$/.test(lower(tokens, at)) &&
    /^(?:year|month|week|season|decade|summer|winter|spring|autumn)$/.test(lower(tokens, at + 1))) ||
  (lower(tokens, at) === "as" && lower(tokens, at + 1) === "many") ||
  (lower(tokens, at) === "in" && /^(?:years|months|weeks|days)$/.test(lower(tokens, at + 2)));

/** Others are counted before. */
const counts = ({ kind, lower: word }: Token): boolean => kind === "number" || (smallNumbers.get(word) ?? 0) > 0 || /^(?:others|both|another)$/.test(word);

/** "has died", "was later found dead", "succumbed": right behind the noun. */
const dies = (tokens: Tokens, after: number): boolean =>
  cuesOf(tokens).some(
    ({ from, meanings }) =>
      from >= after &&
      from - after < 5 &&
      meanings.some(({ role, kind }) => role === "killed" && kind !== "noun") &&
      tokens.slice(after, from).every(({ lower: word }) => /^(?:has|had|have|was|is|been|also|now|later|since|and|then|reported|confirmed)$/.test(word)),
  );
