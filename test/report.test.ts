// The fact sheet of the built command: what it lists, that it is one file without script, and that a draft full of markup stays text.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { linesOf } from "../server/cli/lines.ts";
import { html } from "../server/cli/report/html.ts";
import { sheetOf } from "../server/cli/report/sheet.ts";
import { buildCorpus, checkDraft, defaultConfig, readSource } from "../server/engine/index.ts";
import { copydesk, folderOf, removeFolders, repository } from "./cli-process.ts";
import { htmlErrors } from "./html-errors.ts";

const wire = `---
title: "Flood <b>wrecks</b> houses"
publisher: Coast Wire
url: https://wire.example/flood?a=1&b=2
date: 2030-04-02
accessed: 5 April 2030
---

The flood in Port Lorne wrecked 212 houses on Monday, the county said. "The river came over the wall at night," said Mayor Ann Hollis.
`;
const draft = `---
title: Port Lorne <script>alert(1)</script>
date: 2030-04-03
---

The flood in Port Lorne wrecked 221 houses, the county said. Some 40 boats were lost & sunk. "The river came over the wall at night," said Ann Hollis.

<img src=x onerror=alert(1)> and =SUM(A1) 1,200 trees, the forest service said. The wall is TK.
`;
const story = () =>
  folderOf({ "seeds/wire-7.md": wire, "seeds/odd.md": "---\nurl: javascript:alert(1)\ndate: 2030-04-01\n---\n\nWords.\n", "flood.md": draft });

describe("copydesk report", () => {
  after(removeFolders);

  it("lists every figure, date, quotation and name with its verdict and its source", () => {
    const { stdout, status } = copydesk(["report", "flood.md", "--format", "csv"], { cwd: story() });
    assert.equal(status, 0);
    const rows = stdout.split("\r\n");
    assert.equal(rows[0], "number,line,kind,text,verdict,notes,source,date,publisher,accessed,url,sentence");
    const row = (pattern: RegExp) => rows.find((line) => pattern.test(line)) ?? "";
    assert.match(
      row(/221 houses,/),
      /^\d+,6,figure,221 houses,differs,.*,wire-7,2030-04-02,Coast Wire,2030-04-05,https:\/\/wire\.example\/flood\?a=1&b=2,"?The flood/,
    );
    assert.match(row(/boats/), /,figure,Some 40 boats,open,/);
    assert.match(row(/trees/), /,figure,"1,200 trees","attributed, not in the sources",/);
    assert.match(row(/quotation/), /,supported,,wire-7,/);
    assert.match(row(/,name,Ann Hollis/), /,supported,,wire-7,/);
    assert.match(row(/,passage,/), /^\d+,8,passage,TK,open,/);
  });

  it("is one page without script, link or picture of its own, and a draft full of markup stays text", () => {
    const cwd = story();
    assert.deepEqual(copydesk(["report", "flood.md", "-o", "sheet.html"], { cwd }), { status: 0, stdout: "", stderr: "" });
    const page = readFileSync(join(cwd, "sheet.html"), "utf8");
    assert.deepEqual(htmlErrors(page), []);
    assert.ok(!/javascript:|@import|url\(|<b>wrecks/i.test(page));
    assert.match(page, /Port Lorne &lt;script&gt;alert\(1\)&lt;\/script&gt;/);
    assert.match(page, /&lt;img src=x onerror=alert/);
    assert.match(page, /<a href="https:\/\/wire\.example\/flood\?a=1&amp;b=2" rel="noreferrer">Flood &lt;b&gt;wrecks/);
    assert.match(page, /<cite><b>wire-7<\/b> · 2030-04-02 · Coast Wire · <a [^>]*>[^<]*<\/a> · read 2030-04-05<\/cite>/);
    assert.match(page, /<td>wire-7<\/td><td>2030-04-02<\/td><td>2030-04-05<\/td>/);
    const numbers = [...page.matchAll(/id="e(\d+)"/g)].map(([, number]) => Number(number));
    assert.deepEqual(
      [...numbers].sort((a, b) => a - b),
      numbers.map((_, at) => at + 1),
    );
    for (const number of numbers) assert.ok(page.includes(`id="d${number}"`), `${number} is not in the draft`);
    assert.ok(page.indexOf("Open questions") < page.indexOf("The draft"));
  });

  it("takes its format from the file's ending, and is the same byte for byte", () => {
    const cwd = story();
    const run = (...args: string[]) => copydesk(["report", "flood.md", ...args], { cwd }).stdout;
    copydesk(["report", "flood.md", "-o", "sheet.md"], { cwd });
    const markdown = readFileSync(join(cwd, "sheet.md"), "utf8");
    assert.equal(markdown, run("--format", "md"));
    assert.match(markdown, /, read 2030-04-05, <https:/);
    assert.match(markdown, /^# Fact sheet: Port Lorne \\<script\\>[\s\S]*\n## Differs \(1\)\n\n- \*\*\d+\. 221 houses\*\* \(figure, line 6\)\n/);
    assert.equal(run(), run());
    assert.match(run(), /^<!doctype html>/);
  });

  it("is a page without fault, for every story", () => {
    for (const [pack, name] of [
      ["quake", "day2.md"],
      ["siege", "dec2-first.md"],
      ["crime-report", "council-follow.md"],
    ] as const) {
      const folder = join(repository, "test/packs", pack);
      const path = join(folder, "drafts", name);
      const page = copydesk(["report", path, "--corpus", join(folder, "seeds")]).stdout;
      assert.deepEqual(htmlErrors(page), [], name);
    }
  });

  it("says what is wrong in one line", () => {
    const cwd = story();
    for (const args of [
      ["report"],
      ["report", "a", "b"],
      ["report", "gone.md"],
      ["report", "flood.md", "--format", "pdf"],
      ["report", "flood.md", "-o", "no/such/x.html"],
    ]) {
      const { status, stderr } = copydesk(args, { cwd });
      assert.deepEqual([status, stderr.split("\n").length], [2, 2], stderr);
    }
  });
});

describe("the fact sheet of a long draft", () => {
  /** Objects that count how often anybody asks for their places. */
  const counting = <T extends { readonly start: number; readonly end: number }>(all: readonly T[], counter: { reads: number }): readonly T[] =>
    all.map((one) => ({
      ...one,
      get start() {
        counter.reads++;
        return one.start;
      },
      get end() {
        counter.reads++;
        return one.end;
      },
    }));
  const corpus = buildCorpus([readSource("file:///wire-7.md", wire)]);
  /** How often a sheet of so many paragraphs, and its page, ask where findings and entries are. */
  const readsOf = (paragraphs: number): number => {
    const text = `---\ntitle: Boats\ndate: 2030-04-03\n---\n\n${Array.from({ length: paragraphs }, (_, at) => `Some ${at + 11} boats of Port Ella ${at} were lost, and ${at + 30} sheep.`).join("\n\n")}\n`;
    const check = checkDraft("file:///flood.md", text, corpus, defaultConfig);
    const counter = { reads: 0 };
    const sheet = sheetOf({ ...check, findings: counting(check.findings, counter) }, linesOf(text), "Boats");
    assert.ok(sheet.entries.length >= 2 * paragraphs);
    html({ ...sheet, entries: counting(sheet.entries, counter) }, check.desk.draft.document, []);
    return counter.reads;
  };

  it("looks at each finding and each entry a few times, however many there are", () => {
    const [small, large] = [readsOf(100), readsOf(400)];
    // A sort and a search take a little more for each than they do of few; all for each would be sixteen times as many.
    assert.ok(large < 6 * small, `${small} of 100 paragraphs, ${large} of 400`);
  });
});
