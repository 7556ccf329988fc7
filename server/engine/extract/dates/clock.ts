import { smallNumbers, tensNumbers } from "../../lexicon/time-words.ts";
import type { Match } from "./expression.ts";
import { after, integer, isDash, joined, lower, type Tokens } from "./tokens.ts";

interface Time {
  readonly low: number;
  readonly high: number;
  readonly next: number;
}

const exact = (minutes: number, next: number): Time => ({ low: minutes, high: minutes, next });
const zones = new Set("gmt utc bst est edt cst cdt mst mdt pst pdt et ct pt cet cest eet ist jst aest z".split(" "));

/** Clock times: "4.17am", "9:52 p.m.", "0917 GMT", "noon", "half past six", "shortly before midnight". */
export function readClock(tokens: Tokens, i: number): Match | undefined {
  const fuzzy = readFuzz(tokens, i);
  const time = readTime(tokens, fuzzy?.next ?? i) ?? readStamp(tokens, i);
  if (!time) return undefined;
  const next = readZone(tokens, time.next);
  const { low, high } = fuzzy ? { low: time.low - fuzzy.before, high: time.high + fuzzy.after } : time;
  return { from: i, next, written: { kind: "clock", low, high } };
}

/** Minutes that "shortly before", "just after" and the like allow. */
function readFuzz(tokens: Tokens, i: number): { before: number; after: number; next: number } | undefined {
  const next = /^(?:shortly|just|soon|right|minutes|moments|immediately)$/.test(lower(tokens, i)) ? i + 1 : undefined;
  if (next && lower(tokens, next) === "before") return { before: 30, after: 0, next: next + 1 };
  if (next && lower(tokens, next) === "after") return { before: 0, after: 30, next: next + 1 };
  return undefined;
}

function readTime(tokens: Tokens, i: number): Time | undefined {
  const word = lower(tokens, i);
  if (word === "noon" || word === "midday") return exact(720, i + 1);
  if (word === "midnight") return exact(1440, i + 1);
  if (word === "half" || word === "quarter") return readSpoken(tokens, i);
  const counted = readMinutes(tokens, i) ?? readHourOf(tokens, i);
  if (counted) return counted;
  const spoken = smallNumbers.get(word);
  if (spoken && spoken <= 12) return readHourWord(tokens, i, spoken);
  return readDigits(tokens, i);
}

/** "14.45", "9:05": what opens an entry of a live blog. */
function readStamp(tokens: Tokens, i: number): Time | undefined {
  const written = i === 0 ? /^(\d{1,2})\.(\d{2})$/.exec(tokens[0]?.text ?? "") : null;
  const [hour, minute] = [Number(written?.[1]), Number(written?.[2])];
  const next = tokens[1]?.text ?? "";
  return written && hour < 24 && minute < 60 && (next === "" || /^[\p{Lu}\d"“‘'|:—–-]/u.test(next)) ? exact(hour * 60 + minute, 1) : undefined;
}

/** "four minutes past five", "ten to six", "20 past nine"; "at" or the like must tell "ten to six" from a span. */
function readMinutes(tokens: Tokens, i: number): Time | undefined {
  const minutes = smallNumber(tokens, i);
  const named = /^minutes?$/.test(lower(tokens, i + 1));
  const at = named ? i + 2 : i + 1;
  const past = /^(?:past|after)$/.test(lower(tokens, at));
  const hour = smallNumber(tokens, at + 1);
  if (!minutes || minutes > 29 || !hour || hour > 12 || (lower(tokens, at) === "after" && !named) || (!past && lower(tokens, at) !== "to")) return undefined;
  if (!past && !named && (minutes % 5 !== 0 || minutes === 15 || !/^(?:at|by|until|till|before|after|about|around|was|since)$/.test(lower(tokens, i - 1))))
    return undefined;
  const half = readHalf(tokens, at + 2);
  if (!half && /^(?:\p{L}{3,}s|percent|per|million|hundred|thousand)$/u.test(lower(tokens, at + 2)) && lower(tokens, at + 2) !== "as") return undefined;
  const time = (half ? to24(hour, half.pm) : hour) * 60 + (past ? minutes : -minutes);
  return half ? exact(time, half.next) : { low: time, high: time + 720, next: at + 2 };
}

/** "opened at five", "a break at 11": what keeps hours, at an hour. */
function readHourOf(tokens: Tokens, i: number): Time | undefined {
  const hour = smallNumber(tokens, i);
  if (!hour || hour > 12 || !/^(?:at|until|till)$/.test(lower(tokens, i - 1)) || !endsTime(tokens, i + 1)) return undefined;
  const isTimed = [i - 2, i - 3, i - 4].some((at) => timed.test(lower(tokens, at)) && !/[.;]/.test(lower(tokens, at + 1)));
  return isTimed ? { low: hour * 60, high: hour * 60 + 720, next: i + 1 } : undefined;
}

const timed =
  /^(?:opens?|opened|opening|closes?|closed|closing|begins?|began|starts?|started|ends|ended|finish(?:es|ed)?|leaves?|departs?|departed|arrives?|arrived|meets?|met|sails?|sailed|resumes?|resumed|woke|wakes?|gather(?:s|ed)?|rang|rings?|break|breaks|breakfast|lunch|dinner|supper|doors|bed|mass|shift|kick-off|curfew)$/;
const endsTime = (tokens: Tokens, i: number): boolean =>
  tokens[i] === undefined ||
  (tokens[i]?.kind === "mark" && !/^[-–%$€£]$/.test(tokens[i]?.text ?? "")) ||
  /^(?:and|or|on|in|until|till|but|sharp|each|every|when|with|for|at|to)$/.test(lower(tokens, i));

const smallNumber = (tokens: Tokens, i: number): number | undefined =>
  smallNumbers.get(lower(tokens, i)) ?? tensNumbers.get(lower(tokens, i)) ?? integer(tokens, i);

/** "half past six", "quarter to nine". */
function readSpoken(tokens: Tokens, i: number): Time | undefined {
  const minutes = lower(tokens, i) === "half" ? 30 : 15;
  const past = lower(tokens, i + 1) === "past";
  if (!past && (lower(tokens, i + 1) !== "to" || minutes === 30)) return undefined;
  const hour = smallNumbers.get(lower(tokens, i + 2)) ?? integer(tokens, i + 2);
  if (!hour || hour > 12) return undefined;
  const half = readHalf(tokens, i + 3);
  const at = (half ? to24(hour, half.pm) : hour) * 60 + (past ? minutes : -minutes);
  return half ? exact(at, half.next) : { low: at, high: at + 720, next: i + 3 };
}

function readHourWord(tokens: Tokens, i: number, hour: number): Time | undefined {
  const half = readHalf(tokens, i + 1);
  if (half) return exact(to24(hour, half.pm) * 60, half.next);
  return lower(tokens, i + 1) === "o'clock" || lower(tokens, i + 1) === "o’clock" ? { low: hour * 60, high: hour * 60 + 720, next: i + 2 } : undefined;
}

const to24 = (hour: number, pm: boolean): number => (hour % 12) + (pm ? 12 : 0);

/** "am", "p.m.", "pm". */
function readHalf(tokens: Tokens, i: number): { pm: boolean; next: number } | undefined {
  const word = lower(tokens, i);
  if (word === "am" || word === "pm") return { pm: word === "pm", next: i + 1 };
  if (word !== "a" && word !== "p") return undefined;
  if (lower(tokens, i + 1) !== "." || lower(tokens, i + 2) !== "m" || !joined(tokens, i + 1) || !joined(tokens, i + 2)) return undefined;
  return { pm: word === "p", next: lower(tokens, i + 3) === "." && joined(tokens, i + 3) ? i + 4 : i + 3 };
}

function readDigits(tokens: Tokens, i: number): Time | undefined {
  const token = tokens[i];
  if (token?.kind !== "number") return undefined;
  const dotted = /^(\d{1,2})\.(\d{2})$/.exec(token.text);
  const colon =
    lower(tokens, i + 1) === ":" && joined(tokens, i + 1) && joined(tokens, i + 2) && tokens[i + 2]?.text.length === 2 ? integer(tokens, i + 2) : undefined;
  const hour = dotted ? Number(dotted[1]) : integer(tokens, i);
  const minute = dotted ? Number(dotted[2]) : (colon ?? 0);
  const next = colon === undefined ? i + 1 : i + 3;
  if (hour === undefined || minute > 59) return undefined;
  const half = hour >= 1 && hour <= 12 ? readHalf(tokens, next) : undefined;
  if (half) return exact(to24(hour, half.pm) * 60 + minute, half.next);
  if (colon !== undefined && hour < 24 && token.text.length <= 2 && lower(tokens, i + 3) !== ":") return exact(hour * 60 + minute, next);
  if (dotted && hour < 24 && zones.has(lower(tokens, next))) return exact(hour * 60 + minute, next);
  const twelve = lower(tokens, next);
  if (!dotted && hour >= 1 && hour <= 12 && (twelve === "noon" || twelve === "midnight" || twelve === "midday"))
    return exact(twelve === "midnight" ? 1440 : 720, next + 1);
  if (!dotted && hour <= 12 && /^o['’]clock$/.test(twelve)) return { low: hour * 60, high: hour * 60 + 720, next: next + 1 };
  return readMilitary(tokens, i);
}

/** "0917 GMT", "0630 hours", "1430hrs". */
function readMilitary(tokens: Tokens, i: number): Time | undefined {
  const token = tokens[i];
  const value = integer(tokens, i);
  if (value === undefined || token?.text.length !== 4 || value % 100 > 59 || value >= 2400) return undefined;
  const cue = lower(tokens, i + 1);
  const isTime =
    zones.has(cue) ||
    after(tokens, i + 1, "local", "time") !== undefined ||
    (/^(?:hrs|hours|h)$/.test(cue) && (token.text.startsWith("0") || joined(tokens, i + 1) || lower(tokens, i - 1) === "at"));
  if (!isTime) return undefined;
  return exact(Math.floor(value / 100) * 60 + (value % 100), /^(?:hrs|hours|h)$/.test(cue) ? i + 2 : i + 1);
}

function readZone(tokens: Tokens, i: number): number {
  const local = after(tokens, i, "local", "time");
  if (local) return local;
  return zones.has(lower(tokens, i)) && tokens[i]?.text !== "z" && /^\p{Lu}/u.test(tokens[i]?.text ?? "") && !isDash(tokens, i) ? i + 1 : i;
}
