import type { Corpus } from "../corpus/corpus.ts";
import { derived } from "../corpus/derived.ts";
import type { Source } from "../corpus/source.ts";
import type { Steps } from "../corpus/steps.ts";
import type { Document, Sentence } from "../document/document.ts";
import { eachKept, joined } from "../document/kept-lists.ts";
import { contentStems } from "../document/words.ts";
import type { PassageReading, Reading } from "../extract/mentions.ts";
import { passagesIn, shelfOf } from "./by-passage.ts";

/** A sentence of a source that speaks of what a draft's sentence speaks of. */
export interface Alignment {
  readonly source: Source;
  readonly sentence: Sentence;
  /** How much of their meaning the two share, their words weighted by how rare they are in the corpus: 0 to 1. */
  readonly score: number;
  /** The shared word stems, rarest first. */
  readonly shared: readonly string[];
}

/** For each sentence of the draft (by index), the source sentences that are about the same thing, best first. */
export type Alignments = readonly (readonly Alignment[])[];

const keptPerSentence = 16;
/** Postings looked at per draft sentence, rarest words first: keeps the cost flat however large the corpus is. */
const postingBudget = 20_000;
const leastScore = 0.08;

interface Entry {
  readonly source: Source;
  readonly sentence: Sentence;
  readonly stems: ReadonlySet<string>;
  readonly weight: number;
}

interface SentenceIndex {
  readonly rarity: Rarity;
  readonly entries: readonly Entry[];
  readonly postings: ReadonlyMap<string, readonly number[]>;
  /** Room for one number an entry, all zero between two look-ups: a map of those that share a word would cost ten times as much. */
  readonly scores: Float64Array;
}

const stemCache = new WeakMap<Document, readonly ReadonlySet<string>[]>();

/** The content stems of each sentence of a document, computed once. */
export function sentenceStems(document: Document): readonly ReadonlySet<string>[] {
  let stems = stemCache.get(document);
  if (!stems) {
    stems = document.sentences.map(({ start, end }) => new Set(contentStems(document.prose.slice(start, end))));
    stemCache.set(document, stems);
  }
  return stems;
}

/** Those of a draft are those of its passages: what an edit leaves alone is not stemmed again. */
function stemsOfPassages(draft: Reading): void {
  if (stemCache.has(draft.document)) return;
  const documents = passagesIn(draft).map(({ document }) => document);
  stemCache.set(draft.document, joined(eachKept(shelfOf(draft), "stems", [documents], [], (at) => sentenceStems(documents[at] as Document))));
}

export const sentenceIndex = derived(indexSentences);

function* indexSentences(corpus: Corpus): Steps<SentenceIndex> {
  const postings = new Map<string, number[]>();
  const unweighted: Omit<Entry, "weight">[] = [];
  for (const source of corpus.sources) {
    const { document } = source.reading;
    sentenceStems(document).forEach((stems, index) => {
      for (const stem of stems) {
        const list = postings.get(stem);
        if (list) list.push(unweighted.length);
        else postings.set(stem, [unweighted.length]);
      }
      unweighted.push({ source, sentence: document.sentences[index] as Sentence, stems });
    });
    yield;
  }
  const rarity = rarityIn(unweighted.length, postings);
  const entries: Entry[] = [];
  for (const { source, sentence, stems } of unweighted) {
    entries.push({ source, sentence, stems, weight: sumOfSquares(stems, rarity.of) });
    if (entries.length % sentencesAStep === 0) yield;
  }
  return { entries, postings, rarity, scores: new Float64Array(entries.length) };
}

const sentencesAStep = 64;

/** How rare stems are in a corpus: the logarithm of the inverse share of its sentences (Spärck Jones 1972). */
export interface Rarity {
  readonly of: (stem: string) => number;
  /** The sum of the squares over a bag of stems. */
  readonly weight: (bag: ReadonlySet<string>) => number;
}

function rarityIn(sentences: number, postings: ReadonlyMap<string, readonly number[]>): Rarity {
  const known = new Map<string, number>();
  const weights = new WeakMap<ReadonlySet<string>, number>();
  const of = (stem: string): number => {
    let value = known.get(stem);
    if (value === undefined) {
      value = Math.log(1 + (sentences + 1) / ((postings.get(stem)?.length ?? 0) + 0.5));
      known.set(stem, value);
    }
    return value;
  };
  const weight = (bag: ReadonlySet<string>): number => {
    let sum = weights.get(bag);
    if (sum === undefined) {
      sum = sumOfSquares(bag, of);
      weights.set(bag, sum);
    }
    return sum;
  };
  return { of, weight };
}

function sumOfSquares(stems: Iterable<string>, rare: (stem: string) => number): number {
  let sum = 0;
  for (const stem of stems) sum += rare(stem) ** 2;
  return sum;
}

export const rarityOf = (corpus: Corpus): Rarity => sentenceIndex.of(corpus).rarity;

/** Likeness of two bags of stems: the mean of cosine and overlap coefficient, so that a shortened sentence still meets its model. */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>, { of, weight }: Rarity): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const stem of small) if (large.has(stem)) shared += of(stem) ** 2;
  return shared ? balance(shared, weight(a), weight(b)) : 0;
}

const balance = (shared: number, a: number, b: number): number => 0.5 * (shared / Math.sqrt(a * b) + shared / Math.min(a, b));

export function align(draft: Reading, corpus: Corpus): Alignments {
  stemsOfPassages(draft);
  const index = sentenceIndex.of(corpus);
  const passages = passagesIn(draft);
  const documents = passages.map(({ document }) => document);
  return joined(
    eachKept(shelfOf(draft), "alignments", [documents], [index], (at) => {
      const { document, shelf } = passages[at] as PassageReading;
      return shelf.keep("alignments", [index], () => sentenceStems(document).map((stems) => alignmentsOf(stems, index)));
    }),
  );
}

function alignmentsOf(stems: ReadonlySet<string>, { entries, postings, rarity, scores }: SentenceIndex): readonly Alignment[] {
  const asked: string[] = [];
  const met: number[] = [];
  let budget = postingBudget;
  const weighed = [...stems].map((stem) => ({ stem, rare: rarity.of(stem) })).sort((a, b) => b.rare - a.rare || (a.stem < b.stem ? -1 : 1));
  for (const { stem, rare } of weighed) {
    const list = postings.get(stem) ?? [];
    budget -= list.length;
    if (budget < 0) break;
    asked.push(stem);
    const square = rare ** 2;
    for (const at of list) {
      if (!scores[at]) met.push(at);
      scores[at] = (scores[at] as number) + square;
    }
  }
  const weight = rarity.weight(stems);
  const found: { readonly entry: Entry; readonly score: number }[] = [];
  for (const at of met) {
    const entry = entries[at] as Entry;
    const score = balance(scores[at] as number, weight, entry.weight);
    scores[at] = 0;
    if (score >= leastScore) found.push({ entry, score });
  }
  return found
    .sort((a, b) => b.score - a.score || byPlace(a.entry, b.entry))
    .slice(0, keptPerSentence)
    .map(({ entry: { source, sentence, stems: theirs }, score }) => ({ source, sentence, score, shared: asked.filter((stem) => theirs.has(stem)) }));
}

const byPlace = (a: Entry, b: Entry): number => (a.source.id < b.source.id ? -1 : a.source.id > b.source.id ? 1 : a.sentence.start - b.sentence.start);
