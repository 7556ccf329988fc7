import { draftEvidence } from "../compare/evidence.ts";
import { miscalculations } from "../compare/miscalculations.ts";
import { renumber } from "../fixes/renumber.ts";
import { underlined } from "../fixes/replace-figure.ts";
import type { Rule } from "./rule.ts";

const wrongs = {
  sum: "The parts do not add up to it",
  either: "It does not follow from the numbers before it",
  remainder: "The rest does not come out",
  difference: "The difference is wrong",
  share: "The proportion is wrong",
  portion: "The part is not that proportion",
  change: "The change is wrong",
  growth: "The change is wrong",
  product: "So many times so much is something else",
  multiple: "The multiple is wrong",
  part: "The part is greater than the whole",
} as const;

export const sumMismatch: Rule = {
  id: "sum-mismatch",
  family: "figure",
  severity: "warning",
  needs: "draft",
  isContradiction: true,
  docs: {
    summary: "A sum, difference, percentage or multiple that the draft's own numbers do not bear out.",
    what: "Reckons with the numbers that a sentence sets in relation: parts and their total, a remainder, a difference or rise, a percentage of a whole, a percentage change, a multiple, and a part against its whole. Flags a result that no rounding explains.",
    why: "Readers do the sum. A percentage taken of the wrong base or a total that is off by the last correction costs trust in every other number, and the draft alone shows it.",
    example: "- Wrong: “Shootings fell to 312 from 365, a drop of 17 percent.”\n- Right: “Shootings fell to 312 from 365, a drop of 15 percent.”",
    instead:
      "Numbers are widened by their hedges and by the rounding of their last digit before they are reckoned with. Where it is not plain which numbers belong together, nothing is flagged, and a right result needs no source to have said it. The quick fix puts in the right number.",
    reference: "Associated Press Stylebook, “percentages” and “numerals”; BBC Academy, “Statistics: how to use them”",
  },
  *check({ draft, claims }) {
    for (const { calculation, expected, reckoning } of miscalculations(draft, claims)) {
      const { result, operands, kind } = calculation;
      const fix = expected === undefined ? undefined : renumber(result.figure, expected);
      yield {
        ...underlined(result.figure),
        message: `${wrongs[kind]}: ${reckoning}.`,
        evidence: operands.filter((claim) => claim !== result).map(({ figure }) => draftEvidence(draft.document, figure, `The draft has ${figure.text}`)),
        fixes: fix ? [fix] : [],
      };
    }
  },
};
