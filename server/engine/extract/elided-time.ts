import { clauseOpeners, prepositions } from "../lexicon/function-words.ts";
import { hedgeEndingAt } from "./hedge.ts";
import { isNumber, type NumberExpression } from "./number.ts";
import type { Token } from "./tokens.ts";

const units = /^(?:seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|decades?)$/;
const lasting = /^last(?:s|ed|ing)?$/;
const taking = /^(?:took|takes?|taken|taking|needed|needs?|served?|serving|spent|spends?|spending|waited|waits?|for|in|after)$/;
const sentenced = /^(?:got|gets|gave|gives|given|jailed|imprisoned|received|handed)$/;
const others = /^(?:second|third|fourth|other|others|latter|next|last|he|she|they|hers|his|theirs)$/;

/** "that one went on for 31 hours; this one lasted not quite 11", "the first took nine hours, the second four": an amount of time whose unit stands before it, or nowhere. */
export function isElidedTime(tokens: readonly Token[], { first, end }: NumberExpression): boolean {
  const next = tokens[tokens[end]?.lower === "more" ? end + 1 : end];
  if (next && next.kind !== "mark" && !clauseOpeners.has(next.lower) && !prepositions.has(next.lower)) return false;
  const before = tokens[beforeHedge(tokens, first) - 1]?.lower ?? "";
  if (lasting.test(before)) return true;
  // "38 minutes rather than 110"
  if (before === "than" && units.test(tokens[first - 3]?.lower ?? "") && isNumber(tokens[first - 4])) return true;
  if (!taking.test(before) && !others.test(before)) return false;
  // "in its fourth week, and will run for six more"
  if (before === "for" && tokens[end]?.lower === "more") return tokens.slice(0, first).some(({ lower }) => units.test(lower));
  const unit = tokens.findLastIndex((token, at) => at < first && units.test(token.lower) && isNumber(tokens[at - 1]));
  return (
    unit >= 0 &&
    !tokens.slice(unit + 1, first).some(isNumber) &&
    tokens.slice(Math.max(0, unit - 7), unit).some(({ lower }) => lasting.test(lower) || taking.test(lower) || sentenced.test(lower))
  );
}

function beforeHedge(tokens: readonly Token[], first: number): number {
  const hedge = hedgeEndingAt(tokens, first);
  if (hedge) return tokens.findIndex(({ start }) => start === hedge.start);
  return /^(?:just|only)$/.test(tokens[first - 1]?.lower ?? "") ? first - 1 : first;
}
