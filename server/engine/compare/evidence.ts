import type { Source } from "../corpus/source.ts";
import type { Document, Span } from "../document/document.ts";
import type { Evidence } from "../finding.ts";
import type { Fact } from "./verdict.ts";

/** A source as a writer knows it: its id, and its date where that is known. */
export const cite = (source: Source): string => (source.date ? `${source.id} (${source.date})` : source.id);

/** The words of a fact as evidence: the sentence that states it. */
export function evidenceOf({ source, claim }: Fact, note?: string): Evidence {
  const { start, end } = claim.sentence;
  return {
    source: source.id,
    start,
    end,
    quote: source.reading.document.text.slice(start, end),
    note: note ?? `${cite(source)} has ${wording(source.reading.document, claim.figure)}`,
  };
}

/** Another place of the draft itself as evidence. */
export const draftEvidence = (document: Document, { start, end }: Span, note: string): Evidence => ({
  start,
  end,
  quote: document.text.slice(start, end),
  note,
});

/** A figure as it is written, with the words around it that make it readable. */
export function wording(document: Document, figure: Span & { readonly hedge?: Span; readonly noun?: Span }): string {
  const start = figure.hedge && figure.hedge.end <= figure.start && figure.start - figure.hedge.end < 3 ? figure.hedge.start : figure.start;
  const end = figure.noun && figure.noun.start >= figure.end && figure.noun.start - figure.end < 3 ? figure.noun.end : figure.end;
  return `“${document.prose.slice(start, end).replace(/\s+/g, " ").trim()}”`;
}
