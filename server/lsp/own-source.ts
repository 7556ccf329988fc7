import type { Document, Sentence } from "../engine/document/document.ts";
import type { Edit } from "../engine/finding.ts";
import { sentenceEnd } from "../engine/fixes/insertion-point.ts";

/** Stands where the writer names the source. */
export const ownSource = "who told me, and when";

/** A comment that names the writer's own source for the figures of a paragraph, with a place for who and when. */
export function ownSourceEdit(document: Document, sentence: Sentence): Edit | undefined {
  const words = `source: ${ownSource}`;
  const block = document.blocks[sentence.block];
  if (!block || block.kind === "title" || block.kind === "heading") return undefined;
  if (document.format === "markdown") {
    const { after } = sentenceEnd(document, sentence);
    return { start: after, end: after, newText: ` <!-- ${words} -->` };
  }
  const line = document.text.lastIndexOf("\n", block.start - 1) + 1;
  return { start: line, end: line, newText: `#! ${words}${document.text.includes("\r\n") ? "\r\n" : "\n"}` };
}
