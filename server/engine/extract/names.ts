import type { Document } from "../document/document.ts";
import type { DateMention, Name } from "./mentions.ts";

export function readNames(_document: Document, _dates: readonly DateMention[]): readonly Name[] {
  return [];
}
