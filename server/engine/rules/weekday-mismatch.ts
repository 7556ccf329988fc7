import { dateEvidence } from "../compare/date-evidence.ts";
import { supportedDays } from "../compare/supported-days.ts";
import { addDays, daysBetween, weekdayOf } from "../extract/calendar.ts";
import type { DateMention } from "../extract/mentions.ts";
import { replace } from "../fixes/replace.ts";
import { rewriteDate } from "../fixes/rewrite-date.ts";
import { weekdayNames } from "../lexicon/weekdays.ts";
import type { Rule } from "./rule.ts";

export const weekdayMismatch: Rule = {
  id: "weekday-mismatch",
  family: "date",
  severity: "error",
  needs: "draft",
  isContradiction: true,
  yieldsTo: ["invalid-date"],
  docs: {
    summary: "A weekday and a date written together disagree with the calendar.",
    what: "Flags “Saturday, 8 February” where 8 February was a Sunday. A year that is not written is the one that the draft's own date suggests.",
    why: "One of the two is wrong, and the reader cannot tell which.",
    example: "- Wrong: “on Monday, 16 October 2029”\n- Right: “on Tuesday, 16 October 2029”",
    instead: "Nothing is said of a draft whose date is unknown and whose dates have no year.",
    reference: "ISO 8601",
  },
  *check(desk) {
    const { written } = desk.draft;
    for (const date of desk.draft.dates) {
      const { weekday, range } = date;
      if (!weekday || !range || date.basis !== "absolute" || weekdayOf(range.from) === weekday.day) continue;
      const days = supportedDays(desk, date).filter(({ score }) => score >= 0.15);
      const sameDay = days.find(({ day }) => day === range.from);
      const otherDay = days.find(({ day }) => weekdayOf(day) === weekday.day && Math.abs(daysBetween(range.from, day)) <= 14);
      const nearest = otherDay?.day ?? nearestDay(range.from, weekday.day);
      const wrongDayFirst = otherDay !== undefined && (sameDay === undefined || otherDay.score > sameDay.score);
      const known = wrongDayFirst ? otherDay : sameDay;
      const fixes = [rewriteDate(date, range.from, written), rewriteDate(date, nearest, written)].map((text) => replace(date, text));
      const ordered = wrongDayFirst ? fixes.toReversed() : fixes;
      const isSure = known !== undefined && known.score >= sure && !(sameDay && otherDay);
      yield {
        start: Math.min(weekday.start, Math.max(date.start, dayStart(date))),
        end: date.end,
        message: `${range.from} is a ${weekdayNames[weekdayOf(range.from) - 1]}, not a ${weekdayNames[weekday.day - 1]}.`,
        evidence: known ? [dateEvidence(known.source, known.mention)] : [],
        fixes: isSure ? ordered.slice(0, 1) : ordered,
      };
    }
  },
};

/** A clock time before the weekday ("2:41 p.m. Tuesday, Aug. 3") is no part of the mistake. */
const dayStart = (date: DateMention): number => (date.clock && date.weekday ? date.weekday.start : date.start);

/** Where a sentence this much alike names one of the two days, the other is no choice: it would be called wrong in turn. */
const sure = 0.3;

/** The day of that weekday which lies nearest. */
function nearestDay(day: string, weekday: number): string {
  const ahead = (weekday - weekdayOf(day) + 7) % 7;
  return addDays(day, ahead > 3 ? ahead - 7 : ahead);
}
