// The views of the desk in a real VS Code, on the sample story that the tour begins with.
import assert from "node:assert/strict";
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, FrameLocator, Page } from "playwright-core";
import { sample } from "../../client/sample.ts";
import { type CodeServer, startCodeServer } from "./code-server.ts";
import * as workbench from "./workbench.ts";

const root = join(__dirname, "../..");
const { until } = workbench;

describe("the views of the desk in VS Code", () => {
  let server: CodeServer;
  let browser: Browser;
  let page: Page;
  const onDisk = (path: string) => readFile(join(server.folder, path), "utf8");
  const picture = async (name: string) => {
    await workbench.screenshot(page, name);
    if (process.env.UPDATE_SCREENSHOTS) await copyFile(join(root, `out/${name}.png`), join(root, `docs/images/${name}.png`));
  };
  const row = (text: string) => page.locator(".pane-body .monaco-list-row", { hasText: text }).first();
  /** The rows of the Sources view, as a screen reader says them. */
  const rows = () =>
    page
      .locator('.pane-body .monaco-list[aria-label="Sources"] .monaco-list-row')
      .evaluateAll((found) => found.map((one) => one.getAttribute("aria-label") ?? ""));
  const story = (): FrameLocator => page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame");

  before(async () => {
    server = await startCodeServer(join(root, "out/copydesk.vsix"));
    await writeFile(join(server.folder, "notes.news"), "PORT ELLA, March 4 - At least 14 boats sank.\n");
    await mkdir(join(server.folder, "../bare"));
    await writeFile(join(server.folder, "../bare/notes.news"), "Some 14 boats sank.\n");
    await writeFile(join(server.folder, "../bare/copydesk.yaml"), "corpus: [wires]\n");
    await mkdir(join(server.folder, "../empty/seeds"), { recursive: true });
    await writeFile(join(server.folder, "../empty/notes.news"), "Some 14 boats sank.\n");
    browser = await workbench.startBrowser();
    page = await workbench.openWorkbench(browser, server.url, server.folder);
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
  });
  afterEach(async function () {
    if (this.currentTest?.state === "failed") await workbench.screenshot(page, `failed-${this.currentTest.title.replace(/\W+/g, "-").slice(0, 60)}`);
  });

  it("offers the tour once a draft is checked; its first step makes a sample story", async () => {
    await workbench.openFile(page, "notes.news");
    await page.locator(".notification-list-item", { hasText: "Copydesk checks this draft" }).locator(".monaco-button", { hasText: "Take the Tour" }).click();
    await page.locator(".getting-started-step", { hasText: "Insert your first citation" }).waitFor();
    await workbench.screenshot(page, "tour");
    await page.locator(".getting-started-step .monaco-button", { hasText: "Create a Sample Story" }).click();
    await until("the sample draft", async () => (await workbench.activeFile(page)) === "draft.md");
    await until("its stale toll", async () => (await workbench.squiggleUnder(page, "14 people")) === "warning");
    assert.equal(await onDisk("copydesk-sample/draft.md"), sample["draft.md"]);
  });

  it("lists the sources by date, with their figures and what other sources have otherwise", async () => {
    await page.close();
    page = await workbench.openWorkbench(browser, server.url, join(server.folder, "copydesk-sample"));
    await workbench.openFile(page, "draft.md");
    await workbench.dismiss(page, "Take the Tour");
    await page.locator('.activitybar .action-label[aria-label^="Copydesk"]').click();
    await row("Bridge falls at Aldermoor").waitFor();
    await until("the conflict", async () => (await rows()).some((text) => /hospitals count, May 13, 2031, County Radio · 2 figures · \d conflict/.test(text)));
    const days = (await rows()).flatMap((text) => /^May \d+, 2031/.exec(text)?.[0] ?? []);
    assert.deepEqual(days, ["May 14, 2031", "May 13, 2031", "May 12, 2031"]);
    await row("Aldermoor: hospitals count").locator(".monaco-tl-twistie").click();
    await row("40 injured").waitFor();
    await row("12 people").click();
    await until("the source", async () => (await workbench.activeFile(page)) === "county-radio-0513.md");
    await workbench.screenshot(page, "sources");
  });

  it("filters the sources", async () => {
    await workbench.runCommand(page, "Copydesk: Filter Sources");
    await page.locator(".quick-input-widget input[aria-describedby], .quick-input-widget .quick-input-box input").first().fill("lantern 05-14");
    await page.keyboard.press("Enter");
    await until("one source", async () => (await rows()).length === 2);
    await workbench.runCommand(page, "Copydesk: Show All Sources");
    await row("Bridge falls at Aldermoor").waitFor();
  });

  it("cites a source that is dragged into the draft", async () => {
    await workbench.openFile(page, "draft.md");
    const to = await until("the sentence", () => workbench.boxOf(page, "lifting the wreck"));
    const from = await row("Bridge falls at Aldermoor").boundingBox();
    assert.ok(from);
    await page.mouse.move(from.x + 60, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(from.x + 90, from.y + from.height / 2 + 4, { steps: 4 });
    await page.keyboard.down("Shift");
    await page.mouse.move(to.x + 10, to.y + to.height / 2, { steps: 10 });
    await page.mouse.move(to.x + 14, to.y + to.height / 2, { steps: 3 });
    await page.mouse.up();
    await page.keyboard.up("Shift");
    await until("the citation", () => workbench.boxOf(page, "[@lantern-0512]."));
    await until("a source that is used", async () => (await rows()).some((text) => text.includes("Bridge falls") && text.includes("used by 1 draft")));
    await workbench.runCommand(page, "File: Revert File");
  });

  it("tells the story over time, the draft's own figure marked", async () => {
    await workbench.runCommand(page, "Copydesk: Open Story");
    await story().locator("section h2", { hasText: "killed" }).waitFor();
    const toll = story().locator("section", { hasText: "killed" }).first();
    assert.equal(await toll.locator(".mark").count(), 5);
    await toll.locator(".mark.draft").waitFor();
    await page.mouse.move(600, 500);
    await page.locator(".monaco-hover.workbench-hover:visible").waitFor({ state: "hidden" });
    await story().locator("section").nth(1).locator(".mark").nth(1).hover();
    await story().locator("#tip", { hasText: "hospitals" }).waitFor();
    await picture("story");
  });

  it("is used with the keyboard: arrows go from figure to figure, Enter opens the source", async () => {
    const marks = story().locator("section").first().locator(".mark");
    await marks.first().focus();
    await page.keyboard.press("End");
    await page.keyboard.press("ArrowLeft");
    const label = await story().locator(".mark:focus").getAttribute("aria-label");
    assert.match(label ?? "", /^17 people, May 14, 2031, lantern-0514, The Lantern\. Police said/);
    await page.keyboard.press("Enter");
    await until("the source", async () => (await workbench.activeFile(page)) === "lantern-0514.md");
    assert.equal(await story().locator("main [style], main script").count(), 0);
  });

  it("ends the tour with the first citation in the draft", async () => {
    await page.keyboard.press("Control+1");
    await workbench.openFile(page, "draft.md");
    await workbench.runCommand(page, "Copydesk: Take the Tour");
    const step = page.locator(".getting-started-step", { hasText: "Insert your first citation" });
    await step.click();
    await step.locator(".monaco-button", { hasText: "Cite the First Unsourced Figure" }).click();
    await until("the draft in front of the tour", async () => (await workbench.activeFile(page)) === "draft.md");
    await until("the citation", async () => (await workbench.boxOf(page, "Four cranes")) && (await workbench.boxOf(page, "[@lantern-051")));
    await workbench.screenshot(page, "first-citation");
    await workbench.runCommand(page, "File: Revert File");
    await page.locator('.tab[aria-label*="Welcome"], .tab[aria-label*="Walkthrough"]').first().click();
    await page
      .locator(".getting-started-step", { hasText: "Insert your first citation" })
      .locator(".codicon.complete, .codicon-getting-started-step-checked")
      .first()
      .waitFor();
    await workbench.screenshot(page, "tour-done");
    await page.keyboard.press("Control+w");
  });

  it("shows the findings of chosen rules only, and says so", async () => {
    await until("a squiggle", async () => (await workbench.squiggleUnder(page, "Four cranes")) === "warning");
    await workbench.runCommand(page, "Copydesk: Filter Findings by Rule");
    const box = page.locator(".quick-input-widget .monaco-list-row", { hasText: "unsourced-figure" });
    await box.locator(".label-name").click();
    await workbench.screenshot(page, "filter");
    await page.keyboard.press("Enter");
    await until("no squiggle", async () => (await workbench.squiggleUnder(page, "Four cranes")) === undefined);
    assert.equal(await workbench.squiggleUnder(page, "14 people"), "warning");
    assert.match(await workbench.statusItem(page), /1 rule shown/);
    await workbench.runCommand(page, "Copydesk: Filter Findings by Rule");
    await box.locator(".label-name").click();
    await page.keyboard.press("Enter");
    await until("the squiggle again", async () => (await workbench.squiggleUnder(page, "Four cranes")) === "warning");
    await workbench.hidePanel(page);
  });

  it("says once when the sources are missing, and helps", async () => {
    await page.close();
    page = await workbench.openWorkbench(browser, server.url, join(server.folder, "../bare"));
    await workbench.openFile(page, "notes.news");
    const message = () => page.locator(".notification-list-item", { hasText: "Copydesk finds no sources" });
    await message().waitFor();
    await workbench.screenshot(page, "no-sources");
    await message().locator(".monaco-button", { hasText: "Open copydesk.yaml" }).click();
    await until("the configuration", async () => (await workbench.activeFile(page)) === "copydesk.yaml");

    await page.close();
    page = await workbench.openWorkbench(browser, server.url, join(server.folder, "../empty"));
    await workbench.openFile(page, "notes.news");
    await message().waitFor();
    assert.equal(await page.locator(".notification-list-item").count(), 1);
  });
});
