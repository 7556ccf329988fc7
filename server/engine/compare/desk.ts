import type { Claim } from "../claims/claim.ts";
import { claimsByPassage } from "../claims/claims.ts";
import type { EngineConfig } from "../config.ts";
import type { Corpus } from "../corpus/corpus.ts";
import { eachKept, joined } from "../document/kept-lists.ts";
import type { Reading } from "../extract/mentions.ts";
import { type Alignments, align } from "./alignment.ts";
import { passagesIn, shelfOf } from "./by-passage.ts";
import { compareClaims } from "./compare.ts";
import { type Judgement, judge } from "./judgement.ts";
import { withTerse } from "./terse.ts";
import type { ClaimComparison } from "./verdict.ts";

/** What lies on the desk: the draft, read and understood, beside the corpus, compared. All that a rule may look at. */
export interface Desk {
  readonly draft: Reading;
  readonly claims: readonly Claim[];
  readonly corpus: Corpus;
  readonly config: EngineConfig;
  readonly alignments: Alignments;
  /** One a claim, same order as `claims`. */
  readonly comparisons: readonly ClaimComparison[];
  /** One a claim, same order as `claims`. */
  readonly judgements: readonly Judgement[];
}

export function layOut(draft: Reading, claims: readonly Claim[], corpus: Corpus, config: EngineConfig): Desk {
  const alignments = align(draft, corpus);
  const comparisons = compareClaims(claims, draft, alignments, corpus);
  return {
    draft,
    claims,
    corpus,
    config,
    alignments,
    comparisons,
    judgements: withTerse(draft, comparisons, judgements(comparisons, draft, corpus), alignments),
  };
}

/** One a comparison; each holds as long as the verdicts on its claim, wherever that stands. */
function judgements(comparisons: readonly ClaimComparison[], draft: Reading, corpus: Corpus): readonly Judgement[] {
  const shelf = shelfOf(draft);
  const alone = joined(claimsByPassage(passagesIn(draft), shelf));
  const verdicts = comparisons.map((comparison) => comparison.verdicts);
  const derived = comparisons.map((comparison) => comparison.derived);
  const newest = comparisons.map(({ newestToll }) => newestToll);
  const judged = eachKept(shelf, "judged", [alone, verdicts, derived, newest], [corpus, draft.written], (at) =>
    judge(comparisons[at] as ClaimComparison, corpus, draft.written),
  );
  return eachKept(shelf, "judgements", [judged, comparisons], [], (at) => ({
    ...(judged[at] as Judgement),
    claim: (comparisons[at] as ClaimComparison).claim,
  }));
}
