// Fixes on the built command: which are applied, to what, and what is shown of them.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { mendAll } from "../server/cli/mend.ts";
import type { ReportedDraft } from "../server/cli/reported.ts";
import { copydesk, removeFolders } from "./cli-process.ts";
import { draftOf, first, git, put, second, story } from "./flood.ts";
import { utf16 } from "./utf16.ts";

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

  for (const encoding of ["utf-16le", "utf-16be"] as const)
    it(`leaves a draft and its sources in ${encoding}, and says of it what it says in UTF-8`, () => {
      const text = draftOf(first, "Fish — 🐟 — swam.", second).replaceAll("\n", "\r\n");
      const narrow = story({ "flood.md": text });
      const seeds = readdirSync(join(narrow, "seeds"));
      const wides = Object.fromEntries(seeds.map((name) => [`seeds/${name}`, utf16(readFileSync(join(narrow, "seeds", name), "utf8"), encoding)]));
      const wide = story({ ...wides, "flood.md": utf16(text, encoding) });
      const lint = (cwd: string, ...options: string[]) => copydesk(["lint", "--format", "json", ...options], { cwd });
      assert.equal(lint(wide).stdout, lint(narrow).stdout);
      assert.deepEqual(lint(wide, "--fix"), lint(narrow, "--fix"));
      const fixed = readFileSync(join(narrow, "flood.md"), "utf8");
      assert.notEqual(fixed, text);
      assert.deepEqual(readFileSync(join(wide, "flood.md")), Buffer.from(utf16(fixed, encoding)));
    });

  it("is silent, and no failure, where there is nothing to mend", () => {
    const cwd = story({ "clean.md": "Words, the county said.\n" });
    assert.deepEqual(copydesk(["lint", "--fix-dry-run", "clean.md"], { cwd }), { status: 0, stdout: "", stderr: "" });
    assert.equal(copydesk(["lint", "--fix", "--fix-dry-run"], { cwd }).status, 2);
  });
});

describe("lint --fix beside --since and --baseline", () => {
  after(removeFolders);
  const wires = { "seeds/wire-8.md": "---\ndate: 2030-04-02\n---\n\nThe flood in Port Lorne drowned 1,140 sheep and 76 cows, the farmers' union said.\n" };
  const sheep = "The flood in Port Lorne drowned 1,140 sheep and 76 cows.";
  const cited = (text: string, key: string) => text.replace(/\.$/, ` [@${key}].`);
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

describe("a draft that changes while it is mended", () => {
  after(removeFolders);

  for (const [what, now, message] of [
    ["another text", "Some 8 boats sank.\n", "the file has changed since it was read, run the command again"],
    ["no text any more", "Some \0 boats sank.\n", "is a binary file, not text"],
  ] as const)
    it(`stays as it is now: ${what}`, async () => {
      const path = join(story({ "draft.md": "Some 7 boats sank.\n" }), "draft.md");
      const file = { uri: pathToFileURL(path).href, text: "Some 7 boats sank.\n", bom: false };
      const edits = [{ start: 17, end: 17, newText: " [@wire-7]" }];
      const finding = { rule: "unsourced-figure", start: 5, end: 6, suppressed: false, fixes: [{ title: "Cite", safety: "safe", edits }] };
      const draft = { uri: file.uri, text: file.text, findings: [finding], failures: [] } as unknown as ReportedDraft;
      const { mended, problems } = await mendAll(
        [draft],
        new Map([[file.uri, file]]),
        async ({ text }) => {
          writeFileSync(path, now);
          return { draft: { ...draft, text, findings: [] }, problems: [], corpusProblems: [] };
        },
        true,
      );
      assert.deepEqual(mended, []);
      assert.deepEqual(
        problems.map((problem) => problem.message),
        [`fixes not written: ${message}`],
      );
      assert.equal(readFileSync(path, "utf8"), now);
    });
});
