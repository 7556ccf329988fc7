import type { Corpus } from "../corpus/corpus.ts";
import { sentenceIn } from "../corpus/packed-source.ts";
import type { Source } from "../corpus/source.ts";
import type { Document, Sentence } from "../document/document.ts";
import { eachKept } from "../document/kept-lists.ts";
import type { Reading } from "../extract/mentions.ts";
import { bestOf } from "./best.ts";
import { shelfOf } from "./by-passage.ts";
import { meanings } from "./meanings.ts";
import { numberOfStem, type Rarity, type SentenceIndex, sentenceIndex } from "./sentence-index.ts";

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
const postingBudget = 4000;
/** Where the budget leaves words out, they decide between so many that the rarer words have found. */
const shortlist = 64;
const leastScore = 0.08;

const stemCache = new WeakMap<Document, readonly ReadonlySet<string>[]>();

/** The content stems of each sentence of a document, computed once. */
export function sentenceStems(document: Document): readonly ReadonlySet<string>[] {
  let stems = stemCache.get(document);
  if (!stems) {
    stems = document.sentences.map(({ start, end }) => stemsOf(document.prose.slice(start, end)));
    stemCache.set(document, stems);
  }
  return stems;
}

const stemsOf = (sentence: string): ReadonlySet<string> => new Set(meanings(sentence));

/** Likeness of two bags of stems: the mean of cosine and overlap coefficient, so that a shortened sentence still meets its model. */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>, { of, weight }: Rarity): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const stem of small) if (large.has(stem)) shared += of(stem) ** 2;
  return shared ? balance(shared, weight(a), weight(b)) : 0;
}

const balance = (shared: number, a: number, b: number): number => 0.5 * (shared / Math.sqrt(a * b) + shared / Math.min(a, b));

/** An edit changes one sentence of the draft, mostly: the others are aligned as they were. */
export function align(draft: Reading, corpus: Corpus): Alignments {
  const index = sentenceIndex.of(corpus);
  const { sentences, prose } = draft.document;
  const texts = sentences.map(({ start, end }) => prose.slice(start, end));
  const stems = eachKept(shelfOf(draft), "stems", [texts], [], (at) => stemsOf(texts[at] as string));
  stemCache.set(draft.document, stems);
  return eachKept(shelfOf(draft), "alignments", [stems], [index], (at) => alignmentsOf(stems[at] as ReadonlySet<string>, index));
}

function alignmentsOf(stems: ReadonlySet<string>, index: SentenceIndex): readonly Alignment[] {
  const { rarity, scores, sourceOf, positionOf } = index;
  const met: number[] = [];
  let budget = postingBudget;
  const weighed = Array.from(stems, (stem) => ({ stem, rare: rarity.of(stem) })).sort((a, b) => b.rare - a.rare || (a.stem < b.stem ? -1 : 1));
  for (const { stem, rare } of weighed) {
    const holders = index.holders(stem);
    budget -= holders.length;
    if (budget < 0) break;
    const square = rare ** 2;
    for (const at of holders) {
      if (!scores[at]) met.push(at);
      scores[at] = (scores[at] as number) + square;
    }
  }
  const weight = rarity.weight(stems);
  const found: Scored[] = [];
  for (const at of met) {
    const score = balance(scores[at] as number, weight, index.weightOf(at));
    scores[at] = 0;
    if (score >= leastScore) found.push({ at, score });
  }
  const likenessOf = likenessTo(stems, index);
  const listed = budget < 0 ? bestOf(found, shortlist, isBetter).map(({ at }) => ({ at, score: likenessOf(at) })) : found;
  const numbers = weighed.map(({ stem }) => numberOfStem(stem));
  return bestOf(listed, keptPerSentence, isBetter).map(({ at, score }) => {
    const [source, theirs] = [sourceOf(at), index.stemsOf(at)];
    const shared = weighed.flatMap(({ stem }, i) => (theirs.includes(numbers[i] as number) ? [stem] : []));
    return { source, sentence: sentenceIn(source, positionOf(at)), score, shared };
  });
}

/** A sentence of the index and its score. */
interface Scored {
  readonly at: number;
  readonly score: number;
}

/** Of equal scores the first by the source's id, then by place: as they are numbered. */
const isBetter = (a: Scored, b: Scored): boolean => a.score > b.score || (a.score === b.score && a.at < b.at);

/** The same for the sentences of sources by their numbers in the index, which knows their stems. */
export function likenessTo(bag: ReadonlySet<string>, { rarity, sharedOf, weightOf }: SentenceIndex): (sentence: number) => number {
  const stems = Uint32Array.from([...bag].flatMap((stem) => numberOfStem(stem) ?? [])).sort();
  const weight = rarity.weight(bag);
  return (at) => {
    const shared = sharedOf(at, stems);
    return shared ? balance(shared, weight, weightOf(at)) : 0;
  };
}
