import type { Corpus } from "./corpus.ts";

/** What is worked out from the sources of a corpus once and kept as long as the corpus: when it is first asked for, or before that in small steps. */
export interface Derived<T> {
  readonly of: (corpus: Corpus) => T;
  /** Works it out; whoever runs through the steps may let others in between. */
  readonly steps: (corpus: Corpus) => Generator<void, T>;
}

/** `build` pauses after each source or so. */
export function derived<T>(build: (corpus: Corpus) => Generator<void, T>): Derived<T> {
  const known = new WeakMap<Corpus, { readonly value: T }>();
  function* steps(corpus: Corpus): Generator<void, T> {
    const before = known.get(corpus);
    if (before) return before.value;
    const value = yield* build(corpus);
    known.set(corpus, { value });
    return value;
  }
  return {
    steps,
    of: (corpus) => {
      const before = known.get(corpus);
      if (before) return before.value;
      const all = steps(corpus);
      let step = all.next();
      while (!step.done) step = all.next();
      return step.value;
    },
  };
}
