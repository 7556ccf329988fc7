import type { Claim } from "../claims/claim.ts";
import type { EngineConfig } from "../config.ts";
import type { Corpus } from "../corpus/corpus.ts";
import type { Reading } from "../extract/mentions.ts";
import { type Alignments, align } from "./alignment.ts";
import { compareClaims } from "./compare.ts";
import { type Judgement, judge } from "./judgement.ts";
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
  const judgements = comparisons.map((comparison) => judge(comparison, corpus, draft.written));
  return { draft, claims, corpus, config, alignments, comparisons, judgements };
}
