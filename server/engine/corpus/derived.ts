import type { Corpus } from "./corpus.ts";
import { finished, type Steps } from "./steps.ts";

/** What is worked out from the sources of a corpus once and kept as long as the corpus: when it is first asked for, or before that in steps. */
export interface Derived<T> {
  readonly of: (corpus: Corpus) => T;
  readonly steps: (corpus: Corpus) => Steps<T>;
}

export function derived<T>(build: (corpus: Corpus) => Steps<T>): Derived<T> {
  const known = new WeakMap<Corpus, { readonly value: T }>();
  function* steps(corpus: Corpus): Steps<T> {
    const before = known.get(corpus);
    if (before) return before.value;
    const value = yield* build(corpus);
    known.set(corpus, { value });
    return value;
  }
  return { steps, of: (corpus) => known.get(corpus)?.value ?? finished(steps(corpus)) };
}
