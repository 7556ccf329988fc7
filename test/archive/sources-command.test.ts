import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { copydesk, folderOf, isPlain, removeFolders } from "../cli-process.ts";
import { docxOf, htmlOf } from "./rewrite.ts";

const body = (toll: string) =>
  `The kiln at Potter's Row exploded on Monday, killing ${toll} people and wrecking the old market hall, the fire service said. Crews from three towns were at the scene until dawn, and the road to the harbour stayed shut.`;
const source = (publisher: string, date: string | undefined, text: string) =>
  `---\ntitle: Kiln explodes\npublisher: ${publisher}\n${date ? `date: ${date}\n` : ""}---\n\n${text}\n`;

describe("sources --check", () => {
  after(removeFolders);

  const corpus = {
    "seeds/post.md": source("Post", "2031-05-06", body("14")),
    "seeds/herald.md": source("Herald", "2031-05-06", body("17").replace("Crews from three towns", "The hospital received the last of them, and crews")),
    "seeds/herald-later.md": source(
      "Herald",
      "2031-05-08",
      body("19").replace("Crews from three towns", "Nobody is missing any more; a crane, two diggers and volunteers"),
    ),
    "seeds/mirror.md": source("Mirror", "2031-05-07", body("14")),
    "seeds/memo.txt": "The kiln was built in 1911, a curator at the museum said, and rebuilt twice by the town.\n",
  };

  it("tells conflicts of one day, copies and undated files, and exits with 1", () => {
    const { status, stdout, stderr } = copydesk(["sources", "--check"], { cwd: folderOf(corpus) });
    assert.deepEqual([status, stderr], [1, ""]);
    assert.equal(
      stdout,
      `Tolls that sources give differently
  2031-05-06, killed
    post: “14 people”, says fire service  seeds/post.md:7
    herald: “17 people”, says fire service  seeds/herald.md:7

Copies of one text: they count once
  post: mirror

No date: nothing tells when their figures held
  memo
`,
    );
  });

  it("says the same as JSON", () => {
    const { stdout } = copydesk(["sources", "--check", "--format", "json"], { cwd: folderOf(corpus) });
    const found = JSON.parse(stdout) as {
      conflicts: { day: string; statements: { source: string; value: number }[] }[];
      copies: { id: string }[][];
      undated: { id: string }[];
    };
    assert.deepEqual(
      found.conflicts.map(({ day, statements }) => [day, statements.map(({ source, value }) => [source, value])]),
      [
        [
          "2031-05-06",
          [
            ["post", 14],
            ["herald", 17],
          ],
        ],
      ],
    );
    assert.deepEqual(
      found.copies.map((group) => group.map(({ id }) => id)),
      [["post", "mirror"]],
    );
  });

  it("exits with 0 where there is nothing to look at", () => {
    const { status, stdout } = copydesk(["sources", "--check"], { cwd: folderOf({ "seeds/post.md": corpus["seeds/post.md"] }) });
    assert.deepEqual([status, stdout], [0, "the sources agree\n"]);
  });

  it("refuses formats that it does not have", () => {
    for (const args of [
      ["--format", "xml"],
      ["--check", "--format", "bibtex"],
    ]) {
      const { status, stdout, stderr } = copydesk(["sources", ...args], { cwd: folderOf(corpus) });
      assert.deepEqual([status, stdout], [2, ""]);
      assert.match(stderr, /^copydesk: [^\n]+\n$/);
    }
  });
});

describe("withdrawn and embargoed stories", () => {
  after(removeFolders);

  const ninjs = (more: object) =>
    JSON.stringify({ uri: "urn:x:kiln", type: "text", versioncreated: "2031-05-06T09:00:00Z", headline: "Kiln explodes", body_text: body("14"), ...more });
  const draft = (date: string | undefined) => `---\ntitle: Blast\n${date ? `date: ${date}\n` : ""}---\n\nThe blast killed 14 people [@wire].\n`;
  const rulesOf = (files: Record<string, string>) => {
    const { stdout } = copydesk(["lint", "--format", "json", "draft.md"], { cwd: folderOf({ "seeds/other.txt": body("14"), ...files }) });
    const { drafts } = JSON.parse(stdout) as { drafts: { findings: { rule: string; severity: string; message: string }[] }[] };
    return drafts.flatMap(({ findings }) =>
      findings.filter(({ rule }) => rule === "unresolved-citation").map(({ severity, message }) => `${severity}: ${message}`),
    );
  };

  it("may not be cited", () => {
    const cancelled = ninjs({ pubstatus: "canceled", copyrightholder: "Kiln Wire" });
    assert.deepEqual(rulesOf({ "seeds/wire.json": cancelled, "draft.md": draft("2031-05-07") }), [
      "error: “wire” (Kiln Wire) was cancelled by its publisher: what it says must not be used.",
    ]);
    const embargoed = ninjs({ embargoed: "2031-05-08T00:00:00Z" });
    assert.deepEqual(rulesOf({ "seeds/wire.json": embargoed, "draft.md": draft("2031-05-07") }), [
      "error: “wire” is under embargo until 2031-05-08T00:00:00Z.",
    ]);
    assert.deepEqual(rulesOf({ "seeds/wire.json": embargoed, "draft.md": draft(undefined) }), [
      "error: “wire” is under embargo until 2031-05-08T00:00:00Z, and the draft has no date.",
    ]);
  });

  it("leave a corpus of nothing else a corpus; files that are no articles do not", () => {
    const gone = ninjs({ pubstatus: "canceled" });
    const { stdout, status } = copydesk(["lint", "draft.md"], { cwd: folderOf({ "seeds/wire.json": gone, "draft.md": draft("2031-05-07") }) });
    assert.equal(status, 1);
    assert.match(stdout, /unresolved-citation “wire” was cancelled by its publisher/);
    const none = copydesk(["lint", "draft.md"], { cwd: folderOf({ "seeds/package.json": '{"name":"x"}', "draft.md": draft("2031-05-07") }) });
    assert.deepEqual([none.status, none.stderr], [2, "draft.md: could not be checked: its corpus holds no article\n"]);
  });

  it("may be cited once the embargo is over, or when a newer version is usable", () => {
    assert.deepEqual(rulesOf({ "seeds/wire.json": ninjs({ embargoed: "2031-05-07T00:00:00Z" }), "draft.md": draft("2031-05-07") }), []);
    const again = { "seeds/wire.json": ninjs({ version: "1", pubstatus: "canceled" }), "seeds/wire-2.json": ninjs({ version: "2" }) };
    assert.deepEqual(rulesOf({ ...again, "draft.md": draft("2031-05-07") }), []);
  });
});

describe("add", () => {
  after(removeFolders);

  const story = {
    id: "x",
    title: "Kiln explodes",
    publisher: "The Post",
    author: "Ada Lum",
    date: "2031-05-06",
    url: "https://clay.example/kiln",
    paragraphs: [body("14"), "The hall is shut."],
  };
  const clean = `---\ntitle: "Kiln explodes"\npublisher: "The Post"\nauthor: "Ada Lum"\ndate: 2031-05-06\nurl: "https://clay.example/kiln"\n---\n\n${story.paragraphs.join("\n\n")}\n`;

  it("puts a page into the corpus under its name, once", () => {
    const cwd = folderOf({ "saved page.html": htmlOf(story), "seeds/other.txt": body("1") });
    assert.deepEqual(copydesk(["add", "saved page.html"], { cwd }), { status: 0, stdout: "seeds/saved-page.txt\n", stderr: "" });
    assert.equal(readFileSync(join(cwd, "seeds/saved-page.txt"), "utf8"), clean);
    assert.equal(copydesk(["add", "saved page.html"], { cwd }).stdout, "seeds/saved-page.txt (was there already)\n");
    assert.deepEqual(readdirSync(join(cwd, "seeds")).sort(), ["other.txt", "saved-page.txt"]);
  });

  it("never overwrites another source", () => {
    const cwd = folderOf({ "kiln.html": htmlOf(story), "seeds/kiln.txt": "My notes.\n" });
    assert.equal(copydesk(["add", "kiln.html"], { cwd }).stdout, "seeds/kiln-2.txt\n");
    assert.equal(readFileSync(join(cwd, "seeds/kiln.txt"), "utf8"), "My notes.\n");
  });

  it("reads standard input, whatever format it has, and takes what it is told", () => {
    const cwd = folderOf({ "copydesk.yaml": "corpus: articles\n" });
    assert.equal(copydesk(["add", "-"], { cwd, input: htmlOf(story) }).stdout, "articles/kiln-explodes-2031-05-06.txt\n");
    assert.equal(copydesk(["add", "-", "--id", "word", "--publisher", "Mine"], { cwd, input: docxOf(story) }).stdout, "articles/word.txt\n");
    assert.match(readFileSync(join(cwd, "articles/word.txt"), "utf8"), /^---\ntitle: "Kiln explodes"\npublisher: "Mine"\n/);
    assert.equal(
      copydesk(["add", "-", "--title", "A note", "--date", "6 May 2031"], { cwd, input: `${body("3")}\n` }).stdout,
      "articles/a-note-2031-05-06.txt\n",
    );
    const { stdout } = copydesk(["sources", "--format", "json"], { cwd });
    assert.deepEqual(
      (JSON.parse(stdout) as { id: string; date: string }[]).map(({ id, date }) => [id, date]),
      [
        ["a-note-2031-05-06", "2031-05-06"],
        ["kiln-explodes-2031-05-06", "2031-05-06"],
        ["word", "2031-05-06"],
      ],
    );
  });

  it("keeps what forbids or dates its use, and does not take what was withdrawn", () => {
    const wire = { uri: "urn:x:kiln", version: "3", type: "text", versioncreated: "2031-05-06T09:00:00Z", headline: "Kiln explodes", body_text: body("14") };
    const cwd = folderOf({
      "a.json": JSON.stringify({ ...wire, embargoed: "2031-05-08T06:00:00Z" }),
      "gone.json": JSON.stringify({ ...wire, pubstatus: "canceled" }),
      "seeds/other.txt": body("14"),
    });
    assert.equal(copydesk(["add", "a.json", "--accessed", "9 May 2031"], { cwd }).stdout, "seeds/a.txt\n");
    assert.match(
      readFileSync(join(cwd, "seeds/a.txt"), "utf8"),
      /^accessed: 2031-05-09\nembargoed: 2031-05-08T06:00:00Z\nguid: "urn:x:kiln"\nversion: "3"\n---$/m,
    );
    const listed = JSON.parse(copydesk(["sources", "--format", "json"], { cwd }).stdout) as Record<string, string>[];
    const [added] = listed.filter(({ id }) => id === "a");
    assert.deepEqual(
      ["accessed", "embargoed", "guid", "version"].map((key) => added?.[key]),
      ["2031-05-09", "2031-05-08T06:00:00Z", "urn:x:kiln", "3"],
    );
    assert.match(copydesk(["sources", "--format", "csl-json"], { cwd }).stdout, /"accessed": \{\s+"date-parts": \[\s+\[\s+2031,\s+5,\s+9\s/);
    assert.match(copydesk(["sources", "--format", "bibtex"], { cwd }).stdout, /^ {2}urldate = \{2031-05-09\},$/m);
    assert.match(copydesk(["sources"], { cwd }).stdout, /^ {2}accessed {3}2031-05-09$/m);
    assert.deepEqual(copydesk(["add", "gone.json"], { cwd }), {
      status: 2,
      stdout: "",
      stderr: "gone.json: “gone” was withdrawn by its publisher: not added\n",
    });
    assert.equal(copydesk(["add", "a.json", "--accessed", "soon"], { cwd }).status, 2);
  });

  it("says in one line what it cannot do", () => {
    const cwd = folderOf({ "a.json": "{", "b.json": "{}", "c.zip": "PK", "seeds/x.txt": body("1") });
    for (const args of [
      [],
      ["nowhere.txt"],
      ["a.json"],
      ["b.json"],
      ["c.zip"],
      ["seeds/x.txt", "--id", "../y"],
      ["seeds/x.txt", "--date", "soon"],
      ["seeds", "x"],
    ]) {
      const { status, stdout, stderr } = copydesk(["add", ...args], { cwd });
      assert.deepEqual([args, status, stdout], [args, 2, ""]);
      assert.match(stderr, /^[^\n]+\n$/);
      assert.ok(isPlain(stderr), stderr);
    }
    assert.deepEqual(readdirSync(join(cwd, "seeds")), ["x.txt"]);
  });
});

describe("sources of other formats on the command line", () => {
  after(removeFolders);

  it("are evidence with their place instead of a line", () => {
    const page = htmlOf({ id: "x", title: "Kiln explodes", date: "2031-05-06", paragraphs: ["The road is shut.", body("14")] });
    const cwd = folderOf({ "seeds/post.html": page, "seeds/post_files/frame.html": page, "draft.md": `---\ndate: 2031-05-06\n---\n\n${body("41")}\n` });
    const { stdout } = copydesk(["lint", "draft.md"], { cwd });
    assert.match(stdout, /error casualty-mismatch/);
    assert.match(stdout, /post \(2031-05-06\), seeds\/post\.html, paragraph 2: /);
    const { drafts } = JSON.parse(copydesk(["lint", "--format", "json", "draft.md"], { cwd }).stdout) as { drafts: { findings: { evidence: object[] }[] }[] };
    const [evidence] = drafts[0]?.findings[0]?.evidence ?? [];
    assert.deepEqual([(evidence as { place?: string }).place, "line" in (evidence as object)], ["paragraph 2", false]);
  });
});
