import type { Verdict } from "../engine/compare/verdict.ts";
import { originalsAmong } from "../engine/corpus/copies.ts";
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

/** What is told of a claim, copies of one text counted once: the original's fact, and who prints it as well. */
export function toldOnce(verdicts: readonly Verdict[]): readonly (Verdict & { readonly copies: readonly Source[] })[] {
  const best = bestOfEachSource(verdicts);
  const originalOf = originalsAmong(best.map(({ fact }) => fact.source));
  const value = ({ fact }: Verdict): number => fact.claim.figure.value;
  const isCopyOf = (a: Verdict, b: Verdict): boolean => a !== b && originalOf(a.fact.source) === b.fact.source && value(a) === value(b);
  const originals = best.filter((verdict) => !best.some((other) => isCopyOf(verdict, other)));
  return originals.map((verdict) => ({ ...verdict, copies: best.filter((other) => isCopyOf(other, verdict)).map(({ fact }) => fact.source) }));
}
