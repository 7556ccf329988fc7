import type { Claim } from "../claims/claim.ts";
import { isCasualty } from "../compare/compatible.ts";
import { against, cite, evidenceOf, wordingOf } from "../compare/evidence.ts";
import type { Fact } from "../compare/verdict.ts";
import { adoptFigure } from "../fixes/adopt-figure.ts";
import { underlined } from "../fixes/replace-figure.ts";
import type { Rule } from "./rule.ts";

export const casualtyMismatch: Rule = {
  id: "casualty-mismatch",
  family: "casualty",
  severity: "error",
  needs: "corpus",
  isContradiction: true,
  yieldsTo: ["quote-mismatch", "casualty-inconsistent", "sum-mismatch"],
  docs: {
    summary: "A casualty figure that contradicts the sources.",
    what: "Flags a number of people killed, injured, missing, held, hospitalised or displaced that conflicts with the corpus for the same group, place and time, and that no source supports. A right number given to the wrong group (22 gunmen who become 22 civilians) or the wrong fate (six hurt who become six dead) is the same mistake.",
    why: "A wrong toll is the error that readers, families and rival desks notice first, and the hardest to take back. Most are slips of the hand: two digits swapped, the next line of a table.",
    example:
      "Source: *At least 31 people were injured, the hospital trust said.*\n\n- Wrong: “A further 13 people were injured.”\n- Right: “A further 31 people were injured.”",
    instead:
      "Agreement with any one source is agreement: where police and hospital differ, either number stands. A toll that no source mentions is your own reporting, if it is attributed; so is a higher one that somebody named gives on a later day than the sources. The quick fix puts in the number of the best source.",
    reference: "AP Stylebook, “casualties”; ACLED codebook, on fatality figures",
  },
  *check(desk) {
    for (const { claim, ruling, verdict } of desk.judgements) {
      if (ruling !== "contradicted" || !verdict || !isCasualty(claim)) continue;
      const { fact } = verdict;
      const sameNumber = fact.claim.figure.value === claim.figure.value;
      yield {
        ...underlined(claim.figure),
        message: sameNumber ? `${cite(fact.source)} ${elsewhere(claim, fact)}: ${wordingOf(fact)}.` : against(fact, claim.figure),
        evidence: [evidenceOf(fact)],
        fixes: sameNumber ? [] : [adoptFigure(desk, claim, fact, "Change")],
      };
    }
  },
};

/** What a source counts with the draft's number. */
const elsewhere = ({ role }: Claim, { claim }: Fact): string =>
  role === claim.role ? "gives this number to another group" : `gives this number as ${claim.role}, not as ${role}`;
