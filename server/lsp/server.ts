import {
  CodeLensRefreshRequest,
  type Connection,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { abilitiesOf } from "./abilities.ts";
import { serveAnswers } from "./answers.ts";
import { createChecker } from "./checker.ts";
import { chooseEncoding, converterFor } from "./convert.ts";
import { serveDeskRequests } from "./desk-requests.ts";
import { serveDeskViews } from "./desk-views.ts";
import { createDrafts } from "./drafts.ts";
import { everyDraft } from "./every-draft.ts";
import { withoutExcluded } from "./excluded.ts";
import { featureCapabilities, serveFeatures } from "./features.ts";
import { createBackground, createGuard } from "./guard.ts";
import { createOpenFiles } from "./open-files.ts";
import { createProblems } from "./problems.ts";
import { loadProgress, silentProgress } from "./progress.ts";
import { type ClientOptions, SourcesReadNotification } from "./protocol.ts";
import { createPublisher } from "./publisher.ts";
import { pullDiagnostics } from "./pull.ts";
import { createResultIds } from "./result-ids.ts";
import type { Runtime } from "./runtime.ts";
import { createPace } from "./turns.ts";
import { createWatching } from "./watching.ts";
import { createWorkspace } from "./workspace.ts";
import { serveWorkspaceFeatures, workspaceCapabilities } from "./workspace-features.ts";
import { pullWorkspaceDiagnostics } from "./workspace-pull.ts";

/** Milliseconds. A small corpus is read within the first, so that its drafts are checked once. */
const patience = { first: 250, again: 2000 };

/** Serves one client until it leaves. All that the server reads beyond the open documents comes from the runtime. */
export function startServer(connection: Connection, runtime: Runtime): void {
  connection.onInitialize((params) => initialize(connection, runtime, params));
  connection.listen();
}

function initialize(connection: Connection, runtime: Runtime, params: InitializeParams): InitializeResult {
  const abilities = abilitiesOf(params.capabilities);
  const client: ClientOptions = params.initializationOptions ?? {};
  const convert = converterFor(chooseEncoding(params.capabilities.general?.positionEncodings), client.showsSourceText === true);
  const guard = createGuard(connection);
  const background = createBackground(connection);
  const clock = () => performance.now();
  const workspace = withoutExcluded(
    createWorkspace(
      runtime.files,
      abilities.progress ? loadProgress(connection, clock) : silentProgress,
      createPace(clock),
      abilities.firstFindings ? patience : undefined,
    ),
    connection,
  );
  workspace.setFolders(params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : []));
  const documents = new TextDocuments<TextDocument>({ create: TextDocument.create, update: convert.update });
  const drafts = createDrafts(workspace, clock);
  const problems = createProblems(connection, client.offersSources === true);
  const checkers = createChecker(connection, drafts, convert, problems);
  const publisher = createPublisher(connection, documents, checkers, abilities);
  const openFiles = createOpenFiles(documents, drafts, workspace);
  const every = everyDraft(documents, workspace, runtime.files);

  serveFeatures(connection, openFiles, guard, convert, abilities);
  serveWorkspaceFeatures(connection, openFiles, workspace, drafts, every, guard, convert, abilities);
  const closed = serveDeskRequests(connection, documents, workspace, drafts, checkers.whole, runtime.files, guard, convert, !abilities.pullDiagnostics);
  serveAnswers(connection, documents, workspace, runtime.files, guard);
  serveDeskViews(connection, documents, workspace, openFiles, runtime.files, guard, convert);
  const ids = createResultIds();
  if (abilities.pullDiagnostics) pullDiagnostics(connection, documents, checkers, ids, guard);
  const workspacePull = abilities.pullDiagnostics ? pullWorkspaceDiagnostics(connection, every, drafts, checkers.whole, ids, guard) : undefined;

  const watch = createWatching(connection, workspace, abilities);
  /** Reads what has changed, and checks again what rests on it. */
  const refresh = () =>
    background("Reading sources", async () => {
      workspacePull?.changed();
      for (const uri of documents.keys()) publisher.schedule(uri);
      await background("Watching files", watch);
      for (const desk of await workspace.desks()) problems.show(desk);
      void connection.sendNotification(SourcesReadNotification.method);
      await background("Watching files", watch);
      await background("Asking the client to look again", askToLookAgain);
      await closed.recheck();
    });
  const askToLookAgain = () =>
    Promise.all([
      abilities.pullDiagnostics && abilities.refreshDiagnostics && connection.languages.diagnostics.refresh(),
      abilities.refreshHints && connection.languages.inlayHint.refresh(),
      abilities.refreshLenses && connection.sendRequest(CodeLensRefreshRequest.type),
    ]);

  documents.onDidOpen(({ document }) => closed.opened(document.uri));
  documents.onDidChangeContent(({ document }) => publisher.schedule(document.uri));
  documents.onDidClose(({ document }) => {
    publisher.close(document.uri);
    drafts.forget(document.uri);
    // From now on its findings are those of the file on the disk.
    workspacePull?.changed();
  });
  documents.onDidSave(() => {
    // Clients that do not watch files: a save is when sources may have changed.
    if (abilities.registerWatchers) return;
    workspace.changed();
    void refresh();
  });
  documents.listen(connection);
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const uris = changes.map(({ uri }) => uri);
    workspacePull?.changed();
    void (workspace.changed(uris) ? refresh() : background("Checking closed drafts", () => closed.recheck(uris)));
  });
  connection.onInitialized(() => {
    if (abilities.folderChanges) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map(({ uri }) => uri));
        workspace.setFolders([...workspace.folders().filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => uri)]);
        void refresh();
      });
    }
    void refresh();
  });

  return {
    serverInfo: { name: "copydesk" },
    capabilities: {
      positionEncoding: convert.encoding,
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
      ...featureCapabilities,
      ...workspaceCapabilities,
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      ...(abilities.pullDiagnostics && { diagnosticProvider: { identifier: "copydesk", interFileDependencies: true, workspaceDiagnostics: true } }),
    },
  };
}
