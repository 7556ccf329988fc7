// A desk that keeps lint running while it writes. On the built command.
import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { folderOf, removeFolders, repository } from "./cli-process.ts";

const wire = "---\ntitle: Flood\ndate: 2030-04-02\n---\n\nThe flood in Port Lorne wrecked 212 houses, the county said.\n";
const draftOf = (text: string) => `---\ntitle: Port Lorne\ndate: 2030-04-03\n---\n\n${text}\n`;

describe("lint --watch", () => {
  after(removeFolders);
  let process_: ChildProcess | undefined;
  afterEach(() => process_?.kill("SIGKILL"));

  it("checks again when a draft or a source changes, and ends with the last status", async () => {
    const cwd = folderOf({ "seeds/wire-7.md": wire, "flood.md": draftOf("The crews are TK.") });
    const child = spawn(process.execPath, [join(repository, "dist/cli.js"), "lint", "--watch", "flood.md", "--format", "text", "--format", "json=out.json"], {
      cwd,
    });
    process_ = child;
    let output = "";
    child.stdout.on("data", (chunk) => {
      output += chunk;
    });
    const until = async (pattern: RegExp) => {
      const end = Date.now() + 20_000;
      while (!pattern.test(output)) {
        assert.ok(Date.now() < end, `waited for ${pattern}: ${output}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    };
    await until(/1 warning, .*checked\n$/);
    writeFileSync(join(cwd, "flood.md"), draftOf("The crews are here."));
    await until(/no findings; 1 draft checked\n$/);
    writeFileSync(join(cwd, "flood.md"), draftOf("The flood in Port Lorne wrecked 212 houses [@wire-9]."));
    await until(/unresolved-citation/);
    writeFileSync(join(cwd, "seeds/wire-9.md"), wire);
    await until(/no findings; 1 draft checked\n$/);
    const runs = output.split("draft checked").length;
    await new Promise((resolve) => setTimeout(resolve, 400));
    assert.equal(output.split("draft checked").length, runs, "its own report made it run again");
    child.kill("SIGTERM");
    const [status] = await once(child, "exit");
    assert.equal(status, 0);
  });
});
