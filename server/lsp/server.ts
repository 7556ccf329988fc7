import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { configFileName } from "../engine/config-file.ts";
import { abilitiesOf } from "./abilities.ts";
import { chooseEncoding, converterFor } from "./convert.ts";
import { createDrafts } from "./drafts.ts";
import { featureCapabilities, serveFeatures } from "./features.ts";
import { createGuard } from "./guard.ts";
import { createPublisher } from "./publisher.ts";
import { pullDiagnostics } from "./pull.ts";
import type { Runtime } from "./runtime.ts";
import { createWorkspace } from "./workspace.ts";

/** Serves one client until it leaves. All that the server reads beyond the open documents comes from the runtime. */
export function startServer(connection: Connection, runtime: Runtime): void {
  connection.onInitialize((params) => initialize(connection, runtime, params));
  connection.listen();
}

function initialize(connection: Connection, runtime: Runtime, params: InitializeParams): InitializeResult {
  const abilities = abilitiesOf(params.capabilities);
  const convert = converterFor(chooseEncoding(params.capabilities.general?.positionEncodings));
  const guard = createGuard(connection);
  const workspace = createWorkspace(runtime.files, () => ({ report: () => {}, done: () => {} }));
  workspace.setFolders(params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : []));
  const documents = new TextDocuments<TextDocument>({ create: TextDocument.create, update: convert.update });
  const drafts = createDrafts(workspace, () => performance.now());
  const publisher = createPublisher(connection, documents, drafts, convert, abilities);

  const recheck = (): void => {
    for (const uri of documents.keys()) publisher.schedule(uri);
    if (abilities.pullDiagnostics && abilities.refreshDiagnostics) void connection.languages.diagnostics.refresh();
  };

  documents.onDidChangeContent(({ document }) => publisher.schedule(document.uri));
  documents.onDidClose(({ document }) => publisher.close(document.uri));
  documents.onDidSave(() => {
    if (abilities.registerWatchers) return;
    workspace.changed();
    recheck();
  });
  documents.listen(connection);

  connection.onDidChangeWatchedFiles(({ changes }) => {
    workspace.changed(changes.map(({ uri }) => uri));
    recheck();
  });
  if (abilities.pullDiagnostics) pullDiagnostics(connection, documents, publisher, guard);

  const draftOf = async (uri: string) => {
    const document = documents.get(uri);
    return document && drafts.check(document);
  };
  serveFeatures(connection, draftOf, guard, convert, abilities);

  connection.onInitialized(() => {
    if (abilities.registerWatchers) {
      const watchers = [configFileName, "*.{txt,md,markdown,news}"].map((name) => ({ globPattern: `**/${name}` }));
      void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    }
    if (abilities.folderChanges) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map(({ uri }) => uri));
        workspace.setFolders([...workspace.folders().filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => uri)]);
        recheck();
      });
    }
  });

  return {
    serverInfo: { name: "copydesk" },
    capabilities: {
      positionEncoding: convert.encoding,
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
      ...featureCapabilities,
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      ...(abilities.pullDiagnostics && { diagnosticProvider: { identifier: "copydesk", interFileDependencies: true, workspaceDiagnostics: false } }),
    },
  };
}
