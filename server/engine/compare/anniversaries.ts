import { contentStems } from "../document/words.ts";
import { addMonths, daysBetween } from "../extract/calendar.ts";
import type { Reading } from "../extract/mentions.ts";
import { ordinalNumbers } from "../lexicon/time-words.ts";
import { type DatedEvent, kindOf } from "./dated-events.ts";
import { happeningsTold } from "./event-days.ts";

/** What a date is the anniversary of: how many years it is ago, and the words that name it. */
export interface Anniversary {
  readonly years: number;
  readonly words: string;
}

const before = /\b(\d{1,3}(?:st|nd|rd|th)|\p{L}+(?:-\p{L}+)?) anniversary of ((?:[^,;:.()]){3,60}?)(?:,| on| falls on| is on)\s*$/u;
const after =
  /^\s*(?:,|is|was|will be|marks|marked)?\s*(?:on )?(?:the|their|its|his|her)? ?(\d{1,3}(?:st|nd|rd|th)|\p{L}+(?:-\p{L}+)?) anniversary of ((?:[^,;:.()]){3,60})/u;

/** "the second anniversary of his death, 3 June", "12 October, the 25th anniversary of the crush". */
export function anniversaryOn({ document }: Reading, { mention }: DatedEvent): Anniversary | undefined {
  const sentence = document.sentences[mention.sentence];
  if (!sentence) return undefined;
  const match = before.exec(document.prose.slice(sentence.start, mention.start)) ?? after.exec(document.prose.slice(mention.end, sentence.end));
  const [, ordinal = "", words = ""] = match ?? [];
  const years = ordinalNumbers.get(ordinal.toLowerCase()) ?? Number(/^\d+/.exec(ordinal)?.[0] ?? Number.NaN);
  return years > 0 ? { years, words } : undefined;
}

/** A slip of the day or month; another happening of the kind lies further away. */
const nearDays = 31;

/** The day on which the anniversary falls, where the draft dates what it is the anniversary of, to that many years ago but to another day. */
export function missedDay(anniversary: Anniversary, { days }: DatedEvent, event: DatedEvent): string | undefined {
  const due = addMonths(event.days.from, 12 * anniversary.years);
  const told = new Set(happeningsTold(anniversary.words));
  if (due === days.from || !told.size || Math.abs(daysBetween(due, days.from)) > nearDays) return undefined;
  return [...event.words].some((word) => told.has(word)) ||
    contentStems(anniversary.words)
      .map(kindOf)
      .every((word) => event.words.has(word))
    ? due
    : undefined;
}
