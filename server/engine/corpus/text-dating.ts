import { type Document, proseOf } from "../document/document.ts";
import { contentStems, stem } from "../document/words.ts";
import { addDays, daysBetween, weekdayOf } from "../extract/calendar.ts";
import type { DateMention } from "../extract/mentions.ts";

/** Words that mark a date as the start of what the text is about. */
const onsetStems: ReadonlySet<string> = new Set(
  "outbreak start started began begin begun erupted broke launched initiated opening attack assault invasion invaded struck earthquake quake massacre massacred"
    .split(" ")
    .map(stem),
);

/** How far a stamp may lie from what the text says before it is disbelieved: a week, or half the span that the text speaks of. */
const tolerance = (span: number): number => Math.max(7, span / 2);
const freshness = 35;

/**
 * The day of writing that a text's own words tell, from two anchors:
 * a span that ends with the writing and begins with a dated event ("over the past two weeks ... the outbreak of hostilities on 7 October"),
 * and the weekdays of a text that reports day by day.
 * With a stamp, an answer only where the stamp lies clearly later; undefined when unsure.
 */
export function writtenByText(document: Document, dates: readonly DateMention[], stamped: string | undefined): string | undefined {
  const weekdays = dates.filter(isPlainWeekday);
  if (!weekdays.length) return undefined;
  const explicit = dates.filter((date) => isExplicitDay(date) && (date.tense === undefined || date.tense === "past"));
  const latest = explicit.reduce((max, { range }) => (range && range.from > max ? range.from : max), "");
  const spanned = spanSince(document, dates, explicit, stamped === undefined);
  if (spanned) {
    const end = addDays(spanned.onset, spanned.days);
    const isLater = latest > addDays(end, 4);
    if (isLater || (stamped && daysBetween(end, stamped) <= tolerance(spanned.days))) return undefined;
    return nearWeekday(end, weekdays);
  }
  return stamped || !latest ? undefined : latestReported(latest, explicit, weekdays);
}

/** "On Thursday": a weekday without a week, of a past that is not named. */
const isPlainWeekday = (mention: DateMention): boolean =>
  mention.basis === "weekday" && /^(?:earlier |late |early |later |since )?(?:on )?\p{L}+day\b/iu.test(mention.text);

const isExplicitDay = (mention: DateMention): boolean =>
  mention.basis === "absolute" && mention.granularity === "day" && mention.range !== undefined && mention.range.from === mention.range.to;

const spanDays = { minute: 0, hour: 0, day: 1, week: 7, month: 30.44, year: 365.25 } as const;

/** A span up to the writing, and the dated event that it began with: named beside it, or, in a text with one date only, that one. */
function spanSince(
  document: Document,
  dates: readonly DateMention[],
  explicit: readonly DateMention[],
  undated: boolean,
): { onset: string; days: number } | undefined {
  const distinct = new Set(explicit.map(({ range }) => range?.from));
  for (const span of dates) {
    if (span.basis !== "relative" || !span.duration || span.direction !== undefined || !span.range || span.duration.approximate) continue;
    const days = Math.round(span.duration.high * spanDays[span.duration.unit]);
    if (days < 6 || days > 400) continue;
    const block = document.sentences[span.sentence]?.block;
    const beside = explicit.find(
      (date) =>
        Math.abs(date.sentence - span.sentence) <= 1 &&
        document.sentences[date.sentence]?.block === block &&
        isOnset(document, date) &&
        date.range &&
        date.range.from < (span.range?.to ?? ""),
    );
    const only = undated && distinct.size === 1 && isOnset(document, span) ? explicit[0] : undefined;
    const onset = (beside ?? only)?.range?.from;
    if (onset) return { onset, days };
  }
  return undefined;
}

function isOnset(document: Document, { sentence }: DateMention): boolean {
  const found = document.sentences[sentence];
  return found !== undefined && contentStems(proseOf(document, found)).some((word) => onsetStems.has(word));
}

/** The day around `end` that the weekdays allow: a text that tells several days ends on the last of them, one that tells a single day is written then or the day after. */
function nearWeekday(end: string, weekdays: readonly DateMention[]): string {
  const days = weekdays.flatMap(({ weekday }) => (weekday ? [addDays(end, 2 - ((weekdayOf(addDays(end, 2)) - weekday.day + 7) % 7))] : []));
  const last = days.toSorted().at(-1) ?? end;
  if (new Set(days).size > 1) return last;
  return last < end ? addDays(last, 1) : last;
}

/** The last weekday told after the latest written date, where the text is a report of those days. */
function latestReported(latest: string, explicit: readonly DateMention[], weekdays: readonly DateMention[]): string | undefined {
  const oldest = explicit.reduce((min, { range }) => (range && range.from < min ? range.from : min), latest);
  if (daysBetween(oldest, latest) > freshness) return undefined;
  const days = weekdays.flatMap(({ weekday }) => (weekday ? [addDays(latest, (weekday.day - weekdayOf(latest) + 7) % 7)] : []));
  return days
    .filter((day) => daysBetween(latest, day) <= 5)
    .toSorted()
    .at(-1);
}
