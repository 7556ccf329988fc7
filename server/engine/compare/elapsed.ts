import { contentStems, stem } from "../document/words.ts";
import { daysBetween, yearRange } from "../extract/calendar.ts";
import type { DateMention, DayRange, Duration, Reading, TimeUnit } from "../extract/mentions.ts";
import { datedEventsOf, kindOf } from "./dated-events.ts";
import type { Desk } from "./desk.ts";
import { eventDays, happeningsIn, happeningsTold } from "./event-days.ts";

/** An elapsed time that does not fit the dates it lies between. */
export interface ElapsedSlip {
  readonly mention: DateMention;
  /** The days between, as they are. */
  readonly days: { readonly low: number; readonly high: number };
  /** The right amount in the unit that was written, or the next smaller where that is none. */
  readonly right: { readonly amount: number; readonly unit: TimeUnit };
  /** The amount is right, but what is said to come after came before. */
  readonly isTurned?: true;
  readonly from: Point;
  readonly to: Point;
}

/** One end of an elapsed time: days, and the mention in the draft that gives them, if one does. */
export interface Point {
  readonly days: DayRange;
  readonly mention?: DateMention;
}

type Ends = { readonly from: Point; readonly to: Point };

/** The elapsed times of the draft ("83 years ago", "two weeks before the blast") that its own dates contradict. */
export function elapsedSlips(desk: Desk): readonly ElapsedSlip[] {
  const { draft } = desk;
  return draft.dates.flatMap((mention, index) => {
    const { duration } = mention;
    if (!duration || duration.unit === "hour" || duration.unit === "minute") return [];
    const ends = [...endsOf(desk, mention, index)].filter((pair) => isNearby(duration, daysIn(pair)));
    if (!ends.length || ends.some((pair) => fits(duration, daysIn(pair)))) return [];
    const pair = ends[0] as Ends;
    const days = daysIn(pair);
    if (days.high >= 0) return [{ mention, days, right: rightAmount(duration, days), ...pair }];
    return isTurned(duration, days, pair) ? [{ mention, days, right: { amount: duration.low, unit: duration.unit }, isTurned: true, ...pair }] : [];
  });
}

/** What an elapsed time lies between: one pair, or one for each date that the event it names may have. */
function* endsOf(desk: Desk, mention: DateMention, index: number): Iterable<Ends> {
  const { draft } = desk;
  const now: Point | undefined = draft.written ? { days: { from: draft.written, to: draft.written } } : undefined;
  const beside = apposed(draft, index);
  if (mention.direction === "ago") {
    if (beside && now) yield { from: beside, to: now };
    return;
  }
  if (mention.direction === undefined && mention.basis === "relative") {
    if (beside && now && !/\b(?:past|last|previous|recent)\b/i.test(mention.text)) yield { from: now, to: beside };
    return;
  }
  if (mention.direction === "old") {
    const since = startBefore(draft, mention, index);
    const until = pointAfter(draft, mention, index) ?? now;
    if (since && until) yield { from: since, to: until };
    return;
  }
  if (mention.direction === "for" || mention.direction === undefined) {
    yield* spanBeside(draft, index, now);
    return;
  }
  if (mention.direction !== "after" && mention.direction !== "before") return;
  const anchor = mention.anchor === undefined ? undefined : pointOf(draft.dates[mention.anchor]);
  const anchors = anchor ? [anchor] : anchorDays(desk, mention, index);
  const others = beside ? [beside] : [...otherEnd(desk, mention, index, now)];
  if (!others.length && now && isOver(draft, mention))
    for (const here of anchors) if (yearsAfter(here, mention) > Number(now.days.from.slice(0, 4))) yield { from: here, to: now };
  for (const here of anchors)
    for (const other of others) if (!isOneDay(here, other)) yield mention.direction === "after" ? { from: here, to: other } : { from: other, to: here };
}

/** "Sixty years after August 1981 the river came higher": told as something that has happened, so that it lies before the day of writing. */
const isOver = ({ document }: Reading, { direction, duration, sentence }: DateMention): boolean => {
  const { start, end } = document.sentences[sentence] ?? { start: 0, end: 0 };
  return direction === "after" && duration?.unit === "year" && !ahead.test(document.prose.slice(start, end));
};
const ahead = /\b(?:will|would|shall|could|may|might|must|should|plans?|planned|due|expects?|expected|until|by|projected|forecast|to be)\b/;
/** The year before which it cannot have happened. */
const yearsAfter = ({ days }: Point, { duration }: DateMention): number => Number(days.from.slice(0, 4)) + (duration?.low ?? 0);

/** "On Friday, three days after the quake": a sentence that lends its own day to the event that it counts from tells nothing. */
const isOneDay = ({ days: a }: Point, { days: b }: Point): boolean => a.from === b.from && a.to === b.to;

/** "has governed since 2026, or for ten years", "for 12 years, from 1992 to 2004": the time that its own neighbour gives the ends of. */
function* spanBeside({ document, dates }: Reading, index: number, now: Point | undefined): Iterable<Ends> {
  const mention = dates[index] as DateMention;
  for (const other of [dates[index - 1], dates[index + 1]]) {
    if (!other?.range || other.sentence !== mention.sentence || other.basis !== "absolute" || other.invalid) continue;
    const [first, second] = other.start < mention.start ? [other, mention] : [mention, other];
    const gap = document.prose.slice(first.end, second.start);
    if (!/^\s*[,(–—]?\s*(?:or\s+)?(?:for\s+)?(?:since\s+)?$/.test(withoutHedge(gap).replace(/\s+/g, " "))) continue;
    const clause = document.prose.slice(document.sentences[mention.sentence]?.start ?? 0, second.start);
    const [from, to] = other.value?.split("/") ?? [];
    if (from && to && from.length === 4 && to.length === 4)
      yield { from: { days: yearRange(Number(from)), mention: other }, to: { days: yearRange(Number(to)) } };
    else if (now && /\bsince\s+$/i.test(document.prose.slice(0, other.start).slice(-12)) && /\b(?:has|have|'s|’s)\b/.test(clause))
      yield { from: { days: other.range, mention: other }, to: now };
  }
}

/** More dates than these a sentence does not have. */
const sentenceDates = 12;

const pointOf = (mention: DateMention | undefined): Point | undefined =>
  mention?.range && mention.basis !== "clock" ? { days: mention.range, mention } : undefined;

const apposition = /^\s*[,(–—-]?\s*(?:(?:on|in|back in)\s+)?$/;

/** A date right beside an elapsed time: "14 October, nine weeks ago". */
function apposed(reading: Reading, index: number): Point | undefined {
  const mention = reading.dates[index] as DateMention;
  for (const at of [index - 1, index + 1]) {
    const other = at === mention.anchor ? undefined : reading.dates[at];
    if (!other?.range || other.sentence !== mention.sentence || !isWritten(other)) continue;
    const [first, second] = other.start < mention.start ? [other, mention] : [mention, other];
    const gap = reading.document.prose.slice(first.end, second.start).replace(/\s+/g, " ");
    if (apposition.test(withoutHedge(gap))) return pointOf(other);
  }
  return undefined;
}

const withoutHedge = (gap: string): string =>
  gap.replace(/\b(?:more than|less than|fewer than|just over|just under|a little over|over|under|about|around|nearly|almost|some|exactly|only|just)\s*$/, "");

const isWritten = ({ basis, duration, invalid }: DateMention): boolean =>
  (basis === "absolute" || basis === "weekday" || basis === "relative") && !duration && !invalid;

const starts: ReadonlySet<string> = new Set("begin start establish launch open form creat build built erupt declar".split(" ").map(kindOf));

/** "The siege, which began on 9 September, was four months old": the start told in the same sentence. */
function startBefore(reading: Reading, mention: DateMention, index: number): Point | undefined {
  if (/-/.test(mention.text) || /\b(?:an?|the|this|that|its|his|her|their)\s+$/.test(reading.document.prose.slice(0, mention.start).slice(-8)))
    return undefined;
  const event = datedEventsOf(reading, mention.sentence).find(
    ({ mention: date, near }) =>
      date.sentence === mention.sentence && date.start < mention.start && isWritten(date) && [...near].some((word) => starts.has(word)),
  );
  return event && event.index < index ? { days: event.days, mention: event.mention } : undefined;
}

/** "... was four months old on Thursday". */
function pointAfter(reading: Reading, mention: DateMention, index: number): Point | undefined {
  const next = reading.dates[index + 1];
  return next?.sentence === mention.sentence && isWritten(next) && next.start - mention.end < 6 ? pointOf(next) : undefined;
}

/** The days of the event that an elapsed time is counted from by name ("before the blast"), or the date spoken of just before ("two weeks later"). */
function anchorDays(desk: Desk, mention: DateMention, index: number): readonly Point[] {
  const { draft } = desk;
  const sentence = draft.document.sentences[mention.sentence];
  if (!sentence) return [];
  const beside = apposed(draft, index);
  if (mention.type === "duration") {
    const words =
      draft.document.prose
        .slice(mention.end, sentence.end)
        .replace(/^(\s+)(?:that|those)\b/, "$1the")
        .split(/[,;:.(–—]\s|\b(?:and|to|that|which|who|because)\b/)[0] ?? "";
    return isTold(words) ? eventDays(desk, happeningsTold(words), mention, { isNear: isNear(draft, mention), other: beside?.mention }) : [];
  }
  const spokenOf = draft.dates
    .slice(Math.max(0, index - 3), index)
    .findLast(
      (date) => date !== beside?.mention && isWritten(date) && date.granularity === "day" && date.sentence >= mention.sentence - 1 && !isStatement(draft, date),
    );
  const point = beside && pointOf(spokenOf);
  return point ? [point] : [];
}

/** Whether the time counted may run from these days to about the day of writing. */
const isNear =
  ({ written }: Reading, { duration }: DateMention) =>
  ({ from }: DayRange): boolean =>
    !written || !duration || isNearby(duration, { low: daysBetween(from, written) });

/** "Four weeks after it began": what began, the words do not tell, and other things began too. */
const isTold = (words: string): boolean =>
  !(/^\s*(?:it|they|he|she|this|that|these)\b/i.test(words) && contentStems(words).every((word) => vagueHappenings.has(kindOf(word))));
const vagueHappenings: ReadonlySet<string> = new Set("begin launch announce leave break find hold end open close".split(" ").map((word) => kindOf(stem(word))));

/** "Police said on Friday that ...; theirs begins a week earlier": the day on which something was said is no day to count from. */
const isStatement = (draft: Reading, date: DateMention): boolean =>
  datedEventsOf(draft, date.sentence).some(({ mention, isStatement }) => mention === date && isStatement);

/** The end that is not the anchor: the writing, where the clause is in the present; the sentence's only other day; or the day of the event that the clause is about. */
function otherEnd(desk: Desk, mention: DateMention, index: number, now: Point | undefined): readonly Point[] {
  const { draft } = desk;
  if (mention.toWriting) return now ? [now] : [];
  if (mention.type !== "duration") return [];
  const days = draft.dates
    .slice(Math.max(0, index - sentenceDates), index + sentenceDates)
    .filter((date) => date.sentence === mention.sentence && date !== mention && date !== draft.dates[mention.anchor ?? -1] && date.range);
  if (days.length) {
    const only = days.length === 1 ? days[0] : undefined;
    const isEvents =
      only &&
      only.granularity === "day" &&
      isWritten(only) &&
      only.start > mention.end &&
      mention.start - (draft.document.sentences[mention.sentence]?.start ?? 0) < 25;
    const point = isEvents ? pointOf(only) : undefined;
    return point ? [point] : [];
  }
  const start = draft.document.sentences[mention.sentence]?.start ?? mention.start;
  return eventDays(desk, happeningsIn(draft.document.prose.slice(start, mention.start)), mention, { askCorpus: false });
}

const daysIn = ({ from, to }: Ends): { low: number; high: number } => ({
  low: daysBetween(from.days.to, to.days.from),
  high: daysBetween(from.days.from, to.days.to),
});

const unitDays: Readonly<Record<TimeUnit, number>> = { minute: 1 / 1440, hour: 1 / 24, day: 1, week: 7, month: 30.44, year: 365.25 };

/** What a writer may round: a day in a long count of days, the half of one that is told in halves, three days of a week's count, half a month, half a year. */
function tolerance(unit: TimeUnit, amount: number): number {
  if (unit === "day" && !Number.isInteger(amount)) return 0.5;
  if (unit === "day") return amount < 6 ? 0 : 1;
  return (unit === "week" ? 0.45 : 0.6) * unitDays[unit];
}

/** Whether the written amount, with its hedge, is a fair statement of the days. */
function fits({ low, high, unit, approximate }: Duration, days: { readonly low: number; readonly high: number }): boolean {
  const slack = tolerance(unit, low);
  const loosen = approximate ? 0.25 : 0;
  const least = low * unitDays[unit] * (1 - loosen) - slack;
  const most = high * unitDays[unit] * (1 + loosen) + slack;
  return days.high >= least && days.low <= most;
}

/** "Three days after the quake" counts from no quake of another century. */
const isNearby = ({ high, low, unit }: Duration, days: { readonly low: number }): boolean =>
  days.low <= Math.max(60, 12 * unitDays[unit] * (Number.isFinite(high) ? high : low));

/** Weekdays this far apart may belong to two weeks. */
const oneWeek = 6;

/** "On Wednesday, a day before the visit on Tuesday": both days are given, the other way round. */
function isTurned(duration: Duration, { low, high }: { low: number; high: number }, { from, to }: Ends): boolean {
  if (!from.mention || !to.mention || !fits(duration, { low: -high, high: -low })) return false;
  return -low <= oneWeek || (from.mention.basis === "absolute" && to.mention.basis === "absolute");
}

const smaller: Readonly<Partial<Record<TimeUnit, TimeUnit>>> = { year: "month", month: "week", week: "day" };

function rightAmount(duration: Duration, days: { readonly low: number; readonly high: number }): { amount: number; unit: TimeUnit } {
  const middle = (days.low + days.high) / 2;
  for (let unit: TimeUnit | undefined = duration.unit; unit; unit = smaller[unit]) {
    const exact = middle / unitDays[unit];
    const amount = duration.low === 0 ? Math.ceil(exact) : duration.high === Number.POSITIVE_INFINITY ? Math.floor(exact) : Math.round(exact);
    if (amount >= 1) return { amount, unit };
  }
  return { amount: Math.round(middle), unit: "day" };
}
