// What a writer does in the workbench, as functions: open a file, look at squiggles, hover, take a quick fix. Everything polls; nothing sleeps a fixed time.
import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { type Browser, chromium, type Locator, type Page } from "playwright-core";

const out = join(__dirname, "../../out");
const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export const startBrowser = (): Promise<Browser> => chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: flags });

/** Asks again until the answer is there (neither undefined nor false nor empty), for at most `seconds`. */
export async function until<T>(what: string, ask: () => Promise<T | undefined | null | false>, seconds = 20): Promise<T> {
  for (const end = Date.now() + seconds * 1000; ; await new Promise((resolve) => setTimeout(resolve, 100))) {
    const answer = await ask();
    if (answer) return answer;
    assert.ok(Date.now() < end, `waited ${seconds} s for ${what}`);
  }
}

const appears = (locator: Locator, seconds: number): Promise<boolean> =>
  locator.waitFor({ timeout: seconds * 1000 }).then(
    () => true,
    () => false,
  );

/** `place` is a folder or a `.code-workspace` file. */
export async function openWorkbench(browser: Browser, url: string, place: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.setDefaultTimeout(20_000);
  const address = `${url}/?${place.endsWith(".code-workspace") ? "workspace" : "folder"}=${encodeURIComponent(place)}`;
  const shows = () => appears(page.locator(".explorer-folders-view .monaco-list-row").first(), 30);
  // A workbench may lose its server while that ends the one before it; then it waits for ever, and is loaded again.
  await until(
    "the workbench",
    async () => {
      await page.goto(address);
      const isThere = await shows();
      if (!isThere) await screenshot(page, "failed-workbench");
      return isThere;
    },
    60,
  );
  return page;
}

/** Types into the box that a key opens, until the row appears; clicks it. The box may close while the workbench is busy: then once more. */
async function pick(page: Page, key: string, words: string, title: string): Promise<void> {
  const input = page.locator(".quick-input-widget .quick-input-box input");
  const row = page.locator(".quick-input-widget .monaco-list-row", { hasText: title }).first();
  await until(
    `"${title}" in the box`,
    async () => {
      try {
        await page.keyboard.press("Escape");
        await page.keyboard.press(key);
        await input.fill(words, { timeout: 2_000 });
        await row.waitFor({ timeout: 2_000 });
      } catch {
        return false;
      }
      // Once it is there, a click that is slow is no reason for another.
      return row.click().then(
        () => true,
        () => false,
      );
    },
    40,
  );
}

/** Opens a file by its name, as Ctrl+P does, and waits until its text shows. */
export async function openFile(page: Page, name: string): Promise<void> {
  await pick(page, "Control+p", name, name);
  await page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
  await page.locator(".editor-instance .view-line").first().waitFor();
}

/** Runs a command by its title in the palette, as soon as it is offered. */
export const runCommand = (page: Page, title: string): Promise<void> => pick(page, "F1", `>${title}`, title);

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where words stand on the screen; they must not be broken over two screen lines. Undefined where they are not shown. */
export const boxOf = (page: Page, words: string): Promise<Box | undefined> =>
  page.evaluate((wanted) => {
    for (const line of document.querySelectorAll(".editor-instance .view-line")) {
      const at = (line.textContent ?? "").replaceAll("\u00a0", " ").indexOf(wanted);
      if (at < 0) continue;
      const range = document.createRange();
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      let before = 0;
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const length = node.textContent?.length ?? 0;
        if (at >= before && at < before + length) range.setStart(node, at - before);
        if (at + wanted.length > before && at + wanted.length <= before + length) {
          range.setEnd(node, at + wanted.length - before);
          const { x, y, width, height } = range.getBoundingClientRect();
          return { x, y, width, height };
        }
        before += length;
      }
    }
    return undefined;
  }, words);

/** The squiggle under words: error, warning or info; undefined where there is none. */
export async function squiggleUnder(page: Page, words: string): Promise<string | undefined> {
  const box = await boxOf(page, words);
  if (!box) return undefined;
  return page.evaluate(({ x, y, width, height }) => {
    for (const squiggle of document.querySelectorAll(".squiggly-error, .squiggly-warning, .squiggly-info")) {
      const at = squiggle.getBoundingClientRect();
      const across = Math.min(at.right, x + width) - Math.max(at.left, x);
      const down = Math.min(at.bottom, y + height) - Math.max(at.top, y);
      if (across > width / 2 && down > 0) return [...squiggle.classList].find((name) => name.startsWith("squiggly-"))?.slice("squiggly-".length);
    }
    return undefined;
  }, box);
}

const boxInView = (page: Page, words: string) => until(`"${words}" on the screen`, () => boxOf(page, words));

/** Rests the mouse on words until the hover says something: its parts come one after another. */
export async function hoverOver(page: Page, words: string, says: RegExp): Promise<void> {
  const hover = page.locator(".monaco-hover:not(.hidden) .hover-contents, .monaco-resizable-hover .hover-contents");
  await until(`a hover over "${words}" that says ${says}`, async () => {
    const { x, y, width, height } = await boxInView(page, words);
    await page.mouse.move(x + width / 2 - 30, y - 60);
    await page.mouse.move(x + width / 2, y + height / 2, { steps: 5 });
    return appears(hover.filter({ hasText: says }).first(), 5);
  });
}

/** Puts the cursor into words. */
export async function clickOn(page: Page, words: string): Promise<void> {
  const { x, y, width, height } = await boxInView(page, words);
  await page.mouse.click(x + width / 2, y + height / 2);
}

/** Puts the cursor behind words. */
export async function clickBehind(page: Page, words: string): Promise<void> {
  const { x, y, width, height } = await boxInView(page, words);
  await page.mouse.click(x + width - 1, y + height / 2);
}

/** The titles of the quick fixes at words, the menu left open. */
export async function quickFixesAt(page: Page, words: string): Promise<readonly string[]> {
  const rows = page.locator(".action-widget .monaco-list-row.action");
  return until(`quick fixes at "${words}"`, async () => {
    await page.keyboard.press("Escape");
    await clickOn(page, words);
    // Over a word, the control key would draw a link: over the line numbers it does not.
    const { y, height } = await boxInView(page, words);
    await page.mouse.move(390, y + height / 2);
    await page.keyboard.press("Control+.");
    return (await appears(rows.first(), 3)) && rows.allInnerTexts();
  });
}

export const takeQuickFix = (page: Page, title: string): Promise<void> =>
  page.locator(".action-widget .monaco-list-row.action", { hasText: title }).first().click();

/** The rows of the Problems panel that are in view; none while it is closed. */
export async function problems(page: Page): Promise<readonly string[]> {
  const rows = await page.locator(".markers-panel .monaco-list-row").allInnerTexts();
  return rows.map((text) => text.replaceAll(/\s+/g, " ").trim());
}

/** The text of Copydesk's item in the status bar; empty where there is none. */
export async function statusItem(page: Page): Promise<string> {
  const items = page.locator('.statusbar-item[id*="copydesk"]:visible');
  return (await items.allInnerTexts()).join(" ").replaceAll(/\s+/g, " ").trim();
}

export async function screenshot(page: Page, name: string): Promise<Buffer> {
  await mkdir(out, { recursive: true });
  return page.screenshot({ path: join(out, `${name}.png`) });
}

/** The colour in which words are drawn. */
export async function colourOf(page: Page, words: string): Promise<string> {
  const { x, y, width, height } = await boxInView(page, words);
  return page.evaluate(
    ([left, top]) => {
      const drawn = document.elementsFromPoint(left ?? 0, top ?? 0).find((element) => element.closest(".view-line"));
      return drawn ? getComputedStyle(drawn).color : "";
    },
    [x + width / 2, y + height / 2],
  );
}

/** Waits for a message in the corner that contains words. */
export const notification = (page: Page, words: string): Promise<void> => page.locator(".notification-list-item", { hasText: words }).first().waitFor();

/** The name of the file in the active tab. */
export const activeFile = (page: Page): Promise<string | null> => page.locator(".tab.active").first().getAttribute("data-resource-name");

/** Gives the editor its full height. */
export const hidePanel = (page: Page): Promise<boolean> =>
  until("no panel", async () => {
    const panel = page.locator(".part.panel");
    if (!(await panel.isVisible())) return true;
    await page.keyboard.press("Control+j");
    return panel.waitFor({ state: "hidden", timeout: 5_000 }).then(
      () => true,
      () => false,
    );
  });

/** Closes a message in the corner, once it is there. */
export async function dismiss(page: Page, words: string): Promise<void> {
  const message = page.locator(".notification-list-item", { hasText: words }).first();
  await message.hover();
  await message.locator(".codicon-notifications-clear").click();
  await message.waitFor({ state: "hidden" });
}
