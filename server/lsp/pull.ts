import {
  type Connection,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
  type TextDocuments,
} from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Checker } from "./checker.ts";
import { failure } from "./diagnostics.ts";
import type { Guard } from "./guard.ts";
import type { ResultIds } from "./result-ids.ts";

/** A request that fails is no clean draft. */
const failed: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [failure("Copydesk could not check this draft: see its log.")] };

/** Diagnostics for clients that ask for them: with the id of a result that still holds, the answer is "unchanged". */
export function pullDiagnostics(connection: Connection, documents: TextDocuments<TextDocument>, check: Checker, ids: ResultIds, guard: Guard): void {
  connection.languages.diagnostics.on(
    guard<DocumentDiagnosticParams, DocumentDiagnosticReport>("textDocument/diagnostic", failed, async ({ textDocument, previousResultId }) => {
      const document = documents.get(textDocument.uri);
      const items = document ? (await check(document)).diagnostics : [];
      // Edited meanwhile: these would be of a text that is no more.
      if (documents.get(textDocument.uri) !== document)
        throw new ResponseError(LSPErrorCodes.ServerCancelled, "the text has changed meanwhile", { retriggerRequest: true });
      const resultId = ids.idOf(textDocument.uri, document?.version ?? null, items);
      if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
      return { kind: DocumentDiagnosticReportKind.Full, resultId, items: [...items] };
    }),
  );
}
