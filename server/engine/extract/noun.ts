import { demonyms } from "../lexicon/demonyms.ts";
import { auxiliaries, clauseOpeners, midAdverbs, months, prepositions, pronouns, relatives, weekdays } from "../lexicon/function-words.ts";
import { smallNumbers } from "../lexicon/number-words.ts";
import { isPlural, peopleAdjectives, singular } from "../lexicon/plurals.ts";
import type { Figure } from "./mentions.ts";
import { isCapital } from "./noun-phrase.ts";
import type { Token } from "./tokens.ts";

export type Noun = NonNullable<Figure["noun"]>;
type Tokens = readonly Token[];

const longestPhrase = 7;
const fillers: ReadonlySet<string> = new Set("more other others another further additional extra additional new the fewer less such so-called".split(" "));
const closers: ReadonlySet<string> = new Set(
  "died sustained suffered received escaped survived said told went fell came got took found left held made began rose drowned perished fled remain remained include included including according per each apiece a an the this that these those its his her their our your my no not than so too there here both all or nor".split(
    " ",
  ),
);

const closes = (token: Token | undefined): boolean =>
  token === undefined ||
  token.kind !== "word" ||
  auxiliaries.has(token.lower) ||
  prepositions.has(token.lower) ||
  clauseOpeners.has(token.lower) ||
  relatives.has(token.lower) ||
  pronouns.has(token.lower) ||
  weekdays.has(token.lower) ||
  (months.has(token.lower) && /^\p{Lu}/u.test(token.text)) ||
  midAdverbs.has(token.lower) ||
  smallNumbers.has(token.lower) ||
  closers.has(token.lower);

/** A noun phrase from the tokens `from` to `to` (exclusive), of which the last is the head. */
export function phrase(tokens: Tokens, from: number, to: number, elided: boolean): Noun | undefined {
  const [first, last] = [tokens[from], tokens[to - 1]];
  if (!first || !last || to <= from) return undefined;
  const words = tokens.slice(from, to).flatMap((token) => (token.kind === "word" ? [token.lower] : []));
  const text = tokens
    .slice(from, to)
    .map((token, i) => (i && tokens[from + i - 1]?.end !== token.start ? ` ${token.text}` : token.text))
    .join("");
  return { head: singular(last.lower), words, text, elided, start: first.start, end: last.end };
}

/** The noun phrase that begins at token `i`: "US soldiers" in "24 US soldiers wounded". `one` asks for a singular. */
export function nounAt(tokens: Tokens, i: number, one: boolean): Noun | undefined {
  let from = i;
  while (fillers.has(tokens[from]?.lower ?? "")) from++;
  if (tokens[from - 1]?.lower === "others" && !peopleAdjectives.has(tokens[from]?.lower ?? "")) return undefined;
  let to = from;
  let plural = -1;
  while (to < from + longestPhrase && !closes(tokens[to])) {
    const word = (tokens[to] as Token).lower;
    if (to > from && peopleAdjectives.has(word) && !isPlural(tokens[to + 1]?.lower ?? "")) break;
    if (plural >= 0 && !isPlural(word)) break;
    if (to > from && one && /(?:ed|ing)$/.test(word) && closes(tokens[to + 1])) break;
    if (isPlural(word)) plural = to;
    to++;
    if (tokens[to]?.text === "," && plural < 0 && /(?:ed|ous|al|ive|ful|y|ing|ic|less|ent|ant)$/.test(word)) to++;
  }
  if (plural < 0 && !one && to > from && isCapital(tokens[from]) && demonyms.has((tokens[from] as Token).lower)) return phrase(tokens, from, from + 1, false);
  if (plural >= 0 && !one) return phrase(tokens, from, plural + 1, false);
  if (peopleAdjectives.has(tokens[from]?.lower ?? "") && to > from) return phrase(tokens, from, from + 1, false);
  if (!one || to === from || tokens[to - 1]?.kind !== "word" || /ly$/.test((tokens[to - 1] as Token).lower)) return undefined;
  return phrase(tokens, from, to, false);
}

const wholes = /^(?:the|its|his|her|their|our|those|these|whom|which|them|my)$/;

/** "of the dead", "of its members" after a number: the noun of the whole. */
export function partitive(tokens: Tokens, i: number, share: boolean): Noun | undefined {
  let at = i;
  while (fillers.has(tokens[at]?.lower ?? "")) at++;
  const determiner = tokens[at + 1]?.lower ?? "";
  if (tokens[at]?.lower !== "of" || !(wholes.test(determiner) || (share && /^an?$/.test(determiner)))) return undefined;
  const from = at + 2;
  const found = nounAt(tokens, from, share && /^(?:an?|its|the)$/.test(determiner));
  // "six of them women" are women; "six of the women" are some of them
  return found && { ...found, elided: false, ...(!/^(?:them|whom|which)$/.test(determiner) && { whole: true }) };
}

/** Nouns that count, and do not say what. */
export const tallyNoun = /^(?:numbers?|counts?|figures?|totals?|tally|tallies)$/;

/** Nouns of a total: what is counted stands after "of" or before them, or is nobody but the dead. */
const tollNouns: ReadonlySet<string> = new Set("toll tolls count tally number numbers total totals figure figures".split(" "));
const clauseMarks = /^[;:()“”"]$/;

/** What a number without a noun of its own counts, by what stands to its left: "the number of injured stood at 87", "homicides fell to 84", "a toll of 14". */
export function subjectBefore(tokens: Tokens, first: number): Noun | undefined {
  let candidate: Noun | undefined;
  // "cases in three counties have climbed to 131": what stands behind "in" is where, if there is something else that climbed
  let isPlace = false;
  for (let i = first - 1; i >= 0 && i > first - 26; i--) {
    const token = tokens[i] as Token;
    if (clauseMarks.test(token.text) && i < first - 1) break;
    if (peopleAdjectives.has(token.lower) && /^(?:the|of)$/.test(tokens[i - 1]?.lower ?? "")) return phrase(tokens, i, i + 1, true);
    if (token.kind === "number") break;
    if (tollNouns.has(token.lower)) return countedBy(tokens, i) ?? (tallyNoun.test(token.lower) ? undefined : phrase(tokens, startOf(tokens, i), i + 1, true));
    if (
      (!candidate || isPlace) &&
      (isPlural(token.lower) || peopleAdjectives.has(token.lower)) &&
      tokens[i + 1]?.lower !== "that" &&
      !(i > 0 && isCapital(token) && (isCapital(tokens[i - 1]) || !demonyms.has(token.lower))) &&
      !pronouns.has(tokens[i - 1]?.lower ?? "") &&
      !/^(?:times|years|days|weeks|months|hours|officials|authorities|reports|reporters|sources)$/.test(token.lower)
    ) {
      const from = startOf(tokens, i);
      candidate = phrase(tokens, from, i + 1, true);
      isPlace = isBehindPlace(tokens, from);
    }
  }
  return candidate;
}

/** "in three counties", "across the seven districts". */
function isBehindPlace(tokens: Tokens, from: number): boolean {
  let at = from - 1;
  while (smallNumbers.has(tokens[at]?.lower ?? "") || /^(?:the|all|its|their|these|those|some|several|many)$/.test(tokens[at]?.lower ?? "")) at--;
  return /^(?:in|across|at|throughout|within|around)$/.test(tokens[at]?.lower ?? "");
}

/** "the number of people killed", "the count of the dead". */
export function countedBy(tokens: Tokens, toll: number): Noun | undefined {
  if (tokens[toll + 1]?.lower !== "of") return undefined;
  const from = /^(?:the|its|their|confirmed)$/.test(tokens[toll + 2]?.lower ?? "") ? toll + 3 : toll + 2;
  const noun = nounAt(tokens, from, false);
  return noun && { ...noun, elided: true };
}

/** The start of the noun phrase whose head is token `head`: adjectives and nouns to its left. */
function startOf(tokens: Tokens, head: number): number {
  let from = head;
  while (from > 0 && head - from < 3 && !closes(tokens[from - 1]) && tokens[from - 1]?.kind === "word") from--;
  return from;
}
