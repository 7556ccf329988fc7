// The server's bundle for Web Workers, in a thread with a worker's globals only: files come from the client, findings are those of the server on Node.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { Worker } from "node:worker_threads";
import type { Diagnostic, PublishDiagnosticsParams } from "vscode-languageserver-protocol";
import { cleanUp, startSession } from "./session.ts";

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
}

const workerGlobals = `
  const { parentPort } = require("node:worker_threads");
  globalThis.addEventListener = () => {};
  globalThis.postMessage = (message) => parentPort.postMessage(message);
  Object.defineProperty(globalThis, "onmessage", { set: (listener) => parentPort.on("message", (data) => listener({ data })) });
  delete globalThis.process; delete globalThis.Buffer; delete globalThis.require; delete globalThis.global;
`;

const source = "---\ntitle: Dam bursts\ndate: 2031-05-14\n---\nSome 7,400 people have fled their homes since the Tokari dam burst 🙂, the ministry said.\n";
const draft = "---\ntitle: Dam\ndate: 2031-05-15\n---\nThe river — TK said.\n\nSome 7,400 people have fled their homes since the dam burst.\n";
const files: Readonly<Record<string, string>> = { "seeds/wire a.md": source, "draft.md": draft };

/** A client whose folder lies in memory: answers the server's questions about files. */
function fileAnswer(root: string, method: string, uri: string): unknown {
  const path = decodeURIComponent(uri.slice(root.length + 1));
  if (method === "copydesk/fs/kind") return path in files ? "file" : path === "seeds" ? "folder" : "missing";
  const below = Object.keys(files).filter((name) => name.startsWith(`${path}/`));
  if (method === "copydesk/fs/list") return below.map((name) => `${root}/${name.split("/").map(encodeURIComponent).join("/")}`);
  if (method === "copydesk/fs/read") return path in files ? Buffer.from(files[path] as string).toString("base64") : null;
  return null;
}

async function findingsInWorker(root: string): Promise<readonly Diagnostic[]> {
  const worker = new Worker(`${workerGlobals}\n{ ${readFileSync("dist/server.web.js", "utf8")}\n }`, { eval: true });
  try {
    return await new Promise((found, failed) => {
      const timer = setTimeout(() => failed(new Error("no diagnostics from the worker")), 8000);
      worker.on("error", failed);
      worker.on("message", ({ id, method, params, result }: Message) => {
        if (id === 1 && result) {
          worker.postMessage({ jsonrpc: "2.0", method: "initialized", params: {} });
          const textDocument = { uri: `${root}/draft.md`, languageId: "markdown", version: 1, text: draft };
          worker.postMessage({ jsonrpc: "2.0", method: "textDocument/didOpen", params: { textDocument } });
        } else if (method === "textDocument/publishDiagnostics") {
          clearTimeout(timer);
          found((params as PublishDiagnosticsParams).diagnostics);
        } else if (id !== undefined && method) worker.postMessage({ jsonrpc: "2.0", id, result: fileAnswer(root, method, (params as { uri: string }).uri) });
      });
      const params = { processId: null, rootUri: null, capabilities: {}, workspaceFolders: [{ uri: root, name: "desk" }] };
      worker.postMessage({ jsonrpc: "2.0", id: 1, method: "initialize", params });
    });
  } finally {
    await worker.terminate();
  }
}

describe("language server in a Web Worker", () => {
  after(cleanUp);

  for (const root of ["vscode-test-web://mount", "vscode-vfs://host/desk%20one"])
    it(`finds in ${root} what the server on Node finds, with files from the client`, async () => {
      const inWorker = await findingsInWorker(root);
      const session = await startSession({ files });
      session.open("draft.md", draft);
      const onNode = (await session.pushed("draft.md")).diagnostics;
      const withoutPlace = (diagnostics: readonly Diagnostic[], folder: string) => JSON.parse(JSON.stringify(diagnostics).replaceAll(folder, "")) as unknown;
      assert.deepEqual(withoutPlace(inWorker, root), withoutPlace(onNode, session.uri("").replace(/\/$/, "")));
      assert.deepEqual(
        inWorker.map(({ code }) => code),
        ["placeholder", "unsourced-figure"],
      );
      await session.stop();
    });
});
