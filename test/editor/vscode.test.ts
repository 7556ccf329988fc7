// A writer's way through a draft in a real VS Code, with the packaged extension: what is shown, what a click does, what is on the disk in the end.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Browser, Page } from "playwright-core";
import { rules } from "../../server/engine/rules/registry.ts";
import { type CodeServer, startCodeServer } from "./code-server.ts";
import * as workbench from "./workbench.ts";

const root = join(__dirname, "../..");
const { until } = workbench;

const name = "draft-with-mistakes.md";
const draft = `examples/${name}`;
/** A figure of the draft that a source supports, but that no citation follows. */
const unsourced = "Two aircraft carriers";

interface Finding {
  readonly rule: string;
  readonly severity: string;
  readonly text: string;
  readonly fixes: readonly { readonly title: string; readonly edits: readonly { readonly start: number; readonly end: number; readonly newText: string }[] }[];
}

/** What the command line reports of the draft: the editor shows the same. Its exit code says that there are findings. */
async function findingsOnCommandLine(folder: string): Promise<readonly Finding[]> {
  const run = promisify(execFile)(process.execPath, [join(root, "dist/cli.js"), "lint", "--format", "json", draft], { cwd: folder });
  const { stdout } = await run.catch((error: { stdout: string }) => error);
  return JSON.parse(stdout).drafts[0].findings;
}

describe("VS Code", () => {
  let server: CodeServer;
  let browser: Browser;
  let page: Page;
  let findings: readonly Finding[];

  before(async () => {
    server = await startCodeServer(join(root, "out/copydesk.vsix"));
    findings = await findingsOnCommandLine(server.folder);
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

  // After a failure: a picture, and the full height of the editor for the next test.
  afterEach(async function () {
    if (this.currentTest?.state !== "failed") return;
    await workbench.screenshot(page, `failed-${this.currentTest.title.replace(/\W+/g, "-").slice(0, 60)}`);
    await workbench.hidePanel(page);
  });

  /** Keeps a picture; with UPDATE_SCREENSHOTS it becomes the one in the documentation. */
  const picture = async (name: string) => {
    await workbench.screenshot(page, name);
    if (process.env.UPDATE_SCREENSHOTS) await copyFile(join(root, `out/${name}.png`), join(root, `docs/images/${name}.png`));
  };
  const onDisk = (path: string) => readFile(join(server.folder, path), "utf8");
  const squiggle = (words: string, severity: string | undefined) =>
    until(`${severity ?? "no squiggle"} under "${words}"`, async () => (await workbench.squiggleUnder(page, words)) === severity);

  /** The item in the status bar, as numbers; undefined while it is not there. */
  const status = async () => {
    const numbers = /^(\d+) figures · (\d+) sourced · (\d+) conflicts?$/.exec(await workbench.statusItem(page));
    return numbers && { figures: Number(numbers[1]), sourced: Number(numbers[2]), conflicts: Number(numbers[3]) };
  };
  const conflicts = (count: number) => until(`${count} conflicts in the status bar`, async () => (await status())?.conflicts === count);

  it("underlines findings, by severity", async () => {
    await workbench.openFile(page, name);
    await squiggle(unsourced, "warning");
    await workbench.dismiss(page, "Take the Tour");
    await squiggle("31 November", "error");
    await squiggle("TK", "warning");
    assert.equal(await workbench.squiggleUnder(page, "24 US soldiers"), undefined);
  });

  it("counts figures, sourced figures and conflicts in the status bar", async () => {
    const contradictions = new Set(rules.flatMap(({ id, isContradiction }) => (isContradiction ? [id] : [])));
    await conflicts(findings.filter(({ rule }) => contradictions.has(rule)).length);
    const counts = await status();
    assert.equal(counts && counts.figures - counts.sourced, findings.filter(({ rule }) => rule === "unsourced-figure").length);
  });

  it("shows on hover what the sources say", async () => {
    await workbench.hoverOver(page, unsourced, /002 \(2023-10-20\) has it/);
    await workbench.hoverOver(page, unsourced, /Joe Biden has sent two aircraft carriers, other warships/);
    await picture("hover");
    await page.keyboard.press("Escape");
  });

  it("lists the findings of the command line in the Problems panel, the source's sentence below each, after a click on the status bar", async () => {
    await page.locator('.statusbar-item[id*="copydesk"]').first().click();
    await until("all findings", async () => (await workbench.problems(page)).some((row) => row.startsWith(name) && row.endsWith(`${findings.length}`)));
    const evidence = page.locator(".markers-panel .monaco-list-row", { hasText: "002.txt" }).first();
    await evidence.dblclick();
    await until("the source", async () => (await workbench.activeFile(page)) === "002.txt");
    await until("its sentence", () => workbench.boxOf(page, "two aircraft carriers"));
    await workbench.hidePanel(page);
  });

  it("lists the sources of a figure with F12", async () => {
    await workbench.openFile(page, name);
    await workbench.clickOn(page, unsourced);
    await page.keyboard.press("F12");
    const list = page.locator(".peekview-widget .monaco-list-row");
    for (const source of ["000.txt", "002.txt"]) await list.filter({ hasText: source }).first().waitFor();
    await page.keyboard.press("Escape");
  });

  it("inserts the citation with Ctrl+., and the draft is saved with it", async () => {
    const before = await onDisk(draft);
    const fix = findings.find(({ text }) => text === unsourced)?.fixes[0];
    const edit = fix?.edits[0];
    assert.ok(fix && edit);
    assert.match(fix.title, /^Cite 00\d\b/);
    await page.keyboard.press("Control+Home");
    const fixes = await workbench.quickFixesAt(page, unsourced);
    assert.equal(fixes[0], fix.title);
    await picture("editor");
    await workbench.takeQuickFix(page, fix.title);
    await squiggle(unsourced, undefined);
    assert.equal(await onDisk(draft), before);
    await page.keyboard.press("Control+s");
    const after = before.slice(0, edit.start) + edit.newText + before.slice(edit.end);
    await until("the saved draft", async () => (await onDisk(draft)) === after);
  });

  it("changes a date only to what the writer chooses", async () => {
    const fixes = await workbench.quickFixesAt(page, "31 November");
    assert.ok(fixes.includes("Change to “30 November”"), fixes.join("\n"));
    await workbench.takeQuickFix(page, "30 November");
    await until("the new date", async () => (await workbench.boxOf(page, "30 November")) !== undefined);
    await squiggle("30 November", undefined);
    await page.keyboard.press("Control+s");
    await until("the saved draft", async () => (await onDisk(draft)).includes("by 30 November."));
  });

  it("sees at once that a source has changed on the disk", async () => {
    const seeds = ["000.txt", "001.txt", "002.txt", "003.txt", "004.txt"];
    const before = await Promise.all(seeds.map((name) => onDisk(`seeds/${name}`)));
    const write = (change: (text: string) => string) =>
      Promise.all(seeds.map((name, i) => writeFile(join(server.folder, "seeds", name), change(before[i] ?? ""))));
    await squiggle("306,000 reservists", "warning");
    await write((text) => text.replaceAll("360,000", "306,000"));
    await squiggle("306,000 reservists", undefined);
    await write((text) => text);
    await squiggle("306,000 reservists", "warning");
  });

  it("checks while the writer types, and again when the draft is reverted", async () => {
    const before = await status();
    assert.ok(before);
    await workbench.clickOn(page, "million dollars for it");
    await page.keyboard.press("End");
    await page.keyboard.type(" It lost 17 boats.");
    await squiggle("17 boats", "warning");
    await until("one more figure", async () => (await status())?.figures === before.figures + 1);
    await workbench.runCommand(page, "File: Revert File");
    await until("as many figures as before", async () => (await status())?.figures === before.figures);
  });

  it("opens a source by title and date", async () => {
    await workbench.runCommand(page, "Copydesk: Open Source");
    const rows = page.locator(".quick-input-widget .monaco-list-row");
    await until("five sources", async () => (await rows.count()) === 5);
    await page.keyboard.type("003");
    await until("one source", async () => (await rows.count()) === 1);
    await workbench.screenshot(page, "open-source");
    await page.keyboard.press("Enter");
    await until("the source", async () => (await workbench.activeFile(page)) === "003.txt");
  });

  it("checks all drafts, open or not", async () => {
    await workbench.runCommand(page, "Copydesk: Check All Drafts");
    await workbench.notification(page, "Copydesk checked 3 drafts");
    await page.locator(".markers-panel .monaco-list-row").first().click();
    await page.keyboard.press("End");
    await until("the draft that is not open", async () => (await workbench.problems(page)).some((row) => row.startsWith("ferry.news")));
    await workbench.hidePanel(page);
  });

  it("starts again on request", async () => {
    await workbench.openFile(page, name);
    await workbench.runCommand(page, "Copydesk: Restart Server");
    await squiggle("TK", "warning");
    await until("the status bar", status);
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
    await page.close();
    page = await workbench.openWorkbench(browser, server.url, join(server.folder, "../elsewhere"));
    await workbench.openFile(page, "notes.news");
    await workbench.runCommand(page, "Copydesk: Check All Drafts");
    await workbench.notification(page, "Copydesk found no drafts here");
    assert.equal(await workbench.squiggleUnder(page, "TK"), undefined);
    assert.equal(await workbench.statusItem(page), "");
  });
});
