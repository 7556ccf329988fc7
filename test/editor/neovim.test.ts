// Neovim without any plugin: it attaches to the built server, shows what the command line finds, and applies a quick fix.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Diagnostic } from "vscode-languageserver-protocol";

const root = resolve(__dirname, "../..");
const unsourced = "---\ntitle: Gaza\ndate: 2023-10-20\n---\n\nOn the 🙂 side — Israeli strikes have killed at least 3,785 Palestinians in Gaza.\n";

interface CliReport {
  readonly drafts: readonly { readonly uri: string; readonly findings: readonly CliFinding[] }[];
}
interface CliFinding {
  readonly rule: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly message: string;
  readonly suppressed: boolean;
}

describe("Neovim", () => {
  let folder: string;

  before(function () {
    if (spawnSync("nvim", ["--version"]).status === 0) return;
    if (process.env.CI === "true") throw new Error("Neovim is not installed: apt-get install neovim");
    console.error("\n  !!! Neovim is not installed: its test is SKIPPED (apt-get install neovim)\n");
    this.skip();
  });
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "copydesk-neovim-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("shows the findings of the command line, and applies a quick fix", () => {
    cpSync(join(root, "seeds"), join(folder, "seeds"), { recursive: true });
    if (existsSync(join(root, "examples"))) cpSync(join(root, "examples"), join(folder, "examples"), { recursive: true });
    writeFileSync(join(folder, "unsourced.md"), unsourced);
    const examples = existsSync(join(folder, "examples")) ? readdirSync(join(folder, "examples")).filter((name) => /\.(md|txt|news)$/.test(name)) : [];
    const drafts = ["unsourced.md", ...examples.map((name) => `examples/${name}`)];

    const lint = spawnSync(process.execPath, [join(root, "dist/cli.js"), "lint", "--format", "json", ...drafts], { cwd: folder, encoding: "utf8" });
    assert.equal(lint.status, 1, lint.stderr);
    const report = JSON.parse(lint.stdout) as CliReport;

    const env = { ...process.env, COPYDESK_SERVER: join(root, "dist/server.js"), DRAFTS: drafts.join("\n"), FIX: "unsourced.md" };
    const script = join(root, "test/editor/neovim.lua");
    const nvim = spawnSync("nvim", ["--headless", "--clean", "-n", "-u", "NONE", "-c", `luafile ${script}`], {
      cwd: folder,
      env,
      encoding: "utf8",
      timeout: 60_000,
    });
    assert.equal(nvim.status, 0, nvim.stderr);
    const { findings, shown } = JSON.parse(readFileSync(join(folder, "findings.json"), "utf8")) as {
      readonly findings: Readonly<Record<string, readonly Diagnostic[] | null>>;
      readonly shown: Readonly<Record<string, number>>;
    };

    for (const { uri, findings: expected } of report.drafts) {
      const open = expected.filter(({ suppressed }) => !suppressed);
      assert.deepEqual(
        (findings[uri] ?? []).map(({ code, message, range }) => [code, range.start.line, range.start.character, range.end.line, range.end.character, message]),
        open.map(({ rule, line, column, endLine, endColumn, message }) => [rule, line - 1, column - 1, endLine - 1, endColumn - 1, message]),
        uri,
      );
      if (uri !== "unsourced.md") assert.equal(shown[uri], open.length, uri);
    }
    assert.equal(report.drafts.length, drafts.length);
    assert.match(readFileSync(join(folder, "unsourced.md"), "utf8"), /in Gaza \[@\w+\]\.\n$/);
  });
});
