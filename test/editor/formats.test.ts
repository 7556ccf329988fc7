// Sources that are no text (PDF, Word, a feed, a saved page) in a real VS Code: their text opens at the sentence, read-only, with the way to the file above it.
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { docxOf, htmlOf, pdfOf, rssOf } from "../archive/rewrite.ts";
import { type CodeServer, startCodeServer } from "./code-server.ts";
import * as workbench from "./workbench.ts";
import { writeFiles } from "./write-files.ts";

const root = join(__dirname, "../..");
const { until } = workbench;

const filler = "The council spoke of the weather, of the roads and of the old mill by the river, and then of the weather again. ".repeat(9);
const story = (id: string, who: string, count: number) => ({
  id,
  title: `Lorries of the ${who}`,
  date: "2031-05-14",
  url: `https://wire.example/${id}`,
  paragraphs: [filler, filler, filler, `The ${who} have ${count} lorries, the council said.`],
});
const draft = ["bakers", "coopers", "dyers", "farriers"].map((who, index) => `The ${who} have ${41 + index} lorries.\n`);

describe("sources that are no text in VS Code", () => {
  let server: CodeServer;
  let browser: Browser;
  let page: Page;
  const row = (text: string) => page.locator(".pane-body .monaco-list-row", { hasText: text }).first();
  const tab = (name: string) => until(`the tab ${name}`, async () => (await workbench.activeFile(page)) === name);
  const sentence = (words: string) => until(`the sentence of ${words}`, () => workbench.boxOf(page, words));

  before(async () => {
    server = await startCodeServer(join(root, "out/copydesk.vsix"));
    const folder = join(server.folder, "../formats");
    const files = {
      "draft.md": `---\ntitle: Lorries\ndate: 2031-05-15\n---\n\n${draft.join("\n")}`,
      "seeds/page.html": htmlOf(story("page", "bakers", 41)),
      "seeds/feed.xml": rssOf([story("mills", "millers", 9), story("feed", "coopers", 42)]),
      "seeds/memo.docx": docxOf(story("memo", "dyers", 43)),
      "seeds/scan.pdf": await pdfOf(story("scan", "farriers", 44)),
    };
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

  for (const [figure, name, who] of [
    ["44 lorries", "scan.pdf (text)", "The farriers have 44"],
    ["43 lorries", "memo.docx (text)", "The dyers have 43"],
    ["42 lorries", "feed.xml (lorries-of-the-coopers)", "The coopers have 42"],
    ["41 lorries", "page.html (text)", "The bakers have 41"],
  ] as const)
    it(`F12 on a figure opens ${name} at its sentence`, async () => {
      await workbench.openFile(page, "draft.md");
      await until("its squiggle", async () => (await workbench.squiggleUnder(page, figure)) === "warning");
      // While sources are read the way there waits for them, and a busy editor gives up waiting.
      await until(`the tab ${name}`, async () => {
        await workbench.clickOn(page, figure);
        await page.keyboard.press("F12");
        const shown = page.locator(`.tab.active[data-resource-name="${name}"]`);
        return shown.waitFor({ timeout: 5_000 }).then(
          () => true,
          () => false,
        );
      });
      await sentence(who);
      await workbench.screenshot(page, `source-${name.replace(/\W+/g, "-")}`);
    });

  it("the hover names the page, and its link opens the sentence", async () => {
    await workbench.openFile(page, "draft.md");
    await workbench.hoverOver(page, "44 lorries", /scan · page 2/);
    await page
      .locator(".monaco-hover a, .monaco-resizable-hover a", { hasText: /^scan$/ })
      .first()
      .click();
    await tab("scan.pdf (text)");
    await sentence("The farriers have 44");
    await until("the page", () => page.locator(".codelens-decoration", { hasText: "page 2" }).first().isVisible());
    await workbench.screenshot(page, "source-from-hover");
  });

  it("the Sources view opens the sentence of a figure, and shows where it is", async () => {
    await page.locator('.activitybar .action-label[aria-label^="Copydesk"]').click();
    await row("Lorries of the dyers").locator(".monaco-tl-twistie").click();
    await row("43 lorries").click();
    await tab("memo.docx (text)");
    await sentence("The dyers have 43");
    await row("Lorries of the millers").click();
    await tab("feed.xml (lorries-of-the-millers)");
    await workbench.screenshot(page, "source-from-view");
  });

  it("leads from the text to the file", async () => {
    await row("Lorries of the bakers").click();
    await tab("page.html (text)");
    await page.locator('.editor-actions .action-label[aria-label^="Open the Source"]').first().click();
    await tab("page.html");
    await sentence("<!doctype html>");
  });
});
