import type { Claim } from "../claims/claim.ts";
import { type Corpus, sourceOf } from "../corpus/corpus.ts";
import type { Source } from "../corpus/source.ts";
import { sameCount } from "./compatible.ts";
import { looksMistyped, significantDigits } from "./interval.ts";
import { newerToll } from "./superseded.ts";
import type { ClaimComparison, Fact, Verdict } from "./verdict.ts";

/**
 * What the corpus as a whole says of one claim. Exactly one ruling a claim, so that one mistake is one finding:
 * `supported`; `drifted` (right number, other hedge); `superseded` (an older toll; `verdict` is the newer fact);
 * `contradicted`; `miscited` (another source has it, the cited one does not; `verdict` is the supporting fact); `open` (nothing to hold against it).
 */
export interface Judgement {
  readonly claim: Claim;
  readonly ruling: "supported" | "drifted" | "superseded" | "contradicted" | "miscited" | "open";
  readonly verdict?: Verdict;
  /** For `superseded`: the older fact that the draft repeats. */
  readonly older?: Fact;
}

/** From here on two claims are taken to speak of the same thing, and a difference may be asserted. */
const assertion = 0.45;
/** A support weaker than this, and much weaker than a contradiction, is a coincidence of digits; so is one that is weaker by far. */
const coincidence = 0.25;
const margin = 0.25;
const farWeaker = 0.5;
/** The source's sentence is the draft's own: that the number could be reckoned from others is chance. */
const sameSentence = 0.85;
/** The same number under another hedge is the same fact only from here on. */
const sameFact = 0.3;
/** And a slip of the hand is asserted. */
const slip = 0.32;

export function judge({ claim, verdicts, newestToll, derived }: ClaimComparison, corpus: Corpus, written: string | undefined): Judgement {
  const cited = new Set(claim.citations.flatMap(({ key }) => sourceOf(corpus, key) ?? []));
  const usable = verdicts.filter(({ fact, relation }) => relation !== "contradicts" || cited.has(fact.source) || !isAfter(fact.source, written));
  const asserted = usable.filter(
    (v) => v.relation === "contradicts" && v.strength >= needed(claim, v) && (cited.has(v.fact.source) || isCurrent(v.fact, newestToll)),
  );
  const contradiction = mostCredible(derived ? asserted.filter((v) => v.strength >= sameSentence) : asserted, cited);
  const credible = usable.filter((v) => (v.relation === "supports" || v.relation === "drifts") && (!contradiction || outweighs(v, contradiction)));
  const byCited = credible.filter((v) => cited.has(v.fact.source));
  const decisive = byCited.length ? byCited : credible;
  const support = strongest(decisive.filter((v) => v.relation === "supports"));
  const drift = strongest(decisive.filter((v) => v.relation === "drifts" && v.strength >= (isRelative(claim) ? assertion : sameFact)));
  if (support ?? drift) {
    const newer = newerToll(claim, decisive, verdicts, written);
    if (newer) return { claim, ruling: "superseded", ...newer };
    if (
      cited.size &&
      !byCited.length &&
      !derived &&
      strong(support ?? drift) &&
      ![...cited].some((source) => mentions(source, claim) || (isRelative(claim) && givesCounts(source)))
    )
      return { claim, ruling: "miscited", verdict: (support ?? drift) as Verdict };
    return support ? { claim, ruling: "supported", verdict: support } : { claim, ruling: "drifted", verdict: drift as Verdict };
  }
  return contradiction ? { claim, ruling: "contradicted", verdict: contradiction } : { claim, ruling: "open" };
}

const outweighs = (support: Verdict, { strength }: Verdict): boolean =>
  support.strength > strength - margin || (support.strength >= coincidence && support.strength > strength - farWeaker);
/** Three digits or more in another order are hardly chance: less need speak for it that both mean the same. */
const needed = (claim: Claim, { fact }: Verdict): number =>
  significantDigits(claim.figure.value) > 2 && looksMistyped(claim.figure.value, fact.claim.figure.value) ? slip : assertion;

const strong = (verdict: Verdict | undefined): boolean => verdict !== undefined && verdict.strength >= 0.3;
/** Verdicts this close to the strongest are as sure. */
const asSure = 0.15;

/** What the sentence cites decides first, then the newest source, among the verdicts that are about equally sure. */
function mostCredible(verdicts: readonly Verdict[], cited: ReadonlySet<Source>): Verdict | undefined {
  const best = strongest(verdicts);
  const rank = ({ fact: { source } }: Verdict): string => `${cited.has(source) ? 1 : 0}${source.date ?? ""}`;
  return best && verdicts.filter((v) => v.strength >= best.strength - asSure).reduce((a, b) => (rank(b) > rank(a) ? b : a), best);
}

const strongest = (verdicts: readonly Verdict[]): Verdict | undefined =>
  verdicts.reduce<Verdict | undefined>((best, v) => (best && best.strength >= v.strength ? best : v), undefined);
const isAfter = (source: Source, day: string | undefined): boolean => day !== undefined && source.date !== undefined && source.date > day;

/** Of a running toll only the newest facts can be contradicted: an older one was right in its day. */
const isCurrent = ({ source }: Fact, newestToll: string | undefined): boolean => !newestToll || !source.date || source.date >= newestToll;

/** Shares are reckoned by the writer more often than copied: that a source with counts of its own does not print one says nothing. */
const givesCounts = ({ claims }: Source): boolean => claims.filter((claim) => !isRelative(claim)).length > 1;
const isRelative = ({ figure }: Claim): boolean => ["percent", "fraction", "ratio"].includes(figure.dimension);

/** Whether the source has the number at all, for whatever: then the citation is not plainly wrong. */
const mentions = (source: Source, claim: Claim): boolean =>
  source.claims.some((other) => other.figure.value === claim.figure.value && (claim.figure.value > 12 || sameCount(claim, other)));
