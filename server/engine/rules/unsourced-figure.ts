import { unsourced } from "../claims/needs-source.ts";
import { cite, evidenceOf } from "../compare/evidence.ts";
import type { Fact, Verdict } from "../compare/verdict.ts";
import type { Source } from "../corpus/source.ts";
import { figureSpan } from "../extract/mentions.ts";
import { citeFix } from "../fixes/cite.ts";
import type { Rule } from "./rule.ts";

export const unsourcedFigure: Rule = {
  id: "unsourced-figure",
  family: "sourcing",
  severity: "warning",
  needs: "draft",
  docs: {
    summary: "A figure has no source in its sentence.",
    what: "Flags a number that states how many or how much, where its sentence neither says who says so nor cites a source. Each figure is a finding of its own.",
    why: "A number that nobody vouches for is a number that nobody can check, and the first thing that a reader, a lawyer or a successor asks is: says who?",
    example:
      "- Wrong: “About 900 people have left the valley.”\n- Right: “About 900 people have left the valley, according to the Red Cross.” Or: “About 900 people have left the valley [@wire-0312].”",
    instead:
      "Titles and headings, vague words (dozens, hundreds), dates, durations, ages and numbers that only name a thing need none. Nor do numbers that point back (“the two men”), nor a list whose lead-in says who says so (“The governor said:”). A source of the writer's own: `<!-- source: interview with the mayor -->` in the paragraph.",
    reference: "Reuters Handbook of Journalism, “sources must be cited”.",
  },
  *check(desk) {
    const wanting = new Set(unsourced(desk.claims));
    const silent = desk.corpus.isUnread ? "; the sources are still being read" : ", and none of the corpus has it";
    for (const { claim, verdicts } of desk.comparisons) {
      if (!wanting.has(claim)) continue;
      const [best, ...others] = supporting(verdicts);
      const { start, end } = figureSpan(claim.figure);
      const hedge = claim.figure.hedge;
      yield {
        start: hedge && hedge.end <= start && start - hedge.end < 3 ? hedge.start : start,
        end,
        message: best ? `No source in this sentence: ${cite(best.source)} has it.` : `No source in this sentence${silent}.`,
        ...(best && { evidence: [evidenceOf(best)], fixes: [best, ...others].map(({ source }) => citeFix(desk, claim.sentence, source)) }),
      };
    }
  },
};

/** A menu of more sources than these is no help. */
const mostSources = 3;

/** The best fact of each source that bears a figure out. */
function supporting(verdicts: readonly Verdict[]): readonly Fact[] {
  const facts = new Map<Source, Fact>();
  for (const { relation, fact } of verdicts) {
    if (relation === "supports" && !facts.has(fact.source)) facts.set(fact.source, fact);
    if (facts.size === mostSources) break;
  }
  return [...facts.values()];
}
