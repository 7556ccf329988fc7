import type { Evidence, Finding } from "../../engine/finding.ts";
import { type CheckedDraft, type LintReport, linesOfSource, relativeUri } from "../checked.ts";

/** Everything as one JSON object. Offsets are UTF-16 code units, lines and columns 1-based. */
export function json({ drafts, problems, version }: LintReport): string {
  const report = {
    version,
    drafts: drafts.map((draft) => ({
      uri: relativeUri(draft.uri),
      findings: draft.check.findings.map((finding) => findingOf(draft, finding)),
    })),
    problems: problems.map((problem) => ({ ...problem, uri: relativeUri(problem.uri) })),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function findingOf(draft: CheckedDraft, finding: Finding) {
  const { start, end, rule, severity, message, suppressedBy } = finding;
  const from = draft.lines.at(start);
  const to = draft.lines.at(end);
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
    text: draft.text.slice(start, end),
    suppressed: suppressedBy !== undefined,
    evidence: finding.evidence.map((evidence) => evidenceOf(draft, evidence)),
    fixes: finding.fixes,
  };
}

function evidenceOf({ check, uri, lines }: CheckedDraft, { source: id, start, end, quote, note }: Evidence) {
  const source = id === undefined ? undefined : check.desk.corpus.byId.get(id);
  const place = (source ? linesOfSource(source) : lines).at(start);
  return {
    ...(source && { source: source.id, ...(source.date && { date: source.date }) }),
    uri: relativeUri(source?.uri ?? uri),
    line: place.line,
    column: place.column,
    start,
    end,
    quote,
    note,
  };
}
