import { type Diagnostic, type DiagnosticRelatedInformation, DiagnosticSeverity } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { sourceOf } from "../engine/corpus/corpus.ts";
import { type Problem, placeInFile } from "../engine/corpus/source.ts";
import type { Evidence, Finding, Severity } from "../engine/finding.ts";
import type { Converter } from "./convert.ts";
import type { CheckedDraft } from "./drafts.ts";
import { atTop, locationIn } from "./source-location.ts";

const diagnosticSource = "copydesk";

const severities: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
};

/** Where a rule is explained. */
const pageOf = (rule: string): string => `https://github.com/copydesk/copydesk/blob/main/docs/rules.md#${rule}`;

export function draftDiagnostics(draft: CheckedDraft, convert: Converter): readonly Diagnostic[] {
  const { document, findings } = draft;
  return findings.map((finding, index) => diagnosticOf(finding, index, draft, document, convert));
}

function diagnosticOf(finding: Finding, index: number, draft: CheckedDraft, document: TextDocument, convert: Converter): Diagnostic {
  return {
    range: convert.range(document, finding),
    severity: severities[finding.severity],
    source: diagnosticSource,
    code: finding.rule,
    codeDescription: { href: pageOf(finding.rule) },
    message: finding.message,
    relatedInformation: finding.evidence.flatMap((evidence) => related(evidence, draft, document, convert) ?? []),
    data: { finding: index },
  };
}

function related(
  { source: id, note, start, end }: Evidence,
  draft: CheckedDraft,
  document: TextDocument,
  convert: Converter,
): DiagnosticRelatedInformation | undefined {
  const source = id === undefined ? undefined : sourceOf(draft.desk.corpus, id);
  if (id !== undefined && !source) return undefined;
  const place = source && placeInFile(source, start);
  const location = source ? locationIn(source, { start, end }, convert) : { uri: document.uri, range: convert.range(document, { start, end }) };
  return { location, message: place ? `${note} (${place})` : note };
}

/** Something went wrong: never to be taken for a clean draft. */
export const failure = (message: string): Diagnostic => ({
  range: atTop,
  severity: DiagnosticSeverity.Error,
  source: diagnosticSource,
  code: "internal-error",
  message,
});

/** A problem of a configuration or a source, shown in its own file. An empty range: the editor marks the word that begins there. */
export function problemDiagnostic({ message, line = 1, column = 1 }: Problem): Diagnostic {
  const start = { line: line - 1, character: column - 1 };
  return { range: { start, end: start }, severity: DiagnosticSeverity.Error, source: diagnosticSource, message };
}
