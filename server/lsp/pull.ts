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
import type { Checkers } from "./checker.ts";
import { failure } from "./diagnostics.ts";
import type { Guard } from "./guard.ts";
import type { ResultIds } from "./result-ids.ts";

/** A request that fails is no clean draft. */
const failed: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [failure("Copydesk could not check this draft: see its log.")] };

/** Edited meanwhile: what was found would be of a text that is no more. */
const askAgain = (): Error => new ResponseError(LSPErrorCodes.ServerCancelled, "the text has changed meanwhile", { retriggerRequest: true });

/**
 * Diagnostics for clients that ask for them: with the id of a result that still holds, the answer is "unchanged".
 * A client that had the first findings, of a draft whose sources were not read yet, is told to ask again when they are.
 */
export function pullDiagnostics(connection: Connection, documents: TextDocuments<TextDocument>, checkers: Checkers, ids: ResultIds, guard: Guard): void {
  const awaited = new Map<string, Promise<void>>();
  /** Of several answers about one draft, the last one's end tells. */
  const refreshAfter = (uri: string, work: Promise<unknown>): void => {
    const tell = () => {
      if (awaited.get(uri) !== mine) return;
      awaited.delete(uri);
      connection.languages.diagnostics.refresh().catch(() => {});
    };
    const mine: Promise<void> = work.then(tell, tell);
    awaited.set(uri, mine);
  };

  connection.languages.diagnostics.on(
    guard<DocumentDiagnosticParams, DocumentDiagnosticReport>("textDocument/diagnostic", failed, async ({ textDocument, previousResultId }, token) => {
      const document = documents.get(textDocument.uri);
      const isWanted = () => documents.get(textDocument.uri) === document && !token?.isCancellationRequested;
      const result = await (document ? checkers.soFar(document, isWanted) : undefined)?.catch((error: unknown) => {
        throw isWanted() ? error : askAgain();
      });
      if (!isWanted()) throw askAgain();
      if (document && result?.draft?.desk.corpus.isUnread) refreshAfter(document.uri, checkers.whole(document, isWanted));
      const items = result?.diagnostics ?? [];
      const resultId = ids.idOf(textDocument.uri, document?.version ?? null, items);
      if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
      return { kind: DocumentDiagnosticReportKind.Full, resultId, items: [...items] };
    }),
  );
}
