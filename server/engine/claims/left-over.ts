import type { Token } from "../extract/tokens.ts";
import type { Placed } from "./placed.ts";

const leaving = /^(?:left|leav(?:e|es|ing)|remain(?:s|ed|ing)?|still)$/;
const keeping = /^(?:keeps?|kept|keeping|retain(?:s|ed|ing)?)$/;
const reach = 6;

/** Do the words beside the number say that it is what is left of more: "65 branches would be left", "still 38 hostages", "would keep 960 employees"? */
export function isLeftOver(tokens: readonly Token[], { first, after }: Placed, clause: { readonly from: number; readonly to: number }): boolean {
  const says = (from: number, to: number, words: RegExp) => tokens.slice(from, Math.max(from, to)).some(({ lower }) => words.test(lower));
  const from = Math.max(clause.from, first - reach);
  return says(from, first, leaving) || says(from, first, keeping) || says(after, Math.min(clause.to, after + reach), leaving);
}
