import type { Span } from "../document/document.ts";
import type { DateMention, Reading } from "../extract/mentions.ts";
import { ordinalNumbers } from "../lexicon/time-words.ts";

/** An anniversary that is not that of the year beside it: where its number stands, and how many years it is. */
export interface AnniversarySlip extends Span {
  readonly right: number;
  readonly date: DateMention;
}

const anniversary = /\b(\d{1,3}(?:st|nd|rd|th)|\p{L}+(?:-\p{L}+)?) anniversary\b/gu;
const kept = /\b(?:marks|marked|celebrates|celebrated|commemorates|commemorated|observes|observed|today|this year)\b/i;
const elsewhen = /\b(?:will|would|next|last|ahead of|before|until|in \d{4} (?:marked|celebrated)|had)\b/i;
const begins =
  /\b(?:founded|established|signed|opened|born|created|formed|built|launched|began|started|killed|died|struck|happened|sank|crashed|in force|took effect)\b/i;

/** "Today marks the 25th anniversary of the treaty, which was signed on 15 May 2011", in 2031: the sentence has the year that it counts from, and no other. */
export function anniversarySlips({ document, dates, written }: Reading): readonly AnniversarySlip[] {
  if (!written) return [];
  return document.sentences.flatMap(({ start, end, index }): AnniversarySlip[] => {
    const text = document.prose.slice(start, end);
    if (!text.includes("anniversary") || !kept.test(text) || elsewhen.test(text) || !begins.test(text)) return [];
    const [match, other] = text.matchAll(anniversary);
    const told = dates.filter(({ sentence, basis, value }) => sentence === index && basis === "absolute" && value !== undefined && /^\d{4}/.test(value));
    const [date] = told;
    const [, number = ""] = match ?? [];
    const years = ordinalNumbers.get(number.toLowerCase()) ?? Number(/^\d+/.exec(number)?.[0] ?? Number.NaN);
    if (!match || other || !date?.range || told.length !== 1 || date.yearInferred || !(years > 0)) return [];
    const right = Number(written.slice(0, 4)) - Number(date.range.from.slice(0, 4));
    if (right <= 0 || Math.abs(right - years) < 2) return [];
    const from = start + match.index;
    return [{ start: from, end: from + match[0].length, right, date }];
  });
}
