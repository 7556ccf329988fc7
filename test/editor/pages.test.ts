// The fact sheet and the page of findings as a desk opens them: in a browser, on a wide screen, on a telephone, and on paper.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { startBrowser } from "./workbench.ts";

const root = join(__dirname, "../..");
const packs = join(root, "test/packs");
const copydesk = (...args: string[]): void => {
  try {
    execFileSync(process.execPath, [join(root, "dist/cli.js"), ...args], { cwd: packs, stdio: "pipe" });
  } catch (error) {
    // There are findings: that is what the pages are about.
    assert.equal((error as { status?: number }).status, 1, String((error as { stderr?: Buffer }).stderr));
  }
};

/** Text whose colour stands out from what is behind it less than WCAG 2.2 asks for (4.5 to 1). Runs in the page, where what the test's compiler names functions with is missing. */
function faintTexts(): string[] {
  const channels = (colour: string): number[] => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const luminance = (colour: string): number =>
    channels(colour)
      .slice(0, 3)
      .map((value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4))
      .reduce((sum, value, at) => sum + value * ([0.2126, 0.7152, 0.0722][at] as number), 0);
  const behind = (element: Element | null): string => {
    for (let at = element; at; at = at.parentElement) {
      const { backgroundColor } = getComputedStyle(at);
      if (channels(backgroundColor)[3] !== 0) return backgroundColor;
    }
    return "rgb(255, 255, 255)";
  };
  const found: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!element || !node.textContent?.trim()) continue;
    const { color, fill } = getComputedStyle(element);
    const [a = 0, b = 0] = [luminance(element.closest("svg") ? fill : color), luminance(behind(element))].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    if (ratio < 4.5) found.push(`${node.textContent.trim().slice(0, 40)} (${ratio.toFixed(2)})`);
  }
  return found;
}

/** How many pages a PDF has. */
const pagesOf = (pdf: Buffer): number => pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;

describe("pages in a browser", () => {
  const folder = mkdtempSync(join(tmpdir(), "copydesk-pages-"));
  let browser: Browser;
  before(async () => {
    browser = await startBrowser();
  });
  after(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const report = (pack: string, draft: string) => (file: string) => copydesk("report", `${pack}/drafts/${draft}`, "--corpus", `${pack}/seeds`, "-o", file);
  const written: Readonly<Record<string, (file: string) => void>> = {
    "fact sheet of an earthquake": report("quake", "day2.md"),
    "fact sheet of a siege": report("siege", "dec9-longread.txt"),
    "fact sheet of a ferry": report("ferry", "day3.md"),
    "page of findings": (file) => copydesk("lint", "siege/drafts", "quake/drafts", "--corpus", "siege/seeds", "--format", `html=${file}`),
  };

  for (const [what, write] of Object.entries(written)) {
    const open = async (width: number, visit: (page: Page) => Promise<void>) => {
      const page = await browser.newPage({ viewport: { width, height: 900 } });
      const wrong: string[] = [];
      page.on("console", (message) => wrong.push(message.text()));
      page.on("pageerror", (error) => wrong.push(error.message));
      page.on("request", (request) => {
        if (!request.url().startsWith("file:")) wrong.push(request.url());
      });
      await page.goto(pathToFileURL(join(folder, `${what}.html`)).href);
      await visit(page);
      assert.deepEqual(wrong, []);
      await page.close();
    };

    it(`the ${what} is readable on a wide screen and on a narrow one`, async () => {
      write(join(folder, `${what}.html`));
      for (const width of [1100, 390])
        await open(width, async (page) => {
          assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0);
          assert.deepEqual(await page.evaluate(`(() => { const __name = (named) => named; return (${faintTexts})(); })()`), []);
        });
    });

    it(`the ${what} leads from a number to its place and back`, () =>
      open(1100, async (page) => {
        const link = page.locator('a[href^="#"]').last();
        const target = await link.getAttribute("href");
        await link.click();
        const place = page.locator(`:target`);
        assert.equal(`#${await place.getAttribute("id")}`, target);
        assert.ok(await place.isVisible());
      }));

    it(`the ${what} prints: nothing is cut off at the side, and no chart is larger than a page`, () =>
      open(1100, async (page) => {
        const pdf = await page.pdf({ format: "A4", preferCSSPageSize: true });
        const pages = pagesOf(pdf);
        assert.ok(pages >= 1 && pages <= 12, `${pages} pages`);
        await page.setViewportSize({ width: 680, height: 1000 });
        await page.emulateMedia({ media: "print" });
        const [over, highest] = await page.evaluate(() => [
          document.documentElement.scrollWidth - document.documentElement.clientWidth,
          Math.max(0, ...[...document.querySelectorAll("figure")].map((figure) => figure.getBoundingClientRect().height)),
        ]);
        assert.equal(over, 0);
        assert.ok((highest as number) < 1000, `${highest}`);
      }));
  }
});
