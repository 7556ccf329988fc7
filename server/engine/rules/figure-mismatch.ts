import { isCasualty } from "../compare/compatible.ts";
import { against, evidenceOf } from "../compare/evidence.ts";
import { adoptFigure } from "../fixes/adopt-figure.ts";
import { underlined } from "../fixes/replace-figure.ts";
import type { Rule } from "./rule.ts";

export const figureMismatch: Rule = {
  id: "figure-mismatch",
  family: "figure",
  severity: "warning",
  needs: "corpus",
  isContradiction: true,
  yieldsTo: ["quote-mismatch", "sum-mismatch"],
  docs: {
    summary: "A figure that contradicts the sources.",
    what: "Flags a figure other than a casualty figure (money, distances, percentages, things counted, people rescued) that conflicts with what the corpus says of the same thing, and that no source supports.",
    why: "Amounts are copied by hand, and hands swap digits. A reader who knows the right number stops trusting the others.",
    example:
      "Source: *The council voted to spend $3.2 million on street lamps.*\n\n- Wrong: “$2.3 million on street lamps”\n- Right: “$3.2 million on street lamps”",
    instead:
      "A rounder number that is still true (“more than 3,700” for 3,785) is fine, and so is a correct sum or difference that no source states. Two figures are compared only when their sentences speak of the same thing.",
  },
  *check(desk) {
    for (const { claim, ruling, verdict } of desk.judgements) {
      if (ruling !== "contradicted" || !verdict || isCasualty(claim)) continue;
      const { fact } = verdict;
      yield {
        ...underlined(claim.figure),
        message: against(fact, claim.figure),
        evidence: [evidenceOf(fact)],
        fixes: [adoptFigure(desk, claim, fact, "Change")],
      };
    }
  },
};
