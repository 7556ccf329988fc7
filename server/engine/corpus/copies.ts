import type { Source } from "./source.ts";

/** Sources with the same text, more or less: one agency's copy under several names. Each group is sorted by date and id; its first is the original as far as can be told. */
export function copiesAmong(sources: readonly Source[]): readonly (readonly Source[])[] {
  const shingles = sources.map(shinglesOf);
  const holders = new Map<number, number[]>();
  for (const [index, set] of shingles.entries()) {
    for (const shingle of set) holders.set(shingle, [...(holders.get(shingle) ?? []), index].slice(0, mostHolders));
  }
  const group = sources.map((_, index) => index);
  const rootOf = (index: number): number => {
    let at = index;
    while (group[at] !== at) at = group[at] as number;
    return at;
  };
  for (const [index, set] of shingles.entries()) {
    const shared = new Map<number, number>();
    for (const shingle of set) for (const other of holders.get(shingle) ?? []) if (other < index) shared.set(other, (shared.get(other) ?? 0) + 1);
    for (const [other, count] of shared) {
      const smaller = Math.min(set.size, (shingles[other] as ReadonlySet<number>).size);
      const larger = Math.max(set.size, (shingles[other] as ReadonlySet<number>).size);
      if (count >= 0.8 * smaller && smaller >= 0.5 * larger) group[rootOf(index)] = rootOf(other);
    }
  }
  const groups = new Map<number, Source[]>();
  for (const [index, source] of sources.entries()) groups.set(rootOf(index), [...(groups.get(rootOf(index)) ?? []), source]);
  return [...groups.values()].filter((members) => members.length > 1).map((members) => members.toSorted(byDate));
}

/** Words that stand in so many sources together tell no copy. */
const mostHolders = 50;
/** Words in a row that are compared as one. */
const length = 5;

const byDate = (a: Source, b: Source): number => {
  const [x, y] = [`${a.date ?? "9"} ${a.id}`, `${b.date ?? "9"} ${b.id}`];
  return x < y ? -1 : x > y ? 1 : 0;
};

/** Hashes of every five words in a row, without marks and capitals. */
function shinglesOf({ reading: { document } }: Source): ReadonlySet<number> {
  const body = document.blocks.flatMap(({ kind, start, end }) => (kind === "title" ? [] : document.prose.slice(start, end)));
  const words =
    body
      .join(" ")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const found = new Set<number>();
  for (let at = 0; at + length <= words.length; at++) found.add(hashOf(words.slice(at, at + length).join(" ")));
  return found;
}

/** FNV-1a. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
