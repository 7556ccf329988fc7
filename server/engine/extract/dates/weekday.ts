import { dayParts } from "../../lexicon/time-words.ts";
import { namedAfterWeekday, namedWeekdays, weekdayAbbreviations, weekdays } from "../../lexicon/weekdays.ts";
import type { Match } from "./expression.ts";
import { after, isCapitalised, joined, lower, type Tokens } from "./tokens.ts";

type Which = "last" | "next" | "this" | "before" | "after";
const whichWords: ReadonlyMap<string, Which> = new Map([
  ["last", "last"],
  ["past", "last"],
  ["next", "next"],
  ["coming", "next"],
  ["this", "this"],
  ["previous", "before"],
  ["preceding", "before"],
  ["following", "after"],
]);
const weekWords: ReadonlyMap<string, number> = new Map([
  ["last", -1],
  ["this", 0],
  ["next", 1],
]);

/** "Thursday", "last Tuesday", "Tuesday night", "Earlier on Thursday", "Tuesday of last week", "since Monday". */
export function readWeekday(tokens: Tokens, i: number): Match | undefined {
  const part = readPart(tokens, i);
  if (part) return part;
  if (lower(tokens, i) === "since") {
    const plain = readPlainWeekday(tokens, i + 1);
    return plain?.written.kind === "weekday" && plain.written.which === undefined
      ? { ...plain, from: i, written: { ...plain.written, since: true } }
      : undefined;
  }
  return readModified(tokens, i) ?? readPlainWeekday(tokens, i);
}

/** "Earlier on Thursday", "late Saturday", "early on Monday morning". */
function readPart(tokens: Tokens, i: number): Match | undefined {
  if (!/^(?:earlier|later|late|early)$/.test(lower(tokens, i))) return undefined;
  const at = after(tokens, i + 1, "on") ?? i + 1;
  const plain = readModified(tokens, at) ?? readPlainWeekday(tokens, at);
  return plain && plain.written.kind !== "set" ? { ...plain, from: i } : undefined;
}

function readModified(tokens: Tokens, i: number): Match | undefined {
  const the = lower(tokens, i) === "the" ? i + 1 : i;
  const thisPast = after(tokens, the, "this", "past") ?? after(tokens, the, "this", "coming");
  const at = thisPast ? thisPast - 1 : the;
  const found = whichWords.get(lower(tokens, at));
  const which = found === "next" && the !== i && lower(tokens, at) === "next" ? "after" : found;
  const plain = which && readPlainWeekday(tokens, at + 1);
  if (which && plain?.written.kind === "weekday") return { ...plain, from: i, written: { ...plain.written, which } };
  if (the === i || found) return undefined;
  const bare = readPlainWeekday(tokens, the);
  const side = bare && lower(tokens, bare.next);
  if (bare?.written.kind !== "weekday" || (side !== "before" && side !== "after") || /^\p{L}/u.test(lower(tokens, bare.next + 1))) return undefined;
  return { ...bare, from: i, next: bare.next + 1, written: { ...bare.written, which: side } };
}

function readPlainWeekday(tokens: Tokens, i: number): Match | undefined {
  const name = lower(tokens, i);
  const day = isCapitalised(tokens, i) && !weekdayAbbreviations.has(name) ? weekdays.get(name) : undefined;
  if (!day || namedWeekdays.has(lower(tokens, i - 1)) || namesSomething(tokens, i)) return undefined;
  if (name.endsWith("ys") || /^(?:every|each)$/.test(lower(tokens, i - 1))) return { from: i, next: i + 1, written: { kind: "set" } };
  const weekday = { day, start: tokens[i]?.start ?? 0, end: tokens[i]?.end ?? 0 };
  let next = i + 1;
  if (dayParts.has(lower(tokens, next)) && lower(tokens, next - 1) === name) next++;
  const of = after(tokens, next, "of") ?? next;
  const week = lower(tokens, of + 1) === "week" ? weekWords.get(lower(tokens, of)) : undefined;
  if (week !== undefined) return { from: i, next: of + 2, written: { kind: "weekday", weekday, week } };
  return { from: i, next, written: { kind: "weekday", weekday } };
}

/** "Friday Mosque", "Sunday Times": a capitalised word that makes a name of it; a weekday with a hyphen is one too ("Monday-Friday" is not). */
function namesSomething(tokens: Tokens, i: number): boolean {
  if (!isCapitalised(tokens, i + 1) || tokens[i + 1]?.kind !== "word" || joined(tokens, i + 1)) return false;
  return namedAfterWeekday.has(lower(tokens, i + 1));
}
