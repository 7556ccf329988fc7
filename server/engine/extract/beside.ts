import type { Document, Span } from "../document/document.ts";
import type { Passage } from "../document/passage.ts";
import type { Citation, Mention, OwnSource, Quotation, Reading } from "./mentions.ts";
import { moved } from "./placing.ts";

/** What of a passage's reading only the whole text tells: who speaks its quotations, and which sources its markers and comments name. */
export type Beside = Pick<Reading, "quotations" | "citations" | "ownSources">;

/** For each passage its quotations, citations and own sources, counted from its start: the same object as long as they say the same. */
export function besidePassages(
  passages: readonly Passage[],
  document: Document,
  quotations: readonly Quotation[],
  citations: readonly Citation[],
  ownSources: readonly OwnSource[],
): readonly Beside[] {
  const quoted = byBlock(document, quotations);
  const cited = byBlock(document, citations);
  let first = 0;
  return passages.map((passage) => {
    const { shelf, start, sentence, block, document: own } = passage;
    const span = { start, end: start + own.text.length };
    const lists: Beside = {
      quotations: (quoted.get(block) ?? none).map((quotation) => relativeQuotation(quotation, passage, first)),
      citations: (cited.get(block) ?? none).map((citation) => ({
        ...moved(citation, -start),
        sentence: citation.sentence - sentence,
        keySpan: moved(citation.keySpan, -start),
      })),
      ownSources: ownSources.filter(({ covers }) => meets(covers, span)).map((source) => ({ ...moved(source, -start), covers: moved(source.covers, -start) })),
    };
    first += lists.quotations.length;
    const isEmpty = !lists.quotations.length && !lists.citations.length && !lists.ownSources.length;
    return shelf.keep("beside", [isEmpty ? "" : JSON.stringify(lists)], () => lists);
  });
}

const none: readonly never[] = [];
const meets = (a: Span, b: Span): boolean => a.start <= b.end && b.start <= a.end;

function relativeQuotation(quotation: Quotation, { start, sentence }: Passage, first: number): Quotation {
  const { speaker, continues } = quotation;
  return {
    ...moved(quotation, -start),
    sentence: quotation.sentence - sentence,
    content: moved(quotation.content, -start),
    ...(speaker && { speaker: moved(speaker, -start) }),
    ...(continues !== undefined && { continues: continues - first }),
  };
}

function byBlock<M extends Mention>({ sentences }: Document, mentions: readonly M[]): ReadonlyMap<number, readonly M[]> {
  const found = new Map<number, M[]>();
  for (const mention of mentions) {
    const block = sentences[mention.sentence]?.block ?? 0;
    const list = found.get(block);
    if (list) list.push(mention);
    else found.set(block, [mention]);
  }
  return found;
}
