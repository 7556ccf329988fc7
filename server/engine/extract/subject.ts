import { auxiliaries, clauseOpeners, prepositions, relatives } from "../lexicon/function-words.ts";
import { smallNumbers } from "../lexicon/number-words.ts";
import { pastVerbs } from "../lexicon/past-verbs.ts";
import { documentNouns } from "../lexicon/speakers.ts";
import { phraseBefore, type Stretch } from "./noun-phrase.ts";
import type { Token } from "./tokens.ts";

/** The noun phrase before a verb, and the name in apposition to it. */
export interface Subject {
  readonly phrase: Stretch;
  readonly aside?: Stretch;
}

const farthest = 45;
const clauses = /^(?:who|which|whose|whom|where)$/;
/** A comma of the relative clause that stands between: ", who had walked *, and slept,*". */
const isWithin = (tokens: readonly Token[], at: number): boolean => /^(?:and|or|but|then|so)$/.test(tokens[at + 1]?.lower ?? "");

/** The subject that ends before `to`, over an apposition in commas; of a relative clause its antecedent. */
export function subjectBefore(tokens: readonly Token[], to: number): Subject | undefined {
  const last = tokens[to - 1];
  if (!last) return undefined;
  if (last.text === "," || last.text === ")" || /^[—–]$/.test(last.text)) {
    const opening = last.text === ")" ? "(" : last.text;
    const clause = tokens.findLastIndex(
      (token, at) => at < to - 2 && to - at < farthest && token.text === opening && clauses.test(tokens[at + 1]?.lower ?? ""),
    );
    for (let at = to - 2; at > 0 && to - at < farthest; at--) {
      if (tokens[at]?.text !== opening || (at > clause && clause > 0 && isWithin(tokens, at))) continue;
      const phrase = phraseBefore(tokens, behindBracket(tokens, at));
      if (phrase.to > phrase.from) return { phrase, aside: { from: at + 1, to: to - 1 } };
      return undefined;
    }
    return undefined;
  }
  if (last.lower === "who" || last.lower === "which" || last.lower === "that") {
    // "who was on duty and *who* said"
    const same = tokens[to - 2]?.lower === "and" ? tokens.findLastIndex(({ lower }, at) => at < to - 2 && lower === last.lower) : -1;
    if (same > 0) return subjectBefore(tokens, same + 1);
    const comma = tokens[to - 2]?.text === "," ? to - 2 : to - 1;
    // "Zara Field, *18*, who said"
    const end = tokens[comma - 1]?.kind === "number" && tokens[comma - 2]?.text === "," ? comma - 2 : comma;
    const phrase = phraseBefore(tokens, end);
    return phrase.to > phrase.from ? { phrase } : undefined;
  }
  const phrase = phraseBefore(tokens, to);
  if (phrase.to > phrase.from) return { phrase };
  return /^(?:some|many|most|others|several)$/.test(last.lower) ? { phrase: { from: to - 1, to } } : undefined;
}

/** "the Rail Union (RU), ...": the name stands before its abbreviation. */
const behindBracket = (tokens: readonly Token[], to: number): number => (tokens[to - 1]?.text === ")" && tokens[to - 3]?.text === "(" ? to - 3 : to);

/** "Two people familiar with the talks said": those who speak are counted at the head of the sentence. */
const areCounted = (tokens: readonly Token[], { phrase, aside }: Subject): boolean =>
  !aside &&
  phrase.from > 1 &&
  phrase.from < 9 &&
  (tokens[0]?.kind === "number" || smallNumbers.has(tokens[0]?.lower ?? "")) &&
  prepositions.has(tokens[phrase.from - 1]?.lower ?? "") &&
  !tokens
    .slice(1, phrase.from)
    .some(({ kind, lower }) => kind === "mark" || auxiliaries.has(lower) || clauseOpeners.has(lower) || pastVerbs.has(lower) || /ed$/.test(lower));

/** "A survey of 900 Dutch and Danish skippers suggests": what speaks stands at the head of the sentence. */
const isWork = (tokens: readonly Token[], { phrase, aside }: Subject): boolean =>
  !aside &&
  phrase.from > 2 &&
  phrase.from < 14 &&
  tokens
    .slice(0, 4)
    .some(
      ({ lower }, at) =>
        documentNouns.has(lower) &&
        /^(?:of|by|among|with|from|in|obtained|published|released|seen|compiled|gathered|collected|shared)$/.test(tokens[at + 1]?.lower ?? ""),
    ) &&
  !tokens.slice(0, phrase.from).some(({ kind, lower }) => kind === "mark" || auxiliaries.has(lower) || relatives.has(lower) || pastVerbs.has(lower));

/** ", people familiar with the matter said", ", a doctor who asked not to be named said": a closing tag's subject reaches back to the comma. */
export function widened(tokens: readonly Token[], at: number, subject: Subject | undefined): Subject | undefined {
  if (subject && (areCounted(tokens, subject) || isWork(tokens, subject))) return { phrase: { from: 0, to: subject.phrase.to } };
  if (
    !subject ||
    subject.aside ||
    tokens[subject.phrase.from - 1]?.kind !== "word" ||
    !(/^[.,;]?$/.test(tokens[at + 1]?.text ?? "") || tokens[at]?.lower === "told")
  )
    return subject;
  let to = subject.phrase.to;
  let verb = false;
  for (let from = subject.phrase.from - 1; from > 0 && subject.phrase.to - from < 16; from--) {
    const { lower, kind, text } = tokens[from] as Token;
    if (relatives.has(lower)) {
      to = from;
      verb = false;
    } else if (auxiliaries.has(lower) || pastVerbs.has(lower) || (clauseOpeners.has(lower) && lower !== "and")) verb = true;
    if (kind === "mark") return text === "," && !verb && to > from + 1 ? { phrase: { from: from + 1, to } } : subject;
  }
  return subject;
}
