/**
 * What the last check of a draft worked out, kept for the next: the parts of a text that an edit leaves alone are not worked out again.
 * Everything kept is a pure function of its kind and key, so that a check finds the same with a memory and without.
 */
export interface Memory {
  /** The value that was computed for this kind and key in this check or the one before; else computes it. The key says all that the value depends on. */
  readonly recall: <V>(kind: string, key: string, compute: () => V) => V;
}

/** Remembers nothing: for texts that are read once. */
export const noMemory: Memory = { recall: (_kind, _key, compute) => compute() };

/** A memory that holds for one corpus and configuration: `begin` a check, and what neither it nor the one before asked for is forgotten. */
export interface DraftMemory extends Memory {
  readonly begin: (...context: readonly unknown[]) => void;
}

export function createMemory(): DraftMemory {
  let before = new Map<string, Map<string, unknown>>();
  let now = new Map<string, Map<string, unknown>>();
  let holdsFor: readonly unknown[] = [];
  return {
    begin: (...context) => {
      const same = context.length === holdsFor.length && context.every((value, index) => value === holdsFor[index]);
      before = same ? now : new Map();
      now = new Map();
      holdsFor = context;
    },
    recall: <V>(kind: string, key: string, compute: () => V): V => {
      let known = now.get(kind);
      if (!known) {
        known = new Map();
        now.set(kind, known);
      }
      const value = known.get(key);
      if (value !== undefined) return value as V;
      const fresh = (before.get(kind)?.get(key) as V | undefined) ?? compute();
      known.set(key, fresh);
      return fresh;
    },
  };
}

/** The same memory for what depends on something more, which the mark names. */
export const marked = (memory: Memory, mark: string): Memory => ({ recall: (kind, key, compute) => memory.recall(`${mark} ${kind}`, key, compute) });
