import { type Document, overlaps, type Span } from "../document/document.ts";
import type { Passage } from "../document/passage.ts";
import type { Citation, Mention, OwnSource, Quotation, Reading } from "./mentions.ts";
import { moved, movedSpan } from "./placing.ts";

/** What of a passage's reading only the whole text tells: who speaks its quotations, which sources its markers and comments name, and whether it stands in a list that somebody is said to have told. */
export type Beside = Pick<Reading, "quotations" | "citations" | "ownSources" | "ledIn">;

const nothing: Beside = { quotations: [], citations: [], ownSources: [], ledIn: [] };

/** For each passage its quotations, citations and own sources, counted from its start: the same object as long as they say the same. */
export function besidePassages(passages: readonly Passage[], document: Document, { quotations, citations, ownSources, ledIn }: Beside): readonly Beside[] {
  const quoted = byBlock(document, quotations);
  const cited = byBlock(document, citations);
  let first = 0;
  return passages.map((passage) => {
    const { shelf, start, block, document: own } = passage;
    const span = { start, end: start + own.text.length };
    const here = quoted.get(block) ?? nothing.quotations;
    const before = first;
    first += here.length;
    const markers = cited.get(block) ?? nothing.citations;
    const covering = ownSources.length ? ownSources.filter(({ covers }) => meets(covers, span)) : nothing.ownSources;
    const leading = ledIn.filter((list) => overlaps(list, span));
    if (!here.length && !markers.length && !covering.length && !leading.length) return nothing;
    // What the passage's own words do not tell.
    const said = [
      ...here.map((one) => saidOf(one, start, before)),
      ...markers.map((one) => namedBy(one, start)),
      ...covering.map((one) => coveredBy(one, start)),
      ...leading.map(() => "led in"),
    ];
    return shelf.keep("beside", [said.join("\n")], () => ({
      quotations: here.map((quotation) => relativeQuotation(quotation, passage, before)),
      citations: markers.map((citation) => relativeCitation(citation, passage)),
      ownSources: covering.map((source) => ({ ...moved(source, -start), covers: moved(source.covers, -start) })),
      // All of the passage is in the list.
      ledIn: leading.length ? [{ start: 0, end: own.text.length }] : nothing.ledIn,
    }));
  });
}

const saidOf = ({ speaker, continues }: Quotation, by: number, first: number): string =>
  `${continues === undefined ? "" : continues - first}\t${speaker ? `${speaker.start - by}\t${speaker.end - by}\t${speaker.kind}\t${speaker.name}\t${speaker.words}` : ""}`;

const namedBy = ({ start, end, keySpan, kind, key, locator, loose }: Citation, by: number): string =>
  `${kind}\t${start - by}\t${end - by}\t${keySpan.start - by}\t${keySpan.end - by}\t${loose ?? ""}\t${key}\t${locator ?? ""}`;

const coveredBy = ({ start, end, covers, note }: OwnSource, by: number): string =>
  `own\t${start - by}\t${end - by}\t${covers.start - by}\t${covers.end - by}\t${note}`;

const meets = (a: Span, b: Span): boolean => a.start <= b.end && b.start <= a.end;

function relativeQuotation(quotation: Quotation, { start, sentence }: Passage, first: number): Quotation {
  const copy = moved(quotation, -start);
  copy.sentence -= sentence;
  copy.content = movedSpan(quotation.content, -start);
  if (quotation.speaker) copy.speaker = moved(quotation.speaker, -start);
  if (quotation.continues !== undefined) copy.continues = quotation.continues - first;
  return copy;
}

function relativeCitation(citation: Citation, { start, sentence }: Passage): Citation {
  const copy = moved(citation, -start);
  copy.sentence -= sentence;
  copy.keySpan = movedSpan(citation.keySpan, -start);
  return copy;
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
