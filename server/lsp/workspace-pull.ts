import {
  type CancellationToken,
  type Connection,
  type Diagnostic,
  DocumentDiagnosticReportKind,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDiagnosticReportPartialResult,
  type WorkspaceDocumentDiagnosticReport,
} from "vscode-languageserver";
import type { Checker } from "./checker.ts";
import type { Drafts } from "./drafts.ts";
import type { EveryDraft } from "./every-draft.ts";
import type { Guard } from "./guard.ts";
import type { ResultIds } from "./result-ids.ts";
import { keyOf } from "./uris.ts";

/** Lets clients that ask for the findings of all drafts wait until there may be new ones. */
export interface WorkspacePull {
  /** Something that findings rest on has changed. */
  readonly changed: () => void;
}

const nothing: WorkspaceDiagnosticReport = { items: [] };

/**
 * The findings of all drafts, open or not, one partial result a draft where the client takes them.
 * A client asks again as soon as it has its answer: while nothing changes, the next answer waits.
 */
export function pullWorkspaceDiagnostics(
  connection: Connection,
  every: EveryDraft,
  drafts: Drafts,
  check: Checker,
  ids: ResultIds,
  guard: Guard,
): WorkspacePull {
  let state = 1;
  let answered = 0;
  const waiting = new Set<() => void>();

  const change = (token: CancellationToken | undefined): Promise<void> =>
    new Promise((done) => {
      const end = () => {
        waiting.delete(end);
        listener?.dispose();
        done();
      };
      const listener = token?.onCancellationRequested(end);
      waiting.add(end);
    });

  const report = async (
    { previousResultIds }: WorkspaceDiagnosticParams,
    token: CancellationToken | undefined,
    tell: (one: WorkspaceDocumentDiagnosticReport) => void,
  ) => {
    const known = new Map(previousResultIds.map(({ uri, value }) => [keyOf(uri), { uri, value }]));
    for await (const { document, isOpen } of every(token)) {
      const { draft, diagnostics } = await check(document, () => !token?.isCancellationRequested);
      if (!isOpen) drafts.forget(document.uri);
      const before = known.get(keyOf(document.uri));
      known.delete(keyOf(document.uri));
      if (draft || diagnostics.length || before) tell(reportOf(document.uri, isOpen ? document.version : null, diagnostics, before?.value));
    }
    // Drafts that are no more have no findings.
    if (!token?.isCancellationRequested) for (const { uri } of known.values()) tell(reportOf(uri, null, [], undefined));
  };

  const reportOf = (uri: string, version: number | null, diagnostics: readonly Diagnostic[], before: string | undefined): WorkspaceDocumentDiagnosticReport => {
    const resultId = ids.idOf(uri, version, diagnostics);
    return resultId === before
      ? { kind: DocumentDiagnosticReportKind.Unchanged, uri, version, resultId }
      : { kind: DocumentDiagnosticReportKind.Full, uri, version, resultId, items: [...diagnostics] };
  };

  connection.languages.diagnostics.onWorkspace((params, token, _progress, partial) =>
    guard<WorkspaceDiagnosticParams, WorkspaceDiagnosticReport>("workspace/diagnostic", nothing, async (asked) => {
      if (asked.previousResultIds.length && answered === state) await change(token);
      const now = state;
      const items: WorkspaceDocumentDiagnosticReport[] = [];
      await report(asked, token, (one) => {
        if (partial) partial.report({ items: [one] } satisfies WorkspaceDiagnosticReportPartialResult);
        else items.push(one);
      });
      answered = now;
      return { items };
    })(params, token),
  );

  return {
    changed: () => {
      state++;
      for (const end of [...waiting]) end();
    },
  };
}
