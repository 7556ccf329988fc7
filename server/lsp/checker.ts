import { type Connection, type Diagnostic, MessageType, ResponseError } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Converter } from "./convert.ts";
import { draftDiagnostics, failure } from "./diagnostics.ts";
import type { CheckedDraft, Drafts } from "./drafts.ts";
import { reasonOf } from "./guard.ts";
import type { Problems } from "./problems.ts";
import { showMessage } from "./show-message.ts";

export interface CheckResult {
  /** Undefined where the document is no draft, or its check failed. */
  readonly draft?: CheckedDraft;
  readonly diagnostics: readonly Diagnostic[];
}

/** A document's diagnostics. A check that fails is one of them, is logged and shown once: it never looks like a clean draft. Rejects where it is outdated. */
export type Checker = (document: TextDocument, isWanted?: () => boolean) => Promise<CheckResult>;

/** On all sources; and on what there is of them. */
export interface Checkers {
  readonly whole: Checker;
  readonly soFar: Checker;
}

export function createChecker(connection: Connection, drafts: Drafts, convert: Converter, problems: Problems): Checkers {
  const told = new Set<string>();
  const fail = (uri: string, reason: string, log: string): string => {
    const message = `Copydesk could not check this draft wholly: ${reason}`;
    if (!told.has(uri + message)) {
      connection.console.error(`${uri}: ${log}`);
      showMessage(connection, MessageType.Error, message);
    }
    told.add(uri + message);
    return message;
  };
  const checkerWith =
    (check: Drafts["check"]): Checker =>
    async (document, isWanted) => {
      try {
        const draft = await check(document, isWanted);
        if (!draft) return { diagnostics: [] };
        if (!draft.desk.corpus.isUnread) problems.show(draft.desk);
        const broken = draft.check.failures.map(({ rule, message }) => {
          const reason = `the rule ${rule} failed (${message})`;
          return failure(fail(document.uri, reason, reason));
        });
        return { draft, diagnostics: [...broken, ...draftDiagnostics(draft, convert)] };
      } catch (error) {
        // An answer that the protocol knows, no failure.
        if (error instanceof ResponseError) throw error;
        return { diagnostics: [failure(fail(document.uri, reasonOf(error), (error instanceof Error && error.stack) || reasonOf(error)))] };
      }
    };
  return { whole: checkerWith(drafts.check), soFar: checkerWith(drafts.checkSoFar) };
}
