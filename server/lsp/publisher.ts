import type { Connection, Diagnostic, TextDocuments } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Abilities } from "./abilities.ts";
import type { Converter } from "./convert.ts";
import { draftDiagnostics, failure } from "./diagnostics.ts";
import type { CheckedDraft, Drafts } from "./drafts.ts";
import { reasonOf } from "./guard.ts";
import { type DraftStatus, StatusNotification } from "./protocol.ts";

/** Checks open drafts soon after they change, and tells the client: diagnostics where it does not ask for them itself, and the status. */
export interface Publisher {
  readonly schedule: (uri: string) => void;
  readonly close: (uri: string) => void;
  /** The document's diagnostics; a check that fails is one, so that it never looks like a clean draft. */
  readonly diagnosticsOf: (document: TextDocument) => Promise<readonly Diagnostic[]>;
}

/** The longest wait after a change, in milliseconds; a draft that is checked faster waits no longer than its check takes. */
const longestWait = 100;

export function createPublisher(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  drafts: Drafts,
  convert: Converter,
  abilities: Abilities,
): Publisher {
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const waits = new Map<string, number>();
  const pushed = new Set<string>();
  const failed = new Set<string>();

  const check = async (document: TextDocument): Promise<{ readonly draft?: CheckedDraft; readonly diagnostics: readonly Diagnostic[] }> => {
    try {
      const draft = await drafts.check(document);
      if (!draft) return { diagnostics: [] };
      waits.set(document.uri, Math.min(longestWait, draft.milliseconds));
      return { draft, diagnostics: draftDiagnostics(draft, convert) };
    } catch (error) {
      const message = `Copydesk could not check this draft: ${reasonOf(error)}`;
      connection.console.error(`${document.uri}: ${error instanceof Error ? error.stack : message}`);
      if (!failed.has(message)) connection.window.showErrorMessage(message);
      failed.add(message);
      return { diagnostics: [failure(message)] };
    }
  };

  const publish = async (uri: string): Promise<void> => {
    timers.delete(uri);
    const document = documents.get(uri);
    if (!document) return;
    const { draft, diagnostics } = await check(document);
    if (documents.get(uri) !== document) return;
    if (!abilities.pullDiagnostics && (draft || diagnostics.length || pushed.has(uri))) {
      pushed.add(uri);
      void connection.sendDiagnostics({ uri, version: document.version, diagnostics: [...diagnostics] });
    }
    void connection.sendNotification(StatusNotification.method, draft ? statusOf(draft) : ({ uri } satisfies DraftStatus));
  };

  return {
    schedule: (uri) => {
      clearTimeout(timers.get(uri));
      timers.set(
        uri,
        setTimeout(() => void publish(uri), waits.get(uri) ?? 0),
      );
    },
    close: (uri) => {
      clearTimeout(timers.get(uri));
      timers.delete(uri);
      waits.delete(uri);
      drafts.forget(uri);
      if (pushed.delete(uri)) void connection.sendDiagnostics({ uri, diagnostics: [] });
    },
    diagnosticsOf: async (document) => (await check(document)).diagnostics,
  };
}

function statusOf({ document, check, findings, desk }: CheckedDraft): DraftStatus {
  const needing = check.desk.claims.filter(({ sourced }) => sourced !== "not-needed");
  return {
    uri: document.uri,
    figures: needing.length,
    sourced: needing.filter(({ sourced }) => sourced !== "no").length,
    conflicts: findings.filter(({ severity }) => severity === "error").length,
    sources: desk.corpus.sources.length,
  };
}
