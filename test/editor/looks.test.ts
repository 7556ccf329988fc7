// The Story panel and the Sources view in a light, a dark and both high-contrast themes, with the keyboard alone, and as a screen reader is told of them.
import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, FrameLocator, Page } from "playwright-core";
import { sample } from "../../client/sample.ts";
import { type CodeServer, startCodeServer } from "./code-server.ts";
import { drawnIn, faintOf } from "./contrast.ts";
import * as workbench from "./workbench.ts";
import { writeFiles } from "./write-files.ts";

const root = join(__dirname, "../..");
const { until } = workbench;

describe("the looks of the views in VS Code", () => {
  let server: CodeServer;
  let browser: Browser;
  let page: Page;
  let folder: string;
  const story = (): FrameLocator => page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame");

  before(async () => {
    server = await startCodeServer(join(root, "out/copydesk.vsix"));
    folder = join(server.folder, "../bridge");
    await writeFiles(folder, { ...sample, ".vscode/settings.json": "{}" });
    browser = await workbench.startBrowser();
    page = await workbench.openWorkbench(browser, server.url, folder);
    await workbench.openFile(page, "draft.md");
    await until("its stale toll", async () => (await workbench.squiggleUnder(page, "14 people")) === "warning");
    await workbench.dismiss(page, "Take the Tour");
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
  });
  afterEach(async function () {
    if (this.currentTest?.state === "failed") await workbench.screenshot(page, `failed-${this.currentTest.title.replace(/\W+/g, "-").slice(0, 60)}`);
  });

  it("opens both views, and the source of a figure, without a mouse", async () => {
    await workbench.runCommand(page, "Copydesk: Focus on Sources View");
    const list = page.locator('.pane-body .monaco-list[aria-label="Sources"]');
    const focused = async () => (await list.locator(".monaco-list-row.focused").evaluateAll((all) => all[0]?.getAttribute("aria-label"))) ?? "";
    /** Presses a key until the row has the focus: the view may still be filled. */
    const reach = (key: string, row: RegExp) =>
      until(`${row} in focus`, async () => {
        await page.keyboard.press(key);
        return row.test(await focused());
      });
    await list.locator(".monaco-list-row").first().waitFor();
    // While it was empty there was nothing to focus.
    await workbench.runCommand(page, "Copydesk: Focus on Sources View");
    await reach("Home", /^May 14, 2031/);
    await reach("ArrowDown", /^Aldermoor toll reaches 17, May 14, 2031, The Lantern · 4 figures/);
    await page.keyboard.press("ArrowRight");
    await until("the figures of the first source", async () => (await list.locator(".monaco-list-row").count()) > 7);
    await reach("ArrowDown", /^17 people, Police said 17 people/);
    await page.keyboard.press("Enter");
    await until("its source", async () => (await workbench.activeFile(page)) === "lantern-0514.md");
    assert.match(await focused(), /^17 people/);
    await workbench.screenshot(page, "sources-keyboard");

    await workbench.openFile(page, "draft.md");
    await workbench.runCommand(page, "Copydesk: Open Story");
    await story().locator("section h2").first().waitFor();
    await page.keyboard.press("Control+2");
    await until(
      "the focus in the page",
      async () =>
        (await story().locator(":focus").count()) > 0 ||
        (await story()
          .locator("body")
          .evaluate((body) => body.ownerDocument.hasFocus())),
    );
    await page.keyboard.press("Tab");
    await until("the first figure", async () =>
      /^At least 9 people, May 12, 2031/.test((await story().locator(".mark:focus").getAttribute("aria-label")) ?? ""),
    );
    await story().locator("#tip", { hasText: "At least 9 people" }).waitFor();
    assert.match(await workbench.statusItem(page), /3 figures/);
    await workbench.screenshot(page, "story-keyboard");
    await page.keyboard.press("Tab");
    await until("the table", async () => (await story().locator("summary:focus").count()) === 1);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    assert.match((await story().locator("button:focus").getAttribute("aria-label")) ?? "", /^Open At least 9 people/);
    await workbench.screenshot(page, "story-table");
    await page.keyboard.press("Enter");
    await until("the source", async () => (await workbench.activeFile(page)) === "lantern-0512.md");
  });

  it("tells a screen reader what a chart shows: by its figures, and as a table", async () => {
    const tree = await story().locator("main").ariaSnapshot();
    for (const part of [
      '- heading "After the fall" [level=1]',
      '- heading "killed" [level=2]',
      'group "Chart of killed: 5 figures. The arrow keys go through them, Enter opens one."',
      'button "14, May 13, 2031, lantern-0513, The Lantern. The number of people killed',
      'button "This draft: 14 people, May 15, 2031, a newer source has a later count. Police said 14 people',
      '- table "killed"',
      "- listitem: County Radio",
      '- columnheader "Day"',
      '- row "May 12, 2031 Open At least 9 people',
    ])
      assert.ok(tree.includes(part), `${part}\n${tree}`);
    const told = await accessibleNames(page);
    assert.equal(
      told.filter(({ role, name }) => role === "button" && /^(This draft: )?(At least )?\d+( people)?, May/.test(name)).length,
      5,
      JSON.stringify(told),
    );
    assert.deepEqual(
      told.filter(({ role, name }) => !name && ["button", "link", "image", "img", "graphics-document", "table", "heading", "columnheader"].includes(role)),
      [],
    );
  });

  it("loads nothing and runs nothing but its own", async () => {
    const policy = await story().locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
    assert.match(policy ?? "", /^default-src 'none'; script-src 'nonce-[\w-]+'; style-src 'nonce-[\w-]+'; base-uri 'none'; form-action 'none'$/);
    const refused = await story()
      .locator("body")
      .evaluate(async (body) => {
        const script = body.ownerDocument.createElement("script");
        script.textContent = "globalThis.intruded = true";
        body.append(script);
        script.remove();
        const fetched = await fetch("https://copydesk.invalid/").then(
          () => "fetched",
          (error: Error) => error.message,
        );
        return { fetched, intruded: "intruded" in globalThis };
      });
    assert.equal(refused.intruded, false);
    assert.match(refused.fetched, /Failed to fetch|violates/);
  });

  for (const [name, theme, kind] of [
    ["light", "Default Light Modern", "vscode-light"],
    ["dark", "Default Dark Modern", "vscode-dark"],
    ["high-contrast", "Default High Contrast", "vscode-high-contrast"],
    ["high-contrast-light", "Default High Contrast Light", "vscode-high-contrast-light"],
  ] as const)
    it(`is legible in a ${name} theme`, async () => {
      await writeFile(join(folder, ".vscode/settings.json"), JSON.stringify({ "workbench.colorTheme": theme }));
      await until(`the ${name} theme in the page`, async () => ((await story().locator("body").getAttribute("class")) ?? "").split(" ").includes(kind));
      await page.keyboard.press("Control+1");
      await workbench.openFile(page, "draft.md");
      await story().locator("section").nth(1).locator(".mark").nth(1).hover();
      await story().locator("#tip", { hasText: "hospitals" }).waitFor();
      // That theme leaves colours by meaning out.
      const plain = kind === "vscode-high-contrast-light" ? "" : await workbench.colourOf(page, "carried");
      await until(
        "coloured figures and attributions",
        async () => (await workbench.colourOf(page, "18,000")) !== plain && (await workbench.colourOf(page, "said")) !== plain,
      );
      await workbench.screenshot(page, `story-${name}`);
      const drawn = await story().locator("body").evaluate(drawnIn);
      assert.ok(drawn.length > 30, `${drawn.length}`);
      assert.deepEqual(faintOf(drawn), []);
      const overlapping = await story()
        .locator("svg[role=group]")
        .evaluateAll((charts) =>
          charts.flatMap((chart) => {
            const texts = [...chart.querySelectorAll("text")].map((text) => ({ text: text.textContent, box: text.getBoundingClientRect() }));
            return texts.flatMap((a, index) =>
              texts
                .slice(index + 1)
                .filter((b) => a.box.left < b.box.right && b.box.left < a.box.right && a.box.top + 2 < b.box.bottom - 2 && b.box.top + 2 < a.box.bottom - 2)
                .map((b) => `${a.text} meets ${b.text}`),
            );
          }),
        );
      assert.deepEqual(overlapping, []);
    });
});

interface FrameTree {
  readonly frame: { readonly id: string };
  readonly childFrames?: readonly FrameTree[];
}

/** What Chromium tells a screen reader of the frames in a page: roles and names. */
async function accessibleNames(page: Page): Promise<readonly { readonly role: string; readonly name: string }[]> {
  const client = await page.context().newCDPSession(page);
  const { frameTree } = await client.send("Page.getFrameTree");
  const idsBelow = ({ childFrames = [] }: FrameTree): readonly string[] => childFrames.flatMap((child) => [child.frame.id, ...idsBelow(child)]);
  const trees = await Promise.all(idsBelow(frameTree).map((frameId) => client.send("Accessibility.getFullAXTree", { frameId })));
  await client.detach();
  return trees.flatMap(({ nodes }) =>
    nodes.filter(({ ignored }) => !ignored).map(({ role, name }) => ({ role: String(role?.value), name: String(name?.value ?? "") })),
  );
}
