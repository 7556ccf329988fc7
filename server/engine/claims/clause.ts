import type { Span } from "../document/document.ts";
import type { Token } from "../extract/tokens.ts";
import { auxiliaries, clauseOpeners, relatives } from "../lexicon/function-words.ts";

/** A figure in the tokens of its sentence: `first` to `end` (exclusive), noun included in `after` where it follows. */
export interface Place {
  readonly first: number;
  readonly end: number;
  /** The token after the noun that belongs to the number. */
  readonly after: number;
}

const hard = /^[;:—–“”"()]$/;

/** Does a clause begin at token `i`? After a comma or dash, a conjunction or relative; a semicolon, colon, bracket or quotation mark. */
function isBorder(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i] as Token;
  if (hard.test(token.text)) return !(token.text === "–" && tokens[i - 1]?.end === token.start);
  if (token.text !== ",") return false;
  const next = tokens[i + 1]?.lower ?? "";
  return (
    clauseOpeners.has(next) ||
    relatives.has(next) ||
    /^(?:including|among|said|according|with|leaving|bringing|taking|raising|killing|injuring|wounding|forcing|citing|adding|making)$/.test(next) ||
    auxiliaries.has(next)
  );
}

/** The clause around a figure: between the nearest clause borders; conjunctions that open a clause of their own ("but", "while") are borders too. */
export function clauseAround(tokens: readonly Token[], place: Place): { readonly from: number; readonly to: number } {
  let from = place.first;
  while (from > 0 && !isBorder(tokens, from - 1) && !opens(tokens, from - 1)) from--;
  let to = place.after;
  while (to < tokens.length && !isBorder(tokens, to) && !opens(tokens, to)) to++;
  return { from, to };
}

const opens = (tokens: readonly Token[], i: number): boolean =>
  /^(?:but|while|whereas|although|though|because|after|before|when|until|unless|if)$/.test(tokens[i]?.lower ?? "") && tokens[i + 1]?.kind !== "number";

export const spanOf = (tokens: readonly Token[], from: number, to: number): Span => ({
  start: (tokens[from] as Token).start,
  end: (tokens[Math.max(from, to - 1)] as Token).end,
});
