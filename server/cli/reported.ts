import { coverageOf } from "../engine/compare/coverage.ts";
import { placeInFile, type Source } from "../engine/corpus/source.ts";
import { proseOf, type Span, sentenceAt } from "../engine/document/document.ts";
import { figureSpan } from "../engine/extract/mentions.ts";
import type { Evidence, Finding, Fix, Severity } from "../engine/finding.ts";
import { type CheckedDraft, linesOfSource } from "./checked.ts";
import { type Excerpt, excerptOf } from "./excerpt.ts";
import { factOf } from "./fact-key.ts";
import type { Lines, Place } from "./lines.ts";

/** A span with its places: `start` and `end` are offsets, `from` and `to` 1-based lines and columns. */
export interface PlacedSpan extends Span {
  readonly from: Place;
  readonly to: Place;
}

export interface ReportedEvidence extends PlacedSpan {
  readonly uri: string;
  /** Absent where the draft itself is the evidence. */
  readonly source?: { readonly id: string; readonly date?: string };
  /** Where it stands in a file of another format, in words: line and column count in the text that was extracted from it. */
  readonly place?: string;
  readonly quote: string;
  readonly note: string;
  readonly excerpt: Excerpt;
}

export interface ReportedEdit extends PlacedSpan {
  readonly newText: string;
}

export interface ReportedFix {
  readonly title: string;
  readonly safety: Fix["safety"];
  readonly edits: readonly ReportedEdit[];
}

/** A finding with all that a report format needs, and nothing of the engine's: it can be stored, and sent to another thread. */
export interface ReportedFinding extends PlacedSpan {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly text: string;
  /** The prose of its sentence. */
  readonly sentence: string;
  /** What it is about, wherever it stands: see `factOf`. */
  readonly fact: string;
  readonly excerpt: Excerpt;
  readonly evidence: readonly ReportedEvidence[];
  readonly fixes: readonly ReportedFix[];
  /** Silenced by a comment. */
  readonly suppressed?: { readonly reason?: string };
  /** Listed in the baseline. */
  readonly known?: boolean;
}

/** How many of a draft's figures the sources speak of: see `Coverage`. */
export interface ReportedCoverage {
  readonly read: number;
  readonly compared: number;
  readonly supported: number;
  readonly differing: number;
  readonly abstained: readonly (PlacedSpan & { readonly text: string; readonly reason: string })[];
}

/** What is said about one draft. */
export interface ReportedDraft {
  readonly uri: string;
  /** What its offsets count in. */
  readonly text: string;
  readonly coverage: ReportedCoverage;
  /** In text order. */
  readonly findings: readonly ReportedFinding[];
  /** Rules that broke on it. */
  readonly failures: readonly { readonly rule: string; readonly message: string }[];
}

export function reportDraft(draft: CheckedDraft): ReportedDraft {
  const { uri, text } = draft;
  const { findings, failures } = draft.check;
  return { uri, text, coverage: coverageIn(draft), findings: findings.map((finding) => findingOf(draft, finding)), failures };
}

function coverageIn({ check, lines, text }: CheckedDraft): ReportedCoverage {
  const { abstained, ...counts } = coverageOf(check.desk);
  const place = ({ figure, reason }: (typeof abstained)[number]) => {
    const span = figureSpan(figure);
    return { ...placed(lines, span), text: text.slice(span.start, span.end), reason };
  };
  return { ...counts, abstained: abstained.map(place) };
}

function findingOf(draft: CheckedDraft, finding: Finding): ReportedFinding {
  const { lines, text, check } = draft;
  const { document, suppressions } = check.desk.draft;
  const { rule, severity, message, suppressedBy } = finding;
  const sentence = sentenceAt(document, finding.start);
  const reason = suppressedBy === undefined ? undefined : suppressions[suppressedBy]?.reason;
  return {
    ...placed(lines, finding),
    rule,
    severity,
    message,
    text: text.slice(finding.start, finding.end),
    sentence: sentence ? proseOf(document, sentence) : "",
    fact: factOf(check.desk, finding),
    excerpt: excerptOf(lines, finding),
    evidence: finding.evidence.map((evidence) => evidenceOf(draft, evidence)),
    fixes: finding.fixes.map(({ title, safety, edits }) => ({
      title,
      safety,
      edits: edits.map(({ newText, ...span }) => ({ ...placed(lines, span), newText })),
    })),
    ...(suppressedBy !== undefined && { suppressed: reason ? { reason } : {} }),
  };
}

function evidenceOf({ check, uri, lines }: CheckedDraft, evidence: Evidence): ReportedEvidence {
  const source = evidence.source === undefined ? undefined : check.desk.corpus.byId.get(evidence.source);
  const itsLines = source ? linesOfSource(source) : lines;
  const { quote, note } = evidence;
  const place = source && placeInFile(source, evidence.start);
  return {
    ...placed(itsLines, evidence),
    uri: source?.uri ?? uri,
    ...(source && { source: named(source) }),
    ...(place && { place }),
    quote,
    note,
    excerpt: excerptOf(itsLines, evidence),
  };
}

const named = ({ id, date }: Source) => ({ id, ...(date && { date }) });
const placed = (lines: Lines, { start, end }: Span): PlacedSpan => ({ start, end, from: lines.at(start), to: lines.at(end) });
