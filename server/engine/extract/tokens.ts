import type { Document, Sentence, Span } from "../document/document.ts";
import { matchesOf } from "../document/matches.ts";

/** A word, number or punctuation mark of a sentence. */
export interface Token extends Span {
  readonly text: string;
  readonly lower: string;
  readonly kind: "word" | "number" | "mark";
}

/** "R2.7 million" and "Rs400" are a currency and a number, "R2" and "N7" are words. */
const letters =
  "(?:[RNKP](?=\\d[\\d.,]*\\s?(?:million|billion|trillion|crore|lakh|bn|mn|tn|m)\\b(?!-)|\\d{1,3}(?:,\\d{3})+\\b)|(?:Rs|K[Ss]h|Shs?|[UT]Sh|RM|Rp|Tk)(?=\\d))";
const pattern = new RegExp(`(\\d(?:[\\d.,]*\\d)?)|(${letters}|[\\p{L}\\p{M}](?:[\\p{L}\\p{M}\\p{N}]|['’.&-](?=[\\p{L}\\p{M}\\p{N}]))*)|\\S`, "gu");
const known = new WeakMap<Document, (readonly Token[])[]>();

/**
 * The tokens of a sentence; "U.S.", "Hamas's" and "well-armed" are one each. Figures, attributions and claims ask for the same: they are kept as long as
 * the document is, and of a source's passages that is until it has been read.
 */
export function tokensOf(document: Document, sentence: Sentence): readonly Token[] {
  let bySentence = known.get(document);
  if (!bySentence) {
    bySentence = [];
    known.set(document, bySentence);
  }
  bySentence[sentence.index] ??= tokenize(document.prose.slice(sentence.start, sentence.end), sentence.start);
  return bySentence[sentence.index] as readonly Token[];
}

/** The words of the tokens from `from` to `to` (exclusive), lower-case, by a space: as tables of phrases have them. */
export function wordsOf(tokens: readonly Token[], from: number, to: number): string {
  let words = (tokens[from] as Token).lower;
  for (let at = from + 1; at < to; at++) words += ` ${(tokens[at] as Token).lower}`;
  return words;
}

/** The tokens of a stretch of prose that stands at an offset. */
export function tokenize(prose: string, offset: number): readonly Token[] {
  const tokens: Token[] = [];
  for (const match of matchesOf(pattern, prose)) {
    const text = match[0];
    const start = offset + match.index;
    const lower = text.toLowerCase();
    tokens.push({
      text,
      lower: lower.includes("’") ? lower.replaceAll("’", "'") : lower,
      start,
      end: start + text.length,
      kind: match[1] ? "number" : match[2] ? "word" : "mark",
    });
  }
  return tokens;
}
