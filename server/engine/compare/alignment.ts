import type { Corpus } from "../corpus/corpus.ts";
import { derived } from "../corpus/derived.ts";
import type { Source } from "../corpus/source.ts";
import type { Steps } from "../corpus/steps.ts";
import type { Document, Sentence } from "../document/document.ts";
import { contentStems } from "../document/words.ts";
import type { Reading } from "../extract/mentions.ts";
import { passagesIn } from "./by-passage.ts";

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
  readonly rare: (stem: string) => number;
  readonly entries: readonly Entry[];
  readonly postings: ReadonlyMap<string, readonly number[]>;
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
  if (!stemCache.has(draft.document))
    stemCache.set(
      draft.document,
      passagesIn(draft).flatMap((passage) => sentenceStems(passage.document)),
    );
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
  const rare = rarityIn(unweighted.length, postings);
  const entries: Entry[] = [];
  for (const entry of unweighted) {
    entries.push({ ...entry, weight: weigh(entry.stems, rare) });
    if (entries.length % sentencesAStep === 0) yield;
  }
  return { entries, postings, rare };
}

const sentencesAStep = 64;

function rarityIn(sentences: number, postings: ReadonlyMap<string, readonly number[]>): (stem: string) => number {
  const known = new Map<string, number>();
  return (stem) => {
    let value = known.get(stem);
    if (value === undefined) {
      value = Math.log(1 + (sentences + 1) / ((postings.get(stem)?.length ?? 0) + 0.5));
      known.set(stem, value);
    }
    return value;
  };
}

function weigh(stems: Iterable<string>, rarity: (stem: string) => number): number {
  let sum = 0;
  for (const stem of stems) sum += rarity(stem) ** 2;
  return sum;
}

/** How rare a stem is in the corpus: the logarithm of the inverse share of its sentences (Spärck Jones 1972). */
export const rarity = (corpus: Corpus): ((stem: string) => number) => sentenceIndex.of(corpus).rare;

/** Likeness of two bags of stems: the mean of cosine and overlap coefficient, so that a shortened sentence still meets its model. */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>, rare: (stem: string) => number): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const stem of small) if (large.has(stem)) shared += rare(stem) ** 2;
  return shared ? balance(shared, weigh(a, rare), weigh(b, rare)) : 0;
}

const balance = (shared: number, a: number, b: number): number => 0.5 * (shared / Math.sqrt(a * b) + shared / Math.min(a, b));

export function align(draft: Reading, corpus: Corpus): Alignments {
  stemsOfPassages(draft);
  const index = sentenceIndex.of(corpus);
  return passagesIn(draft).flatMap(({ document, shelf }) =>
    shelf.keep("alignments", [index], () => sentenceStems(document).map((stems) => alignmentsOf(stems, index))),
  );
}

function alignmentsOf(stems: ReadonlySet<string>, { entries, postings, rare }: SentenceIndex): readonly Alignment[] {
  const byRarity = [...stems].toSorted((a, b) => rare(b) - rare(a) || (a < b ? -1 : 1));
  const shared = new Map<number, string[]>();
  let budget = postingBudget;
  for (const stem of byRarity) {
    const list = postings.get(stem) ?? [];
    budget -= list.length;
    if (budget < 0) break;
    for (const entry of list) {
      const found = shared.get(entry);
      if (found) found.push(stem);
      else shared.set(entry, [stem]);
    }
  }
  const weight = weigh(stems, rare);
  const scored: Alignment[] = [];
  for (const [at, found] of shared) {
    const entry = entries[at] as Entry;
    const score = balance(weigh(found, rare), weight, entry.weight);
    if (score >= leastScore) scored.push({ source: entry.source, sentence: entry.sentence, score, shared: found });
  }
  return scored
    .toSorted((a, b) => b.score - a.score || (a.source.id < b.source.id ? -1 : a.source.id > b.source.id ? 1 : a.sentence.start - b.sentence.start))
    .slice(0, keptPerSentence);
}
