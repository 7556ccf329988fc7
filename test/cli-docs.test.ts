// docs/cli.md is what the commands say of themselves, and the README names no option that is none.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { commands } from "../server/cli/commands/commands.ts";
import { formatNames } from "../server/cli/format/formats.ts";
import { manual } from "../server/cli/manual.ts";
import { repository } from "./cli-process.ts";

const read = (name: string): string => readFileSync(join(repository, name), "utf8");

describe("docs/cli.md", () => {
  it("is up to date", () => assert.equal(read("docs/cli.md"), manual()));

  it("names every command, option and format", () => {
    const text = read("docs/cli.md");
    for (const { name, options } of commands) {
      const [, section = ""] = text.split(`## copydesk ${name}\n`);
      for (const option of Object.keys(options)) assert.ok(section.split("\n## ")[0]?.includes(`--${option}`), `${name} --${option}`);
    }
    for (const name of formatNames) assert.ok(text.includes(`| \`${name}\` |`), name);
  });

  it("and the README and the CI templates use only options that exist", () => {
    const known = new Set([...commands.flatMap(({ options }) => Object.keys(options)), "help", "version"]);
    for (const name of ["README.md", "CHANGELOG.md", "action.yml", "examples/ci/gitlab-ci.yml"])
      for (const line of read(name)
        .split("\n")
        .filter((one) => /copydesk\b/.test(one)))
        for (const [, option] of line.replace(/npm .*?(?=copydesk lint|$)/, "").matchAll(/(?<![\w-])--([a-z][a-z-]+)/g))
          if (!/code --install|npm (run|ci|install)/.test(line)) assert.ok(known.has(option as string), `${name}: --${option}`);
  });
});
