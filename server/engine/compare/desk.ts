import type { Claim } from "../claims/claim.ts";
import type { EngineConfig } from "../config.ts";
import type { Corpus } from "../corpus/corpus.ts";
import type { Reading } from "../extract/mentions.ts";
import { type Alignments, align } from "./alignment.ts";
import { passagesIn } from "./by-passage.ts";
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
  return { draft, claims, corpus, config, alignments, comparisons, judgements: judgements(comparisons, draft, corpus) };
}

/** One a comparison; those of a passage hold as long as the verdicts on its claims. */
function judgements(comparisons: readonly ClaimComparison[], draft: Reading, corpus: Corpus): readonly Judgement[] {
  let first = 0;
  return passagesIn(draft).flatMap((passage) => {
    const own = comparisons.slice(first, first + passage.reading.figures.length);
    first += own.length;
    const given = [corpus, draft.written, passage.reading, ...own.flatMap(({ verdicts, derived, newestToll }) => [verdicts, derived, newestToll])];
    const judged = passage.shelf.keep("judgements", given, () => own.map((comparison) => judge(comparison, corpus, draft.written)));
    return judged.map((judgement, at): Judgement => ({ ...judgement, claim: (own[at] as ClaimComparison).claim }));
  });
}
