import { possessives, prepositions } from "../lexicon/function-words.ts";
import { isPerson } from "../lexicon/people.ts";
import { singular } from "../lexicon/plurals.ts";
import { isCapital, phraseAfter, speaks } from "./noun-phrase.ts";
import type { Report } from "./reports.ts";
import type { Token } from "./tokens.ts";

const byCounts =
  /^(?:counts?|tally|estimates?|reckoning|guess|calculations?|account|accounts|list|figures|numbers|data|statistics|records|measure|measurements?|admission|gauges?|instruments|sensors?|scales?|readings?|logs?|books|ledger|register|arithmetic|sums|maths|math|tables|forecasts?|projections?|survey|audit|census|inventory|timing|stopwatch|meter|tape)$/;

/** Somebody is named or has an office. */
export function isSource(tokens: readonly Token[], from: number): boolean {
  const phrase = phraseAfter(tokens, from);
  return tokens.slice(phrase.from, phrase.to).some((token) => isCapital(token) || speaks(token.lower.replace(/'s$/, "")));
}

const views =
  /^(?:count|counts|sums|reading|readings|tally|estimates?|reckoning|calculations?|account|figures|numbers|data|statistics|records|evidence|admission|opinion|view|judge?ment|estimation|assessment|telling|version|words|belief|submission|testimony)$/;

/** "by the reckoning of the harbour master", "in the opinion of the panel", "on the evidence of the log", "in the mayor's view". */
export function inView(tokens: readonly Token[], at: number): Report | undefined {
  const front = at === 0;
  for (let noun = at + 1; noun < at + 5 && noun < tokens.length; noun++) {
    const { lower, kind } = tokens[noun] as Token;
    if (kind !== "word" || (noun > at + 1 && prepositions.has(lower))) return undefined;
    if (!views.test(lower)) continue;
    if (tokens[noun + 1]?.lower === "of" && noun > at + 1) {
      const phrase = phraseAfter(tokens, noun + 2);
      const whose = tokens.slice(phrase.from, phrase.to);
      if (
        !whose.some(
          (token) => isCapital(token) || speaks(token.lower.replace(/'s$/, "")) || isPerson(singular(token.lower)) || /^(?:those|many|most)$/.test(token.lower),
        )
      )
        return undefined;
      return { cue: { from: at, to: noun + 2 }, phrase, covers: front ? "after" : "both", relative: false };
    }
    // "on the figures in its report"
    if (/^(?:in|from)$/.test(tokens[noun + 1]?.lower ?? "") && /^(?:on|by|from)$/.test(tokens[at]?.lower ?? "") && noun > at + 1 && isSource(tokens, noun + 2))
      return { cue: { from: at, to: noun + 2 }, phrase: phraseAfter(tokens, noun + 2), covers: front ? "after" : "both", relative: false };
    const owner = tokens[noun - 1] as Token;
    const vague =
      noun === at + 2 && /^(?:one|some|most|many|all|another|any|other|several|various|early|initial|unofficial|independent|rough)$/.test(owner.lower);
    const latest =
      tokens.slice(at + 1, noun).every((word) => /^(?:the|last|latest|official|first|final|most|recent|previous|preliminary|provisional)$/.test(word.lower)) &&
      noun > at + 2;
    const held =
      /^(?:view|opinion|judge?ment|estimation|assessment|telling|version|words|belief|submission|account)$/.test(lower) &&
      (/'s$/.test(owner.lower) || possessives.has(owner.lower));
    if (vague || latest || held)
      return { cue: { from: at, to: noun + 1 }, phrase: { from: at + 1, to: noun }, covers: front ? "after" : "both", relative: false };
  }
  return undefined;
}

/** "by the parish's count", "by its own estimate", "by police estimates". */
export function countBy(tokens: readonly Token[], at: number): Report | undefined {
  for (let noun = at + 2; noun < at + 9 && noun < tokens.length; noun++) {
    const token = tokens[noun] as Token;
    if (token.kind !== "word" && !/^['’.&-]$/.test(token.text)) return undefined;
    if (!byCounts.test(token.lower)) continue;
    const inner = tokens.slice(at + 1, noun);
    if (
      !inner.some(
        (word) =>
          /'s$/.test(word.lower) ||
          possessives.has(word.lower) ||
          /^['’]$/.test(word.text) ||
          speaks(word.lower) ||
          word.lower === "official" ||
          word.lower === "same" ||
          isCapital(word),
      )
    )
      return undefined;
    const phrase = { from: at + 1, to: noun };
    return { cue: { from: at, to: noun + 1 }, phrase, covers: at === 0 ? "after" : "both", relative: false };
  }
  return undefined;
}

/** ", in the growers' estimate", "In the county sheriff's reckoning, ...": apart from the clause, between a mark and its end. */
export function inEstimate(tokens: readonly Token[], at: number): Report | undefined {
  if (at > 0 && !/^[,—–(-]$/.test(tokens[at - 1]?.text ?? "")) return undefined;
  const report = countBy(tokens, at);
  return report && /^(?:[,.;)—–]|$)/.test(tokens[report.cue.to]?.text ?? "") ? report : undefined;
}
