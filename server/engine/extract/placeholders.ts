import type { Document } from "../document/document.ts";
import type { Placeholder } from "./mentions.ts";

export function readPlaceholders(_document: Document): readonly Placeholder[] {
  return [];
}
