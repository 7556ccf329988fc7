// A story with very many sources in a real VS Code: the draft shows what it tells by itself at once, the writer types on, the rest comes when the sources are read.
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { manySources } from "../lsp/large-story.ts";
import { type CodeServer, startCodeServer } from "./code-server.ts";
import * as workbench from "./workbench.ts";
import { writeFiles } from "./write-files.ts";

const root = join(__dirname, "../..");
const { until } = workbench;

describe("VS Code with very many sources", () => {
  let server: CodeServer;
  let browser: Browser;
  let page: Page;

  before(async () => {
    server = await startCodeServer(join(root, "out/copydesk.vsix"));
    const folder = join(server.folder, "../large");
    await writeFiles(folder, { ...manySources(2500, 150), "ferry.news": "PORT ELLA, March 4 - At least 14 boats sank, TK said.\n" });
    browser = await workbench.startBrowser();
    page = await workbench.openWorkbench(browser, server.url, folder);
  });

  after(async () => {
    await browser?.close();
    await server?.stop();
  });

  const status = (words: RegExp, seconds?: number) => until(`${words} in the status bar`, async () => words.test(await workbench.statusItem(page)), seconds);

  it("underlines what the draft shows by itself, says that it reads, and takes what is typed", async () => {
    await workbench.openFile(page, "ferry.news");
    await until("a squiggle under TK", async () => (await workbench.squiggleUnder(page, "TK")) === "warning");
    await status(/^1 figure · \d sourced · reading sources…$/);
    await workbench.screenshot(page, "reading-sources");
    await page.keyboard.press("Control+End");
    await page.keyboard.type("Another 23 lorries came, XX said.");
    await until("a squiggle under XX", async () => (await workbench.squiggleUnder(page, "XX")) === "warning");
    await status(/^2 figures · \d sourced · reading sources…$/);
  });

  it("checks against all of them when they are read", async () => {
    await status(/^2 figures · \d sourced · \d+ conflicts?$/, 90);
    await until("squiggles still", async () => (await workbench.squiggleUnder(page, "XX")) === "warning");
  });
});
