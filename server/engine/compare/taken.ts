import type { Claim } from "../claims/claim.ts";
import { type ClaimComparison, mostSetAside, type Verdict } from "./verdict.ts";

/** A fact that one claim of a draft's sentence states rightly is not what another claim gets wrong; nor is one that the sentence itself leads up to. */
export function withoutTaken(comparisons: readonly ClaimComparison[], bySentence: ReadonlyMap<number, readonly Claim[]>): readonly ClaimComparison[] {
  const taken = new Map<Claim, { strength: number; by: Claim }>();
  for (const { claim, verdicts } of comparisons)
    for (const { fact, relation, strength } of verdicts)
      if (relation === "supports" || relation === "drifts") {
        const before = taken.get(fact.claim);
        if (!before || before.strength < strength) taken.set(fact.claim, { strength, by: claim });
      }
  return comparisons.map(({ claim, verdicts, setAside, ...rest }) => {
    const objection = ({ fact, relation, strength }: Verdict): string | undefined => {
      if (relation !== "contradicts") return undefined;
      if (leadsUpTo(fact.claim, claim, bySentence.get(claim.sentence.index) ?? [])) return "the draft's sentence leads up to this number";
      const other = taken.get(fact.claim);
      const isFree = !other || other.by === claim || (other.by.sentence.index !== claim.sentence.index && other.strength < strength);
      return isFree ? undefined : "the draft has this figure rightly in another place";
    };
    const dropped = verdicts.flatMap((v): Verdict[] => {
      const reason = objection(v);
      return reason ? [{ ...v, relation: "unrelated", reason }] : [];
    });
    const kept = dropped.length ? verdicts.filter((v) => !objection(v)) : verdicts;
    return { ...rest, claim, verdicts: kept, setAside: dropped.length ? [...dropped, ...setAside].slice(0, mostSetAside) : setAside };
  });
}

/** "The crash killed 29 people on the spot; three more died later", where a source has 32. */
const leadsUpTo = (total: Claim, claim: Claim, beside: readonly Claim[]): boolean =>
  beside.some(({ kind, role, figure }) => kind === "increase" && role === claim.role && claim.figure.value + figure.value === total.figure.value);
