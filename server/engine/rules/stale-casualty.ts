import { cite, evidenceOf, wordingOf } from "../compare/evidence.ts";
import { adoptFigure } from "../fixes/adopt-figure.ts";
import { underlined } from "../fixes/replace-figure.ts";
import type { Rule } from "./rule.ts";

export const staleCasualty: Rule = {
  id: "stale-casualty",
  family: "casualty",
  severity: "warning",
  needs: "corpus",
  yieldsTo: ["quote-mismatch", "casualty-inconsistent", "sum-mismatch"],
  docs: {
    summary: "Yesterday's toll: a newer source has a later one.",
    what: "Flags a casualty figure that equals an older source's toll although a newer source, not later than the draft, has another for the same people.",
    why: "Tolls of a running event change by the hour, and a paragraph carried over from yesterday's story keeps yesterday's count.",
    example:
      "Source of Monday: *43 people have died.* Source of Tuesday: *The toll rose to 68.*\n\n- Wrong, on Tuesday: “The earthquake killed 43 people.”\n- Right: “The earthquake killed 68 people.”",
    instead:
      "An older count that says so is fine: “by Monday the toll was 43”. A source stamped after the draft never makes a toll stale. The quick fix offers the newest toll.",
    reference: "Reuters Handbook of Journalism, on updating tolls",
  },
  *check(desk) {
    for (const { claim, ruling, verdict, older } of desk.judgements) {
      if (ruling !== "superseded" || !verdict || !older) continue;
      const { fact } = verdict;
      const theirs = wordingOf(fact);
      yield {
        ...underlined(claim.figure),
        message: `This is the toll of ${cite(older.source)}; the newer ${cite(fact.source)} has ${theirs}.`,
        evidence: [evidenceOf(fact), evidenceOf(older, `the older count, in ${cite(older.source)}`)],
        fixes: [adoptFigure(desk, claim, fact, "Update")],
      };
    }
  },
};
