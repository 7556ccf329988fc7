// What a desk needs to put old drafts under checking: baseline, revisions, configuration. On the built command.
import assert from "node:assert/strict";
import { existsSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { copydesk, removeFolders } from "./cli-process.ts";
import { draftOf, first, found, git, put, second, story, third } from "./flood.ts";
import { utf16 } from "./utf16.ts";

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
  const committed = (files: Readonly<Record<string, string | Uint8Array>> = {}) => {
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

  it("takes all of a changed file that git does not look into", () => {
    const wide = (text: string) => utf16(draftOf(text), "utf-16le");
    const cwd = committed({ "deep/a and b/wide.md": wide(second), "näme.md": wide(second), "left.md": wide(second), "flood.md": draftOf(second) });
    assert.deepEqual(found(cwd, "--since", "HEAD"), []);
    put(cwd, "deep/a and b/wide.md", wide("The pumps are TK."));
    put(cwd, "näme.md", wide("The boats are TK."));
    git(cwd, "mv", "left.md", "right hand.md");
    put(cwd, "right hand.md", wide(`${second}\n\n${third}`));
    assert.deepEqual(found(cwd, "--since", "HEAD"), [
      "deep/a%20and%20b/wide.md placeholder TK",
      "n%C3%A4me.md placeholder TK",
      "right%20hand.md placeholder TK",
      "right%20hand.md unsourced-figure Some 40 boats",
    ]);
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

describe("lint --print-config", () => {
  after(removeFolders);

  it("says of each value where it comes from", () => {
    const own = "---\ntitle: Own\ncorpus: wires\n---\n\nWords.\n";
    const cwd = story({
      "copydesk.yaml": "drafts: '*.md'\nrules:\n  placeholder: off\ncitations: { style: link }\nsuppressions: { reason: required }\n",
      "own.md": own,
    });
    const { stdout, status } = copydesk(["lint", "--print-config", "flood.md", "--rule", "chronology=off"], { cwd });
    assert.equal(status, 0);
    for (const row of [
      /^configuration of flood\.md: copydesk\.yaml\n/,
      /^ {2}corpus +\["seeds"\] +default$/m,
      /^ {2}drafts +\["\*\.md"\] +copydesk\.yaml:1$/m,
      /^ {2}citations\.style +"link" +copydesk\.yaml:4$/m,
      /^ {2}suppressions\.reason +"required" +copydesk\.yaml:5$/m,
      /^ {2}rules\.placeholder +"off" +copydesk\.yaml:3$/m,
      /^ {2}rules\.chronology +"off" +command line$/m,
      /^ {2}rules\.hedge-drift +"information" +default$/m,
    ])
      assert.match(stdout, row);
    assert.match(copydesk(["lint", "--print-config", "own.md"], { cwd }).stdout, /^ {2}corpus +\["wires"\] +own\.md:3$/m);
    assert.match(copydesk(["lint", "--print-config", "own.md", "--corpus", "x"], { cwd }).stdout, /^ {2}corpus +\["x"\] +command line$/m);
  });
});
