import type { Document } from "../document/document.ts";
import type { Attribution, Name, Quotation } from "./mentions.ts";

export function readAttributions(_document: Document, _names: readonly Name[], _quotations: readonly Quotation[]): readonly Attribution[] {
  return [];
}
