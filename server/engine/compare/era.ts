import { isBackground } from "../claims/as-of.ts";
import type { Claim } from "../claims/claim.ts";
import { tokenAt } from "../claims/placed.ts";
import type { DateMention, Reading } from "../extract/mentions.ts";
import { tokenize } from "../extract/tokens.ts";
import { byPassage } from "./by-passage.ts";

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
    eras = new Map(byPassage(reading, "eras", erasIn, ([index, year], passage) => [index + passage.sentence, year]));
    cache.set(reading, eras);
  }
  return eras.get(sentence.index);
}

/** By the sentence's position. */
function erasIn(reading: Reading): readonly (readonly [number, string])[] {
  if (!reading.written) return [];
  const newest = new Map<number, string>();
  const border = Date.parse(reading.written) - daysOfOneEvent * day;
  for (const date of reading.dates) {
    const { range, sentence, direction } = date;
    if (!range || direction === "for" || (Date.parse(range.to) < border && tellsOfElse(reading, date))) continue;
    const known = newest.get(sentence);
    if (!known || range.to > known) newest.set(sentence, range.to);
  }
  return [...newest].filter(([, to]) => Date.parse(to) < border).map(([sentence, to]) => [sentence, to.slice(0, 4)]);
}

/** "The lowest since 1990" and "built in 1971" date no figure of their sentence; "since 1958, when 112 died" does. */
function tellsOfElse({ document }: Reading, { sentence, start, end }: DateMention): boolean {
  const within = document.sentences[sentence];
  if (!within) return false;
  const tokens = tokenize(document.prose.slice(within.start, within.end), within.start);
  const [from, to] = [tokenAt(tokens, start), tokenAt(tokens, end)];
  return isBackground(tokens, from) || (tokens[from - 1]?.lower === "since" && tokens[to + 1]?.lower !== "when");
}
