import { corpusFacts } from "./compare/facts.ts";
import { corpusNames } from "./compare/name-index.ts";
import { sentenceIndex } from "./compare/sentence-index.ts";
import { corpusUtterances } from "./compare/utterances.ts";
import { corpusOriginals } from "./corpus/copies.ts";
import type { Corpus } from "./corpus/corpus.ts";
import { corpusDays } from "./corpus/dating.ts";
import type { Steps } from "./corpus/steps.ts";

const derivations = [corpusDays, sentenceIndex, corpusFacts, corpusNames, corpusUtterances, corpusOriginals];

/**
 * Works out in small steps, about one a source, what the first check on a corpus would otherwise work out in one go. Without it a check finds the same.
 * All go from source to source together, so that each source need be unpacked only once.
 */
export function* prepareCorpus(corpus: Corpus): Steps<void> {
  let going: readonly Steps<unknown>[] = derivations.map(({ steps }) => steps(corpus));
  while (going.length) {
    const left: Steps<unknown>[] = [];
    for (const steps of going) {
      if (!steps.next().done) left.push(steps);
      yield;
    }
    going = left;
  }
}
