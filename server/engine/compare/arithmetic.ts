import type { Calculation } from "../claims/calculation.ts";
import type { Claim } from "../claims/claim.ts";
import type { Figure } from "../extract/mentions.ts";

/** A calculation that does not come out: what it should be, if that is one number, and how it is reckoned. */
export interface Miscalculation {
  readonly calculation: Calculation;
  /** In the result's own scale (percent for a percentage); undefined where the operands are not exact. */
  readonly expected?: number;
  /** "160 − 70 − 45 = 45". */
  readonly reckoning: string;
}

interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** Checks one calculation with the intervals of its numbers: only what cannot be true, however the numbers were rounded, is wrong. */
export function checkCalculation(calculation: Calculation): Miscalculation | undefined {
  const { kind, result, operands, factor } = calculation;
  const values = operands.map(({ figure }) => figure.value);
  const ranges = operands.map(boundsOf);
  const [a, b] = ranges as [Bounds, Bounds];
  const [x, y] = values as [number, number];
  const exact = operands.every(({ figure }) => !figure.hedge || figure.hedge.kind === "exactly");
  const wrong = (expected: number, reckoning: string): Miscalculation => ({ calculation, ...(exact && { expected }), reckoning });
  switch (kind) {
    case "sum": {
      const expected = tidy(values.reduce((sum, value) => sum + value, 0));
      return meets(sum(ranges), boundsOf(result)) ? undefined : wrong(expected, `${values.map(show).join(" + ")} = ${show(expected)}`);
    }
    case "either": {
      const [total, rest] = [tidy(x + y), tidy(Math.abs(x - y))];
      if (meets(sum(ranges), boundsOf(result)) || meets(gap(a, b), boundsOf(result))) return undefined;
      const expected = Math.abs(result.figure.value - total) <= Math.abs(result.figure.value - rest) ? total : rest;
      return wrong(
        expected,
        expected === total ? `${show(x)} + ${show(y)} = ${show(total)}` : `${show(Math.max(x, y))} − ${show(Math.min(x, y))} = ${show(rest)}`,
      );
    }
    case "remainder": {
      const expected = tidy(x - values.slice(1).reduce((sum, value) => sum + value, 0));
      const parts = sum(ranges.slice(1));
      return meets({ low: a.low - parts.high, high: a.high - parts.low }, boundsOf(result)) || expected <= 0
        ? undefined
        : wrong(expected, `${values.map(show).join(" − ")} = ${show(expected)}`);
    }
    case "difference": {
      const expected = tidy(Math.abs(x - y));
      return meets(gap(a, b), boundsOf(result)) ? undefined : wrong(expected, `${show(Math.max(x, y))} − ${show(Math.min(x, y))} = ${show(expected)}`);
    }
    case "share": {
      if (y === 0) return undefined;
      return meets({ low: a.low / b.high, high: a.high / Math.max(b.low, 1e-9) }, proportion(result))
        ? undefined
        : wrong(scaled(result, x / y), `${show(x)} ÷ ${show(y)} = ${percent(x / y)}`);
    }
    case "portion": {
      const { low, high } = proportion(operands[0] as Claim);
      const expected = tidy(x * y * (operands[0]?.figure.dimension === "percent" ? 0.01 : 1));
      return meets({ low: low * b.low, high: high * b.high }, boundsOf(result))
        ? undefined
        : wrong(expected, `${share(operands[0] as Claim)} of ${show(y)} = ${show(expected)}`);
    }
    case "change": {
      if (x === 0) return undefined;
      const range = changeBounds(a, b);
      return meets(range, proportion(result))
        ? undefined
        : wrong(scaled(result, Math.abs(y - x) / x), `${show(Math.abs(y - x))} ÷ ${show(x)} = ${percent(Math.abs(y - x) / x)}`);
    }
    case "growth": {
      const sign = result.kind === "decrease" ? 1 : -1;
      const before = sign < 0 ? { low: a.low - b.high, high: a.high - b.low } : { low: a.low + b.low, high: a.high + b.high };
      const old = tidy(x + sign * y);
      if (before.low <= 0) return undefined;
      return meets({ low: b.low / before.high, high: b.high / before.low }, proportion(result))
        ? undefined
        : wrong(scaled(result, y / old), `${show(y)} ÷ ${show(old)} = ${percent(y / old)}`);
    }
    case "product": {
      const expected = tidy(x * y);
      return meets({ low: a.low * b.low, high: a.high * b.high }, boundsOf(result))
        ? undefined
        : wrong(expected, `${show(x)} × ${show(y)} = ${show(expected)}`);
    }
    case "multiple": {
      if (!factor || y === 0) return undefined;
      const ratio = { low: a.low / b.high, high: a.high / Math.max(b.low, 1e-9) };
      return ratio.high < factor.low || ratio.low > factor.high
        ? { calculation, reckoning: `${show(x)} ÷ ${show(y)} = ${show(Number((x / y).toPrecision(3)))}, not ${factor.words}` }
        : undefined;
    }
    case "part":
      return boundsOf(result).low > a.high ? { calculation, reckoning: `${show(result.figure.value)} is more than ${show(x)}` } : undefined;
  }
}

/** What a number may stand for: its interval, and the rounding of one written with a scale or a decimal. */
function boundsOf({ figure }: Claim): Bounds {
  const slack = roundingOf(figure) / 2;
  return { low: figure.low - slack, high: figure.high + slack };
}

/** The place value of the last digit written, of a number with a scale, a decimal or a unit: 0.1 million for "$2.3 million". A plain count is exact. */
function roundingOf({ text, dimension, value }: Figure): number {
  if (!/illion|\d\s?(?:bn|mn?|tn|k)\b|\d\.\d/.test(text) && (dimension === "count" || dimension === "money")) return 0;
  const written = /\d[\d,]*(?:\.(\d+))?/.exec(text);
  const number = written ? Number(written[0].replaceAll(",", "")) : value;
  return (number ? value / number : 1) * 10 ** -(written?.[1]?.length ?? 0);
}

const sum = (ranges: readonly Bounds[]): Bounds => ({ low: ranges.reduce((s, { low }) => s + low, 0), high: ranges.reduce((s, { high }) => s + high, 0) });
const gap = (a: Bounds, b: Bounds): Bounds => ({ low: Math.max(0, a.low - b.high, b.low - a.high), high: Math.max(a.high - b.low, b.high - a.low) });
const meets = (a: Bounds, b: Bounds): boolean => a.low <= b.high + tolerance(b.high) && b.low <= a.high + tolerance(a.high);
const tolerance = (value: number): number => (Number.isFinite(value) ? 1e-9 * Math.max(1, Math.abs(value)) : 0);

/** A stated proportion as a share of one, as widely as such words are meant: 61 percent is anything that rounds to it, "a third" a tenth either way. */
function proportion({ figure }: Claim): Bounds {
  if (figure.dimension === "percent") {
    const decimals = /\.(\d+)/.exec(figure.text)?.[1]?.length ?? 0;
    const slack = figure.hedge?.kind === "about" ? Math.max(1, 0.1 * figure.value) : decimals ? 0.6 * 10 ** -decimals : 0.75;
    return { low: (figure.low - slack) / 100, high: (figure.high + slack) / 100 };
  }
  const slack = (figure.hedge?.kind === "about" ? 0.15 : 0.1) * figure.value;
  return { low: figure.low - (figure.hedge?.kind === "more-than" ? 0 : slack), high: figure.high + slack };
}

function changeBounds(from: Bounds, to: Bounds): Bounds {
  const low = Math.max(from.low, 1e-9);
  const corners = [to.low / low, to.low / from.high, to.high / low, to.high / from.high].map((ratio) => Math.abs(ratio - 1));
  const crosses = from.low <= to.high && to.low <= from.high;
  return { low: crosses ? 0 : Math.min(...corners), high: Math.max(...corners) };
}

/** A share of one on the result's own scale, rounded as the result is. */
function scaled({ figure }: Claim, share: number): number {
  if (figure.dimension !== "percent") return share;
  const decimals = /\.(\d+)/.exec(figure.text)?.[1]?.length ?? 0;
  return Number((share * 100).toFixed(decimals));
}

const share = ({ figure }: Claim): string => (figure.dimension === "percent" ? `${show(figure.value)}%` : figure.text.toLowerCase());
const tidy = (value: number): number => Number(value.toPrecision(12));
const show = (value: number): string => value.toLocaleString("en-US", { maximumFractionDigits: 3 });
const percent = (share: number): string => `${(share * 100).toFixed(1).replace(/\.0$/, "")}%`;
