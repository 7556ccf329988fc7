import type { Claim } from "../claims/claim.ts";
import { objectionToPlace } from "./compatible.ts";
import { significantDigits } from "./digits.ts";
import type { ClaimComparison, Verdict } from "./verdict.ts";

/** How much surer a contradiction is where what stands beside it in the source's very sentence tells that both speak of the same thing. */
const companion = 0.12;

/**
 * "by 34 votes to 29" for "by 34 votes to 27": that the one number is the source's own tells that the other is meant to be.
 * So does a number that the source's sentence gives, but for another place: "Alder had 48 per cent" for "61 per cent in Alder and 48 in Brock".
 */
export function withCompanions<T extends Pick<ClaimComparison, "verdicts" | "setAside">>(claims: readonly Claim[], told: readonly T[]): readonly T[] {
  return told.map((own, at) => {
    const claim = claims[at] as Claim;
    const kept = told.flatMap((other, i) => (i !== at && claims[i]?.sentence === claim.sentence ? other.verdicts.filter(repeats) : []));
    const strayed = own.setAside.filter(({ fact }) => isOfElsewhere(claim, fact.claim));
    const doubts = (verdict: Verdict): boolean =>
      verdict.relation === "contradicts" &&
      ((isNear(claim, verdict.fact.claim) && kept.some(isBeside(verdict))) || (isThere(claim, verdict.fact.claim) && strayed.some(isBeside(verdict))));
    if (!own.verdicts.some(doubts)) return own;
    const verdicts = own.verdicts.map((verdict) => (doubts(verdict) ? { ...verdict, strength: Math.min(1, verdict.strength + companion) } : verdict));
    return { ...own, verdicts: verdicts.toSorted((a, b) => b.strength - a.strength) };
  });
}

const isBeside =
  ({ fact: { source, claim } }: Verdict) =>
  ({ fact: other }: Verdict): boolean =>
    other.claim !== claim && other.source === source && other.claim.sentence.index === claim.sentence.index;

/** The claim's number, of another place. */
const isOfElsewhere = ({ figure, place }: Claim, fact: Claim): boolean =>
  fact.figure.value === figure.value && significantDigits(figure.value) > 1 && objectionToPlace(place, fact.place) !== undefined;

const isThere = ({ place: [here], ...claim }: Claim, { place: [there], ...fact }: Claim): boolean =>
  here !== undefined && there !== undefined && claim.measure === fact.measure && objectionToPlace([here], [there]) === undefined;

/** Small numbers are the same by chance. */
const repeats = ({ relation, fact }: Verdict): boolean => relation === "supports" && significantDigits(fact.claim.figure.value) > 1;

/** Numbers further apart are seldom one number and its slip. */
const isNear = ({ figure: a }: Claim, { figure: b }: Claim): boolean => Math.max(a.value, b.value) < 1.5 * Math.min(a.value, b.value);
