import type { Corpus } from "../corpus/corpus.ts";
import { derived } from "../corpus/derived.ts";
import type { Source } from "../corpus/source.ts";
import type { Steps } from "../corpus/steps.ts";
import type { Quotation } from "../extract/mentions.ts";
import { lastNotAbove } from "./ascending.ts";
import { bestOf } from "./best.ts";
import { type QuoteWord, quoteWords } from "./quote-words.ts";

/** What a source quotes in one go: the quotations of a paragraph that follow on one another, speaker tags between them left out. */
export interface Utterance {
  readonly source: Source;
  readonly quotations: readonly Quotation[];
}

/** Its words. Not kept: of thousands of sources a draft's quotation meets a handful. */
export const wordsOf = ({ source, quotations }: Utterance): readonly QuoteWord[] =>
  quotations.flatMap(({ content }) => quoteWords(source.reading.document, content));

/** Utterances are told by numbers. */
interface UtteranceIndex {
  readonly count: number;
  readonly sourceOf: (utterance: number) => Source;
  readonly utteranceAt: (utterance: number) => Utterance;
  readonly byWord: ReadonlyMap<string, readonly number[]>;
  /** Room for one number an utterance, all zero between two look-ups. */
  readonly scores: Float64Array;
}

export const corpusUtterances = derived(indexUtterances);

function* indexUtterances({ sources }: Corpus): Steps<UtteranceIndex> {
  const byWord = new Map<string, number[]>();
  const sourceAt: number[] = [];
  /** The position of its first quotation. */
  const fromAt: number[] = [];
  for (const [at, source] of sources.entries()) {
    let from = 0;
    for (const quotations of groupsIn(source)) {
      for (const key of new Set(wordsOf({ source, quotations }).map((word) => word.key))) {
        const list = byWord.get(key);
        if (list) list.push(sourceAt.length);
        else byWord.set(key, [sourceAt.length]);
      }
      sourceAt.push(at);
      fromAt.push(from);
      from += quotations.length;
    }
    yield;
  }
  return {
    count: sourceAt.length,
    byWord,
    scores: new Float64Array(sourceAt.length),
    sourceOf: (utterance) => sources[sourceAt[utterance] as number] as Source,
    utteranceAt: (utterance) => {
      const source = sources[sourceAt[utterance] as number] as Source;
      const to = sourceAt[utterance + 1] === sourceAt[utterance] ? fromAt[utterance + 1] : undefined;
      return { source, quotations: source.reading.quotations.slice(fromAt[utterance], to) };
    },
  };
}

/** Its quotations, those of one utterance together. */
function groupsIn({ reading: { document, quotations } }: Source): readonly (readonly Quotation[])[] {
  const groups: Quotation[][] = [];
  quotations.forEach((quotation, at) => {
    const before = quotations[at - 1];
    const block = (q: Quotation) => document.sentences[q.sentence]?.block;
    const follows = before && (quotation.continues !== undefined || (block(before) === block(quotation) && before.speaker?.name === quotation.speaker?.name));
    if (follows) groups.at(-1)?.push(quotation);
    else groups.push([quotation]);
  });
  return groups;
}

/** An utterance that shares words with a quotation. */
export interface NearUtterance {
  readonly source: Source;
  /** The share of the quotation's words that it may have. */
  readonly most: number;
  readonly utterance: () => Utterance;
}

const isAmong = (ascending: readonly number[], number: number): boolean => ascending[lastNotAbove(ascending, number)] === number;

const kept = 8;
const budget = 6000;

/** The utterances of the corpus that share most with the words, rare words counting more. */
export function nearestUtterances(corpus: Corpus, words: readonly QuoteWord[]): readonly NearUtterance[] {
  const { count, sourceOf, utteranceAt, byWord, scores } = corpusUtterances.of(corpus);
  const keys = [...new Set(words.map((word) => word.key))].map((key) => ({ key, list: byWord.get(key) ?? [] }));
  const met: number[] = [];
  const asked = new Map<string, readonly number[]>();
  let left = budget;
  for (const { key, list } of keys.toSorted((a, b) => a.list.length - b.list.length || (a.key < b.key ? -1 : 1))) {
    left -= list.length;
    if (left < 0) break;
    asked.set(key, list);
    const weight = Math.log(1 + count / (list.length + 0.5));
    for (const at of list) {
      if (!scores[at]) met.push(at);
      scores[at] = (scores[at] as number) + weight;
    }
  }
  const scoreOf = (at: number): number => scores[at] as number;
  const best = bestOf(met, kept, (a, b) => scoreOf(a) > scoreOf(b) || (scoreOf(a) === scoreOf(b) && a < b));
  for (const at of met) scores[at] = 0;
  const mayHave = (at: number) => words.filter(({ key }) => !asked.has(key) || isAmong(asked.get(key) as readonly number[], at)).length;
  return best.map((at) => ({ source: sourceOf(at), most: mayHave(at) / words.length, utterance: () => utteranceAt(at) }));
}
