import type { Claim } from "../claims/claim.ts";
import type { Figure } from "../extract/mentions.ts";
import { isBareNumber, isCasualty } from "./compatible.ts";

/** More numbers than this on a table make chance results. */
const mostOperands = 16;

/**
 * Whether a figure is the correct sum, difference, product or share of others beside it: then the sources need not state it
 * (RULES.md: "A correct result that the corpus never states is fine"). `tables` are the figures to reckon with, one list a text: numbers of two texts are not added up.
 */
export const isDerived = (claim: Claim, tables: readonly (readonly Claim[])[]): boolean => tables.some((table) => followsFrom(claim, table));

/** Whether two numbers of the claims add up to the figure, or differ by it, whatever they count. */
export function isSumOf({ figure }: Claim, claims: readonly Claim[]): boolean {
  const values = new Set(claims.flatMap((other) => (other.figure.dimension === figure.dimension ? [other.figure.value] : [])));
  return [...values].some((a) => (a !== figure.value / 2 && values.has(figure.value - a)) || values.has(figure.value + a));
}

function followsFrom(claim: Claim, table: readonly Claim[]): boolean {
  const { figure } = claim;
  if (figure.dimension === "percentage-point" || figure.noun?.head === "point") return isGap(figure, table);
  const relative = figure.dimension === "percent" || figure.dimension === "fraction" || figure.dimension === "ratio";
  const operands = table.filter(
    (other) => other !== claim && other.figure.form === "number" && (relative ? other.figure.dimension !== "percent" : countsAlike(claim, other)),
  );
  const values = [...new Set(operands.map((other) => other.figure.value))];
  if (values.length > mostOperands) return false;
  const wanted = figure.dimension === "percent" ? figure.value / 100 : figure.value;
  const found = operands.some((one) =>
    operands.some((other) => {
      const [a, b] = [one.figure.value, other.figure.value];
      if (a === b) return false;
      if (relative) return b > 0 && isProportionOf(claim, a, b, wanted) && sharesUnit(one, other);
      return ((same(a + b, wanted) && mayAdd(claim, one, other)) || same(a - b, wanted)) && mayReckon(claim, one, other);
    }),
  );
  return (
    found ||
    (!relative && isScaled(figure.value, operands, table)) ||
    isProduct(
      figure,
      table.map((other) => other.figure),
    )
  );
}

/** A rise is of what grew, a fall of what shrank; a share may be either's, or a change that its words do not tell. "Just under a third" is of a little less. */
function isProportionOf({ kind, figure }: Claim, a: number, b: number, wanted: number): boolean {
  const side = (a / b - wanted) / wanted;
  if (figure.dimension === "fraction" && /^(?:nearly|fewer-than)$/.test(figure.hedge?.kind ?? "") && side <= 0 && side >= -0.1) return true;
  if (figure.dimension === "fraction" && figure.hedge?.kind === "more-than" && side >= 0 && side <= 0.1) return true;
  if (kind === "increase" || kind === "decrease") return a > b === (kind === "increase") && near(Math.abs(a - b) / b, wanted, 0.006);
  return near(a / b, wanted, 0.006) || near(Math.abs(a - b) / b, wanted, 0.006);
}

/** Of 14 dead and six injured nobody reckons that eight were hurt: people of one fate are left of all people, or of those of the same fate. */
const mayReckon = (claim: Claim, one: Claim, other: Claim): boolean =>
  !isCasualty(claim) || ![one, other].every(isCasualty) || one.role === other.role || [one, other].every(({ role }) => role !== claim.role);

/** What was added to a toll is in the toll that the sentence gives; and the dead of two places are not those of one. */
const mayAdd = (claim: Claim, one: Claim, other: Claim): boolean =>
  !isCasualty(claim) ||
  (!(one.sentence === other.sentence && one.role === other.role && [one, other].some(({ kind }) => kind === "increase")) && !isOfOneOf(claim, one, other));

const isOfOneOf = ({ place: [place] }: Claim, { place: [a] }: Claim, { place: [b] }: Claim): boolean =>
  a !== b && place !== undefined && (place === a || place === b);

/** Only like is added to like: the same unit, and the same things counted or the same sentence. */
function countsAlike(claim: Claim, other: Claim): boolean {
  const [a, b] = [claim.figure, other.figure];
  if (isBareNumber(b) && a.dimension !== "count") return claim.sentence === other.sentence || b.value > smallest;
  if (a.dimension !== b.dimension || a.unit !== b.unit) return false;
  if (isBareNumber(a)) return true;
  return a.dimension !== "count" || claim.sentence === other.sentence || claim.measure === other.measure;
}

/** Smaller numbers make chance results. */
const smallest = 12;

/** A share of dollars is of dollars; of things counted, it may be of others ("of 90 beds 40 patients ..."). */
const sharesUnit = ({ figure: a }: Claim, { figure: b }: Claim): boolean =>
  (a.dimension === b.dimension && a.unit === b.unit) || isBareNumber(a) !== isBareNumber(b);

/** The points between two percentages. */
function isGap({ value }: Figure, table: readonly Claim[]): boolean {
  const shares = table.flatMap(({ figure }) => (figure.dimension === "percent" ? [figure.value] : []));
  return shares.some((a) => shares.some((b) => same(Math.round((a - b) * 100) / 100, value)));
}

/** "cut by a fifth to 96 million", "84 million, three times the estimate": what it was cut from, and the estimate. */
const isScaled = (wanted: number, operands: readonly Claim[], table: readonly Claim[]): boolean =>
  table.some((claim) => {
    const factor = factorOf(claim);
    return factor !== undefined && operands.some(({ figure: { value } }) => [value * factor, value / factor].some((result) => same(result, wanted)));
  });

function factorOf({ figure: { value, dimension, form, noun }, kind }: Claim): number | undefined {
  if (form !== "number" && form !== "fraction") return undefined;
  if (noun?.head === "time" && dimension === "count") return value;
  if (!/^(?:percent|fraction|ratio)$/.test(dimension)) return undefined;
  const share = dimension === "percent" ? value / 100 : value;
  return kind === "increase" ? 1 + share : kind === "decrease" ? 1 - share : share;
}

/** So many times so much money: 42 families, 25,000 each. */
function isProduct(figure: Figure, beside: readonly Figure[]): boolean {
  if (figure.dimension !== "money") return false;
  const counts = beside.filter((f) => f.dimension === "count" && f.form === "number");
  return beside.some(
    (f) => f !== figure && f.dimension === "money" && f.unit === figure.unit && counts.some((count) => same(count.value * f.value, figure.value)),
  );
}

const near = (a: number, b: number, tolerance: number): boolean => Math.abs(a - b) <= tolerance;
const same = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(b));
