import { monthAbbreviations, months } from "../../lexicon/months.ts";
import { ordinalNumbers, seasons } from "../../lexicon/time-words.ts";
import { weekdayAbbreviations, weekdays } from "../../lexicon/weekdays.ts";
import type { Match, PartialDate, WrittenWeekday } from "./expression.ts";
import { after, integer, isCapitalised, isDash, joined, lower, type Tokens } from "./tokens.ts";
import { namingWords, readYear } from "./years.ts";

interface Part {
  readonly value: number;
  readonly next: number;
}

/** A capitalised month's name with its full stop, if abbreviated. */
export function readMonth(tokens: Tokens, i: number): Part | undefined {
  const value = isCapitalised(tokens, i) ? months.get(lower(tokens, i)) : undefined;
  if (!value) return undefined;
  return { value, next: monthAbbreviations.has(lower(tokens, i)) && lower(tokens, i + 1) === "." && joined(tokens, i + 1) ? i + 2 : i + 1 };
}

/** "7", "7th", "seventh": a day of the month, possible or not (up to 39, so that 31 November and 32 May are still read as dates). */
function readDay(tokens: Tokens, i: number): Part | undefined {
  const value = integer(tokens, i);
  if (value !== undefined) {
    if (namingWords.has(lower(tokens, i - 1)) || value < 1 || (tokens[i]?.text.length ?? 0) > 2 || value > 39) return undefined;
    return { value, next: /^(?:st|nd|rd|th)$/.test(lower(tokens, i + 1)) && joined(tokens, i + 1) ? i + 2 : i + 1 };
  }
  const ordinal = ordinalNumbers.get(lower(tokens, i));
  return ordinal && ordinal > 0 ? { value: ordinal, next: i + 1 } : undefined;
}

/** The second day of "7-9", "7 to 9", "7 and 9". */
function readSecondDay(tokens: Tokens, i: number): Part | undefined {
  if (!isDash(tokens, i) && !/^(?:to|and|through|until|or)$/.test(lower(tokens, i))) return undefined;
  return readDay(tokens, i + 1);
}

interface Year {
  readonly date: Pick<PartialDate, "year" | "yearOffset" | "yearsOn">;
  readonly next: number;
}

const yearOffsets: ReadonlyMap<string, number> = new Map([
  ["last", -1],
  ["this", 0],
  ["next", 1],
]);

/** Years after the one spoken of last: "of that year", "the following year". */
function yearsOn(tokens: Tokens, i: number): number | undefined {
  const at = lower(tokens, i) === "the" ? i + 1 : i;
  if (lower(tokens, at + 1) !== "year") return undefined;
  if (at === i) return lower(tokens, at) === "that" ? 0 : undefined;
  return /^(?:same|following)$/.test(lower(tokens, at)) ? Number(lower(tokens, at) === "following") : undefined;
}

/** A year that follows a month or day: ", 2023", "2023", "of 2003", "last year", "of that year". */
function readFollowingYear(tokens: Tokens, i: number): Year | undefined {
  const beside = after(tokens, i, "of") ?? i;
  const yearOffset = lower(tokens, beside + 1) === "year" ? yearOffsets.get(lower(tokens, beside)) : undefined;
  if (yearOffset !== undefined) return { date: { yearOffset }, next: beside + 2 };
  const on = yearsOn(tokens, beside);
  if (on !== undefined) return { date: { yearsOn: on }, next: beside + (lower(tokens, beside) === "the" ? 3 : 2) };
  const at = lower(tokens, i) === "," || lower(tokens, i) === "of" ? i + 1 : i;
  const value = integer(tokens, at);
  if (value === undefined || tokens[at]?.text.length !== 4 || value < 1000 || value > 2999) return undefined;
  return { date: { year: value }, next: at + 1 };
}

/** "7 October 2023", "the 7th of October", "7-9 October". */
function readDayMonth(tokens: Tokens, start: number): Match | undefined {
  const i = lower(tokens, start) === "the" ? start + 1 : start;
  const first = readDay(tokens, i);
  if (!first || (tokens[i]?.kind === "word" && i === start)) return undefined;
  const second = readSecondDay(tokens, first.next);
  const afterDays = second?.next ?? first.next;
  const month = readMonth(tokens, after(tokens, afterDays, "of") ?? afterDays);
  if (!month) return undefined;
  const year = readFollowingYear(tokens, month.next);
  const date = (day: number) => ({ ...year?.date, month: month.value, day });
  return {
    from: start,
    next: year?.next ?? month.next,
    written: { kind: "absolute", from: date(first.value), ...(second && { to: date(second.value) }) },
  };
}

/** "October 7, 2023", "Oct. 20th", "October 7-9". */
function readMonthDay(tokens: Tokens, start: number): Match | undefined {
  const month = readMonth(tokens, start);
  const first = month && readDay(tokens, after(tokens, month.next, "the") ?? month.next);
  if (
    !month ||
    !first ||
    lower(tokens, first.next) === "%" ||
    (lower(tokens, first.next) === "." && /^\d/.test(lower(tokens, first.next + 1)) && joined(tokens, first.next + 1))
  )
    return undefined;
  const range = isDash(tokens, first.next) || /^(?:to|and|or)$/.test(lower(tokens, first.next)) ? readSecondDay(tokens, first.next) : undefined;
  const second =
    range && !readMonth(tokens, range.next) && !/^\p{L}/u.test(lower(tokens, range.next).replace(/^(?:at|in|and|on|to|for|by|with|when|as|after|before)$/, ""))
      ? range
      : undefined;
  const next = second?.next ?? first.next;
  const year = lower(tokens, next) === "of" ? undefined : readFollowingYear(tokens, next);
  const date = (day: number) => ({ ...year?.date, month: month.value, day });
  return {
    from: start,
    next: year?.next ?? next,
    written: { kind: "absolute", from: date(first.value), ...(second && { to: date(second.value) }) },
  };
}

/** "2023-11-14", "07/10/2023" (day first unless impossible). */
function readNumeric(tokens: Tokens, i: number): Match | undefined {
  const [a, b, c] = [integer(tokens, i), integer(tokens, i + 2), integer(tokens, i + 4)];
  const mark = tokens[i + 1]?.text;
  if (a === undefined || b === undefined || c === undefined || mark !== tokens[i + 3]?.text) return undefined;
  if (![1, 2, 3, 4].every((k) => joined(tokens, i + k))) return undefined;
  const absolute = (year: number, month: number, day: number): Match => ({ from: i, next: i + 5, written: { kind: "absolute", from: { year, month, day } } });
  if (mark === "-" && tokens[i]?.text.length === 4 && b <= 12) return absolute(a, b, c);
  if ((mark !== "/" && mark !== "-") || tokens[i + 4]?.text.length !== 4 || Math.max(a, b) > 39) return undefined;
  return b > 12 && a <= 12 ? absolute(c, a, b) : absolute(c, b, a);
}

/** "7.10.2023" is one number token or three; only the unambiguous full form is read. */
function readDotted(tokens: Tokens, i: number): Match | undefined {
  const parts = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(tokens[i]?.text ?? "");
  if (!parts) return undefined;
  return { from: i, next: i + 1, written: { kind: "absolute", from: { year: Number(parts[3]), month: Number(parts[2]), day: Number(parts[1]) } } };
}

/** A day of the calendar, without weekday. */
export const readCalendarDay = (tokens: Tokens, i: number): Match | undefined =>
  readDayMonth(tokens, i) ?? readMonthDay(tokens, i) ?? readNumeric(tokens, i) ?? readDotted(tokens, i);

/** "Saturday, October 7, 2023", "Thursday 20 October", "Tuesday night, 14 May"; also "7 October, a Saturday". */
export function readDatedDay(tokens: Tokens, i: number): Match | undefined {
  const day = weekdays.get(lower(tokens, i));
  if (!day || !isCapitalised(tokens, i)) return trailingWeekday(tokens, readCalendarDay(tokens, i));
  const weekday: WrittenWeekday = { day, start: tokens[i]?.start ?? 0, end: tokens[i]?.end ?? 0 };
  let at = i + 1;
  if (weekdayAbbreviations.has(lower(tokens, i)) && lower(tokens, at) === ".") at++;
  if (/^(?:morning|afternoon|evening|night)$/.test(lower(tokens, at))) at++;
  if (lower(tokens, at) === "," || lower(tokens, at) === "(" || isDash(tokens, at)) at++;
  const date = readCalendarDay(tokens, at);
  if (date?.written.kind !== "absolute" || (date.written.to && lower(tokens, at - 1) !== ",")) return undefined;
  return { ...date, from: i, written: { ...date.written, weekday } };
}

function trailingWeekday(tokens: Tokens, date: Match | undefined): Match | undefined {
  if (date?.written.kind !== "absolute" || date.written.to) return date;
  const mark = lower(tokens, date.next);
  const at = mark === "(" ? date.next + 1 : mark === "," && lower(tokens, date.next + 1) === "a" ? date.next + 2 : -1;
  const day = at > 0 && isCapitalised(tokens, at) ? weekdays.get(lower(tokens, at)) : undefined;
  if (!day) return date;
  return { ...date, next: at + 1, written: { ...date.written, weekday: { day, start: tokens[at]?.start ?? 0, end: tokens[at]?.end ?? 0 } } };
}

/** "March 2003", "summer of 2014", "first quarter of 2023", "Q1 2023", else a year. */
export function readMonthOrLonger(tokens: Tokens, i: number): Match | undefined {
  const month = readMonth(tokens, i);
  const monthYear = month && readFollowingYear(tokens, month.next);
  if (month && monthYear) return absolute(i, monthYear.next, { ...monthYear.date, month: month.value });
  const season = seasons.get(lower(tokens, i));
  const seasonYear = season && readFollowingYear(tokens, i + 1);
  if (season && seasonYear && lower(tokens, i + 1) !== ",") return absolute(i, seasonYear.next, { ...seasonYear.date, season });
  return readQuarter(tokens, i) ?? readYear(tokens, i);
}

const absolute = (from: number, next: number, date: PartialDate): Match => ({ from, next, written: { kind: "absolute", from: date } });

function readQuarter(tokens: Tokens, i: number): Match | undefined {
  if (lower(tokens, i) === "q" && joined(tokens, i + 1)) {
    const quarter = integer(tokens, i + 1);
    if (!quarter || quarter > 4) return undefined;
    const year = readFollowingYear(tokens, i + 2);
    return absolute(i, year?.next ?? i + 2, { ...year?.date, quarter });
  }
  const ordinal = ordinalNumbers.get(lower(tokens, i));
  if (!ordinal || ordinal > 4 || lower(tokens, i + 1) !== "quarter") return undefined;
  const year = readFollowingYear(tokens, i + 2);
  return year && absolute(i, year.next, { quarter: ordinal, ...year.date });
}
