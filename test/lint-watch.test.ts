// A desk that keeps lint running while it writes. On the built command.
import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { folderOf, removeFolders, repository } from "./cli-process.ts";

const wire = "---\ntitle: Flood\ndate: 2030-04-02\n---\n\nThe flood in Port Lorne wrecked 212 houses, the county said.\n";
const draftOf = (text: string) => `---\ntitle: Port Lorne\ndate: 2030-04-03\n---\n\n${text}\n`;

const ninjs = (version: string, toll: number, more: object = {}) =>
  JSON.stringify({
    uri: "urn:x:flood",
    version,
    type: "text",
    versioncreated: `2030-04-02T0${version}:00:00Z`,
    headline: "Flood",
    body_text: `The flood at Port Lorne on Monday killed ${toll} people and wrecked the harbour, the county said.`,
    ...more,
  });

describe("lint --watch", () => {
  after(removeFolders);
  let process_: ChildProcess | undefined;
  afterEach(() => process_?.kill("SIGKILL"));

  /** Starts watching; `until` waits for what has been written so far to end so. */
  const watching = (cwd: string, ...args: string[]) => {
    const child = spawn(process.execPath, [join(repository, "dist/cli.js"), "lint", "--watch", ...args], { cwd });
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
    return { child, until, runs: () => output.split("checked\n").length - 1 };
  };
  const settle = () => new Promise((resolve) => setTimeout(resolve, 400));

  it("checks again when a draft or a source changes, and ends with the last status", async () => {
    const cwd = folderOf({ "seeds/wire-7.md": wire, "flood.md": draftOf("The crews are TK.") });
    const { child, until, runs } = watching(cwd, "flood.md", "--format", "text", "--format", "json=out.json");
    await until(/1 warning, .*checked\n$/);
    writeFileSync(join(cwd, "flood.md"), draftOf("The crews are here."));
    await until(/no findings; 1 draft checked\n$/);
    writeFileSync(join(cwd, "flood.md"), draftOf("The flood in Port Lorne wrecked 212 houses [@wire-9]."));
    await until(/unresolved-citation/);
    writeFileSync(join(cwd, "seeds/wire-9.md"), wire);
    await until(/no findings; 1 draft checked\n$/);
    const before = runs();
    await settle();
    assert.equal(runs(), before, "its own report made it run again");
    child.kill("SIGTERM");
    const [status] = await once(child, "exit");
    assert.equal(status, 0);
  });

  it("opens a clean draft again when a newer version of its source arrives, and once more when that is cancelled", async () => {
    const cwd = folderOf({ "seeds/one.json": ninjs("1", 14), "flood.md": draftOf("The flood at Port Lorne killed 14 people [@one].") });
    const { child, until } = watching(cwd, "flood.md");
    await until(/no findings; 1 draft checked\n$/);
    writeFileSync(join(cwd, "seeds/two.json"), ninjs("2", 17));
    await until(/casualty-mismatch[\s\S]*1 error, .*checked\n$/);
    writeFileSync(join(cwd, "flood.md"), draftOf("The flood at Port Lorne killed 17 people [@two]."));
    await until(/no findings; 1 draft checked\n$/);
    writeFileSync(join(cwd, "seeds/three.json"), ninjs("3", 17, { pubstatus: "canceled" }));
    await until(/unresolved-citation[\s\S]*was cancelled[\s\S]*1 error, .*checked\n$/);
    child.kill("SIGINT");
    const [status] = await once(child, "exit");
    assert.equal(status, 1);
  });

  it("looks into folders that were empty or are new, and waits for a corpus that is not there yet", async () => {
    const cwd = folderOf({ "flood.md": draftOf("The flood in Port Lorne wrecked 212 houses [@wire-7].") });
    mkdirSync(join(cwd, "sport"));
    const { until, runs } = watching(cwd);
    await until(/nothing was checked: 1 problem\n$/);
    mkdirSync(join(cwd, "seeds"));
    await settle();
    writeFileSync(join(cwd, "seeds/wire-7.md"), wire);
    await until(/no findings; 1 draft checked\n$/);
    mkdirSync(join(cwd, "seeds/late"));
    await settle();
    writeFileSync(join(cwd, "sport/run.md"), draftOf("The flood in Port Lorne wrecked 212 houses [@wire-8]."));
    await until(/unresolved-citation[\s\S]*2 drafts checked\n$/);
    writeFileSync(join(cwd, "seeds/late/wire-8.md"), wire);
    await until(/no findings; 2 drafts checked\n$/);
    const before = runs();
    await settle();
    assert.equal(runs(), before);
  });
});
