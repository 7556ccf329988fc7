import type { Claim } from "../claims/claim.ts";
import { draftEvidence } from "../compare/evidence.ts";
import { rarityOf } from "../compare/sentence-index.ts";
import { disagreements } from "../compare/within-draft.ts";
import { replaceFigure, underlined } from "../fixes/replace-figure.ts";
import type { Rule } from "./rule.ts";

export const casualtyInconsistent: Rule = {
  id: "casualty-inconsistent",
  family: "casualty",
  severity: "error",
  needs: "corpus",
  isContradiction: true,
  yieldsTo: ["sum-mismatch"],
  docs: {
    summary: "The draft gives two different numbers for one toll.",
    what: "Flags two statements of the draft, headline included, about the same toll that disagree. It is reported at the one that the corpus does not support, else at the later, with the other as related information.",
    why: "A headline is written last and updated last. A story that contradicts itself needs no source to be wrong.",
    example: "- Wrong: headline “87 dead after landslide”, text “81 people have died”.\n- Right: the same number in both.",
    instead: "Two agencies that count differently are no contradiction if each is named, and an earlier count given as such is none either.",
  },
  *check({ draft, claims, corpus, judgements }) {
    /** The claims that a source bears out, with its day: of two that are, the newer count stands. */
    const supported = new Map(
      judgements
        .filter(({ ruling }) => ruling === "supported" || ruling === "drifted" || ruling === "miscited")
        .map(({ claim, verdict }) => [claim, verdict?.fact.source.date ?? ""] as const),
    );
    const isBetter = (a: Claim, b: Claim): boolean => supported.has(a) && (!supported.has(b) || (supported.get(a) ?? "") > (supported.get(b) ?? ""));
    for (const { first, second } of disagreements(draft, claims, rarityOf(corpus))) {
      const isTitle = draft.document.blocks[first.sentence.block]?.kind === "title";
      if (supported.has(first) && supported.has(second) && !isTitle) continue;
      const [wrong, right] = isBetter(second, first) ? [first, second] : [second, first];
      const other = underlined(right.figure);
      const words = draft.document.prose.slice(other.start, other.end).replace(/\s+/g, " ");
      yield {
        ...underlined(wrong.figure),
        message: `Elsewhere the draft has “${words}” for the same toll.`,
        evidence: [draftEvidence(draft.document, other, `the draft's other count: “${words}”`)],
        fixes: [replaceFigure(draft.document, wrong.figure, right.figure, "as elsewhere in the draft")],
      };
    }
  },
};
