import type { HedgeKind, Interval } from "./mentions.ts";

/** What a number means under its hedge, by RULES.md "Figures are intervals". */
export function intervalOf(value: number, hedge: HedgeKind | undefined): Interval {
  switch (hedge) {
    case "at-least":
      return { low: value, high: Number.POSITIVE_INFINITY, lowOpen: false, highOpen: true };
    case "more-than":
      return { low: value, high: Number.POSITIVE_INFINITY, lowOpen: true, highOpen: true };
    case "at-most":
      return { low: 0, high: value, lowOpen: false, highOpen: false };
    case "fewer-than":
      return { low: 0, high: value, lowOpen: false, highOpen: true };
    case "nearly":
      return { low: 0.9 * value, high: value, lowOpen: false, highOpen: true };
    case "about": {
      const slack = Math.min(Math.max(lastPlace(value) / 2, 0.05 * value), 0.1 * value);
      return { low: value - slack, high: value + slack, lowOpen: false, highOpen: false };
    }
    default:
      return { low: value, high: value, lowOpen: false, highOpen: false };
  }
}

/** A hedge on a range or a vague word opens the end that it opens on a number: "at least 20 to 30", "up to several hundred". */
export function widen(low: number, high: number, hedge: HedgeKind | undefined): Interval {
  if (hedge === "at-least" || hedge === "more-than") return { ...intervalOf(low, hedge) };
  if (hedge === "at-most" || hedge === "fewer-than") return { ...intervalOf(high, hedge) };
  return { low, high, lowOpen: false, highOpen: false };
}

/** The place value of the last significant digit: 3,785 -> 1, 3,700 -> 100, 2.5 -> 0.1. */
function lastPlace(value: number): number {
  const [, decimals] = /\.(\d+)$/.exec(String(value)) ?? [];
  if (decimals) return 10 ** -decimals.length;
  return 10 ** (/0*$/.exec(String(value))?.[0].length ?? 0);
}
