import { type LintReport, relativeUri } from "../checked.ts";
import { totalOf } from "../coverage-total.ts";
import type { ReportedCoverage, ReportedDraft, ReportedEvidence, ReportedFinding } from "../reported.ts";

/** Everything as one JSON object. Offsets are UTF-16 code units, lines and columns 1-based. */
export function json({ drafts, problems, version, stats }: LintReport): string {
  const figures = stats && { figures: countsOf(totalOf(drafts)) };
  const report = {
    version,
    ...figures,
    drafts: drafts.map((draft) => draftOf(draft, stats)),
    problems: problems.map((problem) => ({ ...problem, uri: relativeUri(problem.uri) })),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

const draftOf = ({ uri, findings, coverage }: ReportedDraft, stats: boolean | undefined) => ({
  uri: relativeUri(uri),
  ...(stats && { figures: { ...countsOf(coverage), abstentions: coverage.abstained.map(abstentionOf) } }),
  findings: findings.map(findingOf),
});

const countsOf = ({ read, compared, supported, differing, abstained }: ReportedCoverage) => ({
  read,
  compared,
  supported,
  differing,
  abstained: abstained.length,
  ...(read > 0 && { recognised: Number(((supported + differing) / read).toFixed(4)) }),
});

const abstentionOf = ({ start, end, from, to, text, reason }: ReportedCoverage["abstained"][number]) => ({
  start,
  end,
  line: from.line,
  column: from.column,
  endLine: to.line,
  endColumn: to.column,
  text,
  reason,
});

function findingOf({ rule, severity, message, start, end, from, to, text, suppressed, known, evidence, fixes }: ReportedFinding) {
  return {
    rule,
    severity,
    message,
    start,
    end,
    line: from.line,
    column: from.column,
    endLine: to.line,
    endColumn: to.column,
    text,
    suppressed: suppressed !== undefined,
    ...(known !== undefined && { known }),
    evidence: evidence.map(evidenceOf),
    fixes: fixes.map(({ title, safety, edits }) => ({
      title,
      safety,
      edits: edits.map((edit) => ({ start: edit.start, end: edit.end, newText: edit.newText })),
    })),
  };
}

const evidenceOf = ({ source, uri, place, from, start, end, quote, note }: ReportedEvidence) => ({
  ...(source && { source: source.id, ...(source.date && { date: source.date }) }),
  uri: relativeUri(uri),
  ...(place ? { place } : { line: from.line, column: from.column }),
  start,
  end,
  quote,
  note,
});
