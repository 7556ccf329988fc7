import type { Document } from "../document/document.ts";
import type { Citation } from "./mentions.ts";

export function readCitations(_document: Document): readonly Citation[] {
  return [];
}
