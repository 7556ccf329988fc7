import { clauseOpeners, determiners, prepositions, timeWords, weekdays } from "../lexicon/function-words.ts";
import { smallNumbers } from "../lexicon/number-words.ts";
import type { Stretch } from "./noun-phrase.ts";
import type { Token } from "./tokens.ts";

const farthest = 9;

/**
 * "short of *the £104m* that analysts had expected", "*the 300 jobs* the ministry had promised": what somebody says, in front of the clause that says so.
 * `from` is where that clause begins, `to` where it ends.
 */
export function antecedent(tokens: readonly Token[], from: number, to: number): Stretch | undefined {
  if (!closes(tokens, to) && !lacksObject(tokens, from, to)) return undefined;
  const end = /^(?:that|which)$/.test(tokens[from - 1]?.lower ?? "") ? from - 1 : from;
  for (let at = end - 1; at >= 0 && end - at < farthest; at--) {
    const { kind, lower, text } = tokens[at] as Token;
    if (kind === "mark" && !/^[$£€¥₹%.-]$/.test(text)) return undefined;
    if (kind !== "word" || !determiners.has(lower) || smallNumbers.has(lower)) continue;
    const counts = tokens.slice(at + 1, end).some((token) => token.kind === "number" || smallNumbers.has(token.lower));
    if (counts) return { from: at, to: end };
  }
  return undefined;
}

/** "the 340m *that he says the levy will bring in*": the clause that he says lacks its object, which stands in front. */
const lacksObject = (tokens: readonly Token[], from: number, to: number): boolean => {
  const next = tokens[to];
  if (!/^(?:that|which)$/.test(tokens[from - 1]?.lower ?? "") || !next || next.lower === "that") return false;
  const end = tokens.findIndex(({ kind }, at) => at >= to && kind === "mark");
  const clause = tokens.slice(to, end < 0 ? tokens.length : end);
  const verb = clause.findIndex(({ lower }) => modals.test(lower));
  return verb > 0 && verb < 6 && !clause.some(({ kind, lower }) => kind === "number" || smallNumbers.has(lower));
};
const modals = /^(?:will|would|could|can|might|may|must|has|had|have)$/;

/** Nothing that the verb could take for its object follows it. */
const closes = (tokens: readonly Token[], at: number): boolean => {
  const next = tokens[at];
  if (next && (weekdays.has(next.lower) || (timeWords.has(next.lower) && next.lower !== "this"))) return true;
  // "that the mayor had reported *two days before*"
  if (timeWords.has(tokens[at + 1]?.lower ?? "") && /^(?:before|earlier|ago)$/.test(tokens[at + 2]?.lower ?? "")) return true;
  return (
    !next || (next.kind === "mark" && !/^[:"$£€¥₹]$/.test(next.text)) || clauseOpeners.has(next.lower) || (prepositions.has(next.lower) && next.lower !== "to")
  );
};
