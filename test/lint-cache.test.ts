// A desk with many drafts: what was found before is not looked for again, and several threads share the work. On the built command.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import { copydesk, folderOf, removeFolders, repository } from "./cli-process.ts";
import { draftOf, first, found, put, second, story, wire } from "./flood.ts";

describe("lint --cache and --jobs", () => {
  after(removeFolders);
  const packs = ["quake", "ferry", "siege", "wildfire"];
  /** Drafts of the story packs, many times over, each with a paragraph of its own. */
  const many = (count: number) => {
    const files: Record<string, string> = {};
    const pack = (name: string, part: string) => join(repository, "test/packs", name, part);
    for (const name of packs)
      for (const file of readdirSync(pack(name, "seeds"))) files[`seeds/${name}-${file}`] = readFileSync(join(pack(name, "seeds"), file), "utf8");
    const drafts = packs.flatMap((name) =>
      readdirSync(pack(name, "drafts")).map((file) => ({ file, text: readFileSync(join(pack(name, "drafts"), file), "utf8") })),
    );
    for (let i = 0; i < count; i++) {
      const { file, text } = drafts[i % drafts.length] as (typeof drafts)[number];
      files[`drafts/${String(i).padStart(3, "0")}-${file}`] = `${text}\n\nThis is version ${i} of it, TK.\n`;
    }
    return folderOf(files);
  };
  const timed = (cwd: string, ...args: string[]) => {
    const started = performance.now();
    const result = copydesk(["lint", "--format", "json", ...args, "drafts"], { cwd });
    return { ...result, time: performance.now() - started };
  };

  it("the second run over 200 drafts says the same in a tenth of the time", () => {
    const cwd = many(200);
    const cold = timed(cwd, "--cache");
    const again = [1, 2, 3].map(() => timed(cwd, "--cache"));
    const warm = again.reduce((best, run) => (run.time < best.time ? run : best));
    assert.ok(JSON.parse(cold.stdout).drafts.length === 200 && cold.stdout.includes('"rule"'));
    assert.deepEqual([warm.stdout, warm.stderr, warm.status], [cold.stdout, cold.stderr, cold.status]);
    assert.ok(warm.time * 10 < cold.time, `${Math.round(cold.time)} ms, then ${Math.round(warm.time)} ms`);
  });

  it("checks again what changed: draft, source, configuration, name; and a broken cache is no cache", () => {
    const cwd = story({ "copydesk.yaml": "rules: {}\n" });
    const cached = () => found(cwd, "--cache", "--cache-location", "cache.json");
    const before = cached();
    assert.equal(before.length, 3);
    assert.deepEqual(cached(), before);
    put(cwd, "flood.md", draftOf(second, first));
    assert.deepEqual(cached(), ["flood.md placeholder TK", "flood.md unsourced-figure 212 houses"]);
    put(cwd, "copydesk.yaml", "rules: { placeholder: off }\n");
    assert.deepEqual(cached(), ["flood.md unsourced-figure 212 houses"]);
    assert.deepEqual(found(cwd, "--cache", "--cache-location", "cache.json", "--rule", "unsourced-figure=off"), []);
    put(cwd, "flood.md", draftOf(`${first.slice(0, -1)} [@wire-8].`));
    assert.deepEqual(cached(), ["flood.md unresolved-citation wire-8"]);
    put(cwd, "seeds/wire-8.md", wire);
    assert.deepEqual(cached(), []);
    renameSync(join(cwd, "seeds/wire-8.md"), join(cwd, "seeds/wire-9.md"));
    renameSync(join(cwd, "flood.md"), join(cwd, "deluge.md"));
    assert.deepEqual(cached(), ["deluge.md unresolved-citation wire-8"]);
    for (const broken of ["", "{}", "[1]", '{"entries":{"x":1}}']) {
      put(cwd, "cache.json", broken);
      assert.deepEqual(cached(), ["deluge.md unresolved-citation wire-8"]);
    }
  });

  it("opens a clean draft again when a newer version of its source arrives", () => {
    const item = (version: string, toll: number, more: object = {}) =>
      JSON.stringify({
        uri: "urn:x:flood",
        version,
        type: "text",
        versioncreated: "2030-04-02T09:00:00Z",
        body_text: `The flood at Port Lorne killed ${toll} people.`,
        ...more,
      });
    const cwd = folderOf({ "seeds/one.json": item("1", 14), "flood.md": draftOf("The flood at Port Lorne killed 14 people [@one].") });
    const cached = () => found(cwd, "--cache");
    assert.deepEqual([cached(), cached()], [[], []]);
    put(cwd, "seeds/two.json", item("2", 17));
    assert.deepEqual(cached(), ["flood.md casualty-mismatch 14 people"]);
    put(cwd, "flood.md", draftOf("The flood at Port Lorne killed 17 people [@one]."));
    assert.deepEqual([cached(), cached()], [[], []]);
    put(cwd, "seeds/three.json", item("3", 17, { pubstatus: "canceled" }));
    put(cwd, "seeds/other.txt", "Port Lorne has a harbour.\n");
    assert.deepEqual(cached(), ["flood.md unresolved-citation one"]);
  });

  it("repeats the problems of the sources, and never remembers a draft that could not be checked", () => {
    const cwd = story({ "seeds/broken.txt": new Uint8Array([0, 1]), "latin.md": new Uint8Array([0xe9]) });
    const run = () => copydesk(["lint", "--cache"], { cwd });
    const cold = run();
    assert.equal(cold.status, 2);
    assert.deepEqual(run(), cold);
    assert.ok(existsSync(join(cwd, ".copydesk-cache")));
    assert.equal(copydesk(["lint", "--cache-location", "x"], { cwd }).status, 2);
  });

  /** CPU seconds of the busiest thread: what a run takes at the least, however much else the machine has to do. */
  const busiest = async (cwd: string, jobs: string): Promise<number> => {
    const child = spawn(process.execPath, [join(repository, "dist/cli.js"), "lint", "--format", "json", "--jobs", jobs, "drafts"], { cwd, stdio: "ignore" });
    const used = new Map<string, number>();
    const look = setInterval(() => {
      try {
        for (const thread of readdirSync(`/proc/${child.pid}/task`)) {
          const stat = readFileSync(`/proc/${child.pid}/task/${thread}/stat`, "utf8");
          const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
          used.set(thread, (Number(fields[11]) + Number(fields[12])) / 100);
        }
      } catch {}
    }, 10);
    await once(child, "exit");
    clearInterval(look);
    return Math.max(...used.values());
  };

  it("two threads share the work of 120 drafts", async function () {
    if (process.platform !== "linux") this.skip();
    this.timeout(180_000);
    const cwd = many(120);
    const [one, two] = [await busiest(cwd, "1"), await busiest(cwd, "2")];
    assert.ok(two < 0.85 * one, `the busiest of one thread worked ${one} s, of two ${two} s`);
  });

  it("several threads say the same, in the same order, also when they fix and when sources are broken", () => {
    const cwd = many(24);
    const one = timed(cwd);
    for (const jobs of ["2", "5"]) assert.equal(timed(cwd, "--jobs", jobs).stdout, one.stdout);
    const broken = () => story({ "seeds/broken.txt": new Uint8Array([0, 1]), "latin.md": new Uint8Array([0xe9]), "more.md": draftOf(first) });
    const runs = ["1", "3"].map((jobs) => copydesk(["lint", "--fix", "--jobs", jobs], { cwd: broken() }));
    assert.deepEqual(runs[0], runs[1]);
    assert.equal(runs[0]?.status, 2);
    assert.equal(copydesk(["lint", "--jobs", "many"], { cwd }).status, 2);
  });
});
