import type { Figure } from "../extract/mentions.ts";
import type { Token } from "../extract/tokens.ts";
import type { Place } from "./clause.ts";

/** A figure of a sentence with its place among the tokens. */
export interface Placed extends Place {
  readonly figure: Figure;
}

/** The first token that ends after `offset`, by binary search. */
export function tokenAt(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle] as Token).end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function place(tokens: readonly Token[], figure: Figure): Placed {
  const first = tokenAt(tokens, figure.start);
  const end = tokenAt(tokens, figure.end - 1) + 1;
  const after = figure.noun && !figure.noun.elided && figure.noun.start >= figure.end ? tokenAt(tokens, figure.noun.end - 1) + 1 : end;
  const { hedge } = figure;
  const closed = hedge && hedge.start >= (tokens[after - 1] as Token).end ? tokenAt(tokens, hedge.end - 1) + 1 : after;
  return { figure, first, end, after: Math.max(end, closed > after && tokens[closed]?.text === "," ? closed + 1 : closed) };
}
