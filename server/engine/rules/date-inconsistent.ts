import { wordsOf } from "../compare/date-evidence.ts";
import { dateInconsistencies } from "../compare/date-inconsistencies.ts";
import { draftEvidence } from "../compare/evidence.ts";
import { replace } from "../fixes/replace.ts";
import { rewriteDate } from "../fixes/rewrite-date.ts";
import type { Rule } from "./rule.ts";

export const dateInconsistent: Rule = {
  id: "date-inconsistent",
  family: "date",
  severity: "error",
  needs: "corpus",
  isContradiction: true,
  yieldsTo: ["weekday-mismatch", "invalid-date"],
  docs: {
    summary: "The draft gives two different dates for one event.",
    what: "Flags the later of two dates in the draft that are given to one event. The other is shown as related information.",
    why: "A draft that contradicts itself needs no source to be wrong.",
    example: "- Wrong: “Sunday, 18 May, is a day of mourning ... after the day of mourning on 17 May”\n- Right: one date for one day.",
    instead: "Happenings of one kind on several days are fine where the text tells them apart.",
  },
  *check(desk) {
    for (const { first, second, right } of dateInconsistencies(desk)) {
      const words = wordsOf(desk.draft.document, first.mention);
      yield {
        start: second.mention.start,
        end: second.mention.end,
        message: `Elsewhere the draft dates this “${words}”.`,
        evidence: [draftEvidence(desk.draft.document, first.mention, `the draft's other date: “${words}”`)],
        fixes: [replace(second.mention, rewriteDate(second.mention, right, desk.draft.written))],
      };
    }
  },
};
