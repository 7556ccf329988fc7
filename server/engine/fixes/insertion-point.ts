import type { Document, Sentence, Span } from "../document/document.ts";
import { abbreviations } from "../lexicon/ranks.ts";

/** Where a citation can go in, as offsets into the file's text. */
export interface SentenceEnd {
  /** In front of the final punctuation; at the very end where there is none that may be parted from its sentence ("…in the U.S.", "…the end.”"). */
  readonly before: number;
  /** Behind punctuation, closing quotation marks, closing markup and the markers that follow. */
  readonly after: number;
  /** The final punctuation; empty where there is none. */
  readonly stop: string;
  /** The sentence ends with a quotation, its stop inside the marks. */
  readonly quoted: boolean;
}

const closer = /["”’'»)\]]/;
const stopMark = /[.!?…]/;

const known = new WeakMap<Document, Map<Sentence, SentenceEnd>>();

/** Finds the end of a sentence in the text, whose markup the prose does not show; once, for all sources that it may cite. */
export function sentenceEnd(document: Document, sentence: Sentence): SentenceEnd {
  const ends = known.get(document) ?? new Map<Sentence, SentenceEnd>();
  known.set(document, ends);
  const end = ends.get(sentence) ?? endOf(document, sentence);
  ends.set(sentence, end);
  return end;
}

function endOf(document: Document, sentence: Sentence): SentenceEnd {
  const { prose, text } = document;
  let last = sentence.end;
  while (last > sentence.start && /\s/.test(prose[last - 1] as string)) last--;
  let mark = last;
  while (mark > sentence.start && closer.test(prose[mark - 1] as string)) mark--;
  let stop = mark;
  while (stop > sentence.start && stopMark.test(prose[stop - 1] as string)) stop--;
  const after = pastMarkup(document, last, Math.max(sentence.extent, last));
  const quoted = stop < mark && /["”’'»]/.test(prose.slice(mark, last));
  if (stop === mark || quoted || abbreviated(prose.slice(Math.max(sentence.start, stop - 12), mark)))
    return { before: after, after, stop: stop < mark ? text.slice(stop, mark) : "", quoted };
  let before = stop;
  while (before > sentence.start && /\s/.test(text[before - 1] as string)) before--;
  return { before, after, stop: text.slice(stop, mark), quoted };
}

/** Behind closing emphasis, links and footnote markers that touch the end. */
function pastMarkup(document: Document, from: number, limit: number): number {
  const { prose, text } = document;
  let at = from;
  while (at < limit && /\S/.test(text[at] as string) && /\s/.test(prose[at] as string)) at = Math.max(at + 1, endOfMarkup(document, at));
  return at;
}

/** The end of the markup that starts last before the offset, comments aside; 0 if there is none. */
function endOfMarkup({ markup }: Document, offset: number): number {
  let low = 0;
  let high = markup.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((markup[middle] as Span).start <= offset) low = middle + 1;
    else high = middle;
  }
  const found = markup[low - 1];
  return found && found.kind !== "comment" ? found.end : 0;
}

const abbreviated = (end: string): boolean => {
  if (!end.endsWith(".") || end.endsWith("..")) return false;
  if (/(?:^|[^\p{L}])\p{L}\.(?:\p{L}\.)*$/u.test(end) && /\p{L}\.\p{L}\.$/u.test(end)) return true;
  const word = /(\p{L}+)\.$/u.exec(end)?.[1]?.toLowerCase() ?? "";
  return abbreviations.has(word) || /^(?:inc|co|corp|ltd|etc|no|vs|jan|feb|aug|sept?|oct|nov|dec)$/.test(word);
};
