import type { BlockKind, Markup, Span } from "./document.ts";

/** A block before its sentences are known. */
export interface OutlineBlock extends Span {
  readonly kind: BlockKind;
}

/** How a file is built, as its format tells: which characters are prose, cut into which blocks, and the markup beside them. All lists are in text order. */
export interface Outline {
  readonly visible: readonly Span[];
  readonly blocks: readonly OutlineBlock[];
  readonly markup: readonly Markup[];
  readonly code: readonly Span[];
}

/** The body of a file, ready for a reader of its format: comments and date stamp are filled with neutral characters, so that `filled.length` is the body's length. */
export interface Body {
  readonly filled: string;
  /** Offset of the body in the file. */
  readonly offset: number;
}
