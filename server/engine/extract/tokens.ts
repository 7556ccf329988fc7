import type { Document, Sentence, Span } from "../document/document.ts";

/** A word, number or punctuation mark of a sentence. */
export interface Token extends Span {
  readonly text: string;
  readonly lower: string;
  readonly kind: "word" | "number" | "mark";
}

const pattern = /(\d(?:[\d.,]*\d)?)|([\p{L}\p{M}](?:[\p{L}\p{M}\p{N}]|['’.&-](?=[\p{L}\p{M}\p{N}]))*)|\S/gu;
const cache = new WeakMap<Document, Map<number, readonly Token[]>>();

/** The tokens of a sentence; "U.S.", "Hamas's" and "well-armed" are one each. Computed once a document. */
export function tokensOf(document: Document, sentence: Sentence): readonly Token[] {
  const ofDocument = cache.get(document) ?? new Map<number, readonly Token[]>();
  if (!ofDocument.size) cache.set(document, ofDocument);
  let tokens = ofDocument.get(sentence.index);
  if (!tokens) {
    tokens = [...document.prose.slice(sentence.start, sentence.end).matchAll(pattern)].map((match) => ({
      text: match[0],
      lower: match[0].toLowerCase().replaceAll("’", "'"),
      start: sentence.start + match.index,
      end: sentence.start + match.index + match[0].length,
      kind: match[1] ? "number" : match[2] ? "word" : "mark",
    }));
    ofDocument.set(sentence.index, tokens);
  }
  return tokens;
}
