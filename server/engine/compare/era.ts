import { isBackground } from "../claims/as-of.ts";
import type { Claim } from "../claims/claim.ts";
import { tokenAt } from "../claims/placed.ts";
import type { DateMention, PassageReading, Reading } from "../extract/mentions.ts";
import { type Token, tokenize } from "../extract/tokens.ts";
import { smallNumbers } from "../lexicon/number-words.ts";
import { byPassage, passagesIn } from "./by-passage.ts";

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
    const told = byPassage(reading, "eras", [], (passage) => erasIn(passage.reading));
    const passages = passagesIn(reading);
    eras = new Map(told.flatMap((own, at) => own.map(([index, year]) => [index + (passages[at] as PassageReading).sentence, year] as const)));
    cache.set(reading, eras);
  }
  return eras.get(sentence.index);
}

/** What an article of years ago tells undated is of its own year. */
export const ownEra = (date: string | undefined, written: string | undefined): string | undefined =>
  date && written && Date.parse(written) - Date.parse(date) > 300 * day ? date.slice(0, 4) : undefined;

const stories = new WeakMap<Reading, ReadonlySet<string>>();

/**
 * The years of the older event that a whole text looks back on ("25 years after the crush", "on 12 October 2008" in its first sentences):
 * what it tells undated may be of that event.
 */
export function storyEras(reading: Reading): ReadonlySet<string> {
  let eras = stories.get(reading);
  if (!eras) {
    eras = new Set(lookedBackOn(reading));
    stories.set(reading, eras);
  }
  return eras;
}

function* lookedBackOn({ document, dates, written }: Reading): Generator<string> {
  if (!written) return;
  const first = document.sentences.find(({ block }) => document.blocks[block]?.kind !== "title")?.index ?? 0;
  for (const date of dates) {
    if (date.sentence > first + 1) break;
    const { range, granularity, basis, duration, direction } = date;
    if (duration) {
      if (duration.unit !== "year" || duration.low < 2 || !/^(?:ago|after|before)$/.test(direction ?? "")) continue;
      const amount = Number.isFinite(duration.high) ? duration.high : duration.low;
      for (const year of [amount, Math.floor(duration.low)]) yield String(Number(written.slice(0, 4)) - Math.round(year));
    } else if (
      range &&
      basis === "absolute" &&
      granularity === "day" &&
      Date.parse(written) - Date.parse(range.to) > 300 * day &&
      !tellsOfElse({ document }, date)
    )
      yield range.to.slice(0, 4);
  }
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
  const { document } = reading;
  for (const { index, block, start } of document.sentences) {
    const above = newest.get(index - 1);
    if (
      above &&
      !newest.has(index) &&
      document.sentences[index - 1]?.block === block &&
      /^(?:It|They|That|This|These|Those|There|He|She)\b/.test(document.prose.slice(start, start + 6))
    )
      newest.set(index, above);
  }
  return [...newest].filter(([, to]) => Date.parse(to) < border).map(([sentence, to]) => [sentence, to.slice(0, 4)]);
}

/** "the family of a man who died in 2031": the date of a relative clause that counts nothing itself. */
function ofRelative(tokens: readonly Token[], date: number): boolean {
  for (let i = date - 1; i >= 0 && i > date - 12; i--) {
    const { lower, kind } = tokens[i] as Token;
    if (kind === "number" || smallNumbers.has(lower) || /^[,;:]$/.test(lower)) return false;
    if (/^(?:who|whose|whom)$/.test(lower)) return i > 0;
  }
  return false;
}

/** "The lowest since 1990" and "built in 1971" date no figure of their sentence; "since 1958, when 112 died" does. */
function tellsOfElse({ document }: Pick<Reading, "document">, { sentence, start, end }: DateMention): boolean {
  const within = document.sentences[sentence];
  if (!within) return false;
  const tokens = tokenize(document.prose.slice(within.start, within.end), within.start);
  const [from, to] = [tokenAt(tokens, start), tokenAt(tokens, end)];
  return isBackground(tokens, from) || ofRelative(tokens, from) || (tokens[from - 1]?.lower === "since" && tokens[to + 1]?.lower !== "when");
}
