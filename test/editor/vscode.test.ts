// A writer's way through a draft in a real VS Code, with the packaged extension: what is shown, what a click does, what is on the disk in the end.
import assert from "node:assert/strict";
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { type CodeServer, startCodeServer } from "./code-server.ts";
import * as workbench from "./workbench.ts";

const root = join(__dirname, "../..");
const { until } = workbench;

const draft = `---
title: Bases in Iraq attacked
date: 2023-10-20
---

Israeli strikes have killed at least 3,785 Palestinians in Gaza.

More than 1,400 Israelis were killed on Saturday 8 October [@002].

The mayor, TK, did not answer.
`;
const unsourced = "3,785 Palestinians";

describe("VS Code", () => {
  let server: CodeServer;
  let browser: Browser;
  let page: Page;

  before(async () => {
    server = await startCodeServer(join(root, "out/copydesk.vsix"));
    await writeFile(join(server.folder, "strikes.md"), draft);
    await writeFile(join(server.folder, "ferry.news"), "PORT ELLA, March 4 - At least 14 boats sank, TK said.\n");
    await mkdir(join(server.folder, "../elsewhere"));
    await writeFile(join(server.folder, "../elsewhere/notes.news"), "Some 14 boats sank, TK said.\n");
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

  /** Keeps a picture; with UPDATE_SCREENSHOTS it becomes the one in the documentation. */
  const picture = async (name: string) => {
    await workbench.screenshot(page, name);
    if (process.env.UPDATE_SCREENSHOTS) await copyFile(join(root, `out/${name}.png`), join(root, `docs/images/${name}.png`));
  };
  const onDisk = (path: string) => readFile(join(server.folder, path), "utf8");
  const squiggle = (words: string, severity: string | undefined) =>
    until(`${severity ?? "no squiggle"} under "${words}"`, async () => (await workbench.squiggleUnder(page, words)) === severity);

  it("underlines what the draft shows, by severity", async () => {
    await workbench.openFile(page, "strikes.md");
    await squiggle(unsourced, "warning");
    await squiggle("Saturday 8 October", "error");
    await squiggle("TK", "warning");
    assert.equal(await workbench.squiggleUnder(page, "More than 1,400 Israelis"), undefined);
  });

  it("counts figures, sourced figures and conflicts in the status bar", async () => {
    await until("the status bar", async () => (await workbench.statusItem(page)) === "2 figures · 1 sourced · 1 conflict");
  });

  it("shows on hover what the sources say", async () => {
    const hover = await workbench.hoverOver(page, unsourced);
    assert.match(hover, /unsourced-figure/);
    assert.match(hover, /At least 3,785 Palestinians have been killed and 12,493 wounded/);
    await picture("hover");
    await page.keyboard.press("Escape");
  });

  it("lists the findings in the Problems panel after a click on the status bar, with the source's sentence below", async () => {
    await page.locator('.statusbar-item[id*="copydesk"]').first().click();
    const rows = await workbench.problems(page);
    for (const rule of ["unsourced-figure", "weekday-mismatch", "placeholder"])
      assert.ok(
        rows.some((row) => row.includes(rule)),
        `${rule} in ${rows.join("\n")}`,
      );
    const evidence = page.locator(".markers-panel .monaco-list-row", { hasText: "002.txt" }).first();
    await evidence.dblclick();
    await until("the source", async () => (await workbench.activeFile(page)) === "002.txt");
    await until("the sentence", async () => Boolean(await workbench.boxOf(page, "12,493 wounded")));
  });

  it("opens the source of a figure with F12", async () => {
    await workbench.openFile(page, "strikes.md");
    await workbench.clickOn(page, unsourced);
    await page.keyboard.press("F12");
    await until("a source", async () => /^00\d\.txt$/.test((await workbench.activeFile(page)) ?? ""));
  });

  it("inserts the citation with Ctrl+., and the draft is saved with it", async () => {
    await workbench.openFile(page, "strikes.md");
    const fixes = await workbench.quickFixesAt(page, unsourced);
    assert.equal(fixes[0], "Cite 002");
    await picture("editor");
    await workbench.takeQuickFix(page, "Cite 002");
    await squiggle(unsourced, undefined);
    assert.equal(await onDisk("strikes.md"), draft);
    await page.keyboard.press("Control+s");
    const cited = draft.replace("in Gaza.", "in Gaza [@002].");
    await until("the saved draft", async () => (await onDisk("strikes.md")) === cited);
    await until("the status bar", async () => (await workbench.statusItem(page)) === "2 figures · 2 sourced · 1 conflict");
  });

  it("changes a date only to what the writer chooses", async () => {
    const fixes = await workbench.quickFixesAt(page, "Saturday 8 October");
    assert.deepEqual(fixes.slice(0, 2), ["Change to “Sunday 8 October”", "Change to “Saturday 7 October”"]);
    await workbench.takeQuickFix(page, "Saturday 7 October");
    await squiggle("Saturday 7 October", undefined);
    await page.keyboard.press("Control+s");
    await until("the saved draft", async () => (await onDisk("strikes.md")).includes("on Saturday 7 October [@002]"));
  });

  it("sees at once that a source has changed on the disk", async () => {
    const seeds = ["000.txt", "001.txt", "002.txt", "003.txt", "004.txt"];
    const before = await Promise.all(seeds.map((name) => onDisk(`seeds/${name}`)));
    const write = (change: (text: string) => string) =>
      Promise.all(seeds.map((name, i) => writeFile(join(server.folder, "seeds", name), change(before[i] ?? ""))));
    await write((text) => text.replaceAll("3,785", "3,985"));
    await squiggle(unsourced, "error");
    await write((text) => text);
    await squiggle(unsourced, undefined);
  });

  it("checks while the writer types, and finds nothing more after an undo", async () => {
    await workbench.clickOn(page, "did not answer");
    await page.keyboard.press("End");
    await page.keyboard.type(" He lost 17 boats.");
    await squiggle("17 boats", "warning");
    while (await workbench.boxOf(page, "He lost")) await page.keyboard.press("Control+z");
    await until("the status bar", async () => (await workbench.statusItem(page)) === "2 figures · 2 sourced · 0 conflicts");
  });

  it("opens a source by title and date", async () => {
    await workbench.runCommand(page, "Copydesk: Open Source");
    const rows = page.locator(".quick-input-widget .monaco-list-row");
    await until("five sources", async () => (await rows.count()) === 5);
    await page.keyboard.type("003");
    await until("one source", async () => (await rows.count()) === 1);
    await picture("open-source");
    await page.keyboard.press("Enter");
    await until("the source", async () => (await workbench.activeFile(page)) === "003.txt");
  });

  it("checks all drafts, open or not", async () => {
    await workbench.runCommand(page, "Copydesk: Check All Drafts");
    await workbench.notification(page, "Copydesk checked");
    await until("the draft that is not open", async () => (await workbench.problems(page)).some((row) => row.includes("ferry.news")));
  });

  it("starts again on request", async () => {
    await workbench.openFile(page, "strikes.md");
    await workbench.runCommand(page, "Copydesk: Restart Server");
    await squiggle("TK", "warning");
    await until("the status bar", async () => (await workbench.statusItem(page)) === "2 figures · 2 sourced · 0 conflicts");
  });

  it("knows news drafts, and colours figures, hedges and placeholders", async () => {
    await workbench.openFile(page, "ferry.news");
    await page.locator(".statusbar-item", { hasText: "News draft" }).first().waitFor();
    await squiggle("TK", "warning");
    const plain = await workbench.colourOf(page, "boats sank");
    const colours = await Promise.all(["At least", "14", "TK", "PORT ELLA"].map((words) => workbench.colourOf(page, words)));
    assert.ok(
      colours.every((colour) => colour !== plain),
      `${plain} / ${colours.join(" / ")}`,
    );
  });

  it("is silent in a folder with neither sources nor configuration", async () => {
    const other = await workbench.openWorkbench(browser, server.url, join(server.folder, "../elsewhere"));
    await workbench.openFile(other, "notes.news");
    await until("the command, once the server runs", async () => {
      await workbench.runCommand(other, "Copydesk: Check All Drafts").catch(() => other.keyboard.press("Escape"));
      return workbench.notification(other, "Copydesk found no drafts here").then(() => true);
    });
    assert.equal(await workbench.squiggleUnder(other, "TK"), undefined);
    assert.equal(await workbench.statusItem(other), "");
    await other.close();
  });
});
