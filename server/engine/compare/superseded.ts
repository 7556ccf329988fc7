import type { Claim } from "../claims/claim.ts";
import { isCasualty, objectionToPlace } from "./compatible.ts";
import type { Fact, Verdict } from "./verdict.ts";

/** Roles whose toll can only rise; the missing may be found and the displaced go home. */
const rising: ReadonlySet<string> = new Set(["killed", "injured"]);
const sameToll = 0.3;

/** The day a fact holds for: its article's, unless it is given as an earlier count. */
const dayOf = ({ source, claim }: Fact): string | undefined =>
  claim.asOf.earlier || claim.kind === "earlier" ? (claim.asOf.range?.to ?? source.date) : source.date;

/**
 * The newer toll that replaces the one which the claim repeats, if there is one: a source later than every source that supports the claim,
 * not later than the draft, that counts the same people. A toll that the draft itself gives as an earlier count is fine.
 */
export function newerToll(
  claim: Claim,
  supports: readonly Verdict[],
  verdicts: readonly Verdict[],
  written: string | undefined,
): { verdict: Verdict; older: Fact } | undefined {
  if (
    !isCasualty(claim) ||
    claim.asOf.earlier ||
    claim.kind === "earlier" ||
    claim.kind === "increase" ||
    claim.kind === "decrease" ||
    claim.kind === "remainder"
  )
    return undefined;
  const older = supports.reduce<Verdict | undefined>(
    (latest, v) => (!latest || (dayOf(v.fact) ?? "9999") > (dayOf(latest.fact) ?? "9999") ? v : latest),
    undefined,
  )?.fact;
  const oldDay = older && dayOf(older);
  if (!older || !oldDay) return undefined;
  const { asOf } = claim;
  const newer = verdicts
    .filter(({ fact, relation, strength }) => {
      const day = dayOf(fact);
      if (relation !== "contradicts" || strength < sameToll || !day || day <= oldDay || (written && (fact.source.date ?? day) > written)) return false;
      if (asOf.basis === "sentence" && asOf.range && asOf.range.to < day) return false;
      if (older.claim.place.length && objectionToPlace(claim.place, fact.claim.place)) return false;
      return !rising.has(claim.role ?? "") || fact.claim.figure.value > claim.figure.value;
    })
    .toSorted((a, b) => b.strength - a.strength)[0];
  return newer && { verdict: newer, older };
}
