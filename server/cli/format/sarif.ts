import { createHash } from "node:crypto";
import type { Problem } from "../../engine/corpus/source.ts";
import { proseOf, type Span, sentenceAt } from "../../engine/document/document.ts";
import { rules } from "../../engine/rules/registry.ts";
import type { Evidence, Finding, Fix, Rule, Severity } from "../../engine/rules/rule.ts";
import { type CheckedDraft, type LintReport, linesOfSource, relativeUri } from "../checked.ts";
import type { Lines } from "../lines.ts";
import { ruleMarkdown, ruleText } from "../rule-text.ts";

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

function results(draft: CheckedDraft): readonly object[] {
  const { uri, lines, check } = draft;
  const seen = new Map<string, number>();
  return check.findings.map((finding) => {
    const index = ruleIndexes.get(finding.rule);
    const suppression = finding.suppressedBy === undefined ? undefined : check.desk.draft.suppressions[finding.suppressedBy];
    const print = fingerprint(draft, finding);
    const nth = seen.get(print) ?? 0;
    seen.set(print, nth + 1);
    return {
      ruleId: finding.rule,
      ...(index !== undefined && { ruleIndex: index }),
      level: levels[finding.severity],
      message: { text: finding.message },
      locations: [{ physicalLocation: physical(uri, lines, finding) }],
      ...(finding.evidence.length && { relatedLocations: finding.evidence.map((evidence, id) => related(draft, evidence, id)) }),
      ...(finding.fixes.length && { fixes: finding.fixes.map((fix) => sarifFix(draft, fix)) }),
      partialFingerprints: { "copydeskFinding/v1": `${print}:${nth + 1}` },
      ...(finding.suppressedBy !== undefined && {
        suppressions: [{ kind: "inSource", ...(suppression?.reason && { justification: suppression.reason }) }],
      }),
    };
  });
}

function region(lines: Lines, { start, end }: Span) {
  const from = lines.at(start);
  const to = lines.at(end);
  return { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column };
}

const physical = (uri: string, lines: Lines, span: Span) => ({ artifactLocation: { uri: relativeUri(uri) }, region: region(lines, span) });

function related(draft: CheckedDraft, evidence: Evidence, id: number) {
  const source = evidence.source === undefined ? undefined : draft.check.desk.corpus.byId.get(evidence.source);
  const file = source ? physical(source.uri, linesOfSource(source), evidence) : physical(draft.uri, draft.lines, evidence);
  return { id, physicalLocation: { ...file, region: { ...file.region, snippet: { text: evidence.quote } } }, message: { text: evidence.note } };
}

const sarifFix = ({ uri, lines }: CheckedDraft, { title, safety, edits }: Fix) => ({
  description: { text: title },
  artifactChanges: [
    {
      artifactLocation: { uri: relativeUri(uri) },
      replacements: edits.map((edit) => ({
        deletedRegion: region(lines, edit),
        ...(edit.newText && { insertedContent: { text: edit.newText } }),
      })),
    },
  ],
  properties: { safety },
});

/** What the finding is about, not where: rule, words and sentence. Stays the same when lines move. */
function fingerprint({ uri, text, check }: CheckedDraft, finding: Finding): string {
  const { document } = check.desk.draft;
  const sentence = sentenceAt(document, finding.start);
  const parts = [relativeUri(uri), finding.rule, text.slice(finding.start, finding.end), sentence ? proseOf(document, sentence) : ""];
  return createHash("sha256").update(parts.join("\n")).digest("hex").slice(0, 32);
}
