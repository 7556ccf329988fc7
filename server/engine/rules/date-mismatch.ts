import { dateConflicts, isYearsAgo, yearOf } from "../compare/date-conflicts.ts";
import { dateEvidence, wordsOf } from "../compare/date-evidence.ts";
import { dateInconsistencies } from "../compare/date-inconsistencies.ts";
import type { DatedEvent } from "../compare/dated-events.ts";
import type { Desk } from "../compare/desk.ts";
import { cite } from "../compare/evidence.ts";
import type { Source } from "../corpus/source.ts";
import { replace } from "../fixes/replace.ts";
import { rewriteAmount } from "../fixes/rewrite-amount.ts";
import { rewriteDate } from "../fixes/rewrite-date.ts";
import type { Rule } from "./rule.ts";

export const dateMismatch: Rule = {
  id: "date-mismatch",
  family: "date",
  severity: "error",
  needs: "corpus",
  isContradiction: true,
  yieldsTo: ["weekday-mismatch", "invalid-date", "date-inconsistent", "chronology"],
  docs: {
    summary: "The date of an event contradicts the sources.",
    what: "Flags a date, absolute (“17 December”) or counted from the draft's own date (“on Wednesday”), where the sources put the same event on another day and none of them agrees.",
    why: "Days slip when a story is rewritten on the next one: “on Thursday” is copied, and another Thursday is meant.",
    example: "- Wrong: “The council voted on Dec. 17”, where the source has Dec. 14.\n- Right: “The council voted on Dec. 14.”",
    instead: "Two events of one kind on two days are no contradiction, nor are the days on which people said something.",
  },
  *check(desk) {
    const inconsistent = new Set(dateInconsistencies(desk).flatMap(({ first, second }) => [first.index, second.index]));
    for (const { draft, source, event } of dateConflicts(desk)) {
      if (inconsistent.has(draft.index)) continue;
      const { mention } = draft;
      const right = rightWords(desk, draft, event, source);
      yield {
        start: mention.start,
        end: mention.end,
        message: `${cite(source)} dates this “${wordsOf(source.reading.document, event.mention)}”${event.days.from === event.days.to ? `, ${event.days.from}` : ""}.`,
        evidence: [dateEvidence(source, event.mention)],
        fixes: right ? [replace(mention, right)] : [],
      };
    }
  },
};

/** What the date should say, in its own style; undefined where that cannot be put in its words. */
function rightWords({ draft: { written } }: Desk, told: DatedEvent, event: DatedEvent, source: Source): string | undefined {
  if (isYearsAgo(told)) return written && rewriteAmount(told.mention, Number(written.slice(0, 4)) - yearOf(event), "year");
  return event.days.from === event.days.to ? rewriteDate(told.mention, event.days.from, written) : wordsOf(source.reading.document, event.mention);
}
