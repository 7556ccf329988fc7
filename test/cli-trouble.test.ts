// Bad days of a desk: closed folders, full disks, readers that hang up, odd files. The built command says what is wrong and never looks clean.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, closeSync, cpSync, mkdirSync, openSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { copydesk, folderOf, isPlain, removeFolders, repository } from "./cli-process.ts";

const wire = "---\ntitle: Flood\ndate: 2030-04-02\n---\n\nThe flood in Port Lorne wrecked 212 houses, the county said.\n";
const draft = "---\ntitle: Port Lorne\ndate: 2030-04-03\n---\n\nThe flood in Port Lorne wrecked 212 houses, the county said.\n";
const isRoot = process.getuid?.() === 0;

const nobody = isRoot ? { uid: 65534, gid: 65534 } : {};

/** The program where nobody can read it: the repository may lie in a folder that is closed to others. */
const opened = (): string => {
  const folder = folderOf({});
  chmodSync(folder, 0o755);
  cpSync(join(repository, "dist"), join(folder, "dist"), { recursive: true, filter: (path) => !/\.map$|[\\/]types$/.test(path) });
  cpSync(join(repository, "package.json"), join(folder, "package.json"));
  return join(folder, "dist/cli.js");
};
let program = "";

/** Runs as somebody for whom a closed folder is closed. */
const asNobody = (cwd: string, ...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { cwd, encoding: "utf8", ...nobody });
  return { status, stdout, stderr };
};
const closed = (files: Readonly<Record<string, string>>, ...paths: string[]): string => {
  const cwd = folderOf(files);
  for (const path of ["", "seeds", "drafts"]) chmodSync(join(cwd, path), 0o755);
  for (const path of paths) chmodSync(join(cwd, path), 0);
  return cwd;
};

describe("what cannot be read or written", () => {
  after(removeFolders);
  before(function () {
    // A runtime in root's own folder cannot be run by anybody else.
    if (process.platform === "win32" || spawnSync(process.execPath, ["-e", "0"], { cwd: "/", ...nobody }).status !== 0) this.skip();
    program = opened();
  });

  it("a closed folder among drafts or sources is a problem, not a clean draft", () => {
    const files = { "seeds/wire.md": wire, "seeds/late/more.md": wire, "drafts/a.md": draft, "drafts/late/b.md": draft };
    for (const [path, message] of [
      ["drafts/late", "drafts/late: cannot be read: permission denied\n"],
      ["seeds/late", "seeds/late: cannot be read: permission denied\n"],
      ["drafts/late/b.md", "drafts/late/b.md: cannot be read: permission denied\n"],
      ["seeds/late/more.md", "seeds/late/more.md: cannot be read: permission denied\n"],
    ] as const) {
      const { status, stderr } = asNobody(closed(files, path), "lint", "drafts");
      assert.deepEqual([path, status, stderr], [path, 2, message]);
    }
    const none = asNobody(closed(files, "seeds"), "lint", "drafts/a.md");
    assert.deepEqual([none.status, none.stdout], [2, "nothing was checked: 1 problem\n"]);
    assert.match(none.stderr, /^seeds: cannot be read: permission denied\n$/);
    assert.match(asNobody(closed(files, "drafts/late"), "lint", "drafts/late/b.md").stderr, /^drafts\/late\/b\.md: cannot be read: permission denied\n$/);
  });

  it("what goes nowhere is said in one line, and a report comes before a cache that cannot be kept", () => {
    const cwd = closed({ "seeds/wire.md": wire, "drafts/a.md": draft, "page.md": wire.replace("212", "213") });
    for (const args of [["add", "page.md"], ["init"], ["lint", "--format", "json=out.json"], ["lint", "--baseline", "known.json", "--update-baseline"]]) {
      const { status, stderr } = asNobody(cwd, ...args);
      assert.equal(status, 2, args.join(" "));
      assert.match(stderr, /^copydesk: [^\n]*(?:could not be written: EACCES|cannot be written: permission denied)\n$/);
    }
    const cached = asNobody(cwd, "lint", "--cache", "drafts");
    assert.deepEqual([cached.status, cached.stdout], [2, "no findings; 1 draft checked\n"]);
    assert.match(cached.stderr, /^copydesk: the cache \.copydesk-cache could not be written: EACCES\n$/);
  });

  it("a full disk is no success", function () {
    if (process.platform !== "linux") this.skip();
    const cwd = folderOf({ "seeds/wire.md": wire, "a.md": draft });
    const full = openSync("/dev/full", "w");
    const { status, stderr } = spawnSync(process.execPath, [join(repository, "dist/cli.js"), "lint", "a.md"], {
      cwd,
      encoding: "utf8",
      stdio: ["ignore", full, "pipe"],
    });
    closeSync(full);
    assert.deepEqual([status, stderr], [2, "copydesk: the output could not be written: ENOSPC\n"]);
  });

  it("a reader that hangs up early is none of our business", () => {
    const many = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`d/${i}.md`, `${draft}\nCrews are TK.\n`]));
    const cwd = folderOf({ "seeds/wire.md": wire, ...many });
    for (const command of ["lint d", "lint --format json d", "facts d", "report d/1.md"]) {
      const line = `"${process.execPath}" "${join(repository, "dist/cli.js")}" ${command} | head -c 10 >/dev/null; echo "\${PIPESTATUS[0]}"`;
      const { stdout, stderr } = spawnSync("bash", ["-c", line], { cwd, encoding: "utf8" });
      assert.deepEqual([command, stdout, stderr], [command, command.startsWith("lint") ? "1\n" : "0\n", ""]);
    }
  });

  it("files that are none, and links that lead nowhere or in a circle", () => {
    const cwd = folderOf({ "seeds/wire.md": wire, "drafts/a.md": draft, "drafts/empty.md": "", "drafts/blank.md": "\ufeff\n \n" });
    mkdirSync(join(cwd, "drafts/folder.md"));
    mkdirSync(join(cwd, "seeds/folder.pdf"));
    symlinkSync("circle", join(cwd, "drafts/circle"));
    symlinkSync(".", join(cwd, "drafts/self"));
    symlinkSync("..", join(cwd, "seeds/up"));
    symlinkSync("gone.md", join(cwd, "drafts/dangling.md"));
    assert.deepEqual(copydesk(["lint"], { cwd }), { status: 0, stdout: "no findings; 3 drafts checked\n", stderr: "" });
    for (const [path, message] of [
      ["drafts/circle", "cannot be read: its links form a circle"],
      ["drafts/dangling.md", "no such file or folder"],
      ["drafts/folder.md", "holds no drafts"],
    ] as const)
      assert.deepEqual([copydesk(["lint", path], { cwd }).status, copydesk(["lint", path], { cwd }).stderr], [2, `${path}: ${message}\n`]);
    for (const args of [
      ["report", "drafts/folder.md"],
      ["why", "drafts/folder.md:1"],
      ["facts", "drafts/dangling.md"],
      ["add", "seeds/wire.md"],
    ]) {
      const { status, stderr } = copydesk(args, { cwd });
      assert.equal(status, 2);
      assert.ok(isPlain(stderr) && stderr.split("\n").length === 2, stderr);
    }
    assert.match(copydesk(["report", "drafts/empty.md"], { cwd }).stdout, /^<!doctype html>/);
  });
});
