import type { Claim } from "../claims/claim.ts";
import type { Reading } from "../extract/mentions.ts";

/** How a source's date was found: `metadata` (front matter, stamp line, byline), `text` (its text shows another day than its stamp, or it has none), or `unknown`. */
export type DatingBasis = "metadata" | "dateline" | "text" | "unknown";

/** One article of the corpus, read. Immutable. */
export interface Source {
  readonly id: string;
  readonly uri: string;
  readonly title?: string;
  readonly publisher?: string;
  readonly author?: string;
  readonly url?: string;
  /** The ISO day it was written, as far as can be told; its figures hold for that day. */
  readonly date?: string;
  readonly dateBasis: DatingBasis;
  /** The ISO day of its stamp: a publication date. It equals `date` unless the text shows that it is older. */
  readonly stamped?: string;
  readonly reading: Reading;
  readonly claims: readonly Claim[];
}

/** Something wrong with a source or a configuration: shown, never thrown. Lines and columns are 1-based. */
export interface Problem {
  readonly uri: string;
  readonly message: string;
  readonly line?: number;
  readonly column?: number;
}
