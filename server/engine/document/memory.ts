/**
 * What the last check of a draft worked out, kept for the next: the parts of a text that an edit leaves alone are not worked out again.
 * Everything kept is a pure function of what is given with it, so that a check finds the same with a memory and without.
 */
export interface Memory {
  /** The value that was computed for this kind and key in this check or the one before; else computes it. The key says all that the value depends on. */
  readonly recall: <V>(kind: string, key: string, compute: () => V) => V;
  /** The memory of one stretch of text. The same text twice in a draft has two, told apart by their order. */
  readonly shelf: (text: string) => Shelf;
}

/**
 * What was worked out from one stretch of text, one value a kind: kept as long as the text stands in the draft and the values `given` are the same
 * (by identity; strings and numbers by value). What holds for the text alone is given nothing.
 */
export interface Shelf {
  readonly keep: <V>(kind: string, given: readonly unknown[], compute: () => V) => V;
}

export const bareShelf: Shelf = { keep: (_kind, _given, compute) => compute() };

/** Remembers nothing: for texts that are read once. */
export const noMemory: Memory = { recall: (_kind, _key, compute) => compute(), shelf: () => bareShelf };

/** The memory of one draft: `begin` a check, and what neither it nor the one before asked for is forgotten. */
export interface DraftMemory extends Memory {
  readonly begin: () => void;
}

export function createMemory(): DraftMemory {
  let values = generations<Map<string, unknown>>();
  let shelves = generations<Shelf[]>();
  let taken = new Map<string, number>();
  return {
    begin: () => {
      values = values.next();
      shelves = shelves.next();
      taken = new Map();
    },
    recall: <V>(kind: string, key: string, compute: () => V): V => {
      const known = values.of(kind, (): Map<string, unknown> => new Map());
      const value = known.get(key) ?? values.before.get(kind)?.get(key) ?? compute();
      known.set(key, value);
      return value as V;
    },
    shelf: (text) => {
      const nth = taken.get(text) ?? 0;
      taken.set(text, nth + 1);
      const list = shelves.of(text, () => []);
      const shelf = list[nth] ?? shelves.before.get(text)?.[nth] ?? createShelf();
      list[nth] = shelf;
      return shelf;
    },
  };
}

/** What this check asked for, and what the one before it did. */
interface Generations<V> {
  readonly before: ReadonlyMap<string, V>;
  readonly of: (key: string, make: () => V) => V;
  readonly next: () => Generations<V>;
}

function generations<V>(before: ReadonlyMap<string, V> = new Map()): Generations<V> {
  const now = new Map<string, V>();
  return {
    before,
    of: (key, make) => {
      let value = now.get(key);
      if (value === undefined) {
        value = make();
        now.set(key, value);
      }
      return value;
    },
    next: () => generations(now),
  };
}

interface Kept {
  readonly given: readonly unknown[];
  readonly value: unknown;
}

function createShelf(): Shelf {
  const all = new Map<string, Kept>();
  return {
    keep: <V>(kind: string, given: readonly unknown[], compute: () => V): V => {
      const known = all.get(kind);
      if (known && areSame(known.given, given)) return known.value as V;
      const value = compute();
      all.set(kind, { given, value });
      return value;
    },
  };
}

const areSame = (a: readonly unknown[], b: readonly unknown[]): boolean => a.length === b.length && a.every((value, index) => value === b[index]);
