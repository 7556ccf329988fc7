import type { Location } from "vscode-languageserver";
import { matchQuote } from "../engine/compare/quote-match.ts";
import { sourceOf } from "../engine/corpus/corpus.ts";
import type { Source } from "../engine/corpus/source.ts";
import type { Span } from "../engine/document/document.ts";
import type { Citation, Quotation } from "../engine/extract/mentions.ts";
import type { Converter } from "./convert.ts";
import type { CheckedDraft } from "./drafts.ts";
import { citationAt, figureAt, findingsAt, quotationAt } from "./here.ts";
import { locationIn } from "./source-location.ts";
import { bestOfEachSource, isTold } from "./told.ts";

/** From a citation to what its source says of the sentence's figures, or to its top; from a figure to the sentences that state it, best first; from a quotation to the same one; from any other finding to its evidence. */
export function definitions(draft: CheckedDraft, offset: number, convert: Converter): readonly Location[] {
  const { corpus } = draft.desk;
  const at = (source: Source, span: Span): Location => locationIn(source, span, convert);
  const citation = citationAt(draft, offset);
  if (citation) {
    const source = sourceOf(corpus, citation.key);
    if (!source) return [];
    const told = toldBy(source, citation, draft);
    return unique((told.length ? told : [{ start: 0, end: 0 }]).map((span) => at(source, span)));
  }
  const places = figureAt(draft, offset)?.verdicts.filter(isTold) ?? [];
  if (places.length) return unique(places.map(({ fact: { source, claim } }) => at(source, claim.sentence)));
  const quotation = quotationAt(draft, offset);
  const same = quotation ? sameWords(quotation, draft) : [];
  if (same.length) return same.map(({ source, span }) => at(source, span));
  const evidence = findingsAt(draft, offset).flatMap((finding) =>
    finding.evidence.flatMap((one) => {
      const source = one.source === undefined ? undefined : sourceOf(corpus, one.source);
      return source ? [at(source, one)] : [];
    }),
  );
  return unique(evidence);
}

const unique = (locations: readonly Location[]): readonly Location[] => [
  ...new Map(locations.map((location) => [JSON.stringify([location.uri, location.range.start]), location])).values(),
];

/** What a cited source says of its sentence: of the figures, else the quotations. */
function toldBy(source: Source, citation: Citation, draft: CheckedDraft): readonly Span[] {
  const { comparisons, draft: reading } = draft.check.desk;
  const cited = comparisons.filter(({ claim }) => claim.citations.includes(citation));
  const figures = cited.flatMap(({ verdicts }) => bestOfEachSource(verdicts).filter(({ fact }) => fact.source === source));
  if (figures.length) return figures.map(({ fact }) => fact.claim.sentence);
  const sentence = reading.document.sentences.find(({ start, extent }) => start <= citation.start && citation.start < extent);
  const quotations = reading.quotations.filter(({ start, end }) => sentence && start < sentence.extent && end > sentence.start);
  return quotations.flatMap((quotation) => sameWords(quotation, draft).flatMap((same) => (same.source === source ? [same.span] : [])));
}

/** The sources' quotations of the same words. */
function sameWords(quotation: Quotation, { check, desk }: CheckedDraft): readonly { readonly source: Source; readonly span: Span }[] {
  const match = matchQuote(check.desk.draft, quotation, desk.corpus);
  const found = !match ? [] : match.kind === "exact" ? match.utterances : [match];
  return found.map(({ utterance, quotation: span }) => ({ source: utterance.source, span }));
}
