import { cite, evidenceOf, wordingOf } from "../compare/evidence.ts";
import { citeFix, reciteFix } from "../fixes/cite.ts";
import { underlined } from "../fixes/replace-figure.ts";
import type { Rule } from "./rule.ts";

export const unsupportedCitation: Rule = {
  id: "unsupported-citation",
  family: "citation",
  severity: "warning",
  needs: "corpus",
  yieldsTo: ["quote-mismatch", "casualty-mismatch", "figure-mismatch", "stale-casualty", "sum-mismatch", "casualty-inconsistent", "unresolved-citation"],
  docs: {
    summary: "The cited source does not say what it is cited for.",
    what: "Flags a figure whose cited source exists, but does not contain it, while another source of the corpus does.",
    why: "A citation is a promise that a reader can look it up. One that leads to the wrong article is worse than none: it looks checked.",
    example:
      "Only *agency-0304* mentions the lorries.\n\n- Wrong: “The convoy was made up of 18 lorries [@herald-0304].”\n- Right: “The convoy was made up of 18 lorries [@agency-0304].”",
    instead: "One citation that fails for two figures is one finding. The quick fix cites the source that has the figure.",
  },
  *check(desk) {
    const reported = new Set<string>();
    for (const { claim, ruling, verdict } of desk.judgements) {
      if (ruling !== "miscited" || !verdict) continue;
      const keys = claim.citations.map(({ key }) => key).join(", ");
      const once = `${claim.sentence.index} ${keys}`;
      if (reported.has(once)) continue;
      reported.add(once);
      const { fact } = verdict;
      const only = claim.citations.length === 1 ? claim.citations[0] : undefined;
      yield {
        ...underlined(claim.figure),
        message: `${keys} does not have this figure; ${cite(fact.source)} has ${wordingOf(fact)}.`,
        evidence: [evidenceOf(fact)],
        fixes: [...(only ? [reciteFix(desk, only, fact.source)] : []), citeFix(desk, claim.sentence, fact.source)],
      };
    }
  },
};
