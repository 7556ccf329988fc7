import { sentenceIndex } from "./compare/alignment.ts";
import { corpusFacts } from "./compare/facts.ts";
import { corpusNames } from "./compare/name-index.ts";
import { corpusUtterances } from "./compare/utterances.ts";
import type { Corpus } from "./corpus/corpus.ts";
import { prepareDays } from "./corpus/dating.ts";
import type { Steps } from "./corpus/steps.ts";

/** Works out in small steps, about one a source, what the first check on a corpus would otherwise work out in one go. Without it a check finds the same. */
export function* prepareCorpus(corpus: Corpus): Steps<void> {
  yield* prepareDays(corpus);
  yield* sentenceIndex.steps(corpus);
  yield* corpusFacts.steps(corpus);
  yield* corpusNames.steps(corpus);
  yield* corpusUtterances.steps(corpus);
}
