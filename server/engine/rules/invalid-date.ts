import { dateEvidence } from "../compare/date-evidence.ts";
import { supportedDays } from "../compare/supported-days.ts";
import { isoDay, monthLength, partsOf } from "../extract/calendar.ts";
import { replace } from "../fixes/replace.ts";
import { rewriteDate } from "../fixes/rewrite-date.ts";
import type { Rule } from "./rule.ts";

export const invalidDate: Rule = {
  id: "invalid-date",
  family: "date",
  severity: "error",
  needs: "draft",
  docs: {
    summary: "No such calendar date.",
    what: "Flags a day that its month does not have: 31 November, 29 February in a year that is no leap year, 32 May.",
    why: "An impossible date is a slip of the pen that readers notice and correct the wrong way.",
    example: "- Wrong: “The licence runs out on 31 November.”\n- Right: “The licence runs out on 30 November.”",
    instead: "29 February is fine in leap years; without a year, the draft's date decides.",
    reference: "ISO 8601",
  },
  *check(desk) {
    for (const date of desk.draft.dates) {
      if (!date.invalid) continue;
      const [year, month] = [yearOf(date.value, desk.draft.written), Number(date.value?.slice(5, 7))];
      if (!(month >= 1 && month <= 12)) {
        yield { start: date.start, end: date.end, message: `“${date.text}” is no date: there is no month ${month}.` };
        continue;
      }
      const known = supportedDays(desk, date).find(({ day, score }) => score >= 0.3 && partsOf(day).month === month);
      const last = isoDay(year, month, monthLength(year, month));
      const right = rewriteDate(date, known?.day ?? last, desk.draft.written);
      yield {
        start: date.start,
        end: date.end,
        message: `There is no “${date.text}”: the month has ${monthLength(year, month)} days.`,
        evidence: known ? [dateEvidence(known.source, known.mention)] : [],
        fixes: [replace(date, right)],
      };
    }
  },
};

const yearOf = (value: string | undefined, written: string | undefined): number =>
  value && /^\d{4}/.test(value) ? Number(value.slice(0, 4)) : written ? partsOf(written).year : 2000;
