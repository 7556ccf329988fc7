import { leadingAbbreviations, trailingAbbreviations } from "./abbreviations.ts";
import { monthAbbreviations } from "../../lexicon/months.ts";
import { sentenceOpeners } from "../../lexicon/sentence-openers.ts";
import type { Span } from "../document.ts";

/** `extent` reaches to the next sentence: a citation after the full stop still belongs to the one before it. */
export interface SentenceSpan extends Span {
  readonly extent: number;
}

const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });
/** Intl.Segmenter is quadratic in its input on Node 20: longer paragraphs are handed to it in pieces. */
const longestPiece = 4000;

/** The sentences of one block of prose, in order. Line breaks inside a block are no borders: text may be hard-wrapped. */
export function splitSentences(prose: string, block: Span): readonly SentenceSpan[] {
  const cuts: number[] = [];
  for (const piece of pieces(prose, block)) {
    if (piece.start > block.start) cuts.push(piece.start);
    const text = prose.slice(piece.start, piece.end).replace(/[\r\n]/g, " ");
    for (const { index } of segmenter.segment(text)) {
      if (index > 0 && isBorder(text.slice(Math.max(0, index - 40), index), text.slice(index, index + 40))) cuts.push(piece.start + index);
    }
  }
  const borders = [block.start, ...cuts, block.end];
  const spans: SentenceSpan[] = [];
  for (let i = 0; i + 1 < borders.length; i++) {
    const [from, extent] = [borders[i] as number, borders[i + 1] as number];
    const text = prose.slice(from, extent);
    if (text.trim()) spans.push({ start: from + text.length - text.trimStart().length, end: from + text.trimEnd().length, extent });
  }
  return spans;
}

function* pieces(prose: string, { start, end }: Span): Generator<Span> {
  let from = start;
  while (end - from > longestPiece) {
    const to = safeCut(prose, from, from + longestPiece);
    yield { start: from, end: to };
    from = to;
  }
  yield { start: from, end };
}

/** The last place before `to` where a sentence surely ends; else the last space; else `to`. */
function safeCut(prose: string, from: number, to: number): number {
  const window = prose.slice(from, to);
  const ends = [...window.matchAll(/\p{Ll}{3}[.!?]["”’]?\s+(?=["“‘]?\p{Lu}\p{Ll})/gu)];
  const last = ends.at(-1);
  if (last && last.index > 0) return from + last.index + last[0].length;
  const space = window.lastIndexOf(" ");
  return space > 0 ? from + space + 1 : to;
}

/** Whether the segmenter's border is one: not after an abbreviation, not before a word that goes on in lower case. */
function isBorder(before: string, after: string): boolean {
  const next = after.trimStart();
  if (!next || /^[\p{Ll}”’)\],;]/u.test(next) || /^["'](?:\s|$)/.test(next)) return false;
  const left = before.trimEnd();
  if (!/[.!?…]["'”’)\]]*$/.test(left)) return false;
  const word = /([\p{L}.]+)\.["'”’)\]]*$/u.exec(left)?.[1];
  if (!word || /["”’)]$/.test(left)) return true;
  const key = word.toLowerCase().replace(/\./g, "");
  if (/^\p{Lu}$/u.test(word) || leadingAbbreviations.has(key)) return key === "no" && !/^\d/.test(next);
  if (monthAbbreviations.has(key)) return !/^\d/.test(next);
  if (trailingAbbreviations.has(key) && (word.includes(".") || key.length > 2))
    return sentenceOpeners.has(/^["“‘']?([\p{L}]+)/u.exec(next)?.[1]?.toLowerCase() ?? "") || /^["“]/.test(next);
  return true;
}
