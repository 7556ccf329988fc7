import type { Document, Sentence, Span } from "../document/document.ts";

/** A word, number or punctuation mark of a sentence. */
export interface Token extends Span {
  readonly text: string;
  readonly lower: string;
  readonly kind: "word" | "number" | "mark";
}

const pattern = /(\d(?:[\d.,]*\d)?)|([\p{L}\p{M}](?:[\p{L}\p{M}\p{N}]|['’.&-](?=[\p{L}\p{M}\p{N}]))*)|\S/gu;
/** The tokens of the document read last: figures, attributions and claims ask for the same. Of thousands of sources they would fill the memory. */
let latest: { readonly document: Document; readonly bySentence: Map<number, readonly Token[]> } | undefined;

/** The tokens of a sentence; "U.S.", "Hamas's" and "well-armed" are one each. */
export function tokensOf(document: Document, sentence: Sentence): readonly Token[] {
  if (latest?.document !== document) latest = { document, bySentence: new Map() };
  const known = latest.bySentence.get(sentence.index);
  if (known) return known;
  const tokens = tokenize(document.prose.slice(sentence.start, sentence.end), sentence.start);
  latest.bySentence.set(sentence.index, tokens);
  return tokens;
}

function tokenize(prose: string, offset: number): readonly Token[] {
  const tokens: Token[] = [];
  for (const match of prose.matchAll(pattern)) {
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
