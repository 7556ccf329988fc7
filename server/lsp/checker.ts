import { type Connection, type Diagnostic, MessageType } from "vscode-languageserver";
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

/** A document's diagnostics. A check that fails is one of them, is logged and shown once: it never looks like a clean draft. */
export type Checker = (document: TextDocument) => Promise<CheckResult>;

export function createChecker(connection: Connection, drafts: Drafts, convert: Converter, problems: Problems): Checker {
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
  return async (document) => {
    try {
      const draft = await drafts.check(document);
      if (!draft) return { diagnostics: [] };
      problems.show(draft.desk);
      const broken = draft.check.failures.map(({ rule, message }) => {
        const reason = `the rule ${rule} failed (${message})`;
        return failure(fail(document.uri, reason, reason));
      });
      return { draft, diagnostics: [...broken, ...draftDiagnostics(draft, convert)] };
    } catch (error) {
      return { diagnostics: [failure(fail(document.uri, reasonOf(error), (error instanceof Error && error.stack) || reasonOf(error)))] };
    }
  };
}
