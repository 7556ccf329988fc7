import type { Corpus } from "./corpus.ts";
import type { Source } from "./source.ts";

/** Sources with the same text, more or less: one agency's copy under several names. Each group is sorted by date and id; its first is the original as far as can be told. */
export function copiesAmong(sources: readonly Source[]): readonly (readonly Source[])[] {
  const shingles = sources.map(shinglesOf);
  const samples = shingles.map(sampleOf);
  const holders = new Map<number, number[]>();
  for (const [index, sample] of samples.entries()) {
    for (const shingle of sample) {
      const known = holders.get(shingle);
      if (!known) holders.set(shingle, [index]);
      else if (known.length < mostHolders) known.push(index);
    }
  }
  const group = sources.map((_, index) => index);
  const rootOf = (index: number): number => {
    let at = index;
    while (group[at] !== at) at = group[at] as number;
    return at;
  };
  const isCopy = (a: number, b: number): boolean => {
    const [smaller, larger] = [shingles[a] as Shingles, shingles[b] as Shingles].toSorted((x, y) => x.size - y.size) as [Shingles, Shingles];
    if (smaller.size < 0.5 * larger.size) return false;
    let count = 0;
    for (const shingle of smaller) if (larger.has(shingle)) count++;
    return count >= (isOfOneDay(sources[a] as Source, sources[b] as Source) ? alike : nothingNew) * smaller.size;
  };
  for (const [index, sample] of samples.entries()) {
    const shared = new Map<number, number>();
    for (const shingle of sample) for (const other of holders.get(shingle) ?? []) if (other < index) shared.set(other, (shared.get(other) ?? 0) + 1);
    for (const [other, count] of shared) {
      if (count >= promising * Math.min(sample.length, samples[other]?.length ?? 0) && isCopy(index, other)) group[rootOf(index)] = rootOf(other);
    }
  }
  const groups = new Map<number, Source[]>();
  for (const [index, source] of sources.entries()) {
    const known = groups.get(rootOf(index));
    if (known) known.push(source);
    else groups.set(rootOf(index), [source]);
  }
  return [...groups.values()].filter((members) => members.length > 1).map((members) => members.toSorted(byDate));
}

/** For each of the sources the one that it is a copy of; itself where it is none. */
export function originalsAmong(sources: Iterable<Source>): (source: Source) => Source {
  const distinct = [...new Set(sources)];
  const originals = new Map(distinct.length > 1 ? copiesAmong(distinct).flatMap(([first, ...others]) => others.map((other) => [other, first as Source])) : []);
  return (source) => originals.get(source) ?? source;
}

const ofCorpora = new WeakMap<Corpus, (source: Source) => Source>();

/** The same for all sources of a corpus, worked out once. */
export function originalsIn(corpus: Corpus): (source: Source) => Source {
  const originalOf = ofCorpora.get(corpus) ?? originalsAmong(corpus.sources);
  ofCorpora.set(corpus, originalOf);
  return originalOf;
}

/** Words that stand in so many sources together tell no copy. */
const mostHolders = 50;
/** Words in a row that are compared as one. */
const length = 5;
/** How much of the shorter text the other one has. Of another day is only a copy what has nothing new: else it is an update. */
const alike = 0.8;
const nothingNew = 0.95;

/** Sources that share less of their samples are not looked at closely. */
const promising = 0.4;

type Shingles = ReadonlySet<number>;

const isOfOneDay = (a: Source, b: Source): boolean => !a.date || !b.date || a.date === b.date;

/** Every fourth shingle, told by its hash, so that all texts choose the same; all of a short text. */
const sampleOf = (shingles: Shingles): readonly number[] => [...shingles].filter((shingle) => shingles.size < shortText || (shingle & 3) === 0);
const shortText = 64;

const byDate = (a: Source, b: Source): number => {
  const [x, y] = [`${a.date ?? "9"} ${a.id}`, `${b.date ?? "9"} ${b.id}`];
  return x < y ? -1 : x > y ? 1 : 0;
};

const shinglesOfSources = new WeakMap<Source["reading"], Shingles>();

/** Hashes of every five words in a row, without marks and capitals. */
function shinglesOf({ reading }: Source): Shingles {
  const known = shinglesOfSources.get(reading);
  if (known) return known;
  const { document } = reading;
  const body = document.blocks.flatMap(({ kind, start, end }) => (kind === "title" ? [] : document.prose.slice(start, end)));
  const words = (
    body
      .join(" ")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).map(hashOf);
  const found = new Set<number>();
  for (let at = 0; at + length <= words.length; at++) {
    let hash = 0;
    for (let word = at; word < at + length; word++) hash = Math.imul(hash, 0x01000193) + (words[word] as number);
    found.add(hash | 0);
  }
  shinglesOfSources.set(reading, found);
  return found;
}

/** FNV-1a. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
