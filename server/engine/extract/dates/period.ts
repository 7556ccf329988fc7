import { addDays, addMonths, dayRange, isoDay, isoMonth, mondayOf, monthLength, monthRange, partsOf, weekdayOf, yearRange } from "../calendar.ts";
import type { DayRange } from "../mentions.ts";
import type { Written } from "./expression.ts";
import type { Reference, Resolved } from "./resolve.ts";

type Period = Extract<Written, { kind: "period" }>;

/** "last week", "this weekend", "next spring", "last March", "the end of the year", counted from the day of writing. */
export function resolvePeriod(period: Period, { written, tense }: Reference): Resolved {
  const granularity = period.unit === "weekend" ? "day" : period.unit === "century" ? "decade" : period.unit;
  const rest: Resolved = { type: "date", basis: "relative", granularity };
  if (!written) return rest;
  const found = period.unit === "weekend" ? weekend(written, period.offset, tense() === "future") : locate(period, written);
  if (!found) return rest;
  if (period.end) return { ...rest, granularity: "day", value: found.range.to, range: dayRange(found.range.to) };
  if (period.part === "earlier" && found.range.to > written) return { ...rest, ...between(found.range.from, written) };
  if (period.part === "later" && found.range.from < written) return { ...rest, ...between(written, found.range.to) };
  return { ...rest, ...found };
}

const between = (from: string, to: string): { value: string; range: DayRange } => ({ value: from === to ? from : `${from}/${to}`, range: dayRange(from, to) });

/** On a weekend this one; in the week the one before, or the one to come where the text looks ahead. */
function weekend(written: string, offset: number, ahead: boolean) {
  const saturday = addDays(mondayOf(written), 5);
  const here = weekdayOf(written) >= 6;
  const shift = offset !== 0 ? (offset < 0 ? -7 : here ? 7 : 0) : here || ahead ? 0 : -7;
  return between(addDays(saturday, shift), addDays(saturday, shift + 1));
}

function locate({ unit, offset, month, season }: Period, written: string): { value: string; range: DayRange } | undefined {
  const now = partsOf(written);
  switch (unit) {
    case "week": {
      const monday = addDays(mondayOf(written), offset * 7);
      return between(monday, addDays(monday, 6));
    }
    case "month": {
      if (month === undefined) {
        const then = partsOf(addMonths(isoDay(now.year, now.month, 1), offset));
        return { value: isoMonth(then.year, then.month), range: monthRange(then.year, then.month) };
      }
      const year = offset < 0 ? (month < now.month ? now.year : now.year - 1) : offset > 0 ? (month > now.month ? now.year : now.year + 1) : now.year;
      return { value: isoMonth(year, month), range: monthRange(year, month) };
    }
    case "quarter": {
      const index = now.year * 4 + Math.floor((now.month - 1) / 3) + offset;
      const [year, quarter] = [Math.floor(index / 4), (index % 4) + 1];
      return { value: `${year}-Q${quarter}`, range: dayRange(isoDay(year, quarter * 3 - 2, 1), isoDay(year, quarter * 3, monthLength(year, quarter * 3))) };
    }
    case "year":
      return { value: String(now.year + offset), range: yearRange(now.year + offset) };
    case "decade": {
      const first = now.year - (now.year % 10) + offset * 10;
      return { value: `${first}/${first + 9}`, range: yearRange(first, first + 9) };
    }
    case "century": {
      const first = now.year - (now.year % 100) + offset * 100;
      return { value: `${first}/${first + 99}`, range: yearRange(first, first + 99) };
    }
    case "season":
      return season && locateSeason(season, offset, written);
    default:
      return undefined;
  }
}

const firstMonth = { SP: 3, SU: 6, AU: 9, WI: 12 } as const;

function locateSeason(season: keyof typeof firstMonth, offset: number, written: string): { value: string; range: DayRange } {
  const start = (year: number) => isoDay(year, firstMonth[season], 1);
  const end = (year: number) => addDays(addMonths(start(year), 3), -1);
  const { year } = partsOf(written);
  const found = offset < 0 ? (end(year) < written ? year : year - 1) : offset > 0 ? (start(year) > written ? year : year + 1) : year;
  return { value: `${found}-${season}`, range: dayRange(start(found), end(found)) };
}
