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
  return comparisons.map((comparison) => {
    const { claim, verdicts } = comparison;
    const reasons = verdicts.map(({ fact, relation, strength }): string | undefined => {
      if (relation !== "contradicts") return undefined;
      if (leadsUpTo(fact.claim, claim, bySentence.get(claim.sentence.index) ?? [])) return "the draft's sentence leads up to this number";
      const other = taken.get(fact.claim);
      const isFree = !other || other.by === claim || (other.by.sentence.index !== claim.sentence.index && other.strength < strength);
      return isFree ? undefined : "the draft has this figure rightly in another place";
    });
    return reasons.some((reason) => reason !== undefined) ? { ...comparison, ...leftOf(comparison, reasons) } : comparison;
  });
}

type Left = Pick<ClaimComparison, "verdicts" | "setAside">;
const known = new WeakMap<readonly Verdict[], { readonly reasons: readonly (string | undefined)[]; readonly left: Left }>();

/** What is left of the verdicts without those that a reason speaks against: the same objects where the reasons are those of the check before. */
function leftOf({ verdicts, setAside }: ClaimComparison, reasons: readonly (string | undefined)[]): Left {
  const before = known.get(verdicts);
  if (before?.reasons.every((reason, at) => reason === reasons[at])) return before.left;
  const dropped = verdicts.flatMap((v, at): Verdict[] => (reasons[at] ? [{ ...v, relation: "unrelated", reason: reasons[at] }] : []));
  const left = { verdicts: verdicts.filter((_, at) => !reasons[at]), setAside: [...dropped, ...setAside].slice(0, mostSetAside) };
  known.set(verdicts, { reasons, left });
  return left;
}

/** "The crash killed 29 people on the spot; three more died later", where a source has 32. */
const leadsUpTo = (total: Claim, claim: Claim, beside: readonly Claim[]): boolean =>
  beside.some(({ kind, role, figure }) => kind === "increase" && role === claim.role && claim.figure.value + figure.value === total.figure.value);
