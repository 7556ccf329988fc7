import type { Block, Document } from "../document/document.ts";
import { sentenceAt } from "../document/document.ts";
import type { Quotation } from "./mentions.ts";
import { type MarkedSpan, markedSpans } from "./quotation-marks.ts";

export { bindSpeakers } from "./quotation-speakers.ts";

/** Words in quotation marks, in text order, nested ones inside their outer quotation. Speakers are bound later. */
export function readQuotations(document: Document): readonly Quotation[] {
  const found: Quotation[] = [];
  let open: { readonly block: Block; readonly mark: string } | undefined;
  for (const block of document.blocks) {
    if (block.kind === "footnote") continue;
    for (const marked of markedSpans(document.prose, block)) {
      const continued = open && open.block.index === block.index - 1 && open.mark === marked.mark && !document.prose.slice(block.start, marked.start).trim();
      found.push({
        start: marked.start,
        end: marked.end,
        content: marked.content,
        text: document.text.slice(marked.start, marked.end),
        sentence: sentenceAt(document, marked.start)?.index ?? block.sentences[0]?.index ?? 0,
        fragment: isFragment(document.prose, marked),
        ...(continued && { continues: found.length - 1 }),
      });
      open = marked.closed ? undefined : { block, mark: marked.mark };
    }
  }
  return found;
}

/** A phrase that starts in lower case, one to three words without a full stop, or a title in which every long word is capitalised. */
function isFragment(prose: string, { content }: MarkedSpan): boolean {
  const words = prose.slice(content.start, content.end).match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [];
  const first = words[0] ?? "";
  if (/^\p{Ll}/u.test(first)) return true;
  if (/[.!?]\s*$/.test(prose.slice(content.start, content.end))) return false;
  if (words.length < 4) return true;
  return words.filter((word) => word.length > 3).every((word) => /^[\p{Lu}\p{N}]/u.test(word));
}
