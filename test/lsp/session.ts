// The built server, driven over stdio by a protocol client, on a folder of its own.
import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type {
  ClientCapabilities,
  CodeAction,
  Diagnostic,
  DocumentDiagnosticReport,
  Hover,
  InitializeResult,
  Location,
  Position,
  PublishDiagnosticsParams,
  Range,
  TextEdit,
  WorkspaceEdit,
} from "vscode-languageserver-protocol";
import { createProtocolConnection, type ProtocolConnection, StreamMessageReader, StreamMessageWriter } from "vscode-languageserver-protocol/node";
import type { ClientOptions } from "../../server/lsp/protocol.ts";

export interface Session {
  readonly connection: ProtocolConnection;
  readonly process: ChildProcessWithoutNullStreams;
  readonly initialized: InitializeResult;
  readonly uri: (path: string) => string;
  readonly write: (path: string, text: string) => void;
  readonly remove: (path: string) => void;
  /** Opens a document with the text that stands on disk unless given. */
  readonly open: (path: string, text: string, language?: string) => void;
  readonly edit: (path: string, version: number, text: string) => void;
  readonly change: (path: string, version: number, range: Range, text: string) => void;
  readonly changedOnDisk: (...paths: readonly string[]) => void;
  /** Resolves with the next diagnostics pushed for the file that fulfil the condition. */
  readonly pushed: (path: string, condition?: (published: PublishDiagnosticsParams) => boolean, patience?: number) => Promise<PublishDiagnosticsParams>;
  readonly everPushed: () => readonly PublishDiagnosticsParams[];
  readonly pull: (path: string, previousResultId?: string) => Promise<DocumentDiagnosticReport>;
  readonly hover: (path: string, position: Position) => Promise<Hover | null>;
  readonly definition: (path: string, position: Position) => Promise<readonly Location[]>;
  readonly actions: (path: string, range: Range, diagnostics?: readonly Diagnostic[], only?: readonly string[]) => Promise<readonly CodeAction[]>;
  readonly notified: readonly { readonly method: string; readonly params: unknown }[];
  readonly registered: readonly string[];
  /** Shuts the server down as the protocol wants it; resolves with the exit code. */
  readonly stop: () => Promise<number | null>;
}

export interface SessionOptions {
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly capabilities?: ClientCapabilities;
  /** Folders below the scratch folder; none for a client without a workspace. */
  readonly folders?: readonly string[];
  readonly encodings?: readonly string[];
  /** A client of old, which knows one root only. */
  readonly rootOnly?: boolean;
  /** A client that answers the server's own requests with errors. */
  readonly refuses?: boolean;
  /** A program in dist and its arguments. */
  readonly command?: readonly [string, ...string[]];
  readonly initializationOptions?: ClientOptions;
}

export const pulling: ClientCapabilities = {
  textDocument: { diagnostic: {} },
  workspace: { diagnostics: { refreshSupport: true }, didChangeWatchedFiles: { dynamicRegistration: true } },
};
export const versioned: ClientCapabilities = { workspace: { workspaceEdit: { documentChanges: true } } };

const dist = resolve("dist");
const patience = 8000;
const alive = new Set<() => void>();

/** Ends whatever a failed test left behind. */
export const cleanUp = (): void => {
  for (const end of alive) end();
  alive.clear();
};

export async function startSession({
  files = {},
  capabilities = {},
  folders = [""],
  encodings,
  rootOnly = false,
  refuses = false,
  command = ["server.js", "--stdio"],
  initializationOptions,
}: SessionOptions = {}): Promise<Session> {
  const [program, ...args] = command;
  const root = mkdtempSync(join(tmpdir(), "copydesk-lsp-"));
  const path = (name: string) => join(root, name);
  const uri = (name: string) => (/^[a-z]+:/.test(name) ? name : pathToFileURL(path(name)).href);
  const write = (name: string, text: string | Uint8Array) => {
    mkdirSync(dirname(path(name)), { recursive: true });
    writeFileSync(path(name), text);
  };
  for (const [name, text] of Object.entries(files)) write(name, text);

  const child = spawn(process.execPath, [join(dist, program), ...args], { stdio: "pipe" });
  let errors = "";
  const exit = once(child, "exit");
  // A server that dies at once must not leave the test waiting for an answer.
  const died = exit.then(([code]) => Promise.reject(new Error(`the server left with ${code}: ${errors}`)));
  died.catch(() => {});
  child.stderr.on("data", (chunk) => {
    errors += chunk;
  });
  child.stdin.on("error", () => {});
  const end = () => {
    child.kill();
    rmSync(root, { recursive: true, force: true });
  };
  alive.add(end);
  const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  const diagnostics: PublishDiagnosticsParams[] = [];
  const taken = new Map<string, number>();
  const listeners = new Set<() => void>();
  const notified: { method: string; params: unknown }[] = [];
  const registered: string[] = [];
  connection.onNotification("textDocument/publishDiagnostics", (params: PublishDiagnosticsParams) => {
    diagnostics.push(params);
    for (const listener of listeners) listener();
  });
  for (const method of ["copydesk/status", "window/showMessage", "window/logMessage", "$/progress"])
    connection.onNotification(method, (params: unknown) => void notified.push({ method, params }));
  connection.onRequest("client/registerCapability", ({ registrations }: { registrations: readonly { method: string }[] }) => {
    if (refuses) throw new Error("not here");
    registered.push(...registrations.map(({ method }) => method));
    return null;
  });
  for (const method of ["workspace/diagnostic/refresh", "workspace/inlayHint/refresh", "workspace/codeLens/refresh", "window/workDoneProgress/create"])
    connection.onRequest(method, (params: unknown) => {
      notified.push({ method, params });
      if (refuses) throw new Error("not here");
      return null;
    });
  connection.listen();

  const workspaceFolders = folders.map((name) => ({ uri: uri(name).replace(/\/$/, ""), name: name || "root" }));
  const initialized = (await Promise.race([
    died,
    connection.sendRequest("initialize", {
      processId: process.pid,
      rootUri: rootOnly ? uri("").replace(/\/$/, "") : null,
      initializationOptions,
      capabilities: { ...capabilities, ...(encodings && { general: { positionEncodings: encodings } }) },
      ...(!rootOnly && { workspaceFolders: workspaceFolders.length ? workspaceFolders : null }),
    }),
  ])) as InitializeResult;
  await connection.sendNotification("initialized", {});

  const notify = (method: string, params: unknown) => void connection.sendNotification(method, params as object);
  return {
    connection,
    process: child,
    initialized,
    uri,
    write,
    remove: (name) => rmSync(path(name), { recursive: true }),
    open: (name, text, languageId = "markdown") => notify("textDocument/didOpen", { textDocument: { uri: uri(name), languageId, version: 1, text } }),
    edit: (name, version, text) => notify("textDocument/didChange", { textDocument: { uri: uri(name), version }, contentChanges: [{ text }] }),
    change: (name, version, range, text) => notify("textDocument/didChange", { textDocument: { uri: uri(name), version }, contentChanges: [{ range, text }] }),
    changedOnDisk: (...names) => notify("workspace/didChangeWatchedFiles", { changes: names.map((name) => ({ uri: uri(name), type: 2 })) }),
    pushed: (name, condition = () => true, wait = patience) =>
      new Promise((found, failed) => {
        const look = () => {
          const from = taken.get(name) ?? 0;
          const at = diagnostics.findIndex((one, index) => index >= from && one.uri === uri(name) && condition(one));
          if (at < 0) return;
          taken.set(name, at + 1);
          listeners.delete(look);
          clearTimeout(timer);
          found(diagnostics[at] as PublishDiagnosticsParams);
        };
        const timer = setTimeout(() => {
          listeners.delete(look);
          failed(
            new Error(
              `no such diagnostics for ${name}: ${JSON.stringify(diagnostics.map(({ uri, version, diagnostics }) => [uri, version, diagnostics.map(({ message }) => message)]))}`,
            ),
          );
        }, wait);
        listeners.add(look);
        look();
      }),
    everPushed: () => diagnostics,
    pull: (name, previousResultId) =>
      connection.sendRequest("textDocument/diagnostic", { textDocument: { uri: uri(name) }, ...(previousResultId && { previousResultId }) }),
    hover: (name, position) => connection.sendRequest("textDocument/hover", { textDocument: { uri: uri(name) }, position }),
    definition: (name, position) => connection.sendRequest("textDocument/definition", { textDocument: { uri: uri(name) }, position }),
    actions: (name, range, asked = [], only) =>
      connection.sendRequest("textDocument/codeAction", {
        textDocument: { uri: uri(name) },
        range,
        context: { diagnostics: [...asked], ...(only && { only }) },
      }),
    notified,
    registered,
    stop: async () => {
      await connection.sendRequest("shutdown");
      await connection.sendNotification("exit");
      const [code] = (await exit) as [number | null];
      connection.dispose();
      end();
      alive.delete(end);
      return code;
    },
  };
}

/** The next diagnostics pushed for a draft that rest on all its sources: on a busy machine, first ones may come before those are read. */
export async function pushedWhole(session: Session, path: string): Promise<readonly Diagnostic[]> {
  for (;;) {
    const { diagnostics } = await session.pushed(path, undefined, 60_000);
    // What the server says of the check stands before its answer.
    await session.hover(path, { line: 0, character: 0 });
    const status = session.notified.findLast(
      ({ method, params }) => method === "copydesk/status" && (params as { readonly uri: string }).uri === session.uri(path),
    );
    if (!(status?.params as { readonly reading?: boolean } | undefined)?.reading) return diagnostics;
  }
}

/** The edits that a workspace edit makes in one file. */
export const editsOf = (edit: WorkspaceEdit | undefined, uri: string): readonly TextEdit[] =>
  edit?.changes?.[uri] ??
  (edit?.documentChanges ?? []).flatMap((change) => ("edits" in change && change.textDocument.uri === uri ? (change.edits as TextEdit[]) : []));

/** The text after edits; positions are UTF-16. */
export function applied(text: string, edits: readonly TextEdit[]): string {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const offset = ({ line, character }: Position) => (starts[line] ?? text.length) + character;
  return [...edits]
    .sort((a, b) => offset(b.range.start) - offset(a.range.start))
    .reduce((result, { range, newText }) => result.slice(0, offset(range.start)) + newText + result.slice(offset(range.end)), text);
}

/** The position of the first occurrence of some words, in UTF-16. */
export function positionOf(text: string, words: string): Position {
  const before = text.slice(0, text.indexOf(words));
  return { line: before.split("\n").length - 1, character: before.length - (before.lastIndexOf("\n") + 1) };
}
