import { addDays, isoDay, partsOf, weekdayOf } from "../extract/calendar.ts";
import { type Token, tokenise } from "../extract/dates/tokens.ts";
import type { DateMention } from "../extract/mentions.ts";
import { monthNames, months } from "../lexicon/months.ts";
import { weekdayNames, weekdays } from "../lexicon/weekdays.ts";

const apMonths = ["Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."];
const suffix = (day: number): string => (day > 10 && day < 14 ? "th" : (["th", "st", "nd", "rd"][day % 10] ?? "th"));

/** The words of a date mention made to name another day, in its own style: "Saturday, 8 February" for 7 February is "Saturday, 7 February". */
export function rewriteDate(mention: DateMention, iso: string, written?: string): string {
  const { year, month, day } = partsOf(iso);
  const numeric = rewriteNumeric(mention.text, year, month, day);
  if (numeric) return numeric;
  const tokens = tokenise(mention.text, 0, mention.text.length);
  const monthAt = tokens.findIndex(({ text, lower }) => /^\p{Lu}/u.test(text) && months.has(lower));
  if (monthAt < 0) return rewriteRelative(mention, iso, written);
  const dayAt = tokens.findIndex(
    ({ kind, text }, i) =>
      kind === "number" &&
      text.length <= 2 &&
      Math.abs(i - monthAt) <= 4 &&
      !/^(?::|am|pm|a|p)$/.test(tokens[i + 1]?.lower ?? "") &&
      tokens[i - 1]?.text !== ":",
  );
  const hasStop = tokens[monthAt + 1]?.text === ".";
  let text = "";
  let at = 0;
  tokens.forEach((token, i) => {
    text += mention.text.slice(at, token.start) + reworded(i);
    at = token.end;
  });
  return text + mention.text.slice(at);

  function reworded(i: number): string {
    const { kind, text: old, lower } = tokens[i] as Token;
    if (i === monthAt) return monthLike(old, hasStop, month);
    if (i === monthAt + 1 && hasStop) return "";
    if (i === dayAt) return String(day);
    if (i === dayAt + 1 && dayAt >= 0 && /^(?:st|nd|rd|th)$/.test(lower)) return suffix(day);
    if (kind === "word" && weekdays.has(lower)) return weekdayNames[weekdayOf(iso) - 1] ?? old;
    return kind === "number" && /^\d{4}$/.test(old) ? String(year) : old;
  }
}

/** A month's name as long as the one it replaces, with its full stop. */
function monthLike(old: string, hasStop: boolean, month: number): string {
  const full = monthNames[month - 1] ?? old;
  if (full.slice(0, 3) === old.slice(0, 3)) return hasStop ? `${old}.` : old;
  if (hasStop) return apMonths[month - 1] ?? full;
  const isShort = !monthNames.includes(old);
  return isShort ? full.slice(0, 3) : full;
}

function rewriteNumeric(text: string, year: number, month: number, day: number): string | undefined {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return isoDay(year, month, day);
  const slashed = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/.exec(text);
  if (!slashed) return undefined;
  const [first, second] = Number(slashed[3]) > 12 ? [month, day] : [day, month];
  const wide = slashed[1]?.length === 2 ? 2 : 1;
  return [String(first).padStart(wide, "0"), String(second).padStart(wide, "0"), String(year)].join(slashed[2]);
}

/** A weekday, "yesterday" or the like: the weekday of a day of the last or next week, else day and month. */
function rewriteRelative(mention: DateMention, iso: string, written: string | undefined): string {
  const near = written !== undefined && iso > addDays(written, -7) && iso < addDays(written, 7);
  const { month, day } = partsOf(iso);
  const name = near ? (weekdayNames[weekdayOf(iso) - 1] ?? "") : `${day} ${monthNames[month - 1]}`;
  if (!mention.weekday) return `on ${name}`;
  const [start, end] = [mention.weekday.start - mention.start, mention.weekday.end - mention.start];
  return mention.text.slice(0, start) + name + mention.text.slice(end);
}
