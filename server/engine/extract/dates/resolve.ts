import {
  addDays,
  addMonths,
  dayNumber,
  dayRange,
  isDay,
  isoDay,
  isoMonth,
  mondayOf,
  monthLength,
  monthRange,
  partsOf,
  weekdayOf,
  yearRange,
} from "../calendar.ts";
import type { DateBasis, DateMention, DayRange, Duration } from "../mentions.ts";
import type { PartialDate, Written } from "./expression.ts";
import { resolvePeriod } from "./period.ts";
import type { Tense } from "./tense.ts";

/** What a time expression is resolved against. */
export interface Reference {
  /** ISO day of writing. */
  readonly written?: string | undefined;
  /** The date spoken of last: for "the day before", "two weeks later", "since then". */
  readonly last?: DayRange | undefined;
  /** The day, month or year spoken of last: for "18 months later". */
  readonly lastPeriod?: DayRange | undefined;
  /** "since" stands before it: it is not to come. */
  readonly isSince?: boolean;
  readonly tense: () => Tense;
}

/** All of a mention that comes from its meaning rather than its place. */
export type Resolved = Omit<DateMention, "start" | "end" | "text" | "sentence">;

export function resolve(written: Written, reference: Reference): Resolved {
  switch (written.kind) {
    case "absolute":
      return resolveAbsolute(written, reference);
    case "weekday":
      return resolveWeekday(written, reference);
    case "day":
      return onDay("relative", reference.written && addDays(reference.written, written.offset));
    case "period":
      return resolvePeriod(written, reference);
    case "window":
      return resolveWindow(written.duration, written.forward, reference);
    case "elapsed":
      return resolveElapsed(written, reference);
    case "neighbour":
      return resolveNeighbour(written.unit, written.offset, reference);
    case "since-then": {
      const from = reference.last?.from;
      const to = reference.written;
      return { type: "date", basis: "anaphoric", granularity: "vague", ...(from && to && from <= to && spanning(from, to)) };
    }
    case "duration": {
      const { duration, direction } = written;
      return {
        type: "duration",
        basis: "duration",
        granularity: duration.unit === "hour" ? "minute" : duration.unit,
        value: isoDuration(duration),
        duration,
        ...(direction && { direction }),
      };
    }
    case "clock":
      return { type: "time", basis: "clock", granularity: "minute", clock: { low: written.low, high: written.high }, value: `T${clockText(written.low)}` };
    case "set":
      return { type: "set", basis: "vague", granularity: "vague" };
    case "vague":
      return { type: "date", basis: "vague", granularity: "vague" };
  }
}

const clockText = (minutes: number): string => {
  const at = ((Math.round(minutes) % 1440) + 1440) % 1440;
  return `${String(Math.floor(at / 60)).padStart(2, "0")}:${String(at % 60).padStart(2, "0")}`;
};

const spanning = (from: string, to: string) => ({ range: dayRange(from, to), value: from === to ? from : `${from}/${to}` });

function onDay(basis: DateBasis, day: string | undefined): Resolved {
  return { type: "date", basis, granularity: "day", ...(day && spanning(day, day)) };
}

const letters = { minute: "M", hour: "H", day: "D", week: "W", month: "M", year: "Y" } as const;
function isoDuration({ low, high, unit }: Duration): string {
  const amount = Number.isFinite(high) ? (low + high) / 2 : low;
  return `P${unit === "minute" || unit === "hour" ? "T" : ""}${Math.round(amount * 100) / 100}${letters[unit]}`;
}

function resolveAbsolute({ from, to, weekday }: Extract<Written, { kind: "absolute" }>, reference: Reference): Resolved {
  const start = complete(from, reference, weekday?.day);
  const end = to && complete(endYear(from, to, start.year), reference);
  const rest = { type: "date" as const, basis: "absolute" as const, granularity: start.granularity, ...(weekday && { weekday }) };
  const yearInferred = start.yearInferred ? { yearInferred: true } : {};
  if (start.invalid || end?.invalid) return { ...rest, ...yearInferred, value: end ? `${start.value}/${end.value}` : start.value, invalid: true };
  if (!end) return { ...rest, ...yearInferred, value: start.value, ...(start.range && { range: start.range }) };
  const value = `${start.value}/${end.value}`;
  if (!start.range || !end.range) return { ...rest, ...yearInferred, value };
  const range = start.range.from <= end.range.to ? dayRange(start.range.from, end.range.to) : dayRange(end.range.from, start.range.to);
  return { ...rest, ...yearInferred, value, range };
}

/** "28 December to 3 January" runs into the next year; otherwise both ends lie in one. */
function endYear(from: PartialDate, to: PartialDate, year: number | undefined): PartialDate {
  if (from.year !== undefined || to.year !== undefined || to.yearOffset !== undefined || to.yearsOn !== undefined || year === undefined) return to;
  const wraps = from.month !== undefined && to.month !== undefined && from.month >= 9 && to.month <= 4;
  return { ...to, year: wraps ? year + 1 : year };
}

interface Completed {
  readonly value: string;
  readonly range?: DayRange;
  readonly year?: number;
  readonly invalid?: boolean;
  readonly yearInferred?: boolean;
  readonly granularity: DateMention["granularity"];
}

const seasonMonths = { SP: [3, 5], SU: [6, 8], AU: [9, 11], WI: [12, 14] } as const;

function complete(date: PartialDate, reference: Reference, weekday?: number): Completed {
  const { month, day } = date;
  const counted = countedYear(date, reference);
  const year = date.year ?? counted ?? inferYear(date, reference, weekday);
  const inferred = { ...(date.year === undefined && counted === undefined && { yearInferred: true }), ...(year !== undefined && { year }) };
  if (day !== undefined && month !== undefined) return completeDay(year, month, day, inferred);
  if (month !== undefined)
    return year === undefined
      ? { granularity: "month", value: `XXXX-${String(month).padStart(2, "0")}` }
      : { ...inferred, granularity: "month", value: isoMonth(year, month), range: monthRange(year, month) };
  if (year === undefined) return { granularity: "vague", value: "XXXX" };
  if (date.quarter) {
    const first = date.quarter * 3 - 2;
    return {
      ...inferred,
      granularity: "quarter",
      value: `${year}-Q${date.quarter}`,
      range: { from: isoDay(year, first, 1), to: isoDay(year, first + 2, monthLength(year, first + 2)) },
    };
  }
  if (date.season) {
    const [first, last] = seasonMonths[date.season];
    const range = dayRange(isoDay(year, first, 1), last > 12 ? monthRange(year + 1, last - 12).to : monthRange(year, last).to);
    return { ...inferred, granularity: "season", value: `${year}-${date.season}`, range };
  }
  if (date.years) return { granularity: "decade", value: `${year}/${year + date.years - 1}`, range: yearRange(year, year + date.years - 1) };
  return { granularity: "year", year, value: String(year).padStart(4, "0"), range: yearRange(year) };
}

/** "of last year", "of that year". */
function countedYear({ yearOffset, yearsOn }: PartialDate, { written, lastPeriod }: Reference): number | undefined {
  const [from, by] = yearsOn === undefined ? [written, yearOffset] : [lastPeriod?.from, yearsOn];
  return from !== undefined && by !== undefined ? partsOf(from).year + by : undefined;
}

function completeDay(year: number | undefined, month: number, day: number, inferred: object): Completed {
  if (year === undefined) {
    const written = `XXXX-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
    return { granularity: "day", value: written, ...(!isDay(2000, month, day) && { invalid: true }) };
  }
  const value = isoDay(year, month, day);
  return isDay(year, month, day)
    ? { ...inferred, granularity: "day", value, range: dayRange(value) }
    : { ...inferred, granularity: "day", value, invalid: true };
}

/** Days: what lies further from the day of writing is not known by it. */
const monthsAway = 62;

/**
 * The year of a date without one: newspapers leave it out for the year of writing and for what is near, and for what is near a day to come that was just spoken of.
 * The same year, unless that lies far ahead of a text that does not look ahead, or far back for one that does.
 */
function inferYear({ month, day }: PartialDate, { written, last, tense, isSince }: Reference, weekday: number | undefined): number | undefined {
  if (!written || month === undefined) return undefined;
  const { year } = partsOf(written);
  const away = (from: string, of: number): number => dayNumber(isoDay(of, month, Math.min(day ?? 1, 28))) - dayNumber(from);
  const ahead = away(written, year);
  const spokenOf = last && { year: partsOf(last.from).year, from: last.from };
  if (spokenOf && spokenOf.year > year && Math.abs(ahead) > monthsAway && Math.abs(away(spokenOf.from, spokenOf.year)) < monthsAway) return spokenOf.year;
  if (isSince && ahead > 0) return year - 1;
  const near =
    ahead > 31 && ahead > (tense() === "future" ? 300 : tense() === "past" ? 75 : 200) ? year - 1 : ahead < -180 && tense() === "future" ? year + 1 : year;
  if (weekday === undefined || day === undefined || Math.abs(ahead) < 120) return near;
  const fits = [near, near - 1, near + 1].find(
    (y) => isDay(y, month, day) && weekdayOf(isoDay(y, month, day)) === weekday && Math.abs(dayNumber(isoDay(y, month, day)) - dayNumber(written)) < 300,
  );
  return fits ?? near;
}

function resolveWeekday(expression: Extract<Written, { kind: "weekday" }>, { written, last, tense }: Reference): Resolved {
  const { weekday, which, week, since } = expression;
  const rest = { type: "date" as const, basis: "weekday" as const, granularity: "day" as const, weekday };
  const anaphoric = which === "before" || which === "after";
  const origin = anaphoric ? (last?.from ?? written) : written;
  if (!origin) return rest;
  const back = (weekdayOf(origin) - weekday.day + 7) % 7;
  const ahead = (7 - back) % 7;
  if (week !== undefined) return { ...rest, ...on(addDays(mondayOf(origin), week * 7 + weekday.day - 1)) };
  if (which === "last" || which === "before") return { ...rest, ...on(addDays(origin, -(back || 7))) };
  if (which === "after") return { ...rest, ...on(addDays(origin, ahead || 7)) };
  if (which === "next") return { ...rest, ...on(addDays(mondayOf(origin), 6 + weekday.day)) };
  if (which === "this") return { ...rest, ...on(addDays(mondayOf(origin), weekday.day - 1)) };
  if (since) return { ...rest, ...spanning(addDays(origin, -back), origin) };
  return { ...rest, ...on(back !== 0 && tense() === "future" ? addDays(origin, ahead) : addDays(origin, -back)) };
}

const on = (day: string) => spanning(day, day);

function shift(day: string, { unit }: Duration, amount: number): string {
  if (unit === "year") return addMonths(day, Math.round(amount * 12));
  if (unit === "month") return addMonths(day, Math.round(amount));
  if (unit === "week") return addDays(day, Math.round(amount * 7));
  if (unit === "day") return addDays(day, Math.round(amount));
  return addDays(day, Math.trunc(amount / (unit === "hour" ? 24 : 1440)));
}

function resolveWindow(duration: Duration, forward: boolean, { written }: Reference): Resolved {
  const rest = { type: "date" as const, basis: "relative" as const, granularity: "vague" as const, duration };
  if (!written) return rest;
  const amount = Number.isFinite(duration.high) ? duration.high : duration.low;
  return { ...rest, ...(forward ? spanning(written, shift(written, duration, amount)) : spanning(shift(written, duration, -amount), written)) };
}

/** Written in days it is a day, in weeks that day's week or so, in months a month, in years a year. */
function resolveElapsed({ duration, direction, anchored }: Extract<Written, { kind: "elapsed" }>, { written, last, lastPeriod }: Reference): Resolved {
  const relative = direction === "ago" || direction === "ahead";
  const short = duration.unit === "hour" || duration.unit === "minute";
  const granularity = short ? "minute" : duration.unit;
  const rest: Resolved = {
    type: anchored || (short && !relative) ? "duration" : "date",
    basis: relative ? "relative" : "anaphoric",
    granularity,
    duration,
    ...(direction !== "ahead" && { direction }),
  };
  const spokenOf = duration.unit === "month" || duration.unit === "year" ? lastPeriod : last;
  const origin = relative ? written : anchored ? undefined : (spokenOf?.from ?? written);
  if (!origin || rest.type === "duration") return rest;
  const sign = direction === "after" || direction === "ahead" ? 1 : -1;
  const point = shift(origin, duration, sign * (Number.isFinite(duration.high) ? (duration.low + duration.high) / 2 : duration.low));
  const { year, month } = partsOf(point);
  if (duration.unit === "year") return { ...rest, value: String(year), range: yearRange(year) };
  if (duration.unit === "month") return { ...rest, value: isoMonth(year, month), range: monthRange(year, month) };
  return { ...rest, ...on(point) };
}

function resolveNeighbour(unit: "day" | "week" | "month" | "year", offset: number, { written, last }: Reference): Resolved {
  const origin = (offset > 0 ? last?.to : last?.from) ?? written;
  const rest = { type: "date" as const, basis: "anaphoric" as const, granularity: unit };
  if (!origin) return rest;
  if (unit === "day") return { ...rest, ...on(addDays(origin, offset)) };
  if (unit === "week") return { ...rest, ...spanning(addDays(mondayOf(origin), offset * 7), addDays(mondayOf(origin), offset * 7 + 6)) };
  const { year, month } = partsOf(addMonths(origin, offset * (unit === "year" ? 12 : 1)));
  return unit === "year" ? { ...rest, value: String(year), range: yearRange(year) } : { ...rest, value: isoMonth(year, month), range: monthRange(year, month) };
}
