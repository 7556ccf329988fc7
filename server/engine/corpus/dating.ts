import type { Document } from "../document/document.ts";
import type { Corpus } from "./corpus.ts";
import type { DatingBasis } from "./source.ts";

export interface Dating {
  /** ISO day of writing. */
  readonly date?: string;
  readonly basis: DatingBasis;
  /** ISO day of the stamp, where there is one. */
  readonly stamped?: string;
}

/** When a source was written: its metadata, unless the text shows that it is older than its stamp (RULES.md "As-of date"). */
export function dateSource(document: Document): Dating {
  const stamped = document.metadata.date?.value;
  return stamped ? { date: stamped, basis: "metadata", stamped } : { basis: "unknown" };
}

/** The draft's ISO day: metadata, else its dateline with the year that the corpus suggests, else unknown. */
export function dateDraft(document: Document, _corpus: Corpus): string | undefined {
  return document.metadata.date?.value;
}
