import type { Document, Format } from "./document.ts";

/** Parses a draft or a source. Never throws: odd text yields fewer blocks. */
export function parseDocument(uri: string, text: string, format: Format = /\.(md|markdown)$/i.test(uri) ? "markdown" : "plain"): Document {
  return { uri, format, text, prose: text, blocks: [], sentences: [], markup: [], metadata: {} };
}
