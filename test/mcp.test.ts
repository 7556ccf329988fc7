// `copydesk mcp`, asked by the protocol's own client: two tools that answer from the sources.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";

const wire = (date: string, text: string) => `---\ntitle: Ferry\npublisher: Harbour News\ndate: ${date}\n---\n${text}\n`;
const files = {
  "seeds/first.md": wire("2031-03-04", "At least 14 people were killed when the Orla ferry sank off Port Ella, the coast guard said."),
  "seeds/second.md": wire("2031-03-05", "The coast guard said 21 people were killed when the Orla ferry sank off Port Ella."),
  "draft.md":
    "---\ntitle: A ferry sinks\ndate: 2031-03-06\n---\nThe Orla ferry sank off Port Ella.\n\nIt killed 21 people when the Orla ferry sank off Port Ella.\n",
};

describe("copydesk mcp", () => {
  const root = mkdtempSync(join(tmpdir(), "copydesk-mcp-"));
  const client = new Client({ name: "test", version: "1" });
  const call = async (name: string, input: Record<string, unknown>) => {
    const { content, isError } = await client.callTool({ name, arguments: input });
    return { text: (content as readonly { text: string }[])[0]?.text ?? "", isError: isError === true };
  };
  before(async () => {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    await client.connect(new StdioClientTransport({ command: process.execPath, args: [resolve("dist/cli.js"), "mcp"], cwd: root }));
  });
  after(async () => {
    await client.close();
    rmSync(root, { recursive: true, force: true });
  });

  it("offers the tools of the editor, described in the same words", async () => {
    const { tools } = await client.listTools();
    const { contributes } = JSON.parse(readFileSync("package.json", "utf8"));
    assert.deepEqual(
      tools.map(({ name, description }) => [`copydesk_${name}`, description]),
      contributes.languageModelTools.map((tool: { name: string; modelDescription: string }) => [tool.name, tool.modelDescription]),
    );
    assert.ok(tools.every(({ annotations }) => annotations?.readOnlyHint));
  });

  it("checks a draft, with the evidence word for word", async () => {
    const { text } = await call("check_draft", { path: "draft.md" });
    assert.match(text, /^draft\.md: 1 findings\. 1 figures, 0 of them with a source/);
    assert.match(text, /warning unsourced-figure, line 7, “21 people”/);
    assert.match(text, /source second: .*“The coast guard said 21 people were killed/);
    assert.match(text, /fix: Cite second/);
  });

  it("sees a draft as it is now", async () => {
    writeFileSync(join(root, "draft.md"), files["draft.md"].replace("Ella.\n\nIt", "Ella.\n\nPolice said it"));
    assert.match((await call("check_draft", { path: join(root, "draft.md") })).text, /^draft\.md: 0 findings/);
  });

  it("finds what the sources have on a figure", async () => {
    const { text } = await call("find_sources", { statement: "The coast guard said 21 people were killed when the Orla ferry sank.", day: "2031-03-06" });
    assert.match(text, /second \(2031-03-05\), Harbour News, supports it: “The coast guard said 21 people .*” Cite it as \[@second\]\./);
    const none = await call("find_sources", { statement: "The festival drew 900 visitors." });
    assert.match(none.text, /“900 visitors” .*\n {2}No source speaks of it\./);
    assert.match((await call("find_sources", { statement: "Nothing to count." })).text, /no figure in this statement/);
  });

  it("says what went wrong", async () => {
    assert.deepEqual(await call("check_draft", { path: "none.md" }), { text: "none.md: no such file or folder", isError: true });
    assert.deepEqual(await call("find_sources", { statement: "It has 4 wheels.", day: "today" }), { text: "day must be written YYYY-MM-DD", isError: true });
    assert.ok((await call("guess", {})).isError);
  });
});
