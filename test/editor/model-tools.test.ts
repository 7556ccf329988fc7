// The tools for language models, called in VS Code's extension host as its chat calls them.
import assert from "node:assert/strict";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { sample } from "../../client/sample.ts";
import { type CodeServer, startCodeServer } from "./code-server.ts";
import * as workbench from "./workbench.ts";
import { writeFiles } from "./write-files.ts";

/** Runs in the extension host: waits until the tools are there, asks each, and prints what they answer. */
const script = `
const vscode = require("vscode");
const ask = async (name, input) => {
  const { content } = await vscode.lm.invokeTool(name, { input, toolInvocationToken: undefined }, new vscode.CancellationTokenSource().token);
  return content.map(({ value }) => value).join("");
};
exports.run = async () => {
  await vscode.extensions.getExtension("copydesk.copydesk").activate();
  for (let i = 0; i < 100 && !vscode.lm.tools.some(({ name }) => name === "copydesk_check_draft"); i++) await new Promise((done) => setTimeout(done, 100));
  console.log("ANSWERS " + JSON.stringify([
    await ask("copydesk_check_draft", { path: "draft.md" }),
    await ask("copydesk_find_sources", { statement: "Police said 17 people were killed when the Aldermoor bridge collapsed.", day: "2031-05-14" }),
  ]));
};
`;

describe("tools for language models in VS Code", () => {
  let server: CodeServer;
  let browser: Browser;
  before(async () => {
    server = await startCodeServer(join(__dirname, "../../out/copydesk.vsix"), ["--vscode-option", "enable-smoke-test-driver"]);
    browser = await workbench.startBrowser();
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
  });

  it("check a draft and find sources for a figure", async () => {
    const folder = join(server.folder, "sample");
    await writeFiles(folder, sample);
    const tests = join(server.folder, "../asking");
    await mkdir(tests);
    await writeFile(join(tests, "package.json"), JSON.stringify({ name: "asking", publisher: "test", version: "0.0.1", engines: { vscode: "*" } }));
    await writeFile(join(tests, "index.js"), script);

    const page = await browser.newPage();
    const lines: string[] = [];
    await page.exposeFunction("codeAutomationLog", (_type: string, args: readonly unknown[]) => void lines.push(args.map(String).join(" ")));
    const exited = new Promise<number>((resolve) => void page.exposeFunction("codeAutomationExit", resolve));
    const authority = `vscode-remote://${new URL(server.url).host}`;
    const payload = JSON.stringify([
      ["extensionDevelopmentPath", `${authority}${tests}`],
      ["extensionTestsPath", `${authority}${join(tests, "index.js")}`],
    ]);
    await page.goto(`${server.url}/?folder=${encodeURIComponent(folder)}&payload=${encodeURIComponent(payload)}`);
    assert.equal(await exited, 0, lines.join("\n"));
    const said = lines.find((line) => line.includes("ANSWERS"));
    assert.ok(said, lines.join("\n"));
    const [check, find] = JSON.parse(said.slice(said.indexOf("["))) as readonly string[];
    assert.match(check ?? "", /^draft\.md: 3 findings/);
    assert.match(check ?? "", /warning stale-casualty, line 6, “14 people”/);
    assert.match(find ?? "", /lantern-0514 \(2031-05-14\), The Lantern, supports it/);
  });
});
