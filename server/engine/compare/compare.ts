import type { Claim } from "../claims/claim.ts";
import type { EngineConfig } from "../config.ts";
import type { Corpus } from "../corpus/corpus.ts";
import type { Reading } from "../extract/mentions.ts";
import type { Alignments } from "./alignment.ts";
import type { ClaimComparison } from "./verdict.ts";

/** Compares each claim of the draft with the facts of the corpus that it may be about. */
export function compareClaims(
  claims: readonly Claim[],
  _draft: Reading,
  _alignments: Alignments,
  _corpus: Corpus,
  _config: EngineConfig,
): readonly ClaimComparison[] {
  return claims.map((claim) => ({ claim, verdicts: [] }));
}
