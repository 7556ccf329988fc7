import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, symlinkSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { decode } from "../server/archive/decode.ts";
import { filesBelow } from "../server/archive/folder.ts";
import { globMatcher, splitGlob } from "../server/archive/glob.ts";
import { isInCorpus, loadCorpus } from "../server/archive/load-corpus.ts";
import { findProject } from "../server/archive/project.ts";
import { readTextFile } from "../server/archive/text-file.ts";
import { replaceFile } from "../server/archive/write-file.ts";
import { shownPath } from "../server/cli/checked.ts";
import { folderOf, removeFolders, repository } from "./cli-process.ts";
import { utf16 } from "./utf16.ts";

const article = "The bridge at Harrow Point reopened on Monday, the county said.\n";
const utf8 = (text: string) => new TextEncoder().encode(text);

describe("archive", () => {
  after(removeFolders);

  it("reads the sources of a folder, deeply, in order, and passes over what is hidden or foreign", async () => {
    const folder = folderOf({
      "b.txt": article,
      "a.md": article,
      "deep/c.news": article,
      "deep/d.markdown": article,
      ".hidden/x.txt": article,
      "node_modules/y.txt": article,
      "notes.rst": "Notes",
    });
    const { corpus, problems } = await loadCorpus(["."], folder);
    assert.deepEqual([corpus.sources.map(({ id }) => id), problems], [["a", "b", "c", "d"], []]);
  });

  it("turns what cannot be read into problems, and reads the rest", async () => {
    const folder = folderOf({
      "good.txt": article,
      "binary.txt": new Uint8Array([80, 75, 3, 4, 0, 0]),
      "latin.txt": new Uint8Array([...utf8("One line.\nA caf"), 0xe9, ...utf8(" on fire.\n")]),
      "odd.txt": new Uint8Array([0xff, 0xfe, 65, 0, 66]),
      "torn.txt": new Uint8Array([0xfe, 0xff, 0xd8, 0, 0, 65]),
      "wider.txt": new Uint8Array([0xff, 0xfe, 0, 0, 65, 0, 0, 0]),
      "empty.txt": " \n",
      "big.txt": "x",
    });
    truncateSync(join(folder, "big.txt"), 11 * 1024 * 1024);
    symlinkSync(join(folder, "gone.txt"), join(folder, "link.txt"));
    const { corpus, problems } = await loadCorpus([folder], "/");
    assert.deepEqual(
      corpus.sources.map(({ id }) => id),
      ["good"],
    );
    assert.deepEqual(problems.map(({ uri, line, message }) => `${shownPath(uri).split("/").at(-1)}${line ? `:${line}` : ""}: ${message}`).sort(), [
      "big.txt: is larger than 10 MB: not read",
      "binary.txt: is a binary file, not text",
      "empty.txt: is empty: no source",
      "latin.txt:2: is not valid UTF-8",
      "odd.txt: is not valid UTF-16",
      "torn.txt: is not valid UTF-16",
      "wider.txt: is a binary file, not text",
    ]);
  });

  it("says why there are no sources", async () => {
    const folder = folderOf({ "readme.rst": "x" });
    const message = async (entry: string) => (await loadCorpus([entry], folder)).problems.map((problem) => problem.message);
    assert.deepEqual(await message("nowhere"), ["corpus not found: name the folder of the sources with --corpus or in copydesk.yaml"]);
    assert.deepEqual(await message("."), ["corpus holds no sources: text, pages, PDF, Word, mail or news feeds"]);
    assert.deepEqual(await message("*.txt"), ["corpus pattern matches no sources"]);
  });

  it("takes globs and single files as a corpus", async () => {
    const folder = folderOf({ "wire/a.txt": article, "wire/old/b.txt": article, "wire/c.md": article, "d.txt": article });
    const ids = async (...entries: string[]) => (await loadCorpus(entries, folder)).corpus.sources.map(({ id }) => id);
    assert.deepEqual(await ids("wire/*.txt"), ["a"]);
    assert.deepEqual(await ids("wire/**/*.txt", "d.txt"), ["a", "b", "d"]);
    assert.deepEqual(await ids("wire", "./wire/**/*"), ["a", "b", "c"]);
    assert.equal(isInCorpus(["./wire/**/*.txt"], folder)(join(folder, "wire/old/b.txt")), true);
    assert.equal(isInCorpus(["wire"], folder)(join(folder, "wireless/b.txt")), false);
  });

  it("reads more sources than a process may hold open", () => {
    const folder = folderOf(Object.fromEntries(Array.from({ length: 400 }, (_, index) => [`seeds/${index}.txt`, article])));
    const command = `ulimit -n 128; "${process.execPath}" "${join(repository, "dist/cli.js")}" sources`;
    const { status, stdout, stderr } = spawnSync("sh", ["-c", command], { cwd: folder, encoding: "utf8" });
    assert.deepEqual([status, stderr, stdout.match(/^\d+$/gm)?.length], [0, "", 400]);
  });

  it("does not run in circles through linked folders", async () => {
    const folder = folderOf({ "a/one.txt": article });
    symlinkSync(folder, join(folder, "a/loop"));
    assert.deepEqual((await filesBelow(folder)).files, [join(folder, "a/one.txt")]);
  });

  it("leaves a byte order mark out of the text, and remembers it", async () => {
    const folder = folderOf({ "bom.txt": `\ufeff${article}` });
    const { file } = await readTextFile(join(folder, "bom.txt"));
    assert.deepEqual([file?.text, file?.bom], [article, true]);
    assert.deepEqual(decode(utf8("a\ufeffb")), { text: "a\ufeffb", bom: false });
  });

  for (const encoding of ["utf-16le", "utf-16be"] as const)
    it(`reads ${encoding} as it reads UTF-8`, async () => {
      const folder = folderOf({ "wide.txt": utf16(article, encoding), "narrow.txt": article });
      const { corpus, problems } = await loadCorpus([folder], "/");
      assert.deepEqual(problems, []);
      const [narrow, wide] = corpus.sources;
      assert.equal(wide?.id, "wide");
      assert.equal(wide.reading.document.text, article);
      assert.deepEqual(
        wide.claims.map(({ figure }) => figure),
        narrow?.claims.map(({ figure }) => figure),
      );
    });

  it("finds the project upward: the configuration first, then a folder of sources", async () => {
    const folder = folderOf({
      "copydesk.yaml": "corpus: wire\n",
      "paper/stories/a.md": "",
      "inner/seeds/a.txt": article,
      "inner/stories/a.md": "",
    });
    const found = await findProject(join(folder, "paper/stories"), "/");
    assert.deepEqual([found.root, found.config.corpus], [folder, ["wire"]]);
    const without = await findProject(join(folder, "inner/stories"), "/", false);
    assert.deepEqual([without.root, without.config.corpus], [join(folder, "inner"), ["seeds"]]);
    mkdirSync(join(folder, "inner/copydesk.yaml"));
    assert.equal((await findProject(join(folder, "inner"), "/")).root, folder);
  });

  it("replaces a file in one step, through a link, and leaves nothing behind when it cannot", async () => {
    const folder = folderOf({ "a.md": "old" });
    symlinkSync(join(folder, "a.md"), join(folder, "link.md"));
    await replaceFile(join(folder, "link.md"), "new");
    const { file } = await readTextFile(join(folder, "a.md"));
    assert.equal(file?.text, "new");
    await assert.rejects(replaceFile(join(folder, "gone.md"), "new"));
    assert.deepEqual((await filesBelow(folder)).files, [join(folder, "a.md"), join(folder, "link.md")]);
  });
});

describe("globs", () => {
  const cases: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ["**/*.{md,txt}", ["a.md", "b/c.txt", "b/d/e.md"], ["a.mdx", "b/c.news"]],
    ["*.md", ["a.md"], ["b/a.md", "amd"]],
    ["drafts/**", ["drafts/a", "drafts/b/c"], ["draft/a", "drafts"]],
    ["day?.md", ["day1.md"], ["day.md", "day12.md", "day/.md"]],
    ["day[1-3].md", ["day2.md"], ["day4.md", "day[1-3].md"]],
    ["day[!1].md", ["day2.md"], ["day1.md"]],
    ["a+(b).txt", ["a+(b).txt"], ["ab.txt"]],
    ["{a,b/{c,d}}.md", ["a.md", "b/c.md", "b/d.md"], ["c.md"]],
    ["**/[", ["x/["], ["x/y"]],
    ["{a", ["{a"], ["a"]],
    ["[z-a]", ["[z-a]"], ["a"]],
    ["{*a,b}c", ["xac", "bc"], ["xbc", "xb"]],
    ["**/x/**/y", ["x/y", "a/x/b/c/y"], ["xy", "a/x/b"]],
    ["wie 🙂?.md", ["wie 🙂🙂.md"], ["wie 🙂.md"]],
    // A regular expression would try for years.
    [`${"*a".repeat(60)}b`, [`${"a".repeat(200)}b`], ["a".repeat(200)]],
    [`${"{a,aa}".repeat(60)}b`, [`${"a".repeat(100)}b`], ["a".repeat(100)]],
    [`${"**/a/".repeat(30)}b`, [`${"a/".repeat(60)}b`], ["a/".repeat(60)]],
  ];
  for (const [pattern, hits, misses] of cases)
    it(pattern, () => {
      const matches = globMatcher(pattern);
      assert.deepEqual([hits.filter((path) => !matches(path)), misses.filter(matches)], [[], []]);
    });

  it("are split at their first wildcard", () => {
    assert.deepEqual(splitGlob("a/b/*.md"), { folder: "a/b", rest: "*.md" });
    assert.deepEqual(splitGlob("**/*.md"), { folder: ".", rest: "**/*.md" });
    assert.deepEqual(splitGlob("/*.md"), { folder: "/", rest: "*.md" });
    assert.deepEqual(splitGlob("a/b"), { folder: "a/b", rest: "" });
  });
});
