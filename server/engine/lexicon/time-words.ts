import type { TimeUnit } from "../extract/mentions.ts";

/** Units of time; `per` is how many of `unit` one of them holds (a decade is ten years, a fortnight two weeks). */
export const timeUnits: ReadonlyMap<string, { readonly unit: TimeUnit; readonly per: number }> = new Map([
  ...unit("minute", 1, "minute minutes min mins"),
  ...unit("minute", 1 / 60, "second seconds"),
  ...unit("hour", 1, "hour hours hr hrs"),
  ...unit("day", 1, "day days night nights"),
  ...unit("week", 1, "week weeks wk wks"),
  ...unit("day", 2, "weekend weekends"),
  ...unit("week", 2, "fortnight fortnights"),
  ...unit("month", 1, "month months"),
  ...unit("month", 3, "quarter quarters"),
  ...unit("year", 1, "year years yr yrs"),
  ...unit("year", 10, "decade decades"),
  ...unit("year", 100, "century centuries"),
]);

function unit(name: TimeUnit, per: number, words: string): [string, { unit: TimeUnit; per: number }][] {
  return words.split(" ").map((word) => [word, { unit: name, per }]);
}

const ones = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(" ");
const tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
export const smallNumbers: ReadonlyMap<string, number> = new Map(ones.map((word, i) => [word, i]));
export const tensNumbers: ReadonlyMap<string, number> = new Map(tens.map((word, i) => [word, (i + 2) * 10]));

const ordinals =
  "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first";
export const ordinalNumbers: ReadonlyMap<string, number> = new Map(ordinals.split(" ").map((word, i) => [word, i]));

export const dayParts: ReadonlySet<string> = new Set("morning afternoon evening night lunchtime midday noon midnight dawn dusk teatime".split(" "));
export const seasons: ReadonlyMap<string, "SP" | "SU" | "AU" | "WI"> = new Map([
  ["spring", "SP"],
  ["summer", "SU"],
  ["autumn", "AU"],
  ["fall", "AU"],
  ["winter", "WI"],
]);

/** What bounds or loosens an amount of time; several words by a space. */
export const durationHedges: ReadonlyMap<string, "more" | "less" | "about" | "nearly" | "at-least" | "at-most"> = new Map([
  ["more than", "more"],
  ["over", "more"],
  ["just over", "more"],
  ["well over", "more"],
  ["longer than", "more"],
  ["upwards of", "more"],
  ["in excess of", "more"],
  ["a little over", "about"],
  ["a little more than", "about"],
  ["little more than", "about"],
  ["a bit over", "about"],
  ["slightly more than", "about"],
  ["less than", "less"],
  ["fewer than", "less"],
  ["under", "less"],
  ["just under", "nearly"],
  ["a little under", "nearly"],
  ["a little less than", "nearly"],
  ["slightly less than", "nearly"],
  ["nearly", "nearly"],
  ["almost", "nearly"],
  ["close to", "nearly"],
  ["not quite", "nearly"],
  ["about", "about"],
  ["around", "about"],
  ["roughly", "about"],
  ["approximately", "about"],
  ["some", "about"],
  ["circa", "about"],
  ["or so", "about"],
  ["at least", "at-least"],
  ["no less than", "at-least"],
  ["a full", "at-least"],
  ["up to", "at-most"],
  ["at most", "at-most"],
  ["within", "at-most"],
  ["barely", "about"],
  ["hardly", "nearly"],
]);

/** Times of no definite length or place. */
export const vagueTimes: readonly string[] = [
  "recent days",
  "recent weeks",
  "recent months",
  "recent years",
  "recent decades",
  "recent times",
  "recent hours",
  "coming days",
  "coming weeks",
  "coming months",
  "coming years",
  "right now",
  "these days",
];
