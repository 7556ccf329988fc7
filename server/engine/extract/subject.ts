import { auxiliaries, clauseOpeners, relatives } from "../lexicon/function-words.ts";
import { phraseBefore, type Stretch } from "./noun-phrase.ts";
import type { Token } from "./tokens.ts";

/** The noun phrase before a verb, and the name in apposition to it. */
export interface Subject {
  readonly phrase: Stretch;
  readonly aside?: Stretch;
}

/** The subject that ends before `to`, over an apposition in commas; of a relative clause its antecedent. */
export function subjectBefore(tokens: readonly Token[], to: number): Subject | undefined {
  const last = tokens[to - 1];
  if (!last) return undefined;
  if (last.text === "," || last.text === ")" || /^[—–]$/.test(last.text)) {
    const opening = last.text === ")" ? "(" : last.text;
    for (let at = to - 2; at > 0 && to - at < 24; at--) {
      if (tokens[at]?.text !== opening) continue;
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
    const end = tokens[to - 2]?.text === "," ? to - 2 : to - 1;
    const phrase = phraseBefore(tokens, end);
    return phrase.to > phrase.from ? { phrase } : undefined;
  }
  const phrase = phraseBefore(tokens, to);
  return phrase.to > phrase.from ? { phrase } : undefined;
}

/** "the Rail Union (RU), ...": the name stands before its abbreviation. */
const behindBracket = (tokens: readonly Token[], to: number): number => (tokens[to - 1]?.text === ")" && tokens[to - 3]?.text === "(" ? to - 3 : to);

/** ", people familiar with the matter said", ", a doctor who asked not to be named said": a closing tag's subject reaches back to the comma. */
export function widened(tokens: readonly Token[], at: number, subject: Subject | undefined): Subject | undefined {
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
    } else if (auxiliaries.has(lower) || clauseOpeners.has(lower)) verb = true;
    if (kind === "mark") return text === "," && !verb && to > from + 1 ? { phrase: { from: from + 1, to } } : subject;
  }
  return subject;
}
