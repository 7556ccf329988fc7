import type { Document } from "../document/document.ts";
import type { DateMention } from "./mentions.ts";

/** Time expressions, in text order; relative ones are resolved against `written` (ISO day) where known. */
export function readDates(_document: Document, _written: string | undefined): readonly DateMention[] {
  return [];
}
