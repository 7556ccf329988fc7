import { type Span, sentenceAt } from "../document/document.ts";
import type { Passage } from "../document/passage.ts";
import type { Quotation } from "./mentions.ts";
import { movedSpan, placedMention } from "./placing.ts";
import { markedSpans } from "./quotation-marks.ts";

export { bindSpeakers } from "./quotation-speakers.ts";

/** The outermost words in quotation marks of a passage, counted from its start; speakers are bound later. */
export function readQuotations({ document }: Passage): readonly MarkedQuotation[] {
  const [block] = document.blocks;
  if (!block || block.kind === "footnote") return [];
  return markedSpans(document.prose, block).map(({ start, end, content, closed, mark }) => ({
    quotation: {
      start,
      end,
      content,
      text: document.text.slice(start, end),
      sentence: sentenceAt(document, start)?.index ?? 0,
      fragment: isFragment(document.prose, content),
    },
    mark,
    closed,
    opens: !document.prose.slice(0, start).trim(),
  }));
}

/** A quotation with how its marks stand. */
export interface MarkedQuotation {
  readonly quotation: Quotation;
  readonly mark: string;
  /** False where the paragraph ended first. */
  readonly closed: boolean;
  /** Nothing stands before it in its paragraph. */
  readonly opens: boolean;
}

/** The quotations of all passages in their places, in text order; one that opens a paragraph goes on where the paragraph before left one open. */
export function placedQuotations(passages: readonly Passage[], marked: readonly (readonly MarkedQuotation[])[]): readonly Quotation[] {
  const found: Quotation[] = [];
  let open: { readonly block: number; readonly mark: string } | undefined;
  for (const [at, passage] of passages.entries()) {
    for (const { quotation, mark, closed, opens } of marked[at] as readonly MarkedQuotation[]) {
      const continued = opens && open?.block === passage.block - 1 && open.mark === mark;
      const placed = placedMention(quotation, passage);
      placed.content = movedSpan(quotation.content, passage.start);
      if (continued) placed.continues = found.length - 1;
      found.push(placed);
      open = closed ? undefined : { block: passage.block, mark };
    }
  }
  return found;
}

/** A phrase that starts in lower case, one to three words without a full stop, or a title in which every long word is capitalised. */
function isFragment(prose: string, content: Span): boolean {
  const words = prose.slice(content.start, content.end).match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [];
  const first = words[0] ?? "";
  if (/^\p{Ll}/u.test(first)) return true;
  if (/[.!?]\s*$/.test(prose.slice(content.start, content.end))) return false;
  if (words.length < 4) return true;
  return words.filter((word) => word.length > 3).every((word) => /^[\p{Lu}\p{N}]/u.test(word));
}
