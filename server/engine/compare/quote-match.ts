import type { Corpus } from "../corpus/corpus.ts";
import type { Source } from "../corpus/source.ts";
import type { Span } from "../document/document.ts";
import { eachKept } from "../document/kept-lists.ts";
import type { Quotation, Reading } from "../extract/mentions.ts";
import { moved } from "../extract/placing.ts";
import { stopWords } from "../lexicon/stop-words.ts";
import { shelfOf } from "./by-passage.ts";
import { type QuoteWord, quoteParts, quoteWords } from "./quote-words.ts";
import { areDifferent } from "./same-speaker.ts";
import { nearestUtterances, type Utterance, wordsOf } from "./utterances.ts";
import { alignWords, find, type WordAlignment } from "./word-alignment.ts";

/** A draft's quotation word for word as in a source, or close to it. */
export type QuoteMatch =
  | {
      readonly kind: "exact";
      /** Long and particular enough that two people would hardly say the same. */
      readonly distinctive: boolean;
      readonly utterances: readonly { readonly utterance: Utterance; readonly quotation: Quotation }[];
    }
  | { readonly kind: "garbled"; readonly utterance: Utterance; readonly quotation: Quotation; readonly parts: readonly GarbledPart[] };

/** One stretch of the draft's quotation, with the words of the source that it stands for. */
export interface GarbledPart {
  readonly words: readonly QuoteWord[];
  readonly theirs: readonly QuoteWord[];
}

const fewestWords = 4;
/** So much alike, it is the same quotation even if another person is said to have said it. */
const certain = 0.85;
const leastShared = 0.62;
const content = ({ key }: QuoteWord): boolean => !stopWords.has(key) && key.length > 1;

const known = new WeakMap<Reading, ReadonlyMap<Quotation, QuoteMatch>>();

/** What the corpus has of a draft's quotation; undefined where it has nothing like it, or where the quotation is too short to tell. */
export function matchQuote(draft: Reading, quotation: Quotation, corpus: Corpus): QuoteMatch | undefined {
  let matches = known.get(draft);
  if (!matches) {
    matches = new Map(matchesOf(draft, corpus));
    known.set(draft, matches);
  }
  return matches.get(quotation);
}

function matchesOf(draft: Reading, corpus: Corpus): (readonly [Quotation, QuoteMatch])[] {
  const { quotations, document } = draft;
  const said = quotations.map(({ start, end, speaker }) => `${speaker?.kind} ${speaker?.name} ${speaker?.words} ${document.prose.slice(start, end)}`);
  const matches = eachKept(shelfOf(draft), "quotes", [said], [corpus], (at) => {
    const quotation = quotations[at] as Quotation;
    return { start: quotation.start, match: compareQuote(draft, quotation, corpus) };
  });
  return matches.flatMap(({ start, match }, at) => {
    const quotation = quotations[at] as Quotation;
    return match ? [[quotation, placed(match, quotation.start - start)] as const] : [];
  });
}

/** A match where its quotation has moved. */
function placed(match: QuoteMatch, by: number): QuoteMatch {
  if (match.kind !== "garbled" || by === 0) return match;
  return { ...match, parts: match.parts.map(({ words, theirs }) => ({ words: words.map((word) => moved(word, by)), theirs })) };
}

function compareQuote(draft: Reading, quotation: Quotation, corpus: Corpus): QuoteMatch | undefined {
  const parts = quoteParts(draft.document, quotation.content);
  const words = parts.flat();
  if (words.length < fewestWords || !words.some(content)) return undefined;
  const all = nearestUtterances(corpus, words);
  const near = all
    .filter(({ most }) => most >= leastShared)
    .map(({ utterance }) => utterance())
    .map((utterance) => ({ utterance, theirs: wordsOf(utterance) }));
  const exact = near.flatMap(({ utterance, theirs }) => {
    const place = placesOf(parts, theirs);
    return place === undefined ? [] : [{ utterance, quotation: quotationAt(utterance, theirs[place]) }];
  });
  const spoken = exact.filter(({ utterance: { source }, quotation: { sentence } }) => !isTitle(source, sentence));
  const distinctive = words.length >= 8 || (words.length >= 6 && words.filter(content).length >= 2);
  if (exact.length) return { kind: "exact", distinctive, utterances: spoken.length ? spoken : exact };
  const best = near
    .flatMap(({ utterance, theirs }) => {
      if (!mayBeClose(words, theirs)) return [];
      const alignment = alignWords(words, theirs);
      return alignment && isClose(words, alignment) ? [{ utterance, theirs, alignment, quotation: quotationAt(utterance, theirs[alignment.from]) }] : [];
    })
    .filter(({ alignment, ...found }) => alignment.pairs.length / words.length >= certain || !areDifferent(quotation.speaker, found.quotation.speaker))
    .toSorted((a, b) => b.alignment.pairs.length - a.alignment.pairs.length)[0];
  if (!best || all.some(({ source }) => standsIn(source, parts))) return undefined;
  return { kind: "garbled", utterance: best.utterance, quotation: best.quotation, parts: partsOf(parts, best.theirs, best.alignment) };
}

/** A quotation that is right but for a misspelt name, which is a mistake of its own. */
export const differsOnlyAt = (misspelt: readonly { readonly span: Span }[], match: QuoteMatch): boolean =>
  match.kind === "garbled" &&
  match.parts.every(
    ({ words, theirs }) =>
      words.length === theirs.length &&
      words.every((word, at) => word.key === theirs[at]?.key || misspelt.some(({ span }) => span.start <= word.start && word.end <= span.end)),
  );

/** A title quotes without saying whom. */
function isTitle({ reading: { document } }: Source, sentence: number): boolean {
  const kind = document.blocks[document.sentences[sentence]?.block ?? -1]?.kind;
  return kind === "title" || kind === "heading";
}

/** Where the first part stands, if all parts stand in the utterance word for word and in order. */
function placesOf(parts: readonly (readonly QuoteWord[])[], words: readonly QuoteWord[]): number | undefined {
  let from = 0;
  let first: number | undefined;
  for (const part of parts) {
    const at = find(part, words, from);
    if (at < 0) return undefined;
    first ??= at;
    from = at + part.length;
  }
  return first;
}

/** The quotation of an utterance in which a word of it stands: its speaker is the one who counts. */
const quotationAt = ({ quotations }: Utterance, word: QuoteWord | undefined): Quotation =>
  quotations.find(({ start, end }) => word && word.start >= start && word.start < end) ?? (quotations[0] as Quotation);

function mayBeClose(words: readonly QuoteWord[], theirs: readonly QuoteWord[]): boolean {
  const keys = new Set(theirs.map(({ key }) => key));
  return words.filter(({ key }) => keys.has(key)).length / words.length >= leastShared;
}

/** At least two thirds of the words in the same order, close together, and among them words that mean something. */
function isClose(words: readonly QuoteWord[], { pairs, from, to }: WordAlignment): boolean {
  const shared = pairs.length;
  const meaning = pairs.filter(([at]) => content(words[at] as QuoteWord)).length;
  if (words.length < 6)
    return (
      shared >= words.length - 1 && shared >= fewestWords - 1 && to - from <= words.length + 1 && meaning >= 1 && words.filter(content).length - meaning <= 1
    );
  if (shared >= words.length - 1 && to - from <= words.length + 1 && meaning >= 1) return true;
  return shared / words.length >= leastShared && shared / (to - from) >= leastShared && meaning >= 2 && meaning / words.filter(content).length >= 0.5;
}

const bodies = new WeakMap<Source, string>();

/** Whether a source has the words anywhere, in quotation marks or not. */
function standsIn(source: Source, parts: readonly (readonly QuoteWord[])[]): boolean {
  let body = bodies.get(source);
  if (body === undefined) {
    const { document } = source.reading;
    body = ` ${quoteWords(document, { start: 0, end: document.prose.length })
      .map(({ key }) => key)
      .join(" ")} `;
    bodies.set(source, body);
  }
  const all = body;
  return parts.every((part) => all.includes(` ${part.map(({ key }) => key).join(" ")} `));
}

/** What each part stands for: from its first to its last shared word, and as many words further on either side as it has words there that are not shared. */
function partsOf(parts: readonly QuoteWord[][], theirs: readonly QuoteWord[], { pairs }: WordAlignment): readonly GarbledPart[] {
  let offset = 0;
  return parts.flatMap((words) => {
    const [start, end] = [offset, offset + words.length];
    offset = end;
    const own = pairs.filter(([at]) => at >= start && at < end);
    const first = own[0];
    const last = own.at(-1);
    if (!first || !last) return [];
    const from = Math.max(0, first[1] - (first[0] - start));
    const to = Math.min(theirs.length, last[1] + 1 + (end - 1 - last[0]));
    return [{ words, theirs: theirs.slice(from, to) }];
  });
}
