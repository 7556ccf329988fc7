// What a writer uses while she writes, in a real VS Code: completion, lenses and hints, fixes with words to fill in, saving, renaming, finding, configuring.
import assert from "node:assert/strict";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { sample } from "../../client/sample.ts";
import { type CodeServer, startCodeServer } from "./code-server.ts";
import * as workbench from "./workbench.ts";
import { writeFiles } from "./write-files.ts";

const root = join(__dirname, "../..");
const { until } = workbench;

const front = "---\ntitle: After the fall\ndate: 2031-05-15\n---\n\n";
const draft = `${front}Police said 14 people were killed when the Aldermoor bridge collapsed.

Four cranes are lifting the wreck. The bridge carried 18,000 vehicles a day.

The town has 7 boats on the river.

Hospitals were treating 40 injured people [@county-radio-0513].
`;
const other = `${front}The county’s hospitals counted 12 people who were killed when the Aldermoor bridge collapsed [@county-radio-0513].\n`;

const files: Readonly<Record<string, string>> = {
  ...sample,
  "draft.md": draft,
  "other.md": other,
  "old/spiked.md": `${front}It lost TK boats.\n`,
  "copydesk.yaml": "corpus: [seeds]\n",
  ".vscode/settings.json": JSON.stringify({ "files.exclude": { old: true } }),
};

describe("writing in VS Code", () => {
  let server: CodeServer;
  let browser: Browser;
  let page: Page;
  let folder: string;

  before(async () => {
    server = await startCodeServer(join(root, "out/copydesk.vsix"));
    folder = join(server.folder, "../bridge");
    await writeFiles(folder, files);
    browser = await workbench.startBrowser();
    page = await workbench.openWorkbench(browser, server.url, folder);
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
  });
  afterEach(async function () {
    if (this.currentTest?.state === "failed") await workbench.screenshot(page, `failed-${this.currentTest.title.replace(/\W+/g, "-").slice(0, 60)}`);
  });

  const onDisk = (path: string) => readFile(join(folder, path), "utf8");
  const squiggle = (words: string, severity: string | undefined) =>
    until(`${severity ?? "no squiggle"} under "${words}"`, async () => (await workbench.squiggleUnder(page, words)) === severity);
  const saved = async (path: string, says: RegExp) => {
    await page.keyboard.press("Control+s");
    await until(`${path} with ${says}`, async () => says.test(await onDisk(path)));
  };
  const comes = (what: Promise<unknown>): Promise<boolean> =>
    what.then(
      () => true,
      () => false,
    );
  /** The draft as it was, checked. A save that is still under way may write over it: then once more. */
  const fresh = () =>
    until(
      "the draft as it was",
      async () => {
        await writeFile(join(folder, "draft.md"), draft);
        await workbench.openFile(page, "draft.md");
        await workbench.runCommand(page, "File: Revert File");
        const marked = async (words: string) => (await workbench.squiggleUnder(page, words)) === "warning";
        return comes(until("its findings", async () => (await marked("7 boats")) && (await marked("18,000 vehicles")), 8));
      },
      40,
    );

  it("tells beside the text what each paragraph rests on, and each figure's source or newer number", async () => {
    await workbench.openFile(page, "draft.md");
    await squiggle("14 people", "warning");
    await workbench.dismiss(page, "Take the Tour");
    const lenses = () => page.locator(".codelens-decoration").allInnerTexts();
    await until("the lenses", async () => (await lenses()).map((text) => text.trim()).includes("2 figures · 0 sourced · newest source 14 May"));
    for (const hint of ["newer: 17", "lantern-0514", "lantern-0512"]) await until(hint, () => workbench.boxOf(page, hint));
    const plain = await workbench.colourOf(page, "river");
    await until("colours", async () => (await workbench.colourOf(page, "18,000")) !== plain && (await workbench.colourOf(page, "said")) !== plain);
    await workbench.screenshot(page, "beside");
  });

  it("shows over a figure what each source says, newest first, and where the draft stands", async () => {
    await workbench.hoverOver(page, "14 people", /A newer source has a later count/);
    const hover = page.locator(".monaco-hover:not(.hidden) .hover-contents", { hasText: "A newer source" }).first();
    const text = ((await hover.textContent()) ?? "").replaceAll("\u00a0", " ");
    assert.match(text, /The Lantern · 14 May 2031: “17 people”, differs.*The Lantern · 13 May 2031: “14”, agrees/s);
    await workbench.screenshot(page, "hover-stale");
    await hover.locator("a", { hasText: "lantern-0514" }).click();
    await until("the source", async () => (await workbench.activeFile(page)) === "lantern-0514.md");
  });

  it("completes a citation: the source that has the sentence's figure comes first", async () => {
    await fresh();
    await workbench.clickBehind(page, "day");
    await page.keyboard.type(" [@");
    const rows = page.locator(".suggest-widget.visible .monaco-list-row");
    await until("all sources", async () => (await rows.count()) === 4);
    assert.match((await rows.first().textContent()) ?? "", /^lantern-0512.*12 May · The Lantern · Bridge falls at Aldermoor/);
    await workbench.screenshot(page, "completion");
    await page.keyboard.press("Enter");
    await saved("draft.md", /18,000 vehicles a day \[@lantern-0512\]\.$/m);
    await squiggle("18,000 vehicles", undefined);
  });

  for (const [title, words, says, name] of [
    [
      "Ignore here: unsourced-figure",
      "counted on the spot",
      /^<!-- copydesk-ignore-next-line unsourced-figure\(7\): counted on the spot -->\nThe town/m,
      "ignored",
    ],
    ["Record my own source here", "the mayor, 15 May", /on the river\. <!-- source: the mayor, 15 May -->$/m, "own-source"],
  ] as const)
    it(`lets her fill in the words: ${title}`, async () => {
      await fresh();
      await workbench.quickFixesAt(page, "7 boats");
      await workbench.takeQuickFix(page, title);
      await until("the comment", () => workbench.boxOf(page, name === "ignored" ? "reason" : "who told me"));
      await page.keyboard.type(words);
      await squiggle("7 boats", undefined);
      const sourced = name === "ignored" ? 0 : 1;
      await until("the lens", async () =>
        (await page.locator(".codelens-decoration").allInnerTexts()).some((text) => text.trim() === `1 figure · ${sourced} sourced`),
      );
      await workbench.screenshot(page, name);
      await saved("draft.md", says);
    });

  it("cites every supported figure with one command", async () => {
    await fresh();
    await workbench.runCommand(page, "Copydesk: Cite Every Supported Figure");
    await squiggle("Four cranes", undefined);
    await saved("draft.md", /wreck \[@lantern-0514\]\. The bridge carried 18,000 vehicles a day \[@lantern-0512\]\./);
    assert.match(await onDisk("draft.md"), /14 people were killed when the Aldermoor bridge collapsed\./);
  });

  it("cites on save where the settings say so, and changes no number", async () => {
    const settings = { "editor.codeActionsOnSave": { "source.fixAll.copydesk": "explicit" }, "files.exclude": { old: true } };
    await writeFile(join(folder, ".vscode/settings.json"), JSON.stringify(settings));
    await fresh();
    await workbench.clickBehind(page, "on the river");
    await page.keyboard.press("End");
    await page.keyboard.type(" It rained.");
    const isCited = async () => /wreck \[@lantern-0514\].* a day \[@lantern-0512\].* It rained\./s.test(await onDisk("draft.md"));
    // The settings may not have been read yet: saved without citations, it is saved again.
    await until("the saved draft with its citations", async () => {
      await page.keyboard.press("Control+s");
      return comes(until("the citations", isCited, 5));
    });
    assert.match(await onDisk("draft.md"), /said 14 people/);
    await writeFile(join(folder, ".vscode/settings.json"), files[".vscode/settings.json"] ?? "");
  });

  it("goes from a citation to the sentence that it stands for, and from there to the drafts", async () => {
    await fresh();
    await workbench.clickOn(page, "county-radio-0513");
    await page.locator(".editor-instance .detected-link", { hasText: "county-radio-0513" }).first().waitFor();
    await page.keyboard.press("F12");
    await until("the source", async () => (await workbench.activeFile(page)) === "county-radio-0513.md");
    await until("the cursor at its sentence", async () => /Ln 7\b/.test((await page.locator("#status\\.editor\\.selection").textContent()) ?? ""));
    await workbench.clickOn(page, "12 people");
    await page.keyboard.press("Shift+F12");
    await until("the draft that uses it", async () => (await workbench.activeFile(page)) === "other.md");
    await workbench.screenshot(page, "references");
  });

  it("finds a figure among the sources, and the parts of a draft", async () => {
    await workbench.runCommand(page, "Go to Symbol in Workspace");
    await page.locator(".quick-input-widget .quick-input-box input").fill("#18,000");
    const row = page.locator(".quick-input-widget .monaco-list-row", { hasText: "18,000 vehicles" }).first();
    await row.waitFor();
    await workbench.screenshot(page, "symbols");
    await row.click();
    await until("the source", async () => (await workbench.activeFile(page)) === "lantern-0512.md");

    await workbench.openFile(page, "draft.md");
    await workbench.runCommand(page, "Go to Symbol in Editor");
    for (const name of ["After the fall", "Four cranes are lifting", "7 boats"])
      await page.locator(".quick-input-widget .monaco-list-row", { hasText: name }).first().waitFor();
    await workbench.screenshot(page, "outline");
    await page.keyboard.press("Escape");
  });

  it("folds the front matter of a source", async () => {
    await workbench.openFile(page, "lantern-0513.md");
    await until("its publisher", () => workbench.boxOf(page, "publisher:"));
    await page.keyboard.press("Control+Home");
    await until("a folded head", async () => {
      await workbench.runCommand(page, "Fold All");
      return !(await workbench.boxOf(page, "publisher:"));
    });
    await workbench.runCommand(page, "Unfold All");
  });

  it("renames a key in every draft and in the source", async () => {
    await fresh();
    await workbench.clickOn(page, "county-radio-0513");
    await page.keyboard.press("F2");
    const input = page.locator(".rename-box input.rename-input, .rename-box input").first();
    await input.waitFor();
    assert.equal(await input.inputValue(), "county-radio-0513");
    await input.fill("hospitals");
    await workbench.screenshot(page, "rename");
    await page.keyboard.press("Enter");
    await until("the new key", () => workbench.boxOf(page, "[@hospitals]"));
    await workbench.runCommand(page, "File: Save All");
    await until("the draft on disk", async () => (await onDisk("draft.md")).includes("[@hospitals]"));
    await until("the other draft on disk", async () => (await onDisk("other.md")).includes("[@hospitals]"));
    await until("the source on disk", async () => (await onDisk("seeds/county-radio-0513.md")).startsWith("---\nid: hospitals\n"));
    await squiggle("40 injured", undefined);
  });

  it("completes and checks copydesk.yaml", async () => {
    await workbench.openFile(page, "copydesk.yaml");
    await page.keyboard.press("Control+End");
    const choose = async (typed: string, label: RegExp) => {
      await page.keyboard.type(typed);
      const row = page.locator(".suggest-widget.visible .monaco-list-row").filter({ hasText: label }).first();
      await until(`${label} among the suggestions`, async () => {
        if (await row.isVisible()) return true;
        await page.keyboard.press("Control+Space");
        return row.waitFor({ timeout: 2_000 }).then(
          () => true,
          () => false,
        );
      });
      await workbench.screenshot(page, "configuration");
      await row.click();
    };
    await choose("ru", /^rules/);
    await choose("unsou", /^unsourced-figure/);
    await choose("er", /^error/);
    await saved("copydesk.yaml", /^corpus: \[seeds\]\nrules:\n {2}unsourced-figure: error$/m);
    await page.keyboard.press("End");
    await page.keyboard.press("Enter");
    await page.keyboard.type("placehodler: off");
    await page.keyboard.press("Control+s");
    await squiggle("placehodler", "error");
    await workbench.hoverOver(page, "placehodler", /placeholder/);
    await workbench.screenshot(page, "configuration-mistake");
    await workbench.openFile(page, "draft.md");
    await squiggle("7 boats", "error");
    await writeFile(join(folder, "copydesk.yaml"), files["copydesk.yaml"] ?? "");
    await squiggle("7 boats", "warning");
  });

  it("leaves out what files.exclude hides", async () => {
    await workbench.runCommand(page, "Copydesk: Check All Drafts");
    await workbench.notification(page, "Copydesk checked 2 drafts");
    assert.ok(!(await workbench.problems(page)).some((row) => row.startsWith("spiked.md")));
    await workbench.hidePanel(page);
  });

  it("keeps a log with levels", async () => {
    await workbench.runCommand(page, "Copydesk: Show Log");
    const lines = page.locator(".part.panel .view-lines");
    await until("lines with a level", async () =>
      /\[info\] .*bridge: 4 sources, 0 problems/.test(((await lines.textContent()) ?? "").replaceAll("\u00a0", " ")),
    );
    await workbench.screenshot(page, "log");
    await workbench.hidePanel(page);
  });

  it("checks a draft that has no file yet", async () => {
    await workbench.runCommand(page, "File: New Untitled Text File");
    await workbench.runCommand(page, "Change Language Mode");
    await page.locator(".quick-input-widget .quick-input-box input").fill("News draft");
    await page.locator(".quick-input-widget .monaco-list-row", { hasText: "News draft" }).first().click();
    await page.locator(".statusbar-item", { hasText: "News draft" }).first().waitFor();
    await page.locator(".editor-instance .view-lines").first().click();
    await page.keyboard.type("The bridge carried 18,000 vehicles a day, TK said.");
    await squiggle("TK", "warning");
    await workbench.screenshot(page, "untitled");
    await page.keyboard.press("Control+a");
    await page.keyboard.press("Delete");
  });

  it("offers no command that does nothing here", async () => {
    const place = join(server.folder, "../plain");
    await mkdir(place);
    await writeFile(join(place, "notes.txt"), "Some 14 boats sank, TK said.\n");
    await page.close();
    page = await workbench.openWorkbench(browser, server.url, place);
    await workbench.openFile(page, "notes.txt");
    await page.keyboard.press("F1");
    const input = page.locator(".quick-input-widget .quick-input-box input");
    await input.fill(">Copydesk");
    const rows = page.locator(".quick-input-widget .monaco-list-row");
    await rows.filter({ hasText: "Take the Tour" }).first().waitFor();
    const offered = (await rows.evaluateAll((all) => all.map((row) => row.getAttribute("aria-label") ?? ""))).filter((label) => label.startsWith("Copydesk:"));
    assert.deepEqual(offered.map((label) => label.replace(/,.*$/, "")).toSorted(), [
      "Copydesk: Create a Sample Story",
      "Copydesk: Create the Folder seeds",
      "Copydesk: Open copydesk.yaml",
      "Copydesk: Take the Tour",
    ]);
    await page.keyboard.press("Escape");
    assert.equal(await workbench.squiggleUnder(page, "TK"), undefined);
    assert.equal(await page.locator('.activitybar .action-label[aria-label^="Copydesk"]').count(), 0);
  });

  it("keeps the folders of a workspace apart: each has its own sources and configuration", async () => {
    const place = join(server.folder, "../two");
    const text = `${front}The bridge carried 18,000 vehicles a day.\n`;
    await writeFiles(place, {
      "a/seeds/lantern-0512.md": sample["seeds/lantern-0512.md"] ?? "",
      "a/one.md": text,
      "b/copydesk.yaml": "rules:\n  unsourced-figure: error\n",
      "b/seeds/none.md": "The river rose.\n",
      "b/two.md": text,
      "desk.code-workspace": JSON.stringify({ folders: [{ path: "a" }, { path: "b" }] }),
    });
    await page.close();
    page = await workbench.openWorkbench(browser, server.url, join(place, "desk.code-workspace"));
    await workbench.openFile(page, "one.md");
    await squiggle("18,000 vehicles", "warning");
    assert.match((await workbench.quickFixesAt(page, "18,000 vehicles"))[0] ?? "", /^Cite lantern-0512/);
    await page.keyboard.press("Escape");
    await workbench.openFile(page, "two.md");
    await squiggle("18,000 vehicles", "error");
    assert.ok(!(await workbench.quickFixesAt(page, "18,000 vehicles")).some((title) => title.startsWith("Cite")));
    await workbench.screenshot(page, "two-folders");
    await page.keyboard.press("Escape");
  });
});
