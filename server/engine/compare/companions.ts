import type { Claim } from "../claims/claim.ts";
import { significantDigits } from "./interval.ts";
import type { Verdict } from "./verdict.ts";

/** How much surer a contradiction is where the sentence repeats another number of the very sentence that contradicts it. */
const companion = 0.12;

/** "by 34 votes to 29" for "by 34 votes to 27": that the one number is the source's own tells that the other is meant to be. */
export function withCompanions<T extends { readonly verdicts: readonly Verdict[] }>(claims: readonly Claim[], told: readonly T[]): readonly T[] {
  return told.map((own, at) => {
    const claim = claims[at] as Claim;
    const kept = told.flatMap((other, i) => (i !== at && claims[i]?.sentence === claim.sentence ? other.verdicts.filter(repeats) : []));
    const beside = ({ fact }: Verdict): boolean =>
      kept.some(({ fact: other }) => other !== fact && other.source === fact.source && other.claim.sentence.index === fact.claim.sentence.index);
    const doubts = (verdict: Verdict): boolean => verdict.relation === "contradicts" && isNear(claim, verdict.fact.claim) && beside(verdict);
    if (!own.verdicts.some(doubts)) return own;
    const verdicts = own.verdicts.map((verdict) => (doubts(verdict) ? { ...verdict, strength: Math.min(1, verdict.strength + companion) } : verdict));
    return { ...own, verdicts: verdicts.toSorted((a, b) => b.strength - a.strength) };
  });
}

/** Small numbers are the same by chance. */
const repeats = ({ relation, fact }: Verdict): boolean => relation === "supports" && significantDigits(fact.claim.figure.value) > 1;

/** Numbers further apart are seldom one number and its slip. */
const isNear = ({ figure: a }: Claim, { figure: b }: Claim): boolean => Math.max(a.value, b.value) < 1.5 * Math.min(a.value, b.value);
