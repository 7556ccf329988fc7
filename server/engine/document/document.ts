/** A stretch of a file's text. UTF-16 code units, half-open, counted from the start of the file as it is on disk. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export type Format = "markdown" | "plain";

/** What a block is. Only `paragraph`, `item` and `quote` are body prose; `footnote` blocks carry citations and no claims. */
export type BlockKind = "title" | "heading" | "paragraph" | "item" | "quote" | "footnote";

export interface Sentence extends Span {
  /** Position in `Document.sentences`. */
  readonly index: number;
  /** Position of its block in `Document.blocks`. */
  readonly block: number;
  /** Where the next sentence of the block starts (or the block ends): a citation after the full stop still belongs here. */
  readonly extent: number;
}

export interface Block extends Span {
  readonly index: number;
  readonly kind: BlockKind;
  readonly sentences: readonly Sentence[];
}

/**
 * Markup that later layers need, blanked out of the prose:
 * - `citation`: a whole Pandoc group, `[@id, p. 3; @id2]`; span covers the brackets
 * - `link`: `label` is the visible text (which stays prose), `url` the target
 * - `footnote-reference` `[^label]`, and `footnote-definition` with the span of its content
 * - `comment`: an HTML comment, or a plain-text line that starts with `#!`; `content` is what stands inside
 */
export type Markup =
  | ({ readonly kind: "citation" } & Span)
  | ({ readonly kind: "link"; readonly label: Span; readonly url: string } & Span)
  | ({ readonly kind: "footnote-reference"; readonly label: string } & Span)
  | ({ readonly kind: "footnote-definition"; readonly label: string; readonly content: Span } & Span)
  | ({ readonly kind: "comment"; readonly content: Span } & Span);

/** A value of the metadata, with the place where it stands (absent when it was not written but inferred). */
export interface Located<T> {
  readonly value: T;
  readonly span?: Span;
}

/** Where and when a text says it was filed: `TOKARI, March 4 -`. `year` only where written. */
export interface Dateline extends Span {
  readonly place?: string;
  readonly month?: number;
  readonly day?: number;
  readonly year?: number;
}

export interface Metadata {
  readonly id?: Located<string>;
  readonly title?: Located<string>;
  readonly publisher?: Located<string>;
  readonly author?: Located<string>;
  /** ISO day, `2031-05-14`. */
  readonly date?: Located<string>;
  readonly url?: Located<string>;
  /** ISO day on which the writer read it. */
  readonly accessed?: Located<string>;
  /** ISO day or date-time until which its publisher forbids to use it. */
  readonly embargoed?: Located<string>;
  /** The publisher's name of the story, the same for all its versions. */
  readonly guid?: Located<string>;
  readonly version?: Located<string>;
  readonly corpus?: Located<readonly string[]>;
  readonly dateline?: Dateline;
}

/**
 * A parsed draft or source: an immutable value.
 * Invariant: `prose.length === text.length`, and wherever `prose[i]` is not a blank, it equals `text[i]`
 * (what is not prose (markup, front matter, boilerplate) is blanked with spaces; line breaks stay).
 * So every offset into the prose is an offset into the file.
 */
export interface Document {
  readonly uri: string;
  readonly format: Format;
  readonly text: string;
  readonly prose: string;
  readonly blocks: readonly Block[];
  /** All sentences of all blocks, in order. */
  readonly sentences: readonly Sentence[];
  readonly markup: readonly Markup[];
  readonly metadata: Metadata;
}

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;
/** The prose of a span, white space folded: what a reader sees. */
export const proseOf = (document: Document, span: Span): string => document.prose.slice(span.start, span.end).replace(/\s+/g, " ").trim();

/** The sentence that holds the offset (its extent included), by binary search; undefined between blocks. */
export function sentenceAt(document: Document, offset: number): Sentence | undefined {
  const { sentences } = document;
  let low = 0;
  let high = sentences.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const sentence = sentences[middle] as Sentence;
    if (offset < sentence.start) high = middle - 1;
    else if (offset >= Math.max(sentence.extent, sentence.end)) low = middle + 1;
    else return sentence;
  }
  return undefined;
}
