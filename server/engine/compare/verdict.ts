import type { Claim } from "../claims/claim.ts";
import type { Source } from "../corpus/source.ts";

/**
 * `supports`: same fact, same value, hedges mean the same. `drifts`: the number is right, the hedge is not.
 * `contradicts`: same fact, other value. `unrelated`: not comparable.
 */
export type Relation = "supports" | "drifts" | "contradicts" | "unrelated";

/** A claim of a source. */
export interface Fact {
  readonly source: Source;
  readonly claim: Claim;
}

/** A draft's claim against one fact, and why, in words an editor reads. */
export interface Verdict {
  readonly fact: Fact;
  readonly relation: Relation;
  /** How sure it is that both speak of the same thing: 0 to 1. */
  readonly strength: number;
  readonly reason: string;
  /** Both tell the same of a part of the same whole: "three of the five halls were closed", "closed two of the five halls". */
  readonly ofOneWhole?: true;
}

/** Nobody reads more of what was not compared. */
export const mostSetAside = 12;

/** All verdicts on one claim of the draft, best first, without the unrelated. */
export interface ClaimComparison {
  readonly claim: Claim;
  readonly verdicts: readonly Verdict[];
  /** What was looked at as well and is about something else, likest first, as far as it may interest. */
  readonly setAside: readonly Verdict[];
  /** The day of the newest source, not later than the draft, with a toll of the claim's role. */
  readonly newestToll?: string;
  /** It is the correct result of a sum or share of the figures beside it. */
  readonly derived: boolean;
}
