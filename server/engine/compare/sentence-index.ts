import type { Corpus } from "../corpus/corpus.ts";
import { derived } from "../corpus/derived.ts";
import type { Source } from "../corpus/source.ts";
import type { Steps } from "../corpus/steps.ts";
import { meanings } from "./meanings.ts";

/** The sentences of a corpus by the stems in them. Sentences and stems are told by numbers: of very many sources lists of objects would fill the memory. */
export interface SentenceIndex {
  readonly rarity: Rarity;
  /** Of each sentence: its source, and its position there. */
  readonly sourceOf: (sentence: number) => Source;
  readonly positionOf: (sentence: number) => number;
  /** The sum of the squares over its stems. */
  readonly weightOf: (sentence: number) => number;
  /** Ascending. */
  readonly stemsOf: (sentence: number) => Uint32Array;
  /** The sum of the squares over those of some ascending stems that it has. */
  readonly sharedOf: (sentence: number, stems: Uint32Array) => number;
  readonly bagOf: (sentence: number) => ReadonlySet<string>;
  readonly numberOf: (source: Source, position: number) => number;
  /** Of each source, in the order of the corpus, the number of its first sentence. */
  readonly firsts: Uint32Array;
  /** The sentences that have a stem. */
  readonly holders: (stem: string) => Uint32Array;
  /** Room for one number a sentence, all zero between two look-ups: a map of those that share a word would cost ten times as much. */
  readonly scores: Float64Array;
}

/** How rare stems are in a corpus: the logarithm of the inverse share of its sentences (Spärck Jones 1972). */
export interface Rarity {
  readonly of: (stem: string) => number;
  /** The sum of the squares over a bag of stems. */
  readonly weight: (bag: ReadonlySet<string>) => number;
}

export const sentenceIndex = derived(indexSentences);

export const rarityOf = (corpus: Corpus): Rarity => sentenceIndex.of(corpus).rarity;

function* indexSentences({ sources }: Corpus): Steps<SentenceIndex> {
  const stemsIn: SourceStems[] = [];
  /** The number of each source's first sentence. */
  const first = new Map<Source, number>();
  const holding: number[] = [];
  let sentences = 0;
  for (const source of sources) {
    const own = stemsOfSource(source);
    stemsIn.push(own);
    first.set(source, sentences);
    sentences += own.ends.length;
    for (const stem of own.stems) holding[stem] = (holding[stem] ?? 0) + 1;
    yield;
  }
  const counts = Uint32Array.from(holding, (count) => count ?? 0);
  const rare = (count: number): number => Math.log(1 + (sentences + 1) / (count + 0.5));
  const rarities = Float64Array.from(counts, rare);
  /** The postings of a stem lie between the end of the one before and its own. */
  const ends = runningSums(counts);
  const postings = new Uint32Array(ends.at(-1) ?? 0);
  const free = ends.map((end, stem) => end - (counts[stem] as number));
  const [sourceAt, positionAt, weights] = [new Uint32Array(sentences), new Uint32Array(sentences), new Float64Array(sentences)];
  let sentence = 0;
  for (const [at, { stems, ends: borders }] of stemsIn.entries()) {
    let from = 0;
    for (const [position, to] of borders.entries()) {
      let weight = 0;
      for (; from < to; from++) {
        const stem = stems[from] as number;
        weight += (rarities[stem] as number) ** 2;
        postings[free[stem] as number] = sentence;
        free[stem] = (free[stem] as number) + 1;
      }
      sourceAt[sentence] = at;
      positionAt[sentence] = position;
      weights[sentence++] = weight;
    }
    yield;
  }
  const none = new Uint32Array();
  const stemsOf = (at: number) => stemsAt(stemsIn[sourceAt[at] as number] as SourceStems, positionAt[at] as number);
  return {
    rarity: rarityIn((stem) => rarities[numberOf.get(stem) ?? -1] ?? rare(0)),
    sourceOf: (at) => sources[sourceAt[at] as number] as Source,
    positionOf: (at) => positionAt[at] as number,
    weightOf: (at) => weights[at] as number,
    stemsOf,
    sharedOf: (at, stems) => {
      const { stems: theirs, ends: borders } = stemsIn[sourceAt[at] as number] as SourceStems;
      const position = positionAt[at] as number;
      const to = borders[position] as number;
      let [own, sum] = [0, 0];
      for (let i = borders[position - 1] ?? 0; i < to && own < stems.length; i++) {
        const stem = theirs[i] as number;
        while ((stems[own] as number) < stem) own++;
        if (stems[own] === stem) sum += (rarities[stem] as number) ** 2;
      }
      return sum;
    },
    bagOf: (at) => new Set(Array.from(stemsOf(at), (stem) => stemBy[stem] as string)),
    numberOf: (source, position) => (first.get(source) as number) + position,
    firsts: Uint32Array.from(sources, (source) => first.get(source) as number),
    holders: (stem) => {
      const number = numberOf.get(stem);
      return number === undefined || number >= ends.length ? none : postings.subarray((ends[number] as number) - (counts[number] as number), ends[number]);
    },
    scores: new Float64Array(sentences),
  };
}

function runningSums(counts: Uint32Array): Uint32Array {
  let sum = 0;
  return counts.map((count) => {
    sum += count;
    return sum;
  });
}

function rarityIn(of: (stem: string) => number): Rarity {
  const weights = new WeakMap<ReadonlySet<string>, number>();
  const weight = (bag: ReadonlySet<string>): number => {
    let sum = weights.get(bag);
    if (sum === undefined) {
      sum = 0;
      for (const stem of bag) sum += of(stem) ** 2;
      weights.set(bag, sum);
    }
    return sum;
  };
  return { of, weight };
}

/** All stems of all sources by their numbers. */
const numberOf = new Map<string, number>();
const stemBy: string[] = [];

export const numberOfStem = (stem: string): number | undefined => numberOf.get(stem);

/** The stems of a source's sentences one after another, and where those of each sentence end. */
interface SourceStems {
  readonly stems: Uint32Array;
  readonly ends: Uint32Array;
}

const known = new WeakMap<Source, SourceStems>();

function stemsOfSource(source: Source): SourceStems {
  const before = known.get(source);
  if (before) return before;
  const { sentences, prose } = source.reading.document;
  const stems: number[] = [];
  const ends = sentences.map(({ start, end }) => {
    const numbers = Array.from(new Set(meanings(prose.slice(start, end))), (stem) => {
      const number = numberOf.get(stem) ?? stemBy.push(stem) - 1;
      numberOf.set(stem, number);
      return number;
    });
    for (const number of numbers.sort(ascending)) stems.push(number);
    return stems.length;
  });
  const own = { stems: Uint32Array.from(stems), ends: Uint32Array.from(ends) };
  known.set(source, own);
  return own;
}

const ascending = (a: number, b: number): number => a - b;

const stemsAt = ({ stems, ends }: SourceStems, position: number): Uint32Array => stems.subarray(ends[position - 1] ?? 0, ends[position]);
