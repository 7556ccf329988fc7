import type { Problem } from "../../engine/corpus/source.ts";
import { rules } from "../../engine/rules/registry.ts";
import type { Rule, Severity } from "../../engine/rules/rule.ts";
import { type LintReport, relativeUri } from "../checked.ts";
import type { PlacedSpan, ReportedDraft, ReportedEvidence, ReportedFix } from "../reported.ts";
import { ruleMarkdown, ruleText } from "../rule-text.ts";
import { fingerprints } from "./fingerprint.ts";

const levels: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", information: "note" };

/** SARIF 2.1.0. Lines and columns are 1-based, columns in UTF-16 code units. */
export function sarif(report: LintReport): string {
  const notifications = report.problems.map(notification);
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "Copydesk", semanticVersion: report.version, rules: rules.map(descriptor) } },
        columnKind: "utf16CodeUnits",
        artifacts: report.drafts.map(({ uri }) => ({ location: { uri: relativeUri(uri) }, roles: ["analysisTarget"] })),
        invocations: [{ executionSuccessful: notifications.length === 0, toolExecutionNotifications: notifications }],
        results: report.drafts.flatMap(results),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

const descriptor = (rule: Rule) => ({
  id: rule.id,
  name: rule.id.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase()),
  shortDescription: { text: rule.docs.summary },
  fullDescription: { text: rule.docs.what },
  help: { text: ruleText(rule), markdown: ruleMarkdown(rule) },
  defaultConfiguration: { level: levels[rule.severity] },
  properties: { tags: [rule.family] },
});

const notification = ({ uri, message, line, column }: Problem) => ({
  level: "error",
  message: { text: message },
  locations: [
    {
      physicalLocation: { artifactLocation: { uri: relativeUri(uri) }, ...(line && { region: { startLine: line, ...(column && { startColumn: column }) } }) },
    },
  ],
});

const ruleIndexes = new Map(rules.map(({ id }, index) => [id, index]));

function results(draft: ReportedDraft): readonly object[] {
  const { uri, findings } = draft;
  const prints = fingerprints(draft);
  return findings.map((finding, at) => {
    const { rule, severity, message, evidence, fixes, suppressed, known } = finding;
    const index = ruleIndexes.get(rule);
    const suppressions = [
      ...(suppressed ? [{ kind: "inSource", ...(suppressed.reason && { justification: suppressed.reason }) }] : []),
      ...(known ? [{ kind: "external", justification: "in the baseline" }] : []),
    ];
    return {
      ruleId: rule,
      ...(index !== undefined && { ruleIndex: index }),
      level: levels[severity],
      message: { text: message },
      locations: [{ physicalLocation: physical(uri, finding) }],
      ...(evidence.length && { relatedLocations: evidence.map(related) }),
      ...(fixes.length && { fixes: fixes.map((fix) => sarifFix(uri, fix)) }),
      partialFingerprints: { "copydeskFinding/v1": prints[at] },
      ...(known !== undefined && { baselineState: known ? "unchanged" : "new" }),
      ...(suppressions.length && { suppressions }),
    };
  });
}

const region = ({ from, to }: PlacedSpan) => ({ startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column });

const physical = (uri: string, span: PlacedSpan) => ({ artifactLocation: { uri: relativeUri(uri) }, region: region(span) });

function related(evidence: ReportedEvidence, id: number) {
  // Lines of extracted text are none of the file's.
  if (evidence.place) {
    return { id, physicalLocation: { artifactLocation: { uri: relativeUri(evidence.uri) } }, message: { text: `${evidence.note} (${evidence.place})` } };
  }
  const file = physical(evidence.uri, evidence);
  return { id, physicalLocation: { ...file, region: { ...file.region, snippet: { text: evidence.quote } } }, message: { text: evidence.note } };
}

const sarifFix = (uri: string, { title, safety, edits }: ReportedFix) => ({
  description: { text: title },
  artifactChanges: [
    {
      artifactLocation: { uri: relativeUri(uri) },
      replacements: edits.map((edit) => ({
        deletedRegion: region(edit),
        ...(edit.newText && { insertedContent: { text: edit.newText } }),
      })),
    },
  ],
  properties: { safety },
});
