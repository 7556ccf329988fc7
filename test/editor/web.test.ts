// VS Code for the web: no process, no disk. The server runs in a worker, reads the sources through the editor, and finds what the command line and the server on Node find.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Browser, Page } from "playwright-core";
import type { Diagnostic } from "vscode-languageserver-protocol";
import { cleanUp, pushedWhole, startSession } from "../lsp/session.ts";
import { startWebEditor, type WebEditor } from "./vscode-web.ts";
import * as workbench from "./workbench.ts";
import { writeFiles } from "./write-files.ts";

const root = join(__dirname, "../..");
const { until } = workbench;
const draft = "draft-with-mistakes.md";

/** The number of findings that the command line reports in all drafts; its exit code says that there are some. */
async function countOnCommandLine(folder: string): Promise<number> {
  const run = promisify(execFile)(process.execPath, [join(root, "dist/cli.js"), "lint", "--format", "json", "."], { cwd: folder });
  const { stdout } = await run.catch((error: { stdout: string }) => error);
  const { drafts } = JSON.parse(stdout) as { readonly drafts: readonly { readonly findings: readonly unknown[] }[] };
  return drafts.reduce((sum, { findings }) => sum + findings.length, 0);
}

describe("VS Code for the web", () => {
  let editor: WebEditor;
  let browser: Browser;
  let page: Page;
  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "copydesk-web-"));
    for (const part of ["examples", "seeds"]) await cp(join(root, part), join(folder, part), { recursive: true });
    await writeFile(join(folder, "ferry.news"), "PORT ELLA, March 4 - At least 14 boats sank, TK said.\n");
    editor = await startWebEditor(folder);
    browser = await workbench.startBrowser();
    page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(20_000);
    await page.goto(editor.url);
    await page.locator(".explorer-folders-view .monaco-list-row").first().waitFor({ timeout: 60_000 });
  });
  after(async () => {
    await browser?.close();
    await editor?.stop();
    await rm(folder, { recursive: true, force: true });
  });
  afterEach(async function () {
    if (this.currentTest?.state === "failed") await workbench.screenshot(page, `failed-web-${this.currentTest.title.replace(/\W+/g, "-").slice(0, 40)}`);
  });

  const explorer = (name: string) => page.locator(".explorer-folders-view .monaco-list-row", { hasText: name }).first();

  it("shows findings from the worker", async () => {
    await explorer("ferry.news").dblclick();
    await until("the placeholder", async () => (await workbench.squiggleUnder(page, "TK")) === "warning");
  });

  it("finds what the command line finds, with the sources read through the editor", async () => {
    await explorer("examples").click();
    await explorer(draft).dblclick();
    await until("a contradiction", async () => (await workbench.squiggleUnder(page, "31 November")) === "error");
    const expected = await countOnCommandLine(folder);
    const count = page.locator('.statusbar-item[id*="markers"], .statusbar-item[id="status.problems"]').first();
    await until(`${expected} findings`, async () => {
      const numbers = (await count.textContent())?.match(/\d+/g)?.map(Number) ?? [];
      return numbers.reduce((sum, one) => sum + one, 0) === expected;
    });
    assert.equal(await workbench.squiggleUnder(page, "24 US soldiers"), undefined);
    await workbench.screenshot(page, "web");
  });
});

/** An extension that opens each draft, waits for as many findings as there should be, and prints them as the protocol has them. */
const script = (counts: Readonly<Record<string, number>>) => `
const vscode = require("vscode");
const range = ({ start, end }) => ({ start: { line: start.line, character: start.character }, end: { line: end.line, character: end.character } });
exports.activate = async () => {
  await vscode.extensions.getExtension("copydesk.copydesk").activate();
  const root = vscode.workspace.workspaceFolders[0].uri;
  const pathOf = (uri) => uri.toString(true).slice(root.toString(true).length).replace(/^\\//, "");
  const counts = Object.entries(${JSON.stringify(counts)});
  const found = (path) => vscode.languages.getDiagnostics(vscode.Uri.joinPath(root, path)).filter(({ source }) => source === "copydesk");
  for (const [path, count] of counts) {
    await vscode.window.showTextDocument(vscode.Uri.joinPath(root, path), { preview: true });
    for (let i = 0; i < 300 && found(path).length !== count; i++) await new Promise((done) => setTimeout(done, 50));
  }
  for (const [path] of counts) {
    const diagnostics = found(path).map(({ code, message, severity, relatedInformation, range: place }) => ({
      severity: severity + 1,
      code: typeof code === "object" ? code.value : code,
      message,
      range: range(place),
      related: (relatedInformation || []).map(({ location, message }) => [pathOf(location.uri), range(location.range), message]),
    }));
    console.log("FOUND " + JSON.stringify([path, diagnostics]) + " END");
  }
  console.log("FOUND all END");
};
`;

describe("VS Code for the web, on all packs", () => {
  let browser: Browser;
  let editor: WebEditor;
  let folder: string;
  let extensions: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "copydesk-web-"));
    extensions = await mkdtemp(join(tmpdir(), "copydesk-web-extensions-"));
    browser = await workbench.startBrowser();
  });
  after(async () => {
    cleanUp();
    await browser?.close();
    await editor?.stop();
    for (const scratch of [folder, extensions]) await rm(scratch, { recursive: true, force: true });
  });

  it("shows the findings of the server on Node, byte for byte", async () => {
    const files: Record<string, string> = {};
    for (const pack of await readdir(join(root, "test/packs")))
      for (const part of ["seeds", "drafts"])
        for (const name of await readdir(join(root, "test/packs", pack, part)))
          files[`${pack}/${part}/${name}`] = await readFile(join(root, "test/packs", pack, part, name), "utf8");
    const drafts = Object.keys(files).filter((path) => path.includes("/drafts/"));
    const session = await startSession({ files });
    const expected = new Map<string, unknown>();
    const counts: Record<string, number> = {};
    for (const path of drafts) {
      session.open(path, files[path] ?? "", path.endsWith(".md") ? "markdown" : path.endsWith(".news") ? "news" : "plaintext");
      const diagnostics = await pushedWhole(session, path);
      counts[path] = diagnostics.length;
      expected.set(path, diagnostics.map(withoutPlace(session.uri(""))));
    }
    await session.stop();

    await writeFiles(folder, files);
    const asking = join(extensions, "asking");
    await mkdir(asking);
    await writeFile(join(asking, "asking.js"), script(counts));
    const manifest = {
      name: "asking",
      publisher: "test",
      version: "0.0.1",
      engines: { vscode: "^1.91.0" },
      browser: "asking.js",
      activationEvents: ["onStartupFinished"],
    };
    await writeFile(join(asking, "package.json"), JSON.stringify(manifest));
    editor = await startWebEditor(folder, extensions);
    const page = await browser.newPage();
    const found = new Map<string, unknown>();
    let isDone = false;
    page.on("console", (message) => {
      const line = /FOUND (.*) END/s.exec(message.text())?.[1];
      if (line === "all") isDone = true;
      else if (line) found.set(...(JSON.parse(line) as [string, unknown]));
    });
    await page.goto(editor.url);
    await until("all drafts", async () => isDone, 100);
    for (const path of drafts) assert.equal(JSON.stringify(found.get(path)), JSON.stringify(expected.get(path)), path);
    assert.equal(found.size, drafts.length);
    assert.ok([...expected.values()].flat().length > 200);
  });
});

const withoutPlace =
  (folder: string) =>
  ({ severity, code, message, range, relatedInformation = [] }: Diagnostic) => ({
    severity,
    code,
    message,
    range,
    related: relatedInformation.map((one) => [decodeURIComponent(one.location.uri.slice(folder.length)).replace(/^\//, ""), one.location.range, one.message]),
  });
