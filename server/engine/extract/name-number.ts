import { demonyms } from "../lexicon/demonyms.ts";
import { months, prepositions, weekdays } from "../lexicon/function-words.ts";
import { isPlural } from "../lexicon/plurals.ts";
import { sentenceOpeners } from "../lexicon/sentence-openers.ts";
import { isCapital } from "./noun-phrase.ts";
import type { Token } from "./tokens.ts";

type Tokens = readonly Token[];
const lower = (tokens: Tokens, i: number): string => tokens[i]?.lower ?? "";

/** "Vostok 1 into space", "Task Force 50", "the Internet Explorer 6 Countdown": behind a name or inside one, where it counts nothing. */
export function standsInName(tokens: Tokens, first: number, end: number): boolean {
  const before = tokens[first - 1];
  if (!isCapital(before)) return false;
  if (isAcronym(before) && !counts(tokens, end) && !takesPlural(tokens, end)) return true;
  if (isOneOfName(tokens, first)) return true;
  if (/\d\.\d/.test(tokens[first]?.text ?? "") && tokens.slice(0, first).some(({ lower }) => /^(?:%|percent|cent|pct)$/.test(lower))) return false;
  const from = runBefore(tokens, first);
  // "Heron 9 was lost", "Exercise Quiet Tide 16 will end": one thing, and a verb that tells of one
  if (from === 0 && /^(?:was|is|has|will|would)$/.test(lower(tokens, end)) && !sentenceOpeners.has(lower(tokens, 0)) && !weekdays.has(lower(tokens, first - 1)))
    return true;
  if (isInside(tokens, first, end, from)) return true;
  return (
    first > 1 &&
    !/'s?$/.test(before?.lower ?? "") &&
    (!counts(tokens, end) || /^(?:into|onto|last|itself|again)$/.test(lower(tokens, end))) &&
    !(takesPlural(tokens, end) && isPlaced(tokens, from)) &&
    !/^(?:Among|About|Some|Nearly|Almost|Over|Around|At|Up|Only|Another|And|But|Of|In|The|All|Just|These|Those|Its)$/.test(before?.text ?? "")
  );
}

/** Does a noun or a verb of happening follow, so that the number counts? */
export const counts = (tokens: Tokens, end: number): boolean =>
  tokens[end]?.kind === "word" &&
  !/^(?:and|or|in|on|at|to|of|was|is|were|are|has|had|from|for|with|by|jet|jets|aircraft|plane|planes|landed)$/.test(lower(tokens, end));

export const isAcronym = (token: Token | undefined): boolean => /^\p{Lu}{2,4}$/u.test(token?.text ?? "");

/** "Blast Kills Four in Town": capitals name nothing where nearly every word has one. */
export function isHeadline(tokens: Tokens): boolean {
  const long = tokens.filter(({ kind, text }) => kind === "word" && text.length > 3);
  return long.length > 2 && long.filter(isCapital).length > 0.7 * long.length;
}

/** "In Aden 60 were killed": many, and so a count. */
const takesPlural = (tokens: Tokens, end: number): boolean => /^(?:were|are|have)$/.test(lower(tokens, end));

/** "In Aden", "on the Monday": where or when; a capital may open the sentence. */
const isPlaced = (tokens: Tokens, from: number): boolean =>
  [from, from - 1, lower(tokens, from - 1) === "the" ? from - 2 : from].some((at) => placing.test(lower(tokens, at)));
const placing = /^(?:in|at|on|near|outside|inside|around|across|by|since|until|before|after|during|from|over)$/;

/** Where the capitals begin that stand right before a number. */
function runBefore(tokens: Tokens, first: number): number {
  let from = first;
  while (from > 0 && isCapital(tokens[from - 1])) from--;
  return from;
}

/** "the Internet Explorer 6 Countdown", "of Movimento 5 Stelle": capitals on both sides, and nobody who could be counted ("In Aden 12 French died"). */
function isInside(tokens: Tokens, first: number, end: number, from: number): boolean {
  if (!isCapital(tokens[end]) || [from, from - 1].some((at) => placing.test(lower(tokens, at))) || isHeadline(tokens) || weekdays.has(lower(tokens, first - 1)))
    return false;
  let to = end;
  while (isCapital(tokens[to])) to++;
  return !tokens.slice(end, to + 1).some((token) => isPlural(token.lower) || demonyms.has(token.lower));
}

/** "The Heron 9 stood", "a Long March 5", "their third Falcon 9": one thing of that name. "At the Station 40 people" counts people. */
function isOneOfName(tokens: Tokens, first: number): boolean {
  if (weekdays.has(lower(tokens, first - 1)) || months.has(lower(tokens, first - 1))) return false;
  let at = first - 1;
  while (at > 0 && at > first - 4 && isCapital(tokens[at])) at--;
  const determiner = lower(tokens, at);
  if (at === first - 1 || (determiner !== "the" && !singulars.test(determiner))) return false;
  return determiner !== "the" || at === 0 || !prepositions.has(lower(tokens, at - 1));
}

const singulars = /^(?:an?|this|that|another|first|second|third|fourth|fifth|sixth|seventh|next|last|latest|final|new|second-hand)$/;
