import type { Document } from "../document/document.ts";
import type { Attribution, Quotation } from "./mentions.ts";

export function readQuotations(_document: Document): readonly Quotation[] {
  return [];
}

/** The quotations again, each with the speaker that an attribution gives it. */
export function bindSpeakers(_document: Document, quotations: readonly Quotation[], _attributions: readonly Attribution[]): readonly Quotation[] {
  return quotations;
}
