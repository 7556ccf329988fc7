import type { Corpus } from "../corpus/corpus.ts";
import type { Source } from "../corpus/source.ts";
import type { Sentence } from "../document/document.ts";
import type { Reading } from "../extract/mentions.ts";

/** A sentence of a source that speaks of what a draft's sentence speaks of. */
export interface Alignment {
  readonly source: Source;
  readonly sentence: Sentence;
  /** Cosine of the two sentences' content words, weighted by how rare they are in the corpus: 0 to 1. */
  readonly score: number;
  /** The shared word stems, rarest first. */
  readonly shared: readonly string[];
}

/** For each sentence of the draft (by index), the source sentences that are about the same thing, best first. */
export type Alignments = readonly (readonly Alignment[])[];

export function align(draft: Reading, _corpus: Corpus): Alignments {
  return draft.document.sentences.map(() => []);
}
