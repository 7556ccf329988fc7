import {
  type Connection,
  type Diagnostic,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type TextDocuments,
} from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Checker } from "./checker.ts";
import type { Guard } from "./guard.ts";

const nothing: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };

/** Diagnostics for clients that ask for them: with the id of a result that still holds, the answer is "unchanged". */
export function pullDiagnostics(connection: Connection, documents: TextDocuments<TextDocument>, check: Checker, guard: Guard): void {
  const results = new Map<string, { readonly id: string; readonly json: string }>();
  let next = 0;

  const idOf = (uri: string, items: readonly Diagnostic[]): string => {
    const json = JSON.stringify(items);
    const before = results.get(uri);
    const result = before?.json === json ? before : { id: String(++next), json };
    results.set(uri, result);
    return result.id;
  };

  connection.languages.diagnostics.on(
    guard<DocumentDiagnosticParams, DocumentDiagnosticReport>("textDocument/diagnostic", nothing, async ({ textDocument, previousResultId }) => {
      const document = documents.get(textDocument.uri);
      const items = document ? (await check(document)).diagnostics : [];
      const resultId = idOf(textDocument.uri, items);
      if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
      return { kind: DocumentDiagnosticReportKind.Full, resultId, items: [...items] };
    }),
  );
  documents.onDidClose(({ document }) => results.delete(document.uri));
}
