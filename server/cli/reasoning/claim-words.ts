import type { Claim, Role } from "../../engine/claims/claim.ts";
import type { Figure, HedgeKind } from "../../engine/extract/mentions.ts";

const hedges: Readonly<Record<HedgeKind, string>> = {
  "at-least": "at least",
  "more-than": "more than",
  "at-most": "at most",
  "fewer-than": "fewer than",
  nearly: "nearly",
  about: "about",
  exactly: "exactly",
};

const roles: Readonly<Record<Role, string>> = {
  killed: "killed",
  injured: "injured",
  missing: "missing",
  held: "held",
  hospitalised: "in hospital",
  displaced: "displaced",
  critical: "in a critical condition",
  rescued: "rescued",
  case: "ill",
  born: "born",
  hired: "hired",
};

const kinds: Readonly<Record<Claim["kind"], string>> = {
  total: "",
  incident: "in one incident",
  increase: "an increase, not a total",
  decrease: "a decrease, not a total",
  remainder: "what is left of a whole",
  part: "a part of a larger number",
  earlier: "given as an earlier count",
};

/** How a figure was understood, as an editor would say it: "at least 43 people killed (children), in Lysvik, as of 2032-04-16, says the coastguard". */
export function claimWords(claim: Claim, withDay = true): string {
  const { figure, role, measure, group, place, asOf, kind, attribution } = claim;
  const noun = figure.noun && !figure.noun.elided && figure.noun.start >= figure.end ? figure.noun.text.replace(/\s+/g, " ") : undefined;
  const people = noun && !/\b(?:people|dead|deaths?|toll|bod(?:y|ies)|injured|wounded|missing|killed)\b/.test(noun) ? noun : "people";
  const thing = role ? `${people} ${roles[role]}` : (noun ?? (measure === figure.dimension || figure.unit ? "" : measure));
  const whose = group.filter((key) => !figure.noun?.words.some((word) => word.startsWith(key)) || thing.startsWith("people"));
  const day = asOf.range && (asOf.range.from === asOf.range.to ? asOf.range.from : `${asOf.range.from} to ${asOf.range.to}`);
  return [
    [amountWords(figure), thing, whose.length ? `(${whose.join(", ")})` : ""].filter(Boolean).join(" "),
    kinds[kind],
    place[0] && `in ${place[0]}`,
    withDay && (day ? `as of ${day}` : "on a day that is not known"),
    attribution && `says ${attribution.speaker.name}`,
  ]
    .filter(Boolean)
    .join(", ");
}

const units: Readonly<Record<string, string>> = { "%": "percent" };

function amountWords(figure: Figure): string {
  const { value, low, high, form, hedge, unit, dimension } = figure;
  if (form === "vague") return `${figure.text} (${show(low)} to ${show(high)})`;
  const number = form === "range" ? `${show(low)} to ${show(high)}` : dimension === "fraction" || dimension === "ratio" ? figure.text : show(value);
  return [hedge && hedges[hedge.kind], number, unit && (units[unit] ?? unit)].filter(Boolean).join(" ");
}

/** What the number may be, where it is not just itself: "43 or more", "1,900 to 2,100". */
export function intervalWords({ low, high, lowOpen, highOpen }: Figure): string | undefined {
  if (low === high) return undefined;
  if (high === Number.POSITIVE_INFINITY) return lowOpen ? `more than ${show(low)}` : `${show(low)} or more`;
  if (low === 0) return highOpen ? `less than ${show(high)}` : `${show(high)} or fewer`;
  return `from ${show(low)} to ${highOpen ? "just under " : ""}${show(high)}`;
}

const show = (value: number): string => value.toLocaleString("en-US", { maximumFractionDigits: 3 });
