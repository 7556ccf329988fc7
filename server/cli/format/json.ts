import { type LintReport, relativeUri } from "../checked.ts";
import type { ReportedDraft, ReportedEvidence, ReportedFinding } from "../reported.ts";

/** Everything as one JSON object. Offsets are UTF-16 code units, lines and columns 1-based. */
export function json({ drafts, problems, version }: LintReport): string {
  const report = { version, drafts: drafts.map(draftOf), problems: problems.map((problem) => ({ ...problem, uri: relativeUri(problem.uri) })) };
  return `${JSON.stringify(report, null, 2)}\n`;
}

const draftOf = ({ uri, findings }: ReportedDraft) => ({ uri: relativeUri(uri), findings: findings.map(findingOf) });

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
