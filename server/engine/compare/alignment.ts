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
const postingBudget = 20_000;
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
  const asked: string[] = [];
  const met: number[] = [];
  let budget = postingBudget;
  const weighed = [...stems].map((stem) => ({ stem, rare: rarity.of(stem) })).sort((a, b) => b.rare - a.rare || (a.stem < b.stem ? -1 : 1));
  for (const { stem, rare } of weighed) {
    const holders = index.holders(stem);
    budget -= holders.length;
    if (budget < 0) break;
    asked.push(stem);
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
  const numbers = asked.map(numberOfStem);
  return bestOf(found, keptPerSentence, isBetterIn(index)).map(({ at, score }) => {
    const [source, theirs] = [sourceOf(at), index.stemsOf(at)];
    return { source, sentence: sentenceIn(source, positionOf(at)), score, shared: asked.filter((_, i) => theirs.includes(numbers[i] as number)) };
  });
}

/** A sentence of the index and its score. */
interface Scored {
  readonly at: number;
  readonly score: number;
}

/** Of equal scores the first by the source's id, then by place. */
const isBetterIn =
  ({ sourceOf, positionOf }: SentenceIndex) =>
  (a: Scored, b: Scored): boolean => {
    if (a.score !== b.score) return a.score > b.score;
    const [{ id: x }, { id: y }] = [sourceOf(a.at), sourceOf(b.at)];
    return x === y ? positionOf(a.at) < positionOf(b.at) : x < y;
  };

/** The same for the sentences of sources, whose stems the index knows. */
export function likenessTo(bag: ReadonlySet<string>, index: SentenceIndex): (source: Source, position: number) => number {
  const own = Array.from(bag, (stem) => numberOfStem(stem) ?? -1);
  const weight = index.rarity.weight(bag);
  return (source, position) => {
    const at = index.numberOf(source, position);
    const theirs = index.stemsOf(at);
    const [small, large] = own.length < theirs.length ? [own, theirs] : [theirs, own];
    let shared = 0;
    for (const stem of small) if (large.includes(stem)) shared += index.rarityOf(stem) ** 2;
    return shared ? balance(shared, weight, index.weightOf(at)) : 0;
  };
}
