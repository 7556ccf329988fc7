import type { Attribution } from "../extract/mentions.ts";
import type { Token } from "../extract/tokens.ts";
import { isPerson } from "../lexicon/people.ts";
import type { Claim } from "./claim.ts";
import type { Placed } from "./placed.ts";

/**
 * A statement of arithmetic that the text makes about its own numbers; `result` is the number that must follow from the operands:
 * `sum` of all; `remainder` the first less the others; `difference` of the two; `either` the sum or the difference ("so that 187 were accounted for");
 * `share` the first over the second; `portion` the first, a proportion, of the second; `change` from the first to the second, in proportion; `growth` of the first by the second, in proportion to what it was; `product` of both; `multiple` the first over the second is `factor`; `part` no greater than the first.
 */
export interface Calculation {
  readonly kind: "sum" | "remainder" | "difference" | "either" | "share" | "portion" | "change" | "growth" | "product" | "multiple" | "part";
  readonly result: Claim;
  readonly operands: readonly Claim[];
  readonly factor?: { readonly low: number; readonly high: number; readonly words: string };
}

/** A sentence's claims with their places among its tokens. */
export interface Line {
  readonly tokens: readonly Token[];
  readonly claims: readonly Claim[];
  readonly placed: readonly Placed[];
  /** Those of the text that it stands in. */
  readonly attributions: readonly Attribution[];
}

export const lower = (tokens: readonly Token[], i: number): string => tokens[i]?.lower ?? "";
export const words = (tokens: readonly Token[], from: number, to: number): string =>
  tokens
    .slice(Math.max(0, from), Math.max(0, to))
    .map((token) => token.lower)
    .join(" ");

/** One number that was counted or measured: no range, no vague word, no proportion. */
export const isAmount = ({ figure }: Claim): boolean => figure.form === "number" && !/percent|fraction|ratio|magnitude|other/.test(figure.dimension);
export const isProportion = ({ figure }: Claim): boolean => /^(?:percent|fraction|ratio)$/.test(figure.dimension) && figure.form !== "vague";

/** May the two be added or set against each other: same dimension and unit, and nothing says that they count different things? */
export function alike(a: Claim, b: Claim): boolean {
  if (a.figure.dimension !== b.figure.dimension || a.figure.unit !== b.figure.unit) return false;
  if (a.figure.dimension !== "count") return true;
  const [x, y] = [a.figure.noun, b.figure.noun];
  if (!x || !y || x.head === y.head) return true;
  return counted(a) === "person" && counted(b) === "person";
}

function counted(claim: Claim): string {
  const { figure } = claim;
  return claim.measure === "person" ||
    claim.group.length > 0 ||
    (figure.noun !== undefined && isPerson(figure.noun.head)) ||
    /^(?:aboard|those)$/.test(figure.noun?.head ?? "")
    ? "person"
    : (figure.noun?.head ?? "");
}

/** "24 of the 40": the figure at `i` and the next are a part and its whole. */
export function isOf(tokens: readonly Token[], placed: readonly Placed[], i: number): boolean {
  const [part, whole] = [placed[i], placed[i + 1]];
  if (!part || !whole || lower(tokens, part.end) !== "of" || whole.first - part.end >= 8) return false;
  return !tokens
    .slice(part.end, whole.first)
    .some((token) => /^[,;:.()–—]$/.test(token.text) || /^(?:them|whom|which|and|but|or|were|was|are|is|have|had|has|died)$/.test(token.lower));
}
