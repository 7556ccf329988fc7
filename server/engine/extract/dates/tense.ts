import { pastVerbs } from "../../lexicon/past-verbs.ts";
import { lower, type Tokens } from "./tokens.ts";

export type Tense = "past" | "future" | "unknown";

const future = new Set(
  "will shall won’t won't would due scheduled plans planned planning expected expects set going must until next upcoming tomorrow hopes hope aims intends could may might should begins opens starts runs resumes continues expires ends closes meets votes takes".split(
    " ",
  ),
);
const auxiliary = new Set("be been being to is are was were has have will would get gets".split(" "));
const stop = /^[.;:!?—–"“”()]$/;
const reach = 14;

const planned =
  /^(?:set|fixed|scheduled|rescheduled|planned|called|ordered|listed|booked|adjourned|postponed|delayed|announced|arranged|pencilled|slated|due|hearing|election|vote|meeting)$/;

/** The tense of the clause around tokens [from, next): the nearest verb before, else the nearest after; "said ... would" after a verb of saying looks ahead. */
export function tenseAround(tokens: Tokens, from: number, next: number): Tense {
  if (/^(?:for|until|till)$/.test(lower(tokens, from - 1)) && tokens.slice(Math.max(0, from - 10), from).some(({ lower: word }) => planned.test(word)))
    return "future";
  let infinitive = false;
  for (let i = from - 1; i >= Math.max(0, from - reach); i--) {
    const found = tenseOf(tokens, i);
    // "voted to meet on Friday" tells nothing of Friday.
    infinitive ||=
      lower(tokens, i) === "to" && /^\p{Ll}/u.test(tokens[i + 1]?.text ?? "") && !/^(?:the|a|an|his|her|its|their|this|that)$/.test(lower(tokens, i + 1));
    if (stop.test(lower(tokens, i)) && !(lower(tokens, i) === "." && /^[ap]$|^m$/.test(lower(tokens, i - 1)))) break;
    if (found) return found === "past" && infinitive ? "unknown" : found;
  }
  for (let i = next; i < Math.min(tokens.length, next + reach); i++) {
    if (stop.test(lower(tokens, i))) break;
    const found = tenseOf(tokens, i);
    if (found) return found;
  }
  return "unknown";
}

function tenseOf(tokens: Tokens, i: number): Tense | undefined {
  const word = tokens[i]?.text ?? "";
  if (/^(?:go|goes|meet|vote|return|appear)$/.test(word) && !/^(?:to|did|not|and|or|could|would|might)$|n't$/.test(lower(tokens, i - 1))) return "future";
  if (future.has(word)) return isFuture(tokens, i, word) ? "future" : undefined;
  if (!pastVerbs.has(word) && !/^\p{Ll}{3,}ed$/u.test(word)) {
    return (word === "is" || word === "are") && lower(tokens, i + 1) === "to" ? "future" : undefined;
  }
  // "is to stay closed", "are being kept locked": a state.
  if (/^(?:stays?|staying|remains?|remaining|keeps?|keeping|kept)$/.test(lower(tokens, i - 1)) && word.endsWith("ed")) return undefined;
  if (auxiliary.has(lower(tokens, i - 1)) && !/^(?:was|were|had|has|have)$/.test(word)) return undefined;
  return auxiliary.has(lower(tokens, i - 2)) && /ly$/.test(lower(tokens, i - 1)) ? undefined : "past";
}

function isFuture(tokens: Tokens, i: number, word: string): boolean {
  const after = lower(tokens, i + 1);
  // "burned until Friday" is over, "was closed until Friday" may not be.
  if (word === "until") return tenseOf(tokens, i - 1) !== "past" || /^(?:was|were|been|be|being|is|are)$/.test(lower(tokens, i - 2));
  if (word === "set" || word === "going" || word === "planned" || word === "hope" || word === "aims") return after === "to" || after === "for";
  if (word === "due" || word === "expected" || word === "scheduled") return after !== "to" || lower(tokens, i + 2) !== "the";
  if (word === "could" || word === "should" || word === "must" || word === "may" || word === "might" || word === "would")
    return after !== "have" && lower(tokens, i + 2) !== "have";
  return true;
}

const present = new Set("is are has have remain remains continue continues ’s 's marks still".split(" "));
const clauseReach = 30;

/** Whether what an elapsed time counts is said in the present: "It is twelve weeks since ...", "Two weeks after ..., fighters are still ...". */
export function isPresentAround(tokens: Tokens, from: number, next: number): boolean {
  const isFirst = from === 0 || /^[.!?]$/.test(lower(tokens, from - 1)) || (from < 4 && !tokens.slice(0, from).some(({ lower: word }) => pastVerbs.has(word)));
  for (let i = from - 1; i >= Math.max(0, from - 6) && !stop.test(lower(tokens, i)); i--) {
    if (/^(?:is|marks|comes|falls|arrives)$/.test(lower(tokens, i)) || (lower(tokens, i) === "been" && /^(?:has|have)$/.test(lower(tokens, i - 1))))
      return true;
  }
  if (!isFirst) return false;
  let inMain = false;
  for (let i = next; i < Math.min(tokens.length, next + clauseReach); i++) {
    const word = lower(tokens, i);
    if (/^[.!?;]$/.test(word)) return false;
    if (word === ",") inMain = true;
    else if (inMain && present.has(word)) return true;
    else if (inMain && tenseOf(tokens, i) && !/^(?:to|by)$/.test(lower(tokens, i + 1))) return false;
  }
  return false;
}
