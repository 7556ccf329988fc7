// The server's bundle for Web Workers, in a thread with a worker's globals only, and a client whose folder lies in memory.
import { readFileSync } from "node:fs";
import { Worker } from "node:worker_threads";
import type { PublishDiagnosticsParams } from "vscode-languageserver-protocol";

export interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
}

export type Files = Readonly<Record<string, string | Uint8Array>>;

export interface WorkerSession {
  readonly uri: (path: string) => string;
  readonly notify: (method: string, params: object) => void;
  readonly request: (method: string, params: object) => Promise<unknown>;
  readonly open: (path: string, text: string) => void;
  /** What the server has said without being asked, and its questions that are not about files. */
  readonly heard: readonly Message[];
  readonly published: (path: string) => readonly PublishDiagnosticsParams[];
  /** Resolves with what is found once there is something. */
  readonly until: <T>(find: () => T | undefined, patience?: number) => Promise<T>;
  readonly end: () => Promise<unknown>;
}

interface WorkerOptions {
  readonly root: string;
  readonly files: Files;
  readonly capabilities?: object;
  /** Says why a file or folder cannot be had. */
  readonly fails?: (method: string, path: string) => string | undefined;
}

const workerGlobals = `
  const { parentPort } = require("node:worker_threads");
  globalThis.addEventListener = () => {};
  globalThis.postMessage = (message) => parentPort.postMessage(message);
  Object.defineProperty(globalThis, "onmessage", { set: (listener) => parentPort.on("message", (data) => listener({ data })) });
  delete globalThis.process; delete globalThis.Buffer; delete globalThis.require; delete globalThis.global; delete globalThis.setImmediate;
  globalThis.self = globalThis; globalThis.importScripts = () => {};
`;

export const languageOf = (path: string): string => (path.endsWith(".md") ? "markdown" : path.endsWith(".news") ? "news" : "plaintext");

function fileAnswer(files: Files, root: string, method: string, path: string): unknown {
  const below = Object.keys(files).filter((name) => path === "" || name.startsWith(`${path}/`));
  if (method === "copydesk/fs/kind") return path in files ? "file" : below.length ? "folder" : "missing";
  if (method === "copydesk/fs/list") return below.map((name) => `${root}/${name.split("/").map(encodeURIComponent).join("/")}`);
  if (method === "copydesk/fs/read") return path in files ? Buffer.from(files[path] as Uint8Array).toString("base64") : null;
  return null;
}

export async function startWorker({ root, files, capabilities = {}, fails = () => undefined }: WorkerOptions): Promise<WorkerSession> {
  const worker = new Worker(`${workerGlobals}\n{ ${readFileSync("dist/server.web.js", "utf8")}\n }`, { eval: true });
  const answers = new Map<number, (result: unknown) => void>();
  const heard: Message[] = [];
  let next = 1;
  const send = (message: object) => worker.postMessage({ jsonrpc: "2.0", ...message });
  const request = (method: string, params: object): Promise<unknown> =>
    new Promise((answered) => {
      answers.set(next, answered);
      send({ id: next++, method, params });
    });
  const broken = new Promise<never>((_, failed) => worker.on("error", failed));
  worker.on("message", (message: Message) => {
    const { id, method, params, result } = message;
    if (method === undefined && id !== undefined) {
      answers.get(id)?.(result);
      answers.delete(id);
      return;
    }
    if (method?.startsWith("copydesk/fs/")) {
      const path = decodeURIComponent((params as { uri: string }).uri.slice(root.length + 1));
      const problem = fails(method, path);
      send(problem === undefined ? { id, result: fileAnswer(files, root, method, path) } : { id, error: { code: -32_603, message: problem } });
      return;
    }
    if (id !== undefined) send({ id, result: null });
    heard.push(message);
  });
  const uri = (path: string) => `${root}/${path}`;
  const initialize = request("initialize", { processId: null, rootUri: null, capabilities, workspaceFolders: [{ uri: root, name: "desk" }] });
  await Promise.race([initialize, broken]);
  send({ method: "initialized", params: {} });
  const notify = (method: string, params: object) => send({ method, params });
  return {
    uri,
    notify,
    request,
    open: (path, text) => notify("textDocument/didOpen", { textDocument: { uri: uri(path), languageId: languageOf(path), version: 1, text } }),
    heard,
    published: (path) =>
      heard.flatMap(({ method, params }) =>
        method === "textDocument/publishDiagnostics" && (params as PublishDiagnosticsParams).uri === uri(path) ? [params as PublishDiagnosticsParams] : [],
      ),
    until: async (find, patience = 20_000) => {
      for (const end = performance.now() + patience; performance.now() < end; await new Promise((done) => setTimeout(done, 5))) {
        const found = find();
        if (found !== undefined) return found;
      }
      throw new Error(`the worker did not say what was waited for, but ${JSON.stringify(heard.map(({ method, params }) => [method, params])).slice(0, 2000)}`);
    },
    end: () => worker.terminate(),
  };
}
