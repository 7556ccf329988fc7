import assert from "node:assert/strict";
import { readBibtex } from "../../server/archive/bibliography/bibtex.ts";
import { readCsl } from "../../server/archive/bibliography/csl.ts";
import { bibtexOf, cslJsonOf } from "../../server/archive/bibliography/write-bibliography.ts";
import { loadCorpus } from "../../server/archive/load-corpus.ts";
import { folderOf, removeFolders } from "../cli-process.ts";

const article = "The kiln at Potter's Row exploded on Monday, injuring 12 people, the fire service said.\n";

/** The same entry, however it is written. */
const entry = {
  id: "kiln",
  title: "Kiln explodes at Potter's Row",
  publisher: "The Clay Post",
  author: "Ada Lum, Fire Desk",
  date: "2031-05-06",
  url: "https://clay.example/kiln_1?a=b",
  accessed: "2031-05-09",
};
const bibtex = `@string{post = "The Clay Post"}
@article{kiln,
  title = {Kiln explodes at {Potter's Row}},
  author = {Lum, Ada and {Fire Desk}},
  journaltitle = post,
  date = {2031-05-06},
  url = {https://clay.example/kiln_1?a=b},
  urldate = {2031-05-09},
}
`;
const csl = {
  id: "kiln",
  type: "article-newspaper",
  title: entry.title,
  author: [{ family: "Lum", given: "Ada" }, { literal: "Fire Desk" }],
  "container-title": "The Clay Post",
  issued: { "date-parts": [[2031, 5, 6]] },
  accessed: { raw: "2031-05-09" },
  URL: entry.url,
};
const yaml = `references:
- id: kiln
  title: Kiln explodes at Potter's Row
  author: Ada Lum, Fire Desk
  publisher: The Clay Post
  issued: 2031-05-06
  accessed: 9 May 2031
  URL: https://clay.example/kiln_1?a=b
`;

const known = (value: object) => Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined));
const sourcesOf = async (files: Record<string, string>) => {
  const { corpus, problems } = await loadCorpus(["."], folderOf(files));
  return { sources: corpus.sources, problems: problems.map(({ message }) => message) };
};

describe("bibliographies", () => {
  after(removeFolders);

  it("say the same in BibLaTeX, CSL-JSON and YAML", async () => {
    const { entries, problems } = await readBibtex(bibtex);
    assert.deepEqual([entries.map(known), problems], [[entry], []]);
    assert.deepEqual(readCsl(JSON.stringify([csl])).map(known), [entry]);
    assert.deepEqual(readCsl(yaml).map(known), [entry]);
    assert.deepEqual(readCsl("kiln: {title: T, date: 2031-05-06}").map(known), [{ id: "kiln", title: "T", date: "2031-05-06" }]);
  });

  it("have months and days in BibTeX's older way, and no day where one is missing", async () => {
    const { entries } = await readBibtex("@misc{a, title={T}, year=2031, month=may, day=6} @misc{b, title={T}, year={2031}}");
    assert.deepEqual(
      entries.map(({ date }) => date),
      ["2031-05-06", undefined],
    );
  });

  it("describe the file of their id, of their file, or of their address", async () => {
    for (const [name, text] of [
      ["sources.bib", bibtex],
      ["sources.json", JSON.stringify([csl])],
      ["sources.yaml", yaml],
    ] as const) {
      const { sources, problems } = await sourcesOf({ "kiln.txt": article, [name]: text });
      assert.deepEqual(problems, []);
      assert.deepEqual(
        sources.map(({ id, title, publisher, author, date, url, provenance }) => ({ id, title, publisher, author, date, url, accessed: provenance?.accessed })),
        [entry],
      );
    }
    const { sources } = await sourcesOf({
      "scan-0001.txt": article,
      "saved.md": `---\nurl: https://www.clay.example/other/\n---\n\n${article}`,
      "mine.bib": "@misc{kiln, title={T}, file={:scans/scan-0001.txt:text/plain}} @misc{other, title={O}, url={http://clay.example/other}}",
    });
    assert.deepEqual(
      sources.map(({ id, title }) => [id, title]),
      [
        ["kiln", "T"],
        ["other", "O"],
      ],
    );
  });

  it("go before what a file says of itself, and change its dates with it", async () => {
    const { sources } = await sourcesOf({ "kiln.txt": ` date 2030-01-01 ${article}`, "sources.bib": bibtex });
    assert.deepEqual(
      sources.map(({ date, stamped, claims }) => [date, stamped, claims[0]?.asOf.range?.to]),
      [["2031-05-06", "2031-05-06", "2031-05-06"]],
    );
  });

  it("are one problem each where they are broken, and the rest is read", async () => {
    const { sources, problems } = await sourcesOf({
      "kiln.txt": article,
      "sources.bib": `${bibtex}\n@misc{broken, title = {never ends`,
      "sources.yaml": "a: [",
    });
    assert.equal(sources[0]?.title, entry.title);
    assert.equal(problems.length, 2);
    for (const problem of problems) assert.match(problem, /^bibliography(?: could not be read)?: [^\n]+$/);
  });

  it("say little of many mistakes, and of depth in plain words", async () => {
    const { problems } = await sourcesOf({ "kiln.txt": article, "sources.bib": "@misc{".repeat(200), "sources.json": "[".repeat(100_000) });
    assert.equal(problems.filter((problem) => problem.startsWith("bibliography: ")).length, 11);
    assert.ok(
      problems.some((problem) => /and \d+ more mistakes$/.test(problem)),
      problems.at(-1),
    );
    assert.ok(problems.includes("bibliography could not be read: is nested too deeply"), problems.join("\n"));
  });

  it("are written as they are read", async () => {
    const { sources } = await sourcesOf({ "kiln.txt": article, "sources.bib": bibtex.replace("Kiln explodes", "50\\% \\& more: kiln explodes") });
    const title = "50% & more: kiln explodes at Potter's Row";
    assert.equal(sources[0]?.title, title);
    assert.deepEqual((await readBibtex(bibtexOf(sources))).entries.map(known), [{ ...entry, title }]);
    assert.deepEqual(readCsl(cslJsonOf(sources)).map(known), [{ ...entry, title }]);
  });
});
