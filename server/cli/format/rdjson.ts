import { type LintReport, openFindings, relativeUri, shownPath } from "../checked.ts";
import type { PlacedSpan, ReportedDraft, ReportedFinding } from "../reported.ts";

const severities = { error: "ERROR", warning: "WARNING", information: "INFO" } as const;

/** The Reviewdog Diagnostic Format: review bots comment with it, and propose the first fix of each finding. Columns count UTF-8 bytes. */
export function rdjson({ drafts, problems }: LintReport): string {
  const result = {
    source: { name: "copydesk", url: "https://github.com/copydesk/copydesk" },
    diagnostics: [
      ...drafts.flatMap(diagnosticsOf),
      ...problems.map(({ uri, message, line }) => ({
        message,
        location: { path: shownPath(uri), ...(line && { range: { start: { line } } }) },
        severity: "ERROR",
      })),
    ],
  };
  return `${JSON.stringify(result, null, 2)}\n`;
}

function diagnosticsOf(draft: ReportedDraft) {
  const findings = openFindings(draft);
  const path = shownPath(draft.uri);
  const column = byteColumns(draft.text, findings.flatMap(spansOf));
  const range = (span: PlacedSpan) => ({
    start: { line: span.from.line, column: column(span.start) },
    end: { line: span.to.line, column: column(span.end) },
  });
  return findings.map((finding) => ({
    message: [finding.message, ...finding.evidence.map(({ note, quote }) => `${note}: “${quote}”`)].join("\n"),
    location: { path, range: range(finding) },
    severity: severities[finding.severity],
    code: { value: finding.rule, url: `https://github.com/copydesk/copydesk/blob/main/docs/rules.md#${finding.rule}` },
    suggestions: suggestedEdits(finding).map((edit) => ({ range: range(edit), text: edit.newText })),
    original_output: `${relativeUri(draft.uri)}:${finding.from.line}:${finding.from.column}: ${finding.rule}: ${finding.message}`,
  }));
}

/** A suggestion is one stretch of text: fixes of several edits cannot be proposed so. */
const suggestedEdits = ({ fixes }: ReportedFinding) => fixes.find(({ edits }) => edits.length === 1)?.edits ?? [];
const spansOf = (finding: ReportedFinding): readonly PlacedSpan[] => [finding, ...suggestedEdits(finding)];

/** The 1-based UTF-8 column of each offset that the spans name, counted in one pass over the text. */
function byteColumns(text: string, spans: readonly PlacedSpan[]): (offset: number) => number {
  const starts = new Map(spans.flatMap(({ start, end, from, to }) => [[start, start - from.column + 1] as const, [end, end - to.column + 1] as const]));
  const columns = new Map<number, number>();
  let at = 0;
  let line = 0;
  let bytes = 0;
  for (const offset of [...starts.keys()].sort((a, b) => a - b)) {
    const lineStart = starts.get(offset) as number;
    if (lineStart !== line) {
      line = lineStart;
      at = lineStart;
      bytes = 0;
    }
    bytes += Buffer.byteLength(text.slice(at, offset));
    at = offset;
    columns.set(offset, bytes + 1);
  }
  return (offset) => columns.get(offset) ?? 1;
}
