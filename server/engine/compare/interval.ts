import type { Figure, HedgeKind } from "../extract/mentions.ts";
import { lastPlace, significantDigits } from "./digits.ts";

/**
 * How a draft's figure stands to a source's, by RULES.md "Figures are intervals":
 * `same` number and meaning, `rounder` but true of the source's, `drifted` (right number, other hedge), `conflict`, or `open`
 * (neither says anything against the other: a source's "at least 19" and a draft's 24 at another precision).
 */
export type IntervalRelation = "same" | "rounder" | "drifted" | "conflict" | "open";

const meaning = (figure: Figure): HedgeKind | "plain" => (figure.hedge && figure.hedge.kind !== "exactly" ? figure.hedge.kind : "plain");

export function relate(draft: Figure, source: Figure): IntervalRelation {
  if (draft.form === "vague" && source.form === "vague") return "open";
  if (draft.form === "vague" || source.form === "vague") return intersects(draft, source) ? "open" : "conflict";
  if (draft.form === "range" && source.form === "range" && draft.dimension === source.dimension && (draft.low === source.low) !== (draft.high === source.high))
    return "conflict";
  const [a, b] = inOneScale(draft, source);
  if (same(a, b)) return hedgesAgree(draft, source) ? "same" : "drifted";
  if (isRounder(draft, source, a, b)) return "rounder";
  if (!intersects(draft, source) || overstates(draft, source, a, b)) return "conflict";
  if ((draft.form === "range") !== (source.form === "range")) return "open";
  return sameDecimal(a, b) ? "conflict" : "open";
}

/** Percentages and fractions meet on the scale of percent. */
function inOneScale(draft: Figure, source: Figure): readonly [number, number] {
  const percent = (f: Figure) => (f.dimension === "fraction" || f.dimension === "ratio" ? f.value * 100 : f.value);
  return draft.dimension === source.dimension ? [draft.value, source.value] : [percent(draft), percent(source)];
}

const same = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

/** A hedge that only loosens an exact number ("about 40" for 40) is still true of it; "exactly" for a bare number is too, and what was "estimated at 40" may be told without. */
function hedgesAgree(draft: Figure, source: Figure): boolean {
  const [a, b] = [meaning(draft), meaning(source)];
  // "at least eight dead and 31 missing": whether the hedge means the second too, nobody can tell
  if ((draft.hedge?.shared && b === "plain") || (source.hedge?.shared && a === "plain")) return true;
  return a === b || (a === "about" && b === "plain") || (a === "plain" && b === "about" && source.hedge?.verb === true);
}

/**
 * "More than 3,700", "about 3,800" or "nearly 3,800" for 3,785: fewer significant digits, true of the source's number, and no further from it
 * than one unit of the last digit that the draft gives. "At least 121" is no rounding of 135.
 */
function isRounder(draft: Figure, source: Figure, a: number, b: number): boolean {
  if (draft.form === "range") return b >= draft.low && b <= draft.high;
  // "three-fifths" for 61%: a fraction is a round number by nature
  if (draft.dimension === "fraction" && source.dimension === "percent" && meaning(draft) === "plain") return Math.abs(a - b) <= roundFraction;
  if (significantDigits(a) >= significantDigits(b) && lastPlace(a) <= lastPlace(b)) return false;
  const unit = lastPlace(a);
  if (Math.abs(a - b) >= unit) return false;
  return holds(draft, source.value) || (meaning(draft) === "plain" && Math.abs(a - b) <= unit / 2 && significantDigits(a) >= 2);
}

/** So many percentage points a fraction may be off. */
const roundFraction = 1.5;

/** "At least 80" for "at least 76": rounded up, and more than the source vouches for. */
const overstates = (draft: Figure, source: Figure, a: number, b: number): boolean =>
  isLowerBound(draft) && isLowerBound(source) && a > b && a < 2 * b && lastPlace(a) > lastPlace(b);
const isLowerBound = (f: Figure): boolean => f.hedge?.kind === "at-least" || f.hedge?.kind === "more-than";

const holds = (f: Figure, value: number): boolean => (f.lowOpen ? value > f.low : value >= f.low) && (f.highOpen ? value < f.high : value <= f.high);

function intersects(a: Figure, b: Figure): boolean {
  if (a.low > b.high || b.low > a.high) return false;
  if (a.low === b.high) return !a.lowOpen && !b.highOpen;
  if (b.low === a.high) return !b.lowOpen && !a.highOpen;
  return true;
}

/**
 * Both written to the same precision, yet different: nested intervals do not save a wrong number. Two specific numbers of the same size
 * ("at least 140", "at least 212") differ as soon as rounding does not explain it.
 */
function sameDecimal(a: number, b: number): boolean {
  const size = (n: number) => Math.floor(Math.log10(Math.max(n, 1)));
  if (size(a) !== size(b) && Math.max(a, b) > 3 * Math.min(a, b)) return false;
  const [x, y] = [countedPlace(a), countedPlace(b)];
  return x === y || ((significantDigits(a) > 1 || significantDigits(b) > 1) && Math.abs(a - b) >= Math.max(x, y));
}

/** Up to a dozen, people and things are counted, not rounded: "ten" is as exact as "eleven". */
const countedPlace = (value: number): number => (value <= 12 && Number.isInteger(value) ? 1 : lastPlace(value));
