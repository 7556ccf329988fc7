import type { Corpus } from "../corpus/corpus.ts";
import { derived } from "../corpus/derived.ts";
import type { Source } from "../corpus/source.ts";
import type { Steps } from "../corpus/steps.ts";
import type { Quotation } from "../extract/mentions.ts";
import { type QuoteWord, quoteWords } from "./quote-words.ts";

/** What a source quotes in one go: the quotations of a paragraph that follow on one another, speaker tags between them left out. */
export interface Utterance {
  readonly source: Source;
  readonly quotations: readonly Quotation[];
}

/** Its words. Not kept: of thousands of sources a draft's quotation meets a handful. */
export const wordsOf = ({ source, quotations }: Utterance): readonly QuoteWord[] =>
  quotations.flatMap(({ content }) => quoteWords(source.reading.document, content));

interface UtteranceIndex {
  readonly utterances: readonly Utterance[];
  readonly byWord: ReadonlyMap<string, readonly number[]>;
}

const ofSource = new WeakMap<Source, readonly { readonly utterance: Utterance; readonly keys: readonly string[] }[]>();

export const corpusUtterances = derived(indexUtterances);

function* indexUtterances(corpus: Corpus): Steps<UtteranceIndex> {
  const utterances: Utterance[] = [];
  const byWord = new Map<string, number[]>();
  for (const source of corpus.sources) {
    for (const { utterance, keys } of utterancesOf(source)) {
      for (const key of keys) {
        const list = byWord.get(key);
        if (list) list.push(utterances.length);
        else byWord.set(key, [utterances.length]);
      }
      utterances.push(utterance);
    }
    yield;
  }
  return { utterances, byWord };
}

function utterancesOf(source: Source) {
  const known = ofSource.get(source);
  if (known) return known;
  const { document, quotations } = source.reading;
  const groups: Quotation[][] = [];
  quotations.forEach((quotation, at) => {
    const before = quotations[at - 1];
    const block = (q: Quotation) => document.sentences[q.sentence]?.block;
    const follows = before && (quotation.continues !== undefined || (block(before) === block(quotation) && before.speaker?.name === quotation.speaker?.name));
    if (follows) groups.at(-1)?.push(quotation);
    else groups.push([quotation]);
  });
  const utterances = groups.map((group) => {
    const utterance = { source, quotations: group };
    return { utterance, keys: [...new Set(wordsOf(utterance).map(({ key }) => key))] };
  });
  ofSource.set(source, utterances);
  return utterances;
}

const kept = 8;
const budget = 20_000;

/** The utterances of the corpus that share most with the words, rare words counting more. */
export function nearestUtterances(corpus: Corpus, words: readonly QuoteWord[]): readonly Utterance[] {
  const { utterances, byWord } = corpusUtterances.of(corpus);
  const keys = [...new Set(words.map((word) => word.key))].map((key) => ({ key, list: byWord.get(key) ?? [] }));
  const scores = new Map<number, number>();
  let left = budget;
  for (const { list } of keys.toSorted((a, b) => a.list.length - b.list.length || (a.key < b.key ? -1 : 1))) {
    left -= list.length;
    if (left < 0) break;
    const weight = Math.log(1 + utterances.length / (list.length + 0.5));
    for (const at of list) scores.set(at, (scores.get(at) ?? 0) + weight);
  }
  return [...scores]
    .toSorted((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, kept)
    .map(([at]) => utterances[at] as Utterance);
}
