import type { Claim } from "../claims/claim.ts";
import type { Span } from "../document/document.ts";
import type { Reading } from "../extract/mentions.ts";

/** How a source's date was found: `metadata` (front matter, stamp line, byline), `text` (its text shows another day than its stamp, or it has none), or `unknown`. */
export type DatingBasis = "metadata" | "dateline" | "text" | "unknown";

/** Where in its file a stretch of extracted text stands, in words: "page 3", "paragraph 12". */
export interface Place extends Span {
  readonly label: string;
}

/** What a publisher or a bibliography says of an article beyond its text. */
export interface Provenance {
  /** The publisher's name of the story, the same for all its versions. */
  readonly guid?: string;
  readonly version?: string;
  /** Withdrawn by its publisher: what it says must not be used. */
  readonly withdrawn?: "canceled" | "withheld";
  /** Not to be published before this ISO date-time. */
  readonly embargoed?: string;
  /** The ISO day on which the writer read it. */
  readonly accessed?: string;
  /** Present where the text was extracted from another format: its offsets are none of the file's. In text order. */
  readonly places?: readonly Place[];
}

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
  readonly provenance?: Provenance;
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

/** Where in its file the offset of an extracted text stands; undefined where the text is the file itself. */
export const placeInFile = ({ provenance }: Source, offset: number): string | undefined => provenance?.places?.findLast(({ start }) => start <= offset)?.label;
