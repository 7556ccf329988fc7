import { hedgeEnds, hedgeStarts, hedgesAfter, hedgesBefore, plainBefore } from "../lexicon/hedges.ts";
import { smallNumbers } from "../lexicon/number-words.ts";
import type { Figure } from "./mentions.ts";
import { type Token, wordsOf } from "./tokens.ts";

type Hedge = NonNullable<Figure["hedge"]>;

/** The hedge before token `first`, across plain words ("at least another 40", "about a further 20"). */
export function hedgeBefore(tokens: readonly Token[], first: number): Hedge | undefined {
  let end = first;
  for (let skipped = 0; skipped < 3; skipped++) {
    const hedge = hedgeEndingAt(tokens, end);
    if (hedge) return compares(tokens, hedge, end < first && tokens[end]?.lower === "the") ? undefined : hedge;
    const word = tokens[end - 1]?.lower ?? "";
    if (!plainBefore.has(word) && !/^(?:[$£€¥₹]|us|u\.s)$/.test(word)) return undefined;
    end--;
  }
  return undefined;
}

/** "12 fewer than the 96 of the year before", "five more than 40", "below the 285 measured there", "twice as many as 23": a comparison with a number, no hedge on it. */
function compares(tokens: readonly Token[], hedge: Hedge, definite: boolean): boolean {
  const last = tokens.findLast((token) => token.end <= hedge.end);
  if (definite && !/^at-/.test(hedge.kind)) return true;
  const before = tokens.findLast((token) => token.end <= hedge.start);
  if (last?.lower === "as") return /^(?:times|twice|double|half|again)$/.test(before?.lower ?? "");
  if (last?.lower !== "than") return false;
  // "In 2019 more than 2,000 fell ill": a year
  return (before?.kind === "number" && !/^(?:19|20)\d\d$/.test(before.text)) || smallNumbers.has(before?.lower ?? "");
}

const passing =
  /^(?:pass|passes|passed|passing|top|tops|topped|exceeds?|exceeded|surpass|surpasses|surpassed|cross|crosses|crossed|breach|breaches|breached|past|beyond)$/;
const nearing = /^(?:nears?|neared|nearing|approach|approaches|approached)$/;

/** "*taking* ridership past 11 million". */
const takes =
  /^(?:taking|pushing|bringing|sending|lifting|carrying|driving|propelling|tipping|takes?|pushe[sd]|pushed|took|brought|sent|lifted|carried|drove)$/;

/** "the toll passes 80", "rose past 1,000", "nears 40": a verb that bounds the number of which the sentence speaks. */
export function hedgeOfVerb(tokens: readonly Token[], first: number): Hedge | undefined {
  let at = first - 1;
  while (/^(?:the|us|[$£€¥₹])$/.test(tokens[at]?.lower ?? "")) at--;
  const token = tokens[at];
  if (
    !token ||
    // "a breach 35 metres long"
    /^(?:an?|the|this|another)$/.test(tokens[at - 1]?.lower ?? "") ||
    (/^(?:past|beyond)$/.test(token.lower) &&
      !/^(?:rose|risen|rises|climb\w*|went|goes|gone|rising|soar\w*|jump\w*|grew|grown|swell\w*|swollen)$/.test(tokens[at - 1]?.lower ?? "") &&
      !tokens.slice(Math.max(0, at - 6), at).some(({ lower }) => takes.test(lower)))
  )
    return undefined;
  const kind = passing.test(token.lower) ? "more-than" : nearing.test(token.lower) ? "nearly" : undefined;
  return kind && { kind, verb: true, start: token.start, end: token.end };
}

/** "the league estimated the crowd *at* 11,000", "damage estimated at $3 million": about so much. */
export function hedgeOfEstimate(tokens: readonly Token[], first: number): Hedge | undefined {
  const at = tokens[first - 1]?.lower === "at" ? first - 1 : tokens[first - 2]?.lower === "at" && tokens[first - 1]?.kind === "mark" ? first - 2 : -1;
  for (let verb = at - 1; verb >= 0 && at - verb < 6; verb--) {
    const token = tokens[verb] as Token;
    if (token.kind === "mark") return undefined;
    if (/^(?:estimat|reckon|guess)(?:e[sd]?|ing|s|ed)$/.test(token.lower))
      return { kind: "about", verb: true, start: token.start, end: (tokens[at] as Token).end };
  }
  return undefined;
}

/** "$180m, *in the growers' estimate*", "R38m, *by the chamber's reckoning*": about so much, whoever reckons it. */
export function hedgeOfEstimator(tokens: readonly Token[], end: number): Hedge | undefined {
  for (let from = end; from < end + 9 && from < tokens.length; from++) {
    const { lower, text, start } = tokens[from] as Token;
    if (/^[;:.]$/.test(text)) return undefined;
    if (!/^(?:by|in|on)$/.test(lower)) continue;
    const noun = tokens.slice(from + 2, from + 9).find((token) => estimates.test(token.lower) || (token.kind !== "word" && !/^['’.&-]$/.test(token.text)));
    if (noun?.kind === "word") return { kind: "about", verb: true, start, end: noun.end };
  }
  return undefined;
}

const estimates = /^(?:estimat(?:es?|ions?)|reckoning|guess)$/;

/** The hedge whose last word stands right before token `end`. */
export function hedgeEndingAt(tokens: readonly Token[], end: number): Hedge | undefined {
  for (let length = Math.min(hedgeEnds.get(tokens[end - 1]?.lower ?? "") ?? 0, end); length > 0; length--) {
    const kind = hedgesBefore.get(wordsOf(tokens, end - length, end));
    if (!kind || !isHedge(tokens, end - length, end)) continue;
    return { kind, start: (tokens[end - length] as Token).start, end: (tokens[end - 1] as Token).end };
  }
  return undefined;
}

/** "turned over 131 documents", "below 20" of a thermometer and "not more than" aside, prepositions of place are no hedges. */
function isHedge(tokens: readonly Token[], first: number, end: number): boolean {
  const before = tokens[first - 1]?.lower ?? "";
  if (end - first > 1)
    return !(
      (tokens[first]?.lower === "close" && before === "to" && isThings(tokens[first - 2])) ||
      (tokens[first]?.lower === "up" &&
        /^(?:went|go|goes|going|gone|rose|risen|rises|climb\w*|crept|moved|pushed|brought|shot|jumped|edged|revised|ticked|inched|was|is|put)$/.test(before))
    );
  const word = tokens[first]?.lower;
  if (word === "over")
    return !/^(?:turn|turned|turning|turns|hand|handed|hands|handing|take|took|taken|taking|over|presided|all|hovered|flew|fly|flying|spread)$/.test(before);
  if (word === "near") return /^(?:a|an|is|was|at|to|now)$/.test(before);
  if (word === "under") return !/^(?:an|the|from|come|came)$/.test(before);
  return true;
}

/** "branches to close to 52" has an infinitive, "rises to close to 52" a hedge. */
const isThings = (token: Token | undefined): boolean => token?.kind === "word" && /[^s]s$/.test(token.lower) && !rises.test(token.lower);
const rises = /^(?:rises|climbs|falls|drops|jumps|soars|grows|slips|sinks|swells|amounts|comes|goes|leaps|surges|shrinks|gets|this|its|is|was)$/;

/** The hedge at token `i`, after the number, its noun and what it is a rate of: "40 or more", "6,400 people, give or take", "40 cents a day or so". */
export function hedgeAfter(tokens: readonly Token[], i: number): Hedge | undefined {
  const from = tokens[i]?.text === "," ? i + 1 : /^(?:a|an|per)$/.test(tokens[i]?.lower ?? "") && tokens[i + 2]?.lower === "or" ? i + 2 : i;
  for (let length = Math.min(hedgeStarts.get(tokens[from]?.lower ?? "") ?? 0, tokens.length - from); length > 0; length--) {
    const words = wordsOf(tokens, from, from + length);
    const kind = hedgesAfter.get(words);
    const next = tokens[from + length];
    if (!kind || (next?.lower === "than" && /^or (?:more|less|fewer)$/.test(words))) continue;
    if (next?.kind === "number" || smallNumbers.has(next?.lower ?? "")) continue;
    if (length > 1 || endsPhrase(next)) return { kind, start: (tokens[from] as Token).start, end: (tokens[from + length - 1] as Token).end };
  }
  return undefined;
}

const endsPhrase = (token: Token | undefined): boolean => token === undefined || token.kind === "mark";
