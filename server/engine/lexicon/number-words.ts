const small = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(" ");
const tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

/** Number words under a hundred, by lower-case word. */
export const smallNumbers: ReadonlyMap<string, number> = new Map([
  ...small.map((word, i): [string, number] => [word, i]),
  ...tens.map((word, i): [string, number] => [word, (i + 2) * 10]),
]);

/** What multiplies the number before it. */
export const scales: ReadonlyMap<string, number> = new Map([
  ["dozen", 12],
  ["hundred", 100],
  ["thousand", 1e3],
  ["lakh", 1e5],
  ["million", 1e6],
  ["crore", 1e7],
  ["billion", 1e9],
  ["trillion", 1e12],
]);

/** Short scales, written after digits: 3bn, 300k, 420m. */
export const shortScales: ReadonlyMap<string, number> = new Map([
  ["k", 1e3],
  ["m", 1e6],
  ["mn", 1e6],
  ["mln", 1e6],
  ["b", 1e9],
  ["bn", 1e9],
  ["tn", 1e12],
  ["trn", 1e12],
]);

const denominators = "third fourth fifth sixth seventh eighth ninth tenth".split(" ");

/** Denominators of fractions, singular and plural: "two-thirds", "a quarter". */
export const fractionWords: ReadonlyMap<string, number> = new Map([
  ["half", 2],
  ["halves", 2],
  ["quarter", 4],
  ["quarters", 4],
  ["twentieth", 20],
  ["twentieths", 20],
  ["hundredth", 100],
  ["hundredths", 100],
  ...denominators.flatMap((word, i): [string, number][] => [
    [word, i + 3],
    [`${word}s`, i + 3],
  ]),
]);

/** Quantities without a number, and the interval that coders of conflict data give them; several words by a space. */
export const vagueQuantities: ReadonlyMap<string, readonly [number, number]> = new Map([
  ["dozens", [24, 99]],
  ["scores", [40, 99]],
  ["hundreds", [200, 999]],
  ["thousands", [2_000, 9_999]],
  ["millions", [2_000_000, 9_999_999]],
  ["billions", [2e9, 9_999_999_999]],
  ["tens of thousands", [20_000, 99_999]],
  ["hundreds of thousands", [200_000, 999_999]],
  ["tens of millions", [20_000_000, 99_999_999]],
  ["hundreds of millions", [200_000_000, 999_999_999]],
  ["several dozen", [36, 99]],
  ["several hundred", [300, 900]],
  ["several thousand", [3_000, 9_000]],
  ["several million", [3_000_000, 9_000_000]],
  ["a few dozen", [24, 60]],
  ["a few hundred", [200, 600]],
  ["a few thousand", [2_000, 6_000]],
  ["few hundred", [200, 600]],
  ["few thousand", [2_000, 6_000]],
  ["many hundreds", [300, 999]],
  ["many thousands", [3_000, 9_999]],
]);
