import type { Claim } from "../claims/claim.ts";
import type { Figure } from "../extract/mentions.ts";

/** More numbers than this on a table make chance results. */
const mostOperands = 24;

/**
 * Whether a figure is the correct sum, difference or share of others beside it: then the sources need not state it
 * (RULES.md: "A correct result that the corpus never states is fine").
 */
export function isDerived({ figure }: Claim, beside: readonly Figure[]): boolean {
  const relative = figure.dimension === "percent" || figure.dimension === "fraction" || figure.dimension === "ratio";
  const operands = [
    ...new Set(
      beside
        .filter(
          (f) => f !== figure && f.form === "number" && (relative ? f.dimension !== "percent" : f.dimension === figure.dimension && f.unit === figure.unit),
        )
        .map((f) => f.value),
    ),
  ];
  if (operands.length > mostOperands) return false;
  const wanted = figure.dimension === "percent" ? figure.value / 100 : figure.value;
  return (
    operands.some((a) =>
      operands.some((b) => {
        if (a === b) return false;
        if (relative) return b > 0 && (near(a / b, wanted, 0.006) || near(Math.abs(a - b) / b, wanted, 0.006));
        return same(a + b, wanted) || same(a - b, wanted);
      }),
    ) || isProduct(figure, beside)
  );
}

/** So many times so much money: 42 families, 25,000 each. */
function isProduct(figure: Figure, beside: readonly Figure[]): boolean {
  if (figure.dimension !== "money") return false;
  const counts = beside.filter((f) => f.dimension === "count" && f.form === "number");
  return beside.some((f) => f.dimension === "money" && f.unit === figure.unit && counts.some((count) => same(count.value * f.value, figure.value)));
}

const near = (a: number, b: number, tolerance: number): boolean => Math.abs(a - b) <= tolerance;
const same = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(b));
