// A folder that the writer has not said she trusts: VS Code runs nothing from it, and Copydesk, which runs nothing, checks its drafts.
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { type CodeServer, startCodeServer } from "./code-server.ts";
import * as workbench from "./workbench.ts";

describe("restricted mode in VS Code", () => {
  let server: CodeServer;
  let browser: Browser;
  before(async () => {
    server = await startCodeServer(join(__dirname, "../../out/copydesk.vsix"), [], true);
    browser = await workbench.startBrowser();
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
  });

  it("leaves the findings and their fixes in place", async () => {
    const page = await workbench.openWorkbench(browser, server.url, server.folder);
    await page.locator(".statusbar-item", { hasText: "Restricted Mode" }).first().waitFor();
    await workbench.openFile(page, "draft-with-mistakes.md");
    await workbench.until("a contradiction", async () => (await workbench.squiggleUnder(page, "31 November")) === "error");
    await workbench.quickFixesAt(page, "31 November");
    await workbench.screenshot(page, "restricted");
  });
});
