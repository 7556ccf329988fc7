import type { Document, Span } from "../document/document.ts";
import type { Figure, Name } from "./mentions.ts";

/** Figures, in text order. `masked` (dates, placeholders) hold no figures. */
export function readFigures(_document: Document, _masked: readonly Span[], _names: readonly Name[]): readonly Figure[] {
  return [];
}
