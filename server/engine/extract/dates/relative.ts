import { ambiguousMonths, months } from "../../lexicon/months.ts";
import { dayParts, seasons, timeUnits, vagueTimes } from "../../lexicon/time-words.ts";
import { readMonth, readMonthOrLonger } from "./absolute.ts";
import { readAmountOfTime } from "./amount.ts";
import type { Match, PeriodUnit, Written } from "./expression.ts";
import { after, isCapitalised, isDash, lower, type Tokens } from "./tokens.ts";

const make = (from: number, next: number, written: Written): Match => ({ from, next, written });
const days: ReadonlyMap<string, number> = new Map([
  ["today", 0],
  ["tonight", 0],
  ["yesterday", -1],
  ["tomorrow", 1],
]);
const whichWords: ReadonlyMap<string, number> = new Map([
  ["last", -1],
  ["this", 0],
  ["next", 1],
]);
const periodUnits = new Set(["week", "weekend", "month", "quarter", "year", "decade", "century"]);

/** Time counted from the day of writing, or from the date spoken of last: "yesterday", "last week", "the past fortnight", "the day before", "since then". */
export function readRelative(tokens: Tokens, i: number): Match | undefined {
  return (
    readDayWord(tokens, i) ?? readWindow(tokens, i) ?? readNeighbour(tokens, i) ?? readPeriod(tokens, i) ?? readPartOfPeriod(tokens, i) ?? readVague(tokens, i)
  );
}

function readDayWord(tokens: Tokens, i: number): Match | undefined {
  const word = lower(tokens, i);
  const earlier = /^(?:earlier|later|late|early)$/.test(word) && days.has(lower(tokens, i + 1)) ? i + 1 : i;
  const offset = days.get(lower(tokens, earlier));
  if (offset !== undefined) return make(i, dayParts.has(lower(tokens, earlier + 1)) ? earlier + 2 : earlier + 1, { kind: "day", offset });
  const beforeYesterday = after(tokens, i, "the", "day", "before", "yesterday");
  if (beforeYesterday) return make(i, beforeYesterday, { kind: "day", offset: -2 });
  const afterTomorrow = after(tokens, i, "the", "day", "after", "tomorrow");
  if (afterTomorrow) return make(i, afterTomorrow, { kind: "day", offset: 2 });
  if (word === "this" && /^(?:morning|afternoon|evening|lunchtime)$/.test(lower(tokens, i + 1))) return make(i, i + 2, { kind: "day", offset: 0 });
  return after(tokens, i, "last", "night") ? make(i, i + 2, { kind: "day", offset: -1 }) : undefined;
}

/** "the past two weeks", "past fortnight", "the last 30 days", "the next five years". */
function readWindow(tokens: Tokens, i: number): Match | undefined {
  const at = lower(tokens, i) === "the" || lower(tokens, i) === "this" ? i + 1 : i;
  const word = lower(tokens, at);
  const forward = word === "next" || word === "coming";
  if (!forward && word !== "past" && word !== "last" && word !== "previous") return undefined;
  const amount = readAmountOfTime(tokens, at + 1);
  if (amount && !amount.article) {
    // "the last five months of her life" is counted from something else.
    const elsewhere = lower(tokens, amount.next) === "of" || word === "previous";
    return make(i, amount.next, elsewhere ? { kind: "duration", duration: amount.duration } : { kind: "window", duration: amount.duration, forward });
  }
  const unit = timeUnits.get(lower(tokens, at + 1));
  const single = word === "past" || (lower(tokens, at + 1) === "fortnight" && word === "last");
  if (!unit || !single || lower(tokens, at + 1).endsWith("s")) return undefined;
  if (at === i && !/^(?:in|over|during|within)$/.test(lower(tokens, i - 1))) return undefined;
  return make(i, at + 2, { kind: "window", duration: { low: unit.per, high: unit.per, unit: unit.unit, approximate: false }, forward: false });
}

const neighbourUnits = { day: "day", night: "day", morning: "day", evening: "day", afternoon: "day", week: "week", month: "month", year: "year" } as const;
const neighbourOf = (word: string): "day" | "week" | "month" | "year" | undefined => neighbourUnits[word as keyof typeof neighbourUnits];

/** "the day before", "the previous week", "the following morning", "the next day", "the same day". */
function readNeighbour(tokens: Tokens, i: number): Match | undefined {
  const sinceThen = after(tokens, i, "since", "then");
  if (sinceThen) return make(i, sinceThen, { kind: "since-then" });
  const word = lower(tokens, i);
  const at = word === "the" || word === "that" ? i + 1 : i;
  const side = lower(tokens, at);
  const offset = side === "previous" || side === "preceding" ? -1 : side === "following" || (side === "next" && at !== i) ? 1 : side === "same" ? 0 : undefined;
  const unit = offset === undefined || at === i ? undefined : neighbourOf(lower(tokens, at + 1));
  if (unit && offset !== undefined) return make(i, at + 2, { kind: "neighbour", unit, offset });
  const plain = at === i ? undefined : neighbourOf(side);
  if (!plain) return undefined;
  if (word === "that") return plain === "day" && side !== "night" ? make(i, at + 1, { kind: "neighbour", unit: "day", offset: 0 }) : undefined;
  const direction = lower(tokens, at + 1);
  if (direction !== "before" && direction !== "after") return undefined;
  if (/^(?:the|a|an|his|her|its|their|he|she|it|they|we)$/.test(lower(tokens, at + 2)) || isCapitalised(tokens, at + 2)) return undefined;
  return make(i, at + 2, { kind: "neighbour", unit: plain, offset: direction === "before" ? -1 : 1 });
}

/** "last week", "this month", "next spring", "last March", "the weekend", "earlier this week", "late last year". */
function readPeriod(tokens: Tokens, i: number): Match | undefined {
  const opening = lower(tokens, i);
  const part = opening === "earlier" || opening === "later" ? opening : undefined;
  const at = part || /^(?:early|late|mid)$/.test(opening) ? (lower(tokens, i + 1) === "in" || isDash(tokens, i + 1) ? i + 2 : i + 1) : i;
  const period = readPlainPeriod(tokens, at, at !== i);
  return period && { ...period, from: i, written: period.written.kind === "period" && part ? { ...period.written, part } : period.written };
}

function readPlainPeriod(tokens: Tokens, i: number, opened: boolean): Match | undefined {
  const offset = whichWords.get(lower(tokens, i));
  const name = lower(tokens, i + 1);
  if (offset === undefined) {
    if (lower(tokens, i) === "the" && (name === "weekend" || (opened && periodUnits.has(name) && lower(tokens, i - 1) === "in")))
      return make(i, i + 2, { kind: "period", unit: name as PeriodUnit, offset: 0 });
    return undefined;
  }
  if (periodUnits.has(name)) return make(i, i + 2, { kind: "period", unit: name as PeriodUnit, offset });
  if (name === "years" && offset === 0) return make(i, i + 2, { kind: "period", unit: "year", offset });
  const season = seasons.get(name);
  if (season && !(name === "fall" && offset === 0)) return make(i, i + 2, { kind: "period", unit: "season", offset, season });
  const month = isCapitalised(tokens, i + 1) ? months.get(name) : undefined;
  return month ? make(i, i + 2, { kind: "period", unit: "month", offset, month }) : undefined;
}

const parts = new Set(["early", "late", "mid", "earlier", "later"]);
const monthCues = new Set("in since by until till during through from between last next this mid early late throughout and to".split(" "));

/** "early 2024", "mid-October", "In March", "October", "the end of the year". */
function readPartOfPeriod(tokens: Tokens, i: number): Match | undefined {
  if (parts.has(lower(tokens, i))) {
    let at = isDash(tokens, i + 1) ? i + 2 : i + 1;
    at = after(tokens, at, "in") ?? at;
    const month = readMonth(tokens, at);
    const longer = readMonthOrLonger(tokens, at) ?? (month && make(at, month.next, { kind: "absolute", from: { month: month.value } }));
    return longer && { ...longer, from: i };
  }
  const end = after(tokens, i, "the", "end", "of", "the") ?? after(tokens, i, "the", "end", "of", "this");
  if (end && periodUnits.has(lower(tokens, end))) return make(i, end + 1, { kind: "period", unit: lower(tokens, end) as PeriodUnit, offset: 0, end: true });
  const yearEnd = lower(tokens, i) === "year" ? (after(tokens, i, "year", "end") ?? after(tokens, i, "year", "-", "end")) : undefined;
  if (yearEnd && lower(tokens, i - 1) === "by") return make(i, yearEnd, { kind: "period", unit: "year", offset: 0, end: true });
  const month = readMonth(tokens, i);
  if (!month) return undefined;
  const before = lower(tokens, i - 1);
  const cued = monthCues.has(before) || (before === "of" && /^(?:end|start|beginning|middle)$/.test(lower(tokens, i - 2)));
  if (!cued && (ambiguousMonths.has(lower(tokens, i)) || (isCapitalised(tokens, month.next) && lower(tokens, month.next) !== "."))) return undefined;
  return make(i, month.next, { kind: "absolute", from: { month: month.value } });
}

const vague = vagueTimes.map((phrase) => phrase.split(" "));
const vagueFirst = new Set(vague.map((words) => words[0]));

function readVague(tokens: Tokens, i: number): Match | undefined {
  if (lower(tokens, i) === "earlier" && lower(tokens, i + 1) === "," && (i === 0 || lower(tokens, i - 1) === ".")) return make(i, i + 1, { kind: "vague" });
  if (!vagueFirst.has(lower(tokens, i))) return undefined;
  for (const words of vague) {
    const next = after(tokens, i, ...words);
    if (next) return make(i, next, { kind: "vague" });
  }
  return undefined;
}
