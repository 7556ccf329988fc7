import type { Claim } from "../claims/claim.ts";
import type { Shelf } from "../document/memory.ts";
import { type ClaimComparison, mostSetAside, type Verdict } from "./verdict.ts";

/** A fact that one claim of a draft's sentence states rightly is not what another claim gets wrong; nor is one that the sentence itself leads up to. */
export function withoutTaken(
  comparisons: readonly ClaimComparison[],
  bySentence: ReadonlyMap<number, readonly Claim[]>,
  shelf: Shelf,
): readonly ClaimComparison[] {
  const steps = comparisons.map(({ claim }, at) => claim.sentence.index - (comparisons[at - 1]?.claim.sentence.index ?? 0));
  const lefts = shelf.keep("taken", [...comparisons.map(({ verdicts }) => verdicts), ...steps.slice(1)], () => leftsOf(comparisons, bySentence));
  return comparisons.map((comparison, at) => (lefts[at] ? { ...comparison, ...lefts[at] } : comparison));
}

/** What is left of each, where that is less. */
function leftsOf(comparisons: readonly ClaimComparison[], bySentence: ReadonlyMap<number, readonly Claim[]>): readonly (Left | undefined)[] {
  const doubted = new Set<Claim>();
  const all = comparisons.map(({ verdicts }) => sidesOf(verdicts));
  for (const { wrong } of all) for (const { fact } of wrong) doubted.add(fact.claim);
  const taken = new Map<Claim, { strength: number; by: Claim }>();
  for (const [at, { right }] of all.entries())
    for (const { fact, strength } of right) {
      if (!doubted.has(fact.claim)) continue;
      const before = taken.get(fact.claim);
      if (!before || before.strength < strength) taken.set(fact.claim, { strength, by: (comparisons[at] as ClaimComparison).claim });
    }
  return comparisons.map((comparison, at) => {
    const { claim } = comparison;
    const { wrong } = all[at] as Sides;
    if (wrong.length === 0) return undefined;
    // "The crash killed 29 people on the spot; three more died later", where a source has 32.
    const increases = (bySentence.get(claim.sentence.index) ?? []).filter(({ kind, role }) => kind === "increase" && role === claim.role);
    const reasons = wrong.map(({ fact, strength }): string | undefined => {
      if (increases.some(({ figure }) => claim.figure.value + figure.value === fact.claim.figure.value)) return "the draft's sentence leads up to this number";
      const other = taken.get(fact.claim);
      const isFree = !other || other.by === claim || (other.by.sentence.index !== claim.sentence.index && other.strength < strength);
      return isFree ? undefined : "the draft has this figure rightly in another place";
    });
    return reasons.some((reason) => reason !== undefined) ? leftOf(comparison, reasons) : undefined;
  });
}

interface Sides {
  readonly right: readonly Verdict[];
  readonly wrong: readonly Verdict[];
}

const sides = new WeakMap<readonly Verdict[], Sides>();

/** The verdicts by which a claim states a fact rightly, and those by which it contradicts one. */
function sidesOf(verdicts: readonly Verdict[]): Sides {
  let known = sides.get(verdicts);
  if (!known) {
    known = {
      right: verdicts.filter(({ relation }) => relation === "supports" || relation === "drifts"),
      wrong: verdicts.filter(({ relation }) => relation === "contradicts"),
    };
    sides.set(verdicts, known);
  }
  return known;
}

type Left = Pick<ClaimComparison, "verdicts" | "setAside">;
const known = new WeakMap<readonly Verdict[], { readonly reasons: readonly (string | undefined)[]; readonly left: Left }>();

/** What is left of the verdicts without the contradictions that a reason speaks against: the same objects where the reasons are those of the check before. */
function leftOf({ verdicts, setAside }: ClaimComparison, reasons: readonly (string | undefined)[]): Left {
  const before = known.get(verdicts);
  if (before?.reasons.every((reason, at) => reason === reasons[at])) return before.left;
  const against = new Map(sidesOf(verdicts).wrong.map((verdict, at) => [verdict, reasons[at]]));
  const dropped = verdicts.flatMap((v): Verdict[] => {
    const reason = against.get(v);
    return reason ? [{ ...v, relation: "unrelated", reason }] : [];
  });
  const left = { verdicts: verdicts.filter((v) => !against.get(v)), setAside: [...dropped, ...setAside].slice(0, mostSetAside) };
  known.set(verdicts, { reasons, left });
  return left;
}
