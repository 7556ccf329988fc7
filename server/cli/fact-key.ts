import type { Claim } from "../engine/claims/claim.ts";
import type { Desk } from "../engine/compare/desk.ts";
import { overlaps, type Span } from "../engine/document/document.ts";
import type { Evidence, Finding } from "../engine/finding.ts";
import { rules } from "../engine/rules/registry.ts";

const sourcing = new Set(rules.filter(({ family }) => family === "sourcing").map(({ id }) => id));

/**
 * What a finding is about, in words that stay the same when the text around it moves or is reworded, and change with the figure: the claims
 * (else the dates, else the words) that it marks and, where it holds something against them, the figures of its evidence. Which source would
 * serve an unsourced figure is no part of it: the corpus grows.
 */
export function factOf(desk: Desk, finding: Finding): string {
  const { draft, claims } = desk;
  const about = statedIn(finding, claims) || datedIn(finding, draft.dates) || folded(draft.document.text.slice(finding.start, finding.end));
  const against = sourcing.has(finding.rule) ? [] : finding.evidence.map((evidence) => evidenceKey(desk, evidence));
  return [about, ...[...new Set(against)].sort()].join(" | ");
}

const statedIn = (span: Span, claims: readonly Claim[]): string =>
  touching(claims, span, ({ figure }) => figure)
    .map(claimKey)
    .join(", ");

/** Those of a list in text order that overlap a span. */
function touching<T>(list: readonly T[], span: Span, spanOf: (one: T) => Span): readonly T[] {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spanOf(list[middle] as T).end <= span.start) low = middle + 1;
    else high = middle;
  }
  let after = low;
  while (after < list.length && overlaps(span, spanOf(list[after] as T))) after++;
  return list.slice(low, after);
}

function claimKey({ figure, role, measure }: Claim): string {
  const { value, low, high, form, hedge } = figure;
  const number = form === "range" || form === "vague" ? `${low}-${high}` : String(value);
  return [hedge?.kind, number, measure, role].filter(Boolean).join(" ");
}

const datedIn = (span: Span, dates: Desk["draft"]["dates"]): string =>
  touching(dates, span, (date) => date)
    .map(({ value, weekday, text }) => [value ?? folded(text), weekday && `weekday ${weekday.day}`].filter(Boolean).join(" "))
    .join(", ");

/** The figures that the evidence states; its words where it states none. */
function evidenceKey({ corpus, claims }: Desk, evidence: Evidence): string {
  const theirs = evidence.source === undefined ? claims : (corpus.byId.get(evidence.source)?.claims ?? []);
  return statedIn(evidence, theirs) || folded(evidence.quote);
}

const folded = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
