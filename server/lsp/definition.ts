import type { Location } from "vscode-languageserver";
import { matchQuote } from "../engine/compare/quote-match.ts";
import { sourceOf } from "../engine/corpus/corpus.ts";
import type { Source } from "../engine/corpus/source.ts";
import type { Span } from "../engine/document/document.ts";
import type { Converter } from "./convert.ts";
import { atTop, documentOf } from "./diagnostics.ts";
import type { CheckedDraft } from "./drafts.ts";
import { citationAt, figureAt, findingsAt, quotationAt } from "./here.ts";

/** From a citation to its source; from a figure to the sentences that state it, best first; from a quotation to the same one; from any other finding to its evidence. */
export function definitions(draft: CheckedDraft, offset: number, convert: Converter): readonly Location[] {
  const { corpus } = draft.desk;
  const at = (source: Source, span: Span): Location => {
    const document = documentOf(source);
    return { uri: document.uri, range: source.provenance?.places ? atTop : convert.range(document, span) };
  };
  const citation = citationAt(draft, offset);
  if (citation) {
    const source = sourceOf(corpus, citation.key);
    return source ? [at(source, { start: 0, end: 0 })] : [];
  }
  const places = figureAt(draft, offset)?.verdicts.map(({ fact: { source, claim } }) => at(source, claim.sentence)) ?? [];
  if (places.length) return unique(places);
  const quotation = quotationAt(draft, offset);
  const match = quotation && matchQuote(draft.check.desk.draft, quotation, corpus);
  if (match) return (match.kind === "exact" ? match.utterances : [match]).map(({ utterance, quotation }) => at(utterance.source, quotation));
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
