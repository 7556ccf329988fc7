import type { HedgeKind } from "../extract/mentions.ts";
import { firstWords, lastWords } from "./phrase-ends.ts";

const rows: Readonly<Record<HedgeKind, string>> = {
  "at-least": "at least|at the very least|no fewer than|not fewer than|no less than|not less than|a minimum of|minimum of|as few as|a full|fully",
  "more-than":
    "more than|over|upwards of|upward of|in excess of|well over|just over|well above|above|better than|exceeding|greater than|larger than|north of|slightly more than|slightly over|a little more than|a little over|little more than|far more than|many more than|topping|surpassing",
  "at-most": "up to|as many as|as much as|at most|at the most|no more than|not more than|a maximum of|maximum of|a high of|no greater than",
  "fewer-than":
    "fewer than|less than|under|below|well under|well below|just under|just below|slightly less than|slightly fewer than|a little less than|far fewer than|shy of|just shy of",
  nearly: "nearly|almost|close to|approaching|not quite|very nearly|virtually|practically|near",
  about:
    "about|around|some|roughly|approximately|an estimated|estimated|circa|in the region of|in the order of|on the order of|somewhere around|perhaps|maybe|approx|estimates of",
  exactly: "exactly|precisely",
};

/** What bounds or widens the number after it; lower-case, words by a space. */
export const hedgesBefore: ReadonlyMap<string, HedgeKind> = phrases(rows);

/** The last words of the hedges before a number, with the length of the longest that ends so. */
export const hedgeEnds: ReadonlyMap<string, number> = lastWords(hedgesBefore.keys());

/** The same after the number and its noun: "40 or more", "6,400 people, give or take". */
export const hedgesAfter: ReadonlyMap<string, HedgeKind> = phrases({
  "at-least": "or more|or above|at least|at the very least|and counting|and rising|plus|and more|at a minimum",
  "at-most": "or fewer|or less|or under|at most|at the most|at a maximum",
  about: "or so|give or take|or thereabouts|more or less|approximately|roughly",
});

/** The first words of the hedges after a number, with the length of the longest that begins so. */
export const hedgeStarts: ReadonlyMap<string, number> = firstWords(hedgesAfter.keys());

/** Words of a number phrase that neither bound nor widen it: "a record 360,000", "only 12". */
export const plainBefore: ReadonlySet<string> = new Set(
  "record only just a the another further additional total mere whole reported confirmed combined".split(" "),
);

function phrases(table: Readonly<Partial<Record<HedgeKind, string>>>): ReadonlyMap<string, HedgeKind> {
  return new Map(Object.entries(table).flatMap(([kind, forms]) => forms.split("|").map((form): [string, HedgeKind] => [form, kind as HedgeKind])));
}
