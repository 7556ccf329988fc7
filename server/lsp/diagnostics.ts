import { type Diagnostic, type DiagnosticRelatedInformation, DiagnosticSeverity } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { sourceOf } from "../engine/corpus/corpus.ts";
import { type Problem, placeInFile, type Source } from "../engine/corpus/source.ts";
import type { Evidence, Finding, Severity } from "../engine/finding.ts";
import type { Converter } from "./convert.ts";
import type { CheckedDraft } from "./drafts.ts";

const diagnosticSource = "copydesk";

const severities: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
};

/** Where a rule is explained. */
const pageOf = (rule: string): string => `https://github.com/copydesk/copydesk/blob/main/docs/rules.md#${rule}`;

const documents = new WeakMap<Source, TextDocument>();

/** A source's text as a document of the protocol. */
export function documentOf(source: Source): TextDocument {
  const known = documents.get(source) ?? TextDocument.create(source.uri.replace(/#\d+$/, ""), "plaintext", 0, source.reading.document.text);
  documents.set(source, known);
  return known;
}

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
  const file = source ? documentOf(source) : document;
  const place = source && placeInFile(source, start);
  return { location: { uri: file.uri, range: place ? atTop : convert.range(file, { start, end }) }, message: place ? `${note} (${place})` : note };
}

/** Where a file of another format is opened: offsets of the extracted text are none of the file's. */
export const atTop = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** Something went wrong: never to be taken for a clean draft. */
export const failure = (message: string): Diagnostic => ({
  range: atTop,
  severity: DiagnosticSeverity.Error,
  source: diagnosticSource,
  code: "internal-error",
  message,
});

/** A problem of a configuration or a source, shown in its own file. */
export function problemDiagnostic({ message, line = 1, column = 1 }: Problem): Diagnostic {
  const start = { line: line - 1, character: column - 1 };
  return { range: { start, end: { line: line - 1, character: column } }, severity: DiagnosticSeverity.Error, source: diagnosticSource, message };
}
