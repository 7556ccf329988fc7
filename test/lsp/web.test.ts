// The server's bundle for Web Workers, in a thread with a worker's globals only: files come from the client, findings are those of the server on Node.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Diagnostic, PublishDiagnosticsParams } from "vscode-languageserver-protocol";
import { docxOf, htmlOf, newsmlOf, ninjs3Of, pdfOf, rssOf } from "../archive/rewrite.ts";
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

type Files = Readonly<Record<string, string | Uint8Array>>;

/** A client whose folder lies in memory: answers the server's questions about files. */
function fileAnswer(files: Files, root: string, method: string, uri: string): unknown {
  const path = decodeURIComponent(uri.slice(root.length + 1));
  const below = Object.keys(files).filter((name) => path === "" || name.startsWith(`${path}/`));
  if (method === "copydesk/fs/kind") return path in files ? "file" : below.length ? "folder" : "missing";
  if (method === "copydesk/fs/list") return below.map((name) => `${root}/${name.split("/").map(encodeURIComponent).join("/")}`);
  if (method === "copydesk/fs/read") return path in files ? Buffer.from(files[path] as Uint8Array).toString("base64") : null;
  return null;
}

const languageOf = (path: string): string => (path.endsWith(".md") ? "markdown" : path.endsWith(".news") ? "news" : "plaintext");

/** What the bundle finds in the drafts, by path. */
async function findingsInWorker(root: string, files: Files, drafts: readonly string[]): Promise<ReadonlyMap<string, readonly Diagnostic[]>> {
  const worker = new Worker(`${workerGlobals}\n{ ${readFileSync("dist/server.web.js", "utf8")}\n }`, { eval: true });
  const findings = new Map<string, readonly Diagnostic[]>();
  const uriOf = (path: string) => `${root}/${path}`;
  try {
    return await new Promise((found, failed) => {
      const timer = setTimeout(() => failed(new Error(`diagnostics of ${findings.size} of ${drafts.length} drafts from the worker`)), 20_000);
      worker.on("error", failed);
      worker.on("message", ({ id, method, params, result }: Message) => {
        if (id === 1 && result) {
          worker.postMessage({ jsonrpc: "2.0", method: "initialized", params: {} });
          for (const path of drafts) {
            const textDocument = { uri: uriOf(path), languageId: languageOf(path), version: 1, text: files[path] };
            worker.postMessage({ jsonrpc: "2.0", method: "textDocument/didOpen", params: { textDocument } });
          }
        } else if (method === "textDocument/publishDiagnostics") {
          const { uri, diagnostics } = params as PublishDiagnosticsParams;
          findings.set(uri.slice(root.length + 1), diagnostics);
          if (drafts.every((path) => findings.has(path))) {
            clearTimeout(timer);
            found(findings);
          }
        } else if (id !== undefined && method)
          worker.postMessage({ jsonrpc: "2.0", id, result: fileAnswer(files, root, method, (params as { uri: string }).uri) });
      });
      const params = { processId: null, rootUri: null, capabilities: {}, workspaceFolders: [{ uri: root, name: "desk" }] };
      worker.postMessage({ jsonrpc: "2.0", id: 1, method: "initialize", params });
    });
  } finally {
    await worker.terminate();
  }
}

/** The same drafts, checked by the server on Node; and what the worker's findings must equal, wherever the folder lies. */
async function assertSame(root: string, files: Files, drafts: readonly string[]): Promise<readonly unknown[]> {
  const inWorker = await findingsInWorker(root, files, drafts);
  const session = await startSession({ files });
  const withoutPlace = (diagnostics: readonly Diagnostic[] | undefined, folder: string) =>
    JSON.parse(JSON.stringify(diagnostics ?? "none").replaceAll(folder, "")) as unknown;
  for (const path of drafts) {
    session.open(path, files[path] as string, languageOf(path));
    const { diagnostics } = await session.pushed(path);
    assert.deepEqual(withoutPlace(inWorker.get(path), root), withoutPlace(diagnostics, session.uri("").replace(/\/$/, "")), path);
  }
  await session.stop();
  return drafts.flatMap((path) => (inWorker.get(path) ?? []).map(({ code }) => code));
}

const source = "---\ntitle: Dam bursts\ndate: 2031-05-14\n---\nSome 7,400 people have fled their homes since the Tokari dam burst 🙂, the ministry said.\n";
const draft = "---\ntitle: Dam\ndate: 2031-05-15\n---\nThe river — TK said.\n\nSome 7,400 people have fled their homes since the dam burst.\n";

describe("language server in a Web Worker", () => {
  after(cleanUp);

  for (const root of ["vscode-test-web://mount", "vscode-vfs://host/desk%20one"])
    it(`finds in ${root} what the server on Node finds, with files from the client`, async () => {
      const codes = await assertSame(root, { "seeds/wire a.md": source, "draft.md": draft }, ["draft.md"]);
      assert.deepEqual(codes, ["placeholder", "unsourced-figure"]);
    });

  it("reads pages, feeds, wire copy, Word, PDF and bibliographies there too", async () => {
    const story = (id: string, who: string, count: number) => ({
      id,
      title: `${who} counted`,
      date: "2031-05-14",
      paragraphs: [`The ${who} have ${count} lorries on the road, the council said.`],
    });
    const seeds = {
      "seeds/page.html": htmlOf(story("page", "bakers of Harbour Street", 41)),
      "seeds/feed.xml": rssOf([story("feed", "coopers of Mill Lane", 42)]),
      "seeds/wire.json": ninjs3Of(story("wire", "dyers of Canal Row", 43)),
      "seeds/newsml.xml": newsmlOf(story("newsml", "farriers of Chapel Yard", 44)),
      "seeds/memo.docx": docxOf(story("memo", "glaziers of Tower Hill", 45)),
      "seeds/scan.pdf": await pdfOf(story("scan", "hatters of Abbey Road", 46)),
      "seeds/sources.bib": "@misc{report, title = {A report}, date = {2031-05-14}, file = {scan.pdf}}",
    };
    const crafts = [
      "bakers of Harbour Street",
      "coopers of Mill Lane",
      "dyers of Canal Row",
      "farriers of Chapel Yard",
      "glaziers of Tower Hill",
      "hatters of Abbey Road",
    ];
    const text = `---\ntitle: Lorries\ndate: 2031-05-15\n---\n\n${crafts.map((who, index) => `The ${who} have ${41 + index} lorries on the road.`).join("\n\n")}\n\nMore is in the report [@report].\n`;
    const codes = await assertSame("vscode-test-web://mount", { ...seeds, "draft.md": text }, ["draft.md"]);
    assert.deepEqual(
      codes,
      crafts.map(() => "unsourced-figure"),
    );
    const found = await findingsInWorker("vscode-test-web://mount", { ...seeds, "draft.md": text }, ["draft.md"]);
    const related = found.get("draft.md")?.map(({ relatedInformation }) => relatedInformation?.[0]?.location.uri.split("/").at(-1));
    assert.deepEqual(related, ["page.html", "feed.xml", "wire.json", "newsml.xml", "memo.docx", "scan.pdf"]);
  });

  for (const pack of readdirSync("test/packs"))
    it(`finds in the drafts of ${pack} what the server on Node finds`, async () => {
      const read = (folder: string) =>
        Object.fromEntries(
          readdirSync(join("test/packs", pack, folder)).map((name) => [`${folder}/${name}`, readFileSync(join("test/packs", pack, folder, name), "utf8")]),
        );
      const drafts = read("drafts");
      const codes = await assertSame("vscode-test-web://mount", { ...read("seeds"), ...drafts }, Object.keys(drafts));
      assert.ok(codes.length > 10);
    });
});
