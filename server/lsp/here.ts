// What stands at an offset of a checked draft.
import type { ClaimComparison } from "../engine/compare/verdict.ts";
import type { Span } from "../engine/document/document.ts";
import { type Citation, type Figure, figureSpan, type Quotation } from "../engine/extract/mentions.ts";
import type { Finding } from "../engine/finding.ts";
import type { CheckedDraft } from "./drafts.ts";

const holds = (span: Span, offset: number): boolean => span.start <= offset && offset <= span.end;

export const findingsAt = ({ findings }: CheckedDraft, offset: number): readonly Finding[] => findings.filter((finding) => holds(finding, offset));

/** A citation's key, or the whole marker where it holds one key. */
export const citationAt = ({ check }: CheckedDraft, offset: number): Citation | undefined =>
  check.desk.draft.citations.find(({ keySpan }) => holds(keySpan, offset)) ?? check.desk.draft.citations.find((citation) => holds(citation, offset));

/** A figure with its noun, and the hedge where it stands beside it: one hedge may reach several figures. */
export const wordsOf = (figure: Figure): Span => {
  const isBeside = figure.hedge && figure.hedge.end <= figure.start && figure.start - figure.hedge.end < 3;
  return { start: figure.hedge && isBeside ? figure.hedge.start : figure.start, end: figureSpan(figure).end };
};

/** The figure at an offset, and what it was compared with. */
export const figureAt = ({ check }: CheckedDraft, offset: number): ClaimComparison | undefined =>
  check.desk.comparisons.find(({ claim: { figure } }) => holds(wordsOf(figure), offset));

export const quotationAt = ({ check }: CheckedDraft, offset: number): Quotation | undefined =>
  check.desk.draft.quotations.find((quotation) => holds(quotation, offset));
