import type { Verdict } from "../engine/compare/verdict.ts";
import type { Source } from "../engine/corpus/source.ts";

/** A weaker difference is most often a figure of something else. */
const sameThing = 0.5;

/** Whether a source's fact is, as far as can be told, about the same as the claim. */
export const isTold = ({ relation, strength }: Verdict): boolean => relation !== "unrelated" && (relation !== "contradicts" || strength >= sameThing);

/** What each source tells of a claim: its best fact, best sources first. */
export function bestOfEachSource(verdicts: readonly Verdict[]): readonly Verdict[] {
  const best = new Map<Source, Verdict>();
  for (const verdict of verdicts.filter(isTold)) if (!best.has(verdict.fact.source)) best.set(verdict.fact.source, verdict);
  return [...best.values()];
}
