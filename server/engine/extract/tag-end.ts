import {
  auxiliaries,
  clauseOpeners,
  determiners,
  isLyAdverb,
  months,
  prepositions,
  pronouns,
  relatives,
  timeWords,
  weekdays,
} from "../lexicon/function-words.ts";
import { smallNumbers } from "../lexicon/number-words.ts";
import { pastVerbs } from "../lexicon/past-verbs.ts";
import { addressing } from "../lexicon/reporting-verbs.ts";
import { organisationNouns } from "../lexicon/speakers.ts";
import type { ReportingForm } from "./reporting-forms.ts";
import type { Token } from "./tokens.ts";

const endMark = /^[.,;:!?)\]—–]$/;
const venue =
  /^(?:statement|interview|briefing|conference|report|post|letter|email|message|call|speech|hearing|bulletin|release|telephone|phone|note|tweet|video|update|address|advisory|filing|thread|dispatch|broadcast|communiqu[eé]|newsletter|memo|notice|circular|assessment|submission|reply|affidavit|column|edition)$/;

/**
 * Whether "X said" at `at` is a tag behind what it reports ("..., police said on Thursday."): then nothing but its hearer, day or place follows.
 * "both": the sentence goes on after it with the same clause ("The toll, police said, had reached 40"). Undefined: what it reports follows.
 */
export function closesTag(tokens: readonly Token[], at: number, form: ReportingForm, afterQuote: boolean): "before" | "both" | undefined {
  let next = at + 1;
  if (addressing.has(form.lemma)) next = skipHearer(tokens, next);
  if (form.lemma === "quote" || form.lemma === "cite") next = skipQuoted(tokens, next);
  if (afterQuote && /^(?:of|about)$/.test(tokens[next]?.lower ?? "")) return "both";
  for (let steps = 0; steps < 8; steps++) {
    const token = tokens[next];
    if (!token || endMark.test(token.text)) break;
    if (circumstances.has(token.lower) && !hasThat(tokens, next)) return "before";
    const skipped = skipAdverbial(tokens, next, afterQuote);
    if (skipped === next) return afterQuote && token.lower !== "that" && !isQuoteMark(token) ? "before" : undefined;
    next = skipped;
  }
  const mark = tokens[next];
  if (mark?.text === ":") return afterQuote ? undefined : "both";
  if (!mark || afterQuote) return "before";
  const isNext = mark.text === "," && tokens[next + 2]?.kind === "number";
  return isNext || goesOn(tokens, next) || (form.form === "past" && isBackshifted(tokens, next)) ? "both" : "before";
}

/**
 * Whether what stands behind the mark at `at` is still the statement that a tag in front of it interrupts: ", police said, *and had spread* to a second hall",
 * "14 in the air, the army said, *and 650* on the ground", "..., police said, *and carried* three away", "..., according to the club – *two of them* children".
 */
export function goesOn(tokens: readonly Token[], at: number): boolean {
  const [mark, next, token] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (!next) return false;
  if (/^[—–]$/.test(mark?.text ?? "")) return !clauseOpeners.has(next.lower) && !hasFiniteVerb(tokens, at + 1);
  if (mark?.text !== ",") return false;
  // "..., the report shows, *whereas* newsprint was off 17%": two halves of one statement
  // "She had put it off, she said, *because* one in 500 had fallen ill": the reason is part of what she said
  if (!clauseOpeners.has(next.lower) || /^(?:whereas|because|since|if|unless)$/.test(next.lower)) return true;
  if (!token) return false;
  // ", the agency reported, *as against* nine last winter"
  if (next.lower === "as" && /^(?:against|compared|opposed)$/.test(token.lower)) return true;
  // ", he said, or just under £1m for the pair"
  if (next.lower === "or" && tokens.slice(at + 2, at + 7).some(isCount) && !hasFiniteVerb(tokens, at + 2)) return true;
  return (
    auxiliaries.has(token.lower) ||
    token.lower === "that" ||
    isElliptical(tokens, at + 2) ||
    (isCount(token) && !hasFiniteVerb(tokens, at + 2)) ||
    (determiners.has(token.lower) && isCount(tokens[at + 3]) && endsSoon(tokens, at + 4)) ||
    (/^(?:and|but|then)$/.test(next.lower) && isSharedVerb(tokens, at + 2))
  );
}

/** "and *carried* three away", "and *employs* the other 40", "will pass Venus, ..., and *come* within 400 km": a verb of the subject before the tag. */
function isSharedVerb(tokens: readonly Token[], at: number): boolean {
  const [token, next] = [tokens[at] as Token, tokens[at + 1]];
  const { lower, kind } = token;
  if (kind !== "word" || token.text !== lower || determiners.has(lower) || prepositions.has(lower) || pronouns.has(lower) || isLyAdverb(lower)) return false;
  if (!next || hasFiniteVerb(tokens, at + 1)) return false;
  if (pastVerbs.has(lower) || /[a-z]{2}ed$/.test(lower)) return true;
  const hasObject = determiners.has(next.lower) || next.kind === "number" || smallNumbers.has(next.lower) || /^[$£€¥₹]$/.test(next.text);
  if (/[^s]s$/.test(lower)) return hasObject;
  return (hasObject || prepositions.has(next.lower)) && tokens.slice(0, at).some((word) => modals.test(word.lower));
}

const modals = /^(?:will|would|shall|should|can|could|may|might|must|to)$/;

/** ", she said, and the 212 messages *on it*.": one more thing, and no clause. */
const endsSoon = (tokens: readonly Token[], from: number): boolean => {
  const end = tokens.findIndex(({ kind }, at) => at >= from && kind === "mark");
  const rest = tokens.slice(from, end < 0 ? tokens.length : end);
  return rest.length < 5 && (rest.length < 2 || prepositions.has((rest[1] as Token).lower)) && !hasFiniteVerb(tokens, from);
};

/** A verb stands before the next mark, outside of a relative clause. */
function hasFiniteVerb(tokens: readonly Token[], from: number): boolean {
  for (let at = from; at < tokens.length; at++) {
    const { lower, text } = tokens[at] as Token;
    if (/^[,.;:()—–]$/.test(text) || relatives.has(lower)) return false;
    if ((auxiliaries.has(lower) && text === lower) || pastVerbs.has(lower)) return true;
  }
  return false;
}

/** ", a spokesman said, and passengers *had* been given water": still what he said, by its tense. */
function isBackshifted(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.text !== "," || !/^(?:and|but)$/.test(tokens[at + 1]?.lower ?? "")) return false;
  const clause = tokens.slice(at + 2, at + 10);
  const end = clause.findIndex(({ lower, kind }) => kind === "mark" || relatives.has(lower));
  return (end < 0 ? clause : clause.slice(0, end)).some(({ lower }) => lower === "had" || lower === "would");
}

const isCount = (token: Token | undefined): boolean => token?.kind === "number" || smallNumbers.has(token?.lower ?? "");

/** ", and *eight* are not", ", *650* on the ground": a number whose noun the clause before has; "two of them" has one. */
const isElliptical = (tokens: readonly Token[], at: number): boolean => {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (!isCount(token)) return false;
  return next === undefined || next.kind === "mark" || auxiliaries.has(next.lower) || (prepositions.has(next.lower) && next.lower !== "of");
};

/** What opens a clause about the saying and not about the said: "conceded on Monday *after* her aides had counted again". */
const circumstances = new Set(["after", "before", "as", "when", "while", "following", "ahead", "amid", "minutes", "hours", "days", "weeks", "moments"]);

function hasThat(tokens: readonly Token[], from: number): boolean {
  for (let at = from; at < tokens.length && at < from + 14 && !endMark.test(tokens[at]?.text ?? ""); at++) if (tokens[at]?.lower === "that") return true;
  return false;
}

const isQuoteMark = (token: Token): boolean => token.text === '"';

/** "told *reporters*", "told *the evening paper*", as long as no clause begins there. */
function skipHearer(tokens: readonly Token[], from: number): number {
  let at = from;
  while (at < tokens.length && at - from < 9) {
    const token = tokens[at] as Token;
    if ((token.kind === "mark" && !/^[.'’]$/.test(token.text)) || token.kind === "number") break;
    if (token.text === "." && at === tokens.length - 1) break;
    // "told *this newspaper*"
    if (token.lower === "this" && organisationNouns.has(tokens[at + 1]?.lower ?? "")) return at + 2;
    if (
      weekdays.has(token.lower) ||
      (timeWords.has(token.lower) && token.text === token.lower) ||
      (at > from && (prepositions.has(token.lower) || pronouns.has(token.lower) || token.lower === "that"))
    )
      break;
    if (at === from && token.lower === "that") return from;
    if (auxiliaries.has(token.lower)) return from;
    at++;
  }
  return at;
}

/** "quoted *the minister as saying*", "quoted *as putting*". */
function skipQuoted(tokens: readonly Token[], from: number): number {
  for (let at = from; at < from + 9 && tokens[at] && !endMark.test((tokens[at] as Token).text); at++)
    if (tokens[at]?.lower === "as" && /^\p{L}+ing$/u.test(tokens[at + 1]?.lower ?? "")) return at + 2;
  return from;
}

/** One adverbial phrase: a day, a date, "in a statement", "at a news conference in Geneva". */
function skipAdverbial(tokens: readonly Token[], from: number, afterQuote: boolean): number {
  const token = tokens[from] as Token;
  if (weekdays.has(token.lower) || timeWords.has(token.lower) || isLyAdverb(token.lower) || /^(?:here|just|now)$/.test(token.lower)) return from + 1;
  if (isAgo(tokens, from)) return from + 3;
  if (months.has(token.lower) || token.kind === "number")
    return months.has(tokens[from + 1]?.lower ?? "") || months.has(token.lower) ? skipDate(tokens, from) : from;
  if (!prepositions.has(token.lower)) return from;
  // "said at 11 am"
  if (tokens[from + 1]?.kind === "number" && /^(?:am|pm|gmt|noon)$/.test(tokens[from + 2]?.lower ?? "")) return from + 3;
  let at = from + 1;
  let heads = 0;
  while (at < tokens.length && at - from < 8) {
    const { lower, kind, text } = tokens[at] as Token;
    if (opensVenue(tokens, at)) {
      at++;
      continue;
    }
    if (weekdays.has(lower) || (timeWords.has(lower) && !organisationNouns.has(tokens[at + 1]?.lower ?? ""))) return at + 1;
    if (months.has(lower) || (kind === "number" && months.has(tokens[at + 1]?.lower ?? ""))) return skipDate(tokens, at);
    if (auxiliaries.has(lower) || pronouns.has(lower) || clauseOpeners.has(lower) || lower === "that") return afterQuote && at > from + 1 ? at : from;
    if (kind === "mark" && !/^['’&-]$/.test(text) && !(text === ":" && tokens[at + 1]?.start === tokens[at]?.end)) return at;
    if (at > from + 1 && (prepositions.has(lower) || (heads > 0 && determiners.has(lower)) || kind === "number")) return at;
    if (!determiners.has(lower)) heads++;
    at++;
    if (venue.test(lower) && !venue.test(tokens[at]?.lower ?? ""))
      return /^(?:issued|released|published|posted|sent|circulated)$/.test(tokens[at]?.lower ?? "") ? at + 1 : at;
  }
  return at;
}

/** "in its *evening* bulletin", "in the *same* statement", "in its *6 pm* update": a time that tells which one. */
function opensVenue(tokens: readonly Token[], at: number): boolean {
  const { lower, kind } = tokens[at] as Token;
  if (!timeWords.has(lower) && !weekdays.has(lower) && kind !== "number") return false;
  for (let next = at + 1; next < at + 4; next++) {
    const token = tokens[next];
    if (token?.kind !== "word" || prepositions.has(token.lower) || auxiliaries.has(token.lower) || determiners.has(token.lower)) return false;
    if (venue.test(token.lower)) return true;
  }
  return false;
}

/** "two days ago", "an hour later". */
const isAgo = (tokens: readonly Token[], from: number): boolean =>
  /^(?:ago|later|earlier|before|afterwards?)$/.test(tokens[from + 2]?.lower ?? "") &&
  /^(?:minute|hour|day|night|week|month|year)s?$/.test(tokens[from + 1]?.lower ?? "");

function skipDate(tokens: readonly Token[], from: number): number {
  let at = from;
  while (
    at < tokens.length &&
    at - from < 4 &&
    (months.has(tokens[at]?.lower ?? "") ||
      tokens[at]?.kind === "number" ||
      (tokens[at]?.text === "." && tokens[at - 1] && months.has(tokens[at - 1]?.lower ?? "") && at + 1 < tokens.length))
  )
    at++;
  return at;
}
