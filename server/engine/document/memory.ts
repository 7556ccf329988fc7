/**
 * What the last check of a draft worked out, kept for the next: the parts of a text that an edit leaves alone are not worked out again.
 * Everything kept is a pure function of what is given with it, so that a check finds the same with a memory and without.
 */
export interface Memory {
  /** The value that was computed for this kind and key in this check or the one before; else computes it. The key says all that the value depends on. */
  readonly recall: <V>(kind: string, key: string, compute: () => V) => V;
  /** What was worked out from the text as a whole. */
  readonly whole: Shelf;
}

/**
 * What was worked out from one stretch of text, one value a kind: kept as long as the text stands in the draft and the values `given` are the same
 * (by identity; strings and numbers by value). What holds for the text alone is given nothing. `before` is the value kept so far, of which parts may
 * still hold: nobody else uses it any more.
 */
export interface Shelf {
  readonly keep: <V>(kind: string, given: readonly unknown[], compute: (before?: V) => V) => V;
}

export const bareShelf: Shelf = { keep: (_kind, _given, compute) => compute() };

/** Remembers nothing: for texts that are read once. */
export const noMemory: Memory = { recall: (_kind, _key, compute) => compute(), whole: bareShelf };

/** The memory of one draft: `begin` a check, and what neither it nor the one before asked for is forgotten. */
export interface DraftMemory extends Memory {
  readonly begin: () => void;
}

export function createMemory(): DraftMemory {
  let before: ReadonlyMap<string, ReadonlyMap<string, unknown>> = new Map();
  let now = new Map<string, Map<string, unknown>>();
  return {
    begin: () => {
      before = now;
      now = new Map();
    },
    recall: <V>(kind: string, key: string, compute: () => V): V => {
      let known = now.get(kind);
      if (!known) {
        known = new Map();
        now.set(kind, known);
      }
      const value = known.get(key) ?? before.get(kind)?.get(key) ?? compute();
      known.set(key, value);
      return value as V;
    },
    whole: createShelf(),
  };
}

interface Kept {
  readonly given: readonly unknown[];
  readonly value: unknown;
}

export function createShelf(): Shelf {
  const all = new Map<string, Kept>();
  return {
    keep: <V>(kind: string, given: readonly unknown[], compute: (before?: V) => V): V => {
      const known = all.get(kind);
      if (known && areSame(known.given, given)) return known.value as V;
      const value = compute(known?.value as V | undefined);
      all.set(kind, { given, value });
      return value;
    },
  };
}

export function areSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
}
