import { readCalendarDay, readDatedDay, readMonthOrLonger } from "./absolute.ts";
import { readClock } from "./clock.ts";
import { readAge, readElapsed } from "./elapsed.ts";
import type { Match, Reader } from "./expression.ts";
import { readRelative } from "./relative.ts";
import { mayStart } from "./starters.ts";
import { isDash, lower, type Tokens } from "./tokens.ts";
import { readWeekday } from "./weekday.ts";

/** Longest and surest first: the first reader that understands a token decides. */
const readers: readonly Reader[] = [readDayRange, readDatedDay, readClockAndDay, readMonthOrLonger, readRelative, readLoneWeekday, readAge, readElapsed];

/** Finds the time expressions of a block from left to right, without overlaps. */
export function scan(tokens: Tokens): Match[] {
  const matches: Match[] = [];
  for (let i = 0; i < tokens.length; ) {
    const match = mayStart(tokens, i) ? readAt(tokens, i) : undefined;
    if (match) matches.push(match);
    i = match ? match.next : i + 1;
  }
  return matches;
}

function readAt(tokens: Tokens, i: number): Match | undefined {
  for (const reader of readers) {
    const match = reader(tokens, i);
    if (match) return match;
  }
  return undefined;
}

/** A weekday, unless it opens a date: in "early on Saturday, 17 June" the scan goes on to the date, which is read as one. */
function readLoneWeekday(tokens: Tokens, i: number): Match | undefined {
  const match = readWeekday(tokens, i);
  for (let at = i + 1; match && at < match.next; at++) if ((readDatedDay(tokens, at)?.next ?? 0) > match.next) return undefined;
  return match;
}

/** "from 28 October to 3 November", "28 October-3 November", "between March 2003 and May 2004". */
function readDayRange(tokens: Tokens, i: number): Match | undefined {
  const opening = /^(?:from|between)$/.test(lower(tokens, i)) ? lower(tokens, i) : undefined;
  const first = readSide(tokens, opening ? i + 1 : i);
  if (first?.written.kind !== "absolute" || first.written.to) return undefined;
  const middle = lower(tokens, first.next);
  const bridges =
    opening === "between" ? middle === "and" : opening ? /^(?:to|until|till|through)$/.test(middle) || isDash(tokens, first.next) : isDash(tokens, first.next);
  const second = bridges ? readSide(tokens, first.next + 1) : undefined;
  if (second?.written.kind !== "absolute" || second.written.to) return undefined;
  const [from, to] = [first.written.from, second.written.from];
  if ((from.day === undefined) !== (to.day === undefined)) return undefined;
  const year = from.year ?? to.year;
  return {
    from: i,
    next: second.next,
    written: { kind: "absolute", from: year === undefined ? from : { ...from, year }, to, ...(first.written.weekday && { weekday: first.written.weekday }) },
  };
}

const readSide: Reader = (tokens, i) => readDatedDay(tokens, i) ?? readMonthYear(tokens, i);
const readMonthYear: Reader = (tokens, i) => {
  const match = readMonthOrLonger(tokens, i);
  return match?.written.kind === "absolute" && match.written.from.month !== undefined ? match : undefined;
};

/** A clock time, with the day that follows it: "10am on Wednesday", "2:41 p.m. Tuesday, Aug. 3", "2:30 the next day". */
function readClockAndDay(tokens: Tokens, i: number): Match | undefined {
  const clock = readClock(tokens, i);
  if (clock?.written.kind !== "clock") return undefined;
  const at = /^(?:on|,)$/.test(lower(tokens, clock.next)) ? clock.next + 1 : clock.next;
  if (lower(tokens, clock.next) === "," && lower(tokens, at) === "on") return clock;
  const day = readDatedDay(tokens, at) ?? readCalendarDay(tokens, at) ?? readWeekday(tokens, at) ?? readRelative(tokens, at);
  const kind = day?.written.kind;
  if (!day || (kind !== "absolute" && kind !== "weekday" && kind !== "day" && kind !== "neighbour")) return clock;
  return { ...day, from: i, clock: { low: clock.written.low, high: clock.written.high } };
}
