// What a desk needs to put old drafts under checking: baseline, revisions, cache, threads. On the built command.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { copydesk, folderOf, removeFolders, repository } from "./cli-process.ts";

const wire =
  "---\ntitle: Flood\ndate: 2030-04-02\n---\n\nThe flood in Port Lorne wrecked 212 houses, the county said. At least 31 people were injured in Port Lorne.\n";
const first = "The flood in Port Lorne wrecked 212 houses.";
const second = "The crews are TK.";
const third = "Some 40 boats were lost, and nobody counted the trees.";
const draftOf = (...paragraphs: string[]) => `---\ntitle: Port Lorne\ndate: 2030-04-03\n---\n\n${paragraphs.join("\n\n")}\n`;
const story = (files: Readonly<Record<string, string | Uint8Array>> = {}) =>
  folderOf({ "seeds/wire-7.md": wire, "flood.md": draftOf(first, second, third), ...files });

const found = (cwd: string, ...args: string[]): string[] => {
  const { stdout, stderr } = copydesk(["lint", "--format", "json", ...args], { cwd });
  assert.equal(stderr, "");
  const { drafts } = JSON.parse(stdout) as { drafts: { uri: string; findings: { rule: string; text: string; known?: boolean }[] }[] };
  return drafts.flatMap(({ uri, findings }) => findings.filter(({ known }) => !known).map(({ rule, text }) => `${uri} ${rule} ${text}`));
};
const put = (cwd: string, name: string, text: string): void => writeFileSync(join(cwd, name), text);

describe("lint --rule", () => {
  after(removeFolders);

  it("outranks the configuration", () => {
    const cwd = story({ "copydesk.yaml": "rules: { placeholder: off, unsourced-figure: error }\n" });
    const { stdout, status } = copydesk(["lint", "--rule", "placeholder=information", "--rule", "unsourced-figure=off", "flood.md"], { cwd });
    assert.match(stdout, /^flood\.md:8:15 information placeholder [\s\S]*\n0 errors, 0 warnings, 1 information; 1 draft checked\n$/);
    assert.equal(status, 0);
  });

  it("names the nearest rule and severity", () => {
    for (const [value, message] of [
      ["placehodler=off", 'unknown rule "placehodler": did you mean placeholder?'],
      ["placeholder=warn", '--rule placeholder cannot be "warn": did you mean warning?'],
      ["placeholder", '--rule takes id=severity, as in --rule hedge-drift=off, not "placeholder"'],
    ] as const)
      assert.deepEqual(copydesk(["lint", "--rule", value], { cwd: story() }), { status: 2, stdout: "", stderr: `copydesk: ${message}\n` });
  });
});

describe("lint --fix-dry-run", () => {
  after(removeFolders);

  it("shows what --fix would do as a difference that git applies, and touches nothing", () => {
    const crlf = draftOf(first, "Words.", "More words.", "And more.", "Yet more.", first).replaceAll("\n", "\r\n");
    const files = { "wie “so”.md": draftOf(first, second).trimEnd(), "crlf.md": `\ufeff${crlf}`, "foot.md": draftOf(first, second), "clean.md": "Words.\n" };
    const yaml = { "copydesk.yaml": "citations: { style: footnote }\n" };
    for (const config of [{}, yaml]) {
      const cwd = story({ ...files, ...config });
      const { stdout, status } = copydesk(["lint", "--fix-dry-run"], { cwd });
      assert.equal(status, 1);
      assert.match(stdout, /^--- a\/crlf\.md\n\+\+\+ b\/crlf\.md\n@@ /);
      for (const [name, text] of Object.entries(files)) assert.equal(readFileSync(join(cwd, name), "utf8"), text);
      const fixed = story({ ...files, ...config });
      copydesk(["lint", "--fix"], { cwd: fixed });
      execFileSync("git", ["apply", "--whitespace=nowarn", "-"], { cwd, input: stdout });
      for (const name of [...Object.keys(files), "flood.md"])
        assert.equal(readFileSync(join(cwd, name), "utf8"), readFileSync(join(fixed, name), "utf8"), name);
    }
  });

  it("is silent, and no failure, where there is nothing to mend", () => {
    const cwd = story({ "clean.md": "Words, the county said.\n" });
    assert.deepEqual(copydesk(["lint", "--fix-dry-run", "clean.md"], { cwd }), { status: 0, stdout: "", stderr: "" });
    assert.equal(copydesk(["lint", "--fix", "--fix-dry-run"], { cwd }).status, 2);
  });
});

describe("lint --baseline", () => {
  after(removeFolders);
  const withBaseline = () => {
    const cwd = story();
    assert.equal(found(cwd).length, 3);
    const { status, stdout } = copydesk(["lint", "--baseline", "known.json", "--update-baseline"], { cwd });
    assert.deepEqual([status, stdout], [0, "no findings (and 3 known); 1 draft checked\n"]);
    return cwd;
  };
  const news = (cwd: string) => found(cwd, "--baseline", "known.json");

  it("knows text that moved, was reworded around the figure, or whose file was renamed", () => {
    const cwd = withBaseline();
    put(cwd, "flood.md", draftOf("A new first paragraph.", third, second, first));
    assert.deepEqual(news(cwd), []);
    put(cwd, "flood.md", draftOf("In Port Lorne, the flood of Monday night wrecked 212 houses.", "By now some 40 boats were lost. The crews remain TK."));
    assert.deepEqual(news(cwd), []);
    renameSync(join(cwd, "flood.md"), join(cwd, "deluge.md"));
    assert.deepEqual(news(cwd), []);
  });

  it("takes a changed figure, another one like it, and a copy in another file for new", () => {
    const cwd = withBaseline();
    put(cwd, "flood.md", draftOf(first.replace("212", "221"), second, third));
    assert.deepEqual(
      news(cwd)
        .map((one) => one.replace(/^\S+ /, ""))
        .filter((one) => one.startsWith("unsourced")),
      ["unsourced-figure 221 houses"],
    );
    put(cwd, "flood.md", draftOf(first, second, third, "The pumps are TK."));
    assert.deepEqual(news(cwd), ["flood.md placeholder TK"]);
    put(cwd, "flood.md", draftOf(first, second, third));
    put(cwd, "copy.md", draftOf(third));
    assert.deepEqual(news(cwd), ["copy.md unsourced-figure Some 40 boats"]);
  });

  it("tells known from new in JSON and SARIF, and fails for the new alone", () => {
    const cwd = withBaseline();
    put(cwd, "flood.md", draftOf(first, second, "The pumps are TK."));
    const { stdout, status } = copydesk(["lint", "--baseline", "known.json", "--format", "sarif"], { cwd });
    const { results } = JSON.parse(stdout).runs[0] as { results: { baselineState: string; suppressions?: unknown[] }[] };
    assert.equal(status, 1);
    assert.deepEqual(
      results.map(({ baselineState, suppressions }) => [baselineState, suppressions?.length ?? 0]),
      [
        ["unchanged", 1],
        ["unchanged", 1],
        ["new", 0],
      ],
    );
  });

  it("is written sorted, keeps entries of drafts that were not looked at, and forgets what is mended", () => {
    const cwd = withBaseline();
    const before = readFileSync(join(cwd, "known.json"), "utf8");
    assert.deepEqual(JSON.parse(before).findings, [
      { file: "flood.md", rule: "placeholder", fact: "tk" },
      { file: "flood.md", rule: "unsourced-figure", fact: "212 house" },
      { file: "flood.md", rule: "unsourced-figure", fact: "about 40 boat" },
    ]);
    put(cwd, "other.md", draftOf("The mayor is TK."));
    copydesk(["lint", "--baseline", "known.json", "--update-baseline", "other.md"], { cwd });
    assert.equal(JSON.parse(readFileSync(join(cwd, "known.json"), "utf8")).findings.length, 4);
    rmSync(join(cwd, "other.md"));
    copydesk(["lint", "--baseline", "known.json", "--update-baseline"], { cwd });
    assert.equal(readFileSync(join(cwd, "known.json"), "utf8"), before);
  });

  it("is never taken from a file that is none, and never written from half a check", () => {
    const cwd = withBaseline();
    const before = readFileSync(join(cwd, "known.json"), "utf8");
    put(cwd, "wrong.json", "{}");
    for (const [args, message] of [
      [["--baseline", "gone.json"], "gone.json: no such baseline (--update-baseline writes it)"],
      [["--baseline", "wrong.json"], "wrong.json is no baseline of Copydesk (--update-baseline writes one)"],
      [["--update-baseline"], "--update-baseline needs to know which: --baseline FILE"],
      [["--baseline", "known.json", "--update-baseline", "gone.md", "flood.md"], "not everything could be checked: known.json is left as it was"],
    ] as const)
      assert.deepEqual(copydesk(["lint", ...args], { cwd }), { status: 2, stdout: "", stderr: `copydesk: ${message}\n` });
    assert.equal(readFileSync(join(cwd, "known.json"), "utf8"), before);
  });
});

describe("lint --since", () => {
  after(removeFolders);
  const git = (cwd: string, ...args: string[]) =>
    execFileSync("git", ["-c", "user.name=Desk", "-c", "user.email=desk@example.org", "-c", "init.defaultBranch=main", ...args], { cwd, stdio: "pipe" });
  const committed = (files: Readonly<Record<string, string>> = {}) => {
    const cwd = story(files);
    git(cwd, "init", "-q");
    git(cwd, "add", ".");
    git(cwd, "commit", "-qm", "one");
    return cwd;
  };

  it("reports what was edited, moved or added, and nothing else", () => {
    const cwd = committed({ "sub/näme “x”.md": draftOf(second) });
    assert.deepEqual(found(cwd, "--since", "HEAD"), []);
    put(cwd, "flood.md", draftOf(second, first, third));
    // Which of the two paragraphs moved is git's to say.
    assert.equal(found(cwd, "--since", "HEAD").length, 1);
    put(cwd, "flood.md", draftOf(first, second, third.replace("40", "50")));
    assert.deepEqual(found(cwd, "--since", "HEAD"), ["flood.md unsourced-figure Some 50 boats"]);
    put(cwd, "sub/näme “x”.md", draftOf(second, "The pumps are TK."));
    put(cwd, "new.md", "TK\n");
    assert.deepEqual(found(cwd, "--since", "HEAD"), [
      "flood.md unsourced-figure Some 50 boats",
      "new.md placeholder TK",
      "sub/n%C3%A4me%20%E2%80%9Cx%E2%80%9D.md placeholder TK",
    ]);
    assert.deepEqual(found(join(cwd, "sub"), "--since", "HEAD"), ["n%C3%A4me%20%E2%80%9Cx%E2%80%9D.md placeholder TK"]);
  });

  it("follows a renamed file, and counts from where the branches parted", () => {
    const cwd = committed();
    git(cwd, "checkout", "-qb", "desk");
    git(cwd, "mv", "flood.md", "deluge.md");
    git(cwd, "commit", "-qm", "renamed");
    assert.deepEqual(found(cwd, "--since", "main"), []);
    git(cwd, "checkout", "-q", "main");
    put(cwd, "flood.md", draftOf(first.replace("212", "221"), "Another second paragraph.", third));
    git(cwd, "commit", "-qam", "elsewhere");
    git(cwd, "checkout", "-q", "desk");
    assert.deepEqual(found(cwd, "--since", "main"), []);
    put(cwd, "deluge.md", draftOf(first, second, third, "The pumps are TK."));
    assert.deepEqual(found(cwd, "--since", "main"), ["deluge.md placeholder TK"]);
  });

  it("says what is wrong with the revision or the folder", () => {
    const cwd = committed();
    for (const [folder, revision, message] of [
      [cwd, "no-such-branch", "--since no-such-branch: git knows no such revision"],
      [cwd, "--output=x", "--since --output=x: git knows no such revision"],
      [story(), "HEAD", "--since needs a git repository: . is in none"],
    ] as const)
      assert.deepEqual(copydesk(["lint", `--since=${revision}`], { cwd: folder }), { status: 2, stdout: "", stderr: `copydesk: ${message}\n` });
    assert.ok(!existsSync(join(cwd, "x")));
  });
});

describe("lint --fix beside --since and --baseline", () => {
  after(removeFolders);
  const wires = { "seeds/wire-8.md": "---\ndate: 2030-04-02\n---\n\nThe flood in Port Lorne drowned 1,140 sheep and 76 cows, the farmers' union said.\n" };
  const sheep = "The flood in Port Lorne drowned 1,140 sheep and 76 cows.";
  const cited = (text: string, key: string) => text.replace(/\.$/, ` [@${key}].`);
  const git = (cwd: string, ...args: string[]) =>
    execFileSync("git", ["-c", "user.name=Desk", "-c", "user.email=desk@example.org", "-c", "init.defaultBranch=main", ...args], { cwd, stdio: "pipe" });
  const read = (cwd: string, name = "flood.md") => readFileSync(join(cwd, name), "utf8");
  const styles = { pandoc: {}, footnote: { "copydesk.yaml": "citations: { style: footnote }\n" } };

  for (const jobs of ["1", "2"])
    it(`cites in changed lines only, with ${jobs} at work`, () => {
      const cwd = story({
        ...wires,
        "flood.md": draftOf(first, "Words."),
        "old.md": draftOf(first, sheep),
        "crlf.md": `\ufeff${draftOf(first, sheep).replaceAll("\n", "\r\n")}`,
      });
      git(cwd, "init", "-q");
      git(cwd, "add", ".");
      git(cwd, "commit", "-qm", "one");
      const crlf = `\ufeff${draftOf(first, sheep).replaceAll("\n", "\r\n")}`;
      put(cwd, "flood.md", draftOf(first, sheep));
      put(cwd, "crlf.md", crlf.replace("76 cows", "76 cows in all"));
      const dry = copydesk(["lint", "--fix-dry-run", "--since", "HEAD", "--jobs", jobs], { cwd });
      assert.deepEqual(
        dry.stdout.split("\n").filter((line) => /^[-+]/.test(line) && !/^(---|\+\+\+) /.test(line)),
        [
          "-The flood in Port Lorne drowned 1,140 sheep and 76 cows in all.\r",
          "+The flood in Port Lorne drowned 1,140 sheep and 76 cows in all [@wire-8].\r",
          `-${sheep}`,
          `+${cited(sheep, "wire-8")}`,
        ],
      );
      assert.equal(read(cwd, "crlf.md"), crlf.replace("76 cows", "76 cows in all"));
      const { status, stderr } = copydesk(["lint", "--fix", "--since", "HEAD", "--jobs", jobs], { cwd });
      assert.deepEqual([status, stderr], [0, ""]);
      assert.equal(read(cwd), draftOf(first, cited(sheep, "wire-8")));
      assert.equal(read(cwd, "crlf.md"), crlf.replace("76 cows.", "76 cows in all [@wire-8]."));
      assert.equal(read(cwd, "old.md"), draftOf(first, sheep));
    });

  for (const [style, config] of Object.entries(styles))
    it(`leaves alone what the baseline knows, in style ${style}`, () => {
      const cwd = story({ ...wires, ...config });
      copydesk(["lint", "--baseline", "known.json", "--update-baseline"], { cwd });
      const before = draftOf(sheep, second, first, sheep.replace("The flood", "That flood"));
      put(cwd, "flood.md", before);
      assert.equal(copydesk(["lint", "--fix-dry-run", "--baseline", "known.json"], { cwd }).status, 1);
      assert.equal(read(cwd), before);
      const { status, stdout } = copydesk(["lint", "--fix", "--baseline", "known.json"], { cwd });
      assert.deepEqual([status, stdout], [0, "no findings (and 2 known); 1 draft checked\n"]);
      assert.ok(read(cwd).includes(`\n\n${first}\n\n`), read(cwd));
      assert.ok(/wire-8/.test(read(cwd)) && !read(cwd).includes("76 cows.\n"), read(cwd));
      const settled = read(cwd);
      assert.equal(copydesk(["lint", "--fix-dry-run", "--baseline", "known.json"], { cwd }).stdout, "");
      copydesk(["lint", "--fix"], { cwd });
      assert.notEqual(read(cwd), settled);
    });

  it("writes into a new baseline what the fixes left", () => {
    const cwd = story(wires);
    const { status } = copydesk(["lint", "--fix", "--baseline", "known.json", "--update-baseline"], { cwd });
    assert.equal(status, 0);
    assert.deepEqual(
      JSON.parse(read(cwd, "known.json")).findings.map(({ fact }: { fact: string }) => fact),
      ["tk", "about 40 boat"],
    );
  });
});

describe("lint --print-config", () => {
  after(removeFolders);

  it("says of each value where it comes from", () => {
    const own = "---\ntitle: Own\ncorpus: wires\n---\n\nWords.\n";
    const cwd = story({ "copydesk.yaml": "drafts: '*.md'\nrules:\n  placeholder: off\ncitations: { style: link }\n", "own.md": own });
    const { stdout, status } = copydesk(["lint", "--print-config", "flood.md", "--rule", "chronology=off"], { cwd });
    assert.equal(status, 0);
    for (const row of [
      /^configuration of flood\.md: copydesk\.yaml\n/,
      /^ {2}corpus +\["seeds"\] +default$/m,
      /^ {2}drafts +\["\*\.md"\] +copydesk\.yaml:1$/m,
      /^ {2}citations\.style +"link" +copydesk\.yaml:4$/m,
      /^ {2}rules\.placeholder +"off" +copydesk\.yaml:3$/m,
      /^ {2}rules\.chronology +"off" +command line$/m,
      /^ {2}rules\.hedge-drift +"information" +default$/m,
    ])
      assert.match(stdout, row);
    assert.match(copydesk(["lint", "--print-config", "own.md"], { cwd }).stdout, /^ {2}corpus +\["wires"\] +own\.md:3$/m);
    assert.match(copydesk(["lint", "--print-config", "own.md", "--corpus", "x"], { cwd }).stdout, /^ {2}corpus +\["x"\] +command line$/m);
  });
});

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

  it("repeats the problems of the sources, and never remembers a draft that could not be checked", () => {
    const cwd = story({ "seeds/broken.txt": new Uint8Array([0, 1]), "latin.md": new Uint8Array([0xe9]) });
    const run = () => copydesk(["lint", "--cache"], { cwd });
    const cold = run();
    assert.equal(cold.status, 2);
    assert.deepEqual(run(), cold);
    assert.ok(existsSync(join(cwd, ".copydesk-cache")));
    assert.equal(copydesk(["lint", "--cache-location", "x"], { cwd }).status, 2);
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
