import { cite, evidenceOf, wordingOf } from "../compare/evidence.ts";
import { replaceHedge, underlined } from "../fixes/replace-figure.ts";
import type { Rule } from "./rule.ts";

export const hedgeDrift: Rule = {
  id: "hedge-drift",
  family: "figure",
  severity: "information",
  needs: "corpus",
  yieldsTo: ["quote-mismatch", "casualty-inconsistent", "sum-mismatch"],
  docs: {
    summary: "The number is right, its hedge is not.",
    what: "Flags a number whose hedge says something else than the source it rests on: “at least 3,785” that becomes “3,785”, “over 3,785” or “nearly 3,785”; “about 2,000” that becomes “at least 2,000” or “exactly 2,000”.",
    why: "“At least” is what the counters know; “more than” claims that they know of others; “nearly” takes some back. Three letters turn a floor into a ceiling.",
    example: "Source: *At least 85 homes have burned.*\n\n- Wrong: “Nearly 85 homes have burned.”\n- Right: “At least 85 homes have burned.”",
    instead:
      "About, around, some and roughly are the same word, and so are over and more than. If any source that the sentence cites words it so (or, uncited, any source at all), it is fine. Headlines may drop a hedge.",
    reference: "AP Stylebook, “about”, “more than / over”",
  },
  *check({ draft, judgements }) {
    for (const { claim, ruling, verdict } of judgements) {
      if (ruling !== "drifted" || !verdict || draft.document.blocks[claim.sentence.block]?.kind === "title") continue;
      const { fact } = verdict;
      const theirs = wordingOf(fact);
      yield {
        ...underlined(claim.figure),
        message: `${cite(fact.source)} says ${theirs}; another hedge makes it another statement.`,
        evidence: [evidenceOf(fact)],
        fixes: claim.figure.hedge?.verb ? [] : [replaceHedge(draft.document, claim.figure, fact.claim.figure, `Word it as ${fact.source.id} does: ${theirs}`)],
      };
    }
  },
};
