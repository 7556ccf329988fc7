import type { Document } from "../document/document.ts";
import type { OwnSource, Suppression } from "./mentions.ts";

export function readSuppressions(_document: Document): readonly Suppression[] {
  return [];
}

export function readOwnSources(_document: Document): readonly OwnSource[] {
  return [];
}
