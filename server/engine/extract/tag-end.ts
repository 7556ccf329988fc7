import { auxiliaries, clauseOpeners, determiners, isLyAdverb, months, prepositions, pronouns, timeWords, weekdays } from "../lexicon/function-words.ts";
import type { ReportingForm } from "./reporting-forms.ts";
import type { Token } from "./tokens.ts";

const endMark = /^[.,;:!?)\]—–]$/;
const venue =
  /^(?:statement|interview|briefing|conference|report|post|letter|email|message|call|speech|hearing|bulletin|release|telephone|phone|note|tweet|video|update|address)$/;

/**
 * Whether "X said" at `at` is a tag behind what it reports ("..., police said on Thursday."): then nothing but its hearer, day or place follows.
 * "both": the sentence goes on after it with the same clause ("The toll, police said, had reached 40"). Undefined: what it reports follows.
 */
export function closesTag(tokens: readonly Token[], at: number, form: ReportingForm, afterQuote: boolean): "before" | "both" | undefined {
  let next = at + 1;
  if (form.lemma === "tell" || form.lemma === "warn") next = skipHearer(tokens, next);
  for (let steps = 0; steps < 8; steps++) {
    const token = tokens[next];
    if (!token || endMark.test(token.text)) break;
    if (circumstances.has(token.lower) && !hasThat(tokens, next)) return "before";
    const skipped = skipAdverbial(tokens, next, afterQuote);
    if (skipped === next) return afterQuote && token.lower !== "that" && !isQuoteMark(token) ? "before" : undefined;
    next = skipped;
  }
  const mark = tokens[next];
  if (mark?.text !== ",") return mark?.text === ":" ? undefined : "before";
  const following = tokens[next + 1];
  if (!following || afterQuote) return "before";
  return clauseOpeners.has(following.lower) && !goesOn(tokens, next + 2) ? "before" : "both";
}

/** ", police said, and *had spread* to a second hall", "..., she said, and *that* it would", "14 in the air, the army said, and *650* on the ground": the same statement goes on. */
const goesOn = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at];
  return token !== undefined && (auxiliaries.has(token.lower) || token.lower === "that" || token.kind === "number");
};

/** What opens a clause about the saying and not about the said: "conceded on Monday *after* her aides had counted again". */
const circumstances = new Set(["after", "before", "as", "when", "while", "following", "hours", "days"]);

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
    if (
      weekdays.has(token.lower) ||
      timeWords.has(token.lower) ||
      (at > from && (prepositions.has(token.lower) || pronouns.has(token.lower) || token.lower === "that"))
    )
      break;
    if (at === from && token.lower === "that") return from;
    if (auxiliaries.has(token.lower)) return from;
    at++;
  }
  return at;
}

/** One adverbial phrase: a day, a date, "in a statement", "at a news conference in Geneva". */
function skipAdverbial(tokens: readonly Token[], from: number, afterQuote: boolean): number {
  const token = tokens[from] as Token;
  if (weekdays.has(token.lower) || timeWords.has(token.lower) || isLyAdverb(token.lower)) return from + 1;
  if (months.has(token.lower) || token.kind === "number")
    return months.has(tokens[from + 1]?.lower ?? "") || months.has(token.lower) ? skipDate(tokens, from) : from;
  if (!prepositions.has(token.lower)) return from;
  let at = from + 1;
  let heads = 0;
  while (at < tokens.length && at - from < 8) {
    const { lower, kind, text } = tokens[at] as Token;
    if (weekdays.has(lower) || timeWords.has(lower)) return at + 1;
    if (months.has(lower) || (kind === "number" && months.has(tokens[at + 1]?.lower ?? ""))) return skipDate(tokens, at);
    if (auxiliaries.has(lower) || pronouns.has(lower) || clauseOpeners.has(lower) || lower === "that") return afterQuote && at > from + 1 ? at : from;
    if (kind === "mark" && !/^['’&-]$/.test(text)) return at;
    if (at > from + 1 && (prepositions.has(lower) || (heads > 0 && determiners.has(lower)) || kind === "number")) return at;
    if (!determiners.has(lower)) heads++;
    at++;
    if (venue.test(lower)) return at;
  }
  return at;
}

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
