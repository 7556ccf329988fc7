import { auxiliaries, clauseOpeners, determiners, prepositions, pronouns, relatives, timeWords, weekdays } from "../lexicon/function-words.ts";
import { documentNouns, organisationNouns, roleNouns, vagueNouns } from "../lexicon/speakers.ts";
import { reportingForms } from "./reporting-forms.ts";
import type { Token } from "./tokens.ts";

/** A stretch of tokens, half-open. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

const longest = 18;
export const isCapital = (token: Token | undefined): boolean => token?.kind === "word" && /^\p{Lu}/u.test(token.text);
const base = (token: Token | undefined): string => token?.lower.replace(/'s$/, "") ?? "";
export const speaks = (word: string): boolean =>
  organisationNouns.has(word) ||
  roleNouns.has(word) ||
  vagueNouns.has(word) ||
  documentNouns.has(word) ||
  vagueNouns.has(`${word}s`) ||
  (word.endsWith("s") && (roleNouns.has(word.slice(0, -1)) || organisationNouns.has(word.slice(0, -1)) || documentNouns.has(word.slice(0, -1))));

/** A mark that stands inside a phrase: the full stop of "Dr.", the apostrophe of "Nations'", an ampersand or hyphen. */
function isInner(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token;
  const before = tokens[at - 1];
  if (token.text === ".") return isCapital(before) && (before as Token).text.length <= 5 && before?.end === token.start && at + 1 < tokens.length;
  if (token.text === "&" && isCapital(before) && isCapital(tokens[at + 1])) return true;
  return /^['’&\-–/]$/.test(token.text) && before?.end === token.start;
}

/** The full stop of "U.N.", behind which a verb follows: "the U.N. says". */
const endsAbbreviation = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.text === "." && /^\p{Lu}(?:\.\p{Lu})+$/u.test(tokens[at - 1]?.text ?? "") && tokens[at - 1]?.end === tokens[at]?.start;

/** The noun phrase that ends before `to`: "the head of the city's council" in "On Friday the head of the city's council said". */
export function phraseBefore(tokens: readonly Token[], to: number): Stretch {
  let from = to;
  while (from > 0 && to - from < longest) {
    const at = from - 1;
    const token = tokens[at] as Token;
    const right = tokens[from];
    if (token.kind === "mark") {
      if (from === to ? !endsAbbreviation(tokens, at) : !isInner(tokens, at)) break;
    } else if (isInName(tokens, at)) {
      from = at;
      continue;
    } else if (from < to && right) {
      const linking = prepositions.has(token.lower);
      if (linking) {
        const before = tokens[at - 1];
        if (before?.kind !== "word" || weekdays.has(before.lower) || prepositions.has(before.lower) || auxiliaries.has(before.lower)) break;
        if (
          !(token.lower === "of" || token.lower === "for" || speaks(base(before)) || isCapital(before) || (token.lower === "by" && /e[dn]$/.test(before.lower)))
        )
          break;
        if (reportingForms.has(before.lower) && !speaks(base(before))) break;
      } else {
        if (
          clauseOpeners.has(token.lower) ||
          relatives.has(token.lower) ||
          auxiliaries.has(token.lower) ||
          weekdays.has(token.lower) ||
          pronouns.has(token.lower)
        )
          break;
        if (!prepositions.has(right.lower)) {
          if (determiners.has(right.lower) && !determiners.has(token.lower)) break;
          if (
            isCapital(right) &&
            !isCapital(token) &&
            token.kind === "word" &&
            !determiners.has(token.lower) &&
            !speaks(base(token)) &&
            !/^(?:von|van|der|de|del|di|da|bin|ibn|al|el|la|le|dos)$|s?'s$|ese$|ish$|an$/.test(token.lower)
          )
            break;
        }
        if (timeWords.has(token.lower) && !isCapital(token) && (determiners.has(right.lower) || isCapital(right))) break;
      }
    } else if (clauseOpeners.has(token.lower) || auxiliaries.has(token.lower) || prepositions.has(token.lower) || determiners.has(token.lower)) {
      break;
    }
    from = at;
    if (from === to - 1 && pronouns.has(token.lower)) break;
  }
  while (from < to && (prepositions.has((tokens[from] as Token).lower) || (tokens[from] as Token).kind === "mark")) from++;
  return { from, to };
}

/** "the Securities *and* Exchange Commission", "the Ministry of Food *and* Rural Affairs": one body. */
function isInName(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.lower !== "and" || !isCapital(tokens[at - 1]) || !isCapital(tokens[at + 1])) return false;
  let [from, to] = [at - 1, at + 1];
  while (isCapital(tokens[to + 1])) to++;
  while (isCapital(tokens[from - 1])) from--;
  const before = tokens[from - 1]?.lower ?? "";
  return before === "of" || before === "for" || (before === "the" && to > at + 1 && organisationNouns.has(base(tokens[to])));
}

/** The noun phrase that starts at `from`: "the institute, Hydromet" is followed over its apposition by `apposition`. */
export function phraseAfter(tokens: readonly Token[], from: number): Stretch {
  let to = from;
  while (to < tokens.length && to - from < longest) {
    const token = tokens[to] as Token;
    if (token.kind === "mark" && !isInner(tokens, to)) break;
    if (token.kind === "word" && to > from) {
      if (auxiliaries.has(token.lower) || relatives.has(token.lower) || pronouns.has(token.lower)) break;
      if (clauseOpeners.has(token.lower) && !(token.lower === "and" && joinsNames(tokens, to + 1))) break;
      // "the grid's *evening* bulletin"
      const isTime = timeWords.has(token.lower) && !isCapital(token) && !(/'s$/.test(tokens[to - 1]?.lower ?? "") && speaks(tokens[to + 1]?.lower ?? ""));
      if (weekdays.has(token.lower) || isTime) break;
      if (prepositions.has(token.lower) && (weekdays.has(tokens[to + 1]?.lower ?? "") || timeWords.has(tokens[to + 1]?.lower ?? ""))) break;
    }
    to++;
  }
  return { from, to };
}

/** "The service and its chief" go on; "the inspectorate, and one of them was" do not. */
function joinsNames(tokens: readonly Token[], from: number): boolean {
  const first = tokens[from];
  if (!first || !(isCapital(first) || determiners.has(first.lower) || speaks(base(first)))) return false;
  for (let at = from; at < tokens.length && at - from < longest; at++) {
    const token = tokens[at] as Token;
    if (token.kind === "mark") return true;
    if (auxiliaries.has(token.lower) || reportingForms.get(token.lower)?.form === "past") return false;
  }
  return true;
}

/** ", a rise of 12", ", the most since 2019": it goes on with the statement and names nobody. */
const isChange = (tokens: readonly Token[], at: number): boolean =>
  /^(?:a|an|the)$/.test(tokens[at]?.lower ?? "") &&
  tokens
    .slice(at + 1, at + 4)
    .some(({ lower }) =>
      /^(?:rise|increase|gain|jump|climb|growth|fall|drop|decrease|decline|cut|reduction|gap|total|average|rate|share|most|highest|lowest|record)$/.test(lower),
    );

/** The apposition in commas right after `to`: ", Dr Rita Carvalho," ; undefined where a clause follows instead. */
export function apposition(tokens: readonly Token[], to: number): Stretch | undefined {
  if (tokens[to]?.text !== "," || !tokens[to + 1]) return undefined;
  const first = tokens[to + 1] as Token;
  if (first.kind !== "word" || clauseOpeners.has(first.lower) || relatives.has(first.lower) || pronouns.has(first.lower)) return undefined;
  if (
    prepositions.has(first.lower) ||
    /^(?:compared|including|leaving|bringing|making|more|fewer|less|most|many|versus)$/.test(first.lower) ||
    isChange(tokens, to + 1) ||
    // ", orders the firm to pay": a verb
    (!isCapital(first) && !determiners.has(first.lower) && determiners.has(tokens[to + 2]?.lower ?? ""))
  )
    return undefined;
  const phrase = phraseAfter(tokens, to + 1);
  const next = tokens[phrase.to];
  return phrase.to > phrase.from && (!next || next.kind === "mark") ? phrase : undefined;
}
