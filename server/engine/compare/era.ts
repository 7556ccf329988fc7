import type { Claim } from "../claims/claim.ts";
import type { Reading } from "../extract/mentions.ts";

/** An event is told for about a month; what a sentence dates further back is another event. */
const daysOfOneEvent = 31;
const day = 86_400_000;

const cache = new WeakMap<Reading, ReadonlyMap<number, string>>();

/**
 * The year of the older event that a claim's sentence speaks of ("the drought of 2002", "in August 1958"): that of the sentence's newest date,
 * if it lies more than a month before the day of writing. Undefined where the sentence has no date, or one of the running story.
 */
export function eraOf(reading: Reading, { sentence }: Claim): string | undefined {
  let eras = cache.get(reading);
  if (!eras) {
    eras = erasOf(reading);
    cache.set(reading, eras);
  }
  return eras.get(sentence.index);
}

function erasOf({ dates, written }: Reading): ReadonlyMap<number, string> {
  const newest = new Map<number, string>();
  if (!written) return newest;
  for (const { range, sentence, direction } of dates) {
    if (!range || direction === "for") continue;
    const known = newest.get(sentence);
    if (!known || range.to > known) newest.set(sentence, range.to);
  }
  const border = Date.parse(written) - daysOfOneEvent * day;
  return new Map([...newest].filter(([, to]) => Date.parse(to) < border).map(([sentence, to]) => [sentence, to.slice(0, 4)]));
}
