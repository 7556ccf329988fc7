import type { Corpus } from "./corpus.ts";
import { derived } from "./derived.ts";
import type { Source } from "./source.ts";
import { finished, type Steps } from "./steps.ts";

/** Sources with the same text, more or less: one agency's copy under several names. Each group is sorted by date and id; its first is the original as far as can be told. */
export const copiesAmong = (sources: readonly Source[]): readonly (readonly Source[])[] => finished(copySteps(sources, shinglesOf));

/** The same in steps, one a source. */
function* copySteps(sources: readonly Source[], shinglesFor: (source: Source) => Shingles): Steps<readonly (readonly Source[])[]> {
  const samples: Shingles[] = [];
  const holders = new Map<number, number[]>();
  for (const [index, source] of sources.entries()) {
    const sample = sampleOf(shinglesFor(source));
    samples.push(sample);
    for (const shingle of sample) {
      const list = holders.get(shingle);
      if (!list) holders.set(shingle, [index]);
      else if (list.length < mostHolders) list.push(index);
    }
    yield;
  }
  const group = sources.map((_, index) => index);
  const rootOf = (index: number): number => {
    let at = index;
    while (group[at] !== at) at = group[at] as number;
    return at;
  };
  for (const [index, sample] of samples.entries()) {
    const shared = new Map<number, number>();
    for (const shingle of sample) for (const other of holders.get(shingle) ?? []) if (other < index) shared.set(other, (shared.get(other) ?? 0) + 1);
    for (const [other, count] of shared) {
      const isPromising = count >= promising * Math.min(sample.length, samples[other]?.length ?? 0);
      if (isPromising && isCopy(sources[index] as Source, sources[other] as Source)) group[rootOf(index)] = rootOf(other);
    }
    yield;
  }
  const groups = new Map<number, Source[]>();
  for (const [index, source] of sources.entries()) {
    const members = groups.get(rootOf(index));
    if (members) members.push(source);
    else groups.set(rootOf(index), [source]);
  }
  return [...groups.values()].filter((members) => members.length > 1).map((members) => members.toSorted(byDate));
}

function isCopy(a: Source, b: Source): boolean {
  const [smaller, larger] = [shinglesOf(a), shinglesOf(b)].toSorted((x, y) => x.length - y.length) as [Shingles, Shingles];
  if (smaller.length < 0.5 * larger.length) return false;
  return sharedCount(smaller, larger) >= (isOfOneDay(a, b) ? alike : nothingNew) * smaller.length;
}

/** For each of the sources the one that it is a copy of; itself where it is none. */
export function originalsAmong(sources: Iterable<Source>): (source: Source) => Source {
  const distinct = [...new Set(sources)];
  return originalsBy(distinct.length > 1 ? copiesAmong(distinct) : []);
}

function originalsBy(groups: readonly (readonly Source[])[]): (source: Source) => Source {
  const originals = new Map(groups.flatMap(([first, ...others]) => others.map((other) => [other, first as Source])));
  return (source) => originals.get(source) ?? source;
}

/** The same for all sources of a corpus. Shingles are only kept of sources that seem to be copies: those of all would fill the memory. */
export const corpusOriginals = derived(function* ({ sources }: Corpus) {
  return originalsBy(yield* copySteps(sources, shinglesIn));
});

export const originalsIn = corpusOriginals.of;

/** Words that stand in so many sources together tell no copy. */
const mostHolders = 50;
/** Words in a row that are compared as one. */
const length = 5;
/** How much of the shorter text the other one has. Of another day is only a copy what has nothing new: else it is an update. */
const alike = 0.8;
const nothingNew = 0.95;

/** Sources that share less of their samples are not looked at closely. */
const promising = 0.4;

/** Ascending, each once. */
type Shingles = Int32Array;

const isOfOneDay = (a: Source, b: Source): boolean => !a.date || !b.date || a.date === b.date;

/** Every fourth shingle, told by its hash, so that all texts choose the same; all of a short text. */
const sampleOf = (shingles: Shingles): Shingles => (shingles.length < shortText ? shingles : shingles.filter((shingle) => (shingle & 3) === 0));
const shortText = 64;

const byDate = (a: Source, b: Source): number => {
  const [x, y] = [`${a.date ?? "9"} ${a.id}`, `${b.date ?? "9"} ${b.id}`];
  return x < y ? -1 : x > y ? 1 : 0;
};

const known = new WeakMap<Source, Shingles>();

function shinglesOf(source: Source): Shingles {
  const shingles = known.get(source) ?? shinglesIn(source);
  known.set(source, shingles);
  return shingles;
}

/** Hashes of every five words in a row, without marks and capitals. */
function shinglesIn({ reading: { document } }: Source): Shingles {
  const body = document.blocks.flatMap(({ kind, start, end }) => (kind === "title" ? [] : document.prose.slice(start, end)));
  const words = (
    body
      .join(" ")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).map(hashOf);
  const hashes = new Int32Array(Math.max(0, words.length + 1 - length));
  for (let at = 0; at < hashes.length; at++) {
    let hash = 0;
    for (let word = at; word < at + length; word++) hash = Math.imul(hash, 0x01000193) + (words[word] as number);
    hashes[at] = hash;
  }
  return hashes.sort().filter((hash, at, all) => hash !== all[at - 1]);
}

/** How many numbers two ascending lists have in common. */
function sharedCount(a: Shingles, b: Shingles): number {
  let [count, j] = [0, 0];
  for (const hash of a) {
    while (j < b.length && (b[j] as number) < hash) j++;
    if (b[j] === hash) count++;
  }
  return count;
}

/** FNV-1a. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
