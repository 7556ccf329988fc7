// The action, the pre-commit hook and the GitLab job run here as their hosts run them: the same shell lines, on a folder of drafts.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { folderOf, removeFolders, repository } from "./cli-process.ts";

const wire = "---\ntitle: Flood\ndate: 2030-04-02\n---\n\nThe flood in Port Lorne wrecked 212 houses, the county said.\n";
const drafts = { "seeds/wire-7.md": wire, "a b.md": "The crews are TK.\n", "clean.md": "The river fell, the county said.\n" };

/** A folder with `copydesk` on the path, as after `npm install --global`. */
const story = (files: Readonly<Record<string, string>> = drafts) => {
  const cwd = folderOf(files);
  const bin = join(folderOf({}), "bin");
  mkdirSync(bin);
  writeFileSync(join(bin, "copydesk"), `#!/bin/sh\nexec "${process.execPath}" "${join(repository, "dist/cli.js")}" "$@"\n`);
  chmodSync(join(bin, "copydesk"), 0o755);
  return (script: string, env: Readonly<Record<string, string>> = {}) => {
    const { status, stdout, stderr } = spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", script], {
      cwd,
      env: { ...process.env, PATH: `${bin}:${process.env.PATH}`, ...env },
      encoding: "utf8",
    });
    return { cwd, status, stdout, stderr };
  };
};
const yaml = (name: string) => parse(readFileSync(join(repository, name), "utf8"));

describe("templates for CI", () => {
  after(removeFolders);

  const action = yaml("action.yml");
  const step = (name: string) => action.runs.steps.find((one: { name?: string }) => one.name === name);
  const inputs = (env: Readonly<Record<string, string>>, given: Readonly<Record<string, string>> = {}) =>
    Object.fromEntries(
      Object.entries(env).map(([key, value]) => [
        key,
        value.replace(/\$\{\{ inputs\.([\w-]+) \}\}/, (_, name: string) => given[name] ?? action.inputs[name].default),
      ]),
    );

  it("the action annotates, writes SARIF and fails for findings; every input it uses is declared", () => {
    const { run, env } = step("Check drafts");
    const { cwd, status, stdout } = story()(run, inputs(env));
    assert.equal(status, 1);
    assert.match(stdout, /^::warning file=a b\.md,line=1,/);
    assert.equal(JSON.parse(readFileSync(join(cwd, "copydesk.sarif"), "utf8")).runs[0].results.length, 1);
    const clean = story()(run, inputs(env, { paths: "clean.md *.news", args: "--rule placeholder=off --max-warnings 3" }));
    assert.equal(clean.status, 2, "a glob that matches nothing is said, not expanded by the shell");
    assert.equal(story()(run, inputs(env, { paths: "clean.md", args: "--max-warnings 3" })).status, 0);
    for (const [, name] of readFileSync(join(repository, "action.yml"), "utf8").matchAll(/inputs\.([\w-]+)/g)) assert.ok(action.inputs[name as string], name);
  });

  it("no input of the action is pasted into a shell line", () => {
    for (const { run } of action.runs.steps) assert.ok(!run?.includes("${{"), run);
    const { env, run } = step("Check drafts");
    const { cwd } = story()(run, inputs(env, { paths: "clean.md; touch hacked $(touch hacked)" }));
    assert.ok(!existsSync(join(cwd, "hacked")));
  });

  it("the pre-commit hook is given the changed drafts", () => {
    const [hook] = yaml(".pre-commit-hooks.yaml");
    assert.deepEqual([hook.id, hook.language], ["copydesk", "node"]);
    const changed = ["a b.md", "clean.md", "seeds/wire-7.md", "deep/seeds/x.md", "notes.pdf"].filter(
      (path) => new RegExp(hook.files).test(path) && !new RegExp(hook.exclude).test(path),
    );
    assert.deepEqual(changed, ["a b.md", "clean.md"]);
    assert.equal(story()(`${hook.entry} ${changed.map((path) => `'${path}'`).join(" ")}`).status, 1);
    assert.equal(story()(`${hook.entry} clean.md`).status, 0);
  });

  it("the GitLab job leaves both reports that it names, also when it fails", () => {
    const { copydesk: job } = yaml("examples/ci/gitlab-ci.yml");
    const script = job.script.filter((line: string) => !line.startsWith("npm install")).join("\n");
    const { cwd, status } = story()(script, job.variables);
    assert.equal(status, 1);
    assert.equal(job.artifacts.when, "always");
    assert.equal(JSON.parse(readFileSync(join(cwd, job.artifacts.reports.codequality), "utf8")).length, 1);
    assert.match(readFileSync(join(cwd, job.artifacts.reports.junit), "utf8"), /<testsuites name="copydesk" tests="2" failures="1"/);
  });
});
