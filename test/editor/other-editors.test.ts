// Neovim and Emacs, each with the configuration that the README gives: they underline what the command line finds, and insert a citation.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";

const root = resolve(__dirname, "../..");
/** The figure stands behind what counts differently in bytes, UTF-16 and characters. */
const unsourced = "---\ntitle: Gaza\ndate: 2023-10-20\n---\n\nOn the 🙂 side — Israeli strikes have killed at least 3,785 Palestinians in Gaza.\n";
const fixed = "unsourced.md";

interface Editor {
  readonly name: string;
  readonly program: string;
  /** What Debian calls it. */
  readonly packages: string;
  /** The language of its configuration's fence in the README. */
  readonly fence: string;
  readonly command: (script: string) => readonly string[];
}

/** A script opens the DRAFTS in turn, writes what is underlined to shown.json, takes the first fix of FIX and saves it; what is left there goes to left.json. */
const editors: readonly Editor[] = [
  {
    name: "Neovim",
    program: "nvim",
    packages: "neovim",
    fence: "lua",
    command: (script) => [
      "--headless",
      "--clean",
      "-n",
      "--cmd",
      `luafile ${join(script, "neovim-before.lua")}`,
      "-u",
      "init.lua",
      "-c",
      `luafile ${join(script, "neovim.lua")}`,
    ],
  },
  {
    name: "Emacs",
    program: "emacs",
    packages: "emacs-nox elpa-eglot",
    fence: "elisp",
    command: (script) => ["--batch", "-q", "-l", "init.elisp", "-l", join(script, "emacs.el")],
  },
];

interface Shown {
  readonly rule: string;
  /** The words under the line. */
  readonly text: string;
  readonly message: string;
}

const configurationOf = (fence: string): string => {
  const [, code] = new RegExp(`^\`\`\`${fence}\n(.*?)^\`\`\`$`, "ms").exec(readFileSync(join(root, "README.md"), "utf8")) ?? [];
  assert.ok(code, `the README has a block of ${fence}`);
  return code;
};

const byText = (a: Shown, b: Shown) => a.text.localeCompare(b.text) || a.rule.localeCompare(b.rule) || a.message.localeCompare(b.message);

for (const { name, program, packages, fence, command } of editors)
  describe(name, () => {
    let folder: string;

    before(function () {
      if (spawnSync(program, ["--version"]).status === 0) return;
      if (process.env.CI === "true") throw new Error(`${name} is not installed: apt-get install ${packages}`);
      console.error(`\n  !!! ${name} is not installed: its test is SKIPPED (apt-get install ${packages})\n`);
      this.skip();
    });
    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), `copydesk-${program}-`));
    });
    afterEach(() => rmSync(folder, { recursive: true, force: true }));

    it("shows the findings of the command line, and inserts a citation, with the configuration of the README", () => {
      for (const part of ["seeds", "examples"]) cpSync(join(root, part), join(folder, part), { recursive: true });
      writeFileSync(join(folder, fixed), unsourced);
      writeFileSync(join(folder, "ferry.news"), "PORT ELLA, March 4 - At least 14 boats sank, TK said.\n");
      const examples = readdirSync(join(folder, "examples")).filter((file) => /\.(md|txt|news)$/.test(file));
      const drafts = [fixed, "ferry.news", ...examples.map((file) => `examples/${file}`)];

      mkdirSync(join(folder, "bin"));
      symlinkSync(join(root, "dist/cli.js"), join(folder, "bin/copydesk"));
      writeFileSync(join(folder, `init.${fence}`), configurationOf(fence));
      const env = {
        ...process.env,
        HOME: folder,
        PATH: `${join(folder, "bin")}${delimiter}${process.env.PATH}`,
        DRAFTS: drafts.join("\n"),
        FIX: fixed,
      };
      const lint = spawnSync(process.execPath, [join(root, "dist/cli.js"), "lint", "--format", "json", ...drafts], { cwd: folder, env, encoding: "utf8" });
      assert.equal(lint.status, 1, lint.stderr);
      const report = JSON.parse(lint.stdout) as {
        readonly drafts: readonly { readonly uri: string; readonly findings: readonly (Shown & { readonly suppressed: boolean })[] }[];
      };

      const run = spawnSync(program, command(__dirname), { cwd: folder, env, encoding: "utf8", timeout: 60_000 });
      assert.equal(run.status, 0, run.stdout + run.stderr);
      const answer = <T>(file: string) => JSON.parse(readFileSync(join(folder, file), "utf8")) as T;
      const shown = answer<Readonly<Record<string, readonly Shown[]>>>("shown.json");

      assert.deepEqual(Object.keys(shown).toSorted(), drafts.toSorted());
      for (const { uri, findings } of report.drafts) {
        const open = findings.filter(({ suppressed }) => !suppressed).map(({ rule, text, message }) => ({ rule, text, message }));
        assert.deepEqual([...(shown[uri] ?? [])].sort(byText), open.sort(byText), uri);
      }
      assert.equal(report.drafts.length, drafts.length);
      assert.match(readFileSync(join(folder, fixed), "utf8"), /in Gaza \[@\w+\]\.\n$/);
      assert.deepEqual(answer("left.json"), []);
    });
  });
