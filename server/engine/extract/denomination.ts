import type { NumberExpression } from "./number.ts";
import type { Token } from "./tokens.ts";

type Tokens = readonly Token[];
const lower = (tokens: Tokens, i: number): string => tokens[i]?.lower ?? "";

/** "the size of a 2-euro coin", "a $100 bill", "a 20p piece": what is printed on it. */
export function isDenomination(tokens: Tokens, { first, end }: NumberExpression): boolean {
  const coin = [end, end + 1, end + 2].find((at) => /^(?:coin|note|bill|banknote|piece|stamp)$/.test(lower(tokens, at)));
  return (
    coin !== undefined &&
    tokens.slice(Math.max(0, first - 2), first).some((token) => /^(?:an?|the|his|her|one|each|every)$/.test(token.lower)) &&
    isMoney(tokens, first, coin)
  );
}

const isMoney = (tokens: Tokens, first: number, coin: number): boolean =>
  /^[$£€¥₹]$/.test(tokens[first - 1]?.text ?? "") ||
  (/^(?:p|c|cent|pence|penny|euro|dollar|pound|franc|crown|rupee|peso|yen|yuan|rouble|ruble)$/.test(lower(tokens, coin - 1)) &&
    !/^(?:fine|fee|tax)$/.test(lower(tokens, coin)));
