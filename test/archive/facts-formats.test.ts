// `copydesk facts` of every format that sources come in: what it reads is what it reads of the text.
import assert from "node:assert/strict";
import { copydesk, folderOf, isPlain, removeFolders } from "../cli-process.ts";
import { htmlOf } from "./rewrite.ts";
import { mailOf, weir, weirFiles } from "./weir.ts";

interface Facts {
  readonly uri: string;
  readonly title: string;
  readonly date: string | null;
  readonly text?: string;
  readonly places?: readonly { start: number; label: string }[];
  readonly figures: readonly { start: number; end: number; text: string; value: number; role: string | null }[];
  readonly quotations: readonly { speaker: string }[];
}
const factsOf = (cwd: string, ...operands: string[]) => {
  const { stdout, stderr, status } = copydesk(["facts", ...operands], { cwd });
  const lines = stdout.split("\n").slice(0, -1);
  return { facts: lines.map((line) => JSON.parse(line) as Facts), stderr, status };
};

describe("copydesk facts", () => {
  after(removeFolders);

  it("reads every format of the sources, with offsets into the text that it gives", async () => {
    const files = {
      ...(await weirFiles()),
      "seeds/mail.eml": mailOf("Tue, 06 May 2031 09:00:00 +0000"),
      "seeds/plain.md": `---\ntitle: Weir gives way\ndate: 2031-05-06\n---\n\n${weir.paragraphs.join("\n\n")}\n`,
    };
    const cwd = folderOf(files);
    const { facts, stderr, status } = factsOf(cwd, "seeds");
    assert.deepEqual([status, stderr], [0, ""]);
    assert.equal(facts.length, Object.keys(files).length + 1);
    for (const { uri, title, date, text, places, figures, quotations } of facts) {
      assert.deepEqual(
        [uri, title, date, figures.map(({ value, role }) => [value, role])],
        [
          uri,
          weir.title,
          weir.date,
          [
            [14, "killed"],
            [3200, null],
          ],
        ],
      );
      assert.deepEqual(
        quotations.map(({ speaker }) => speaker),
        ["Marta Veld"],
        uri,
      );
      assert.equal(text === undefined, uri.endsWith(".md"), uri);
      if (text === undefined) continue;
      for (const figure of figures) assert.equal(text.slice(figure.start, figure.end), figure.text, uri);
      assert.match(places?.at(-1)?.label ?? "", /^(?:paragraph|page) \d$/, uri);
    }
    assert.equal(factsOf(cwd, ...Object.keys(files)).facts.length, facts.length);
  });

  it("dates an undated page beside the sources", () => {
    const undated = htmlOf({ ...weir, date: undefined, paragraphs: ["HOLM, May 8 - The toll of the weir is 16, the fire service said."] });
    const cwd = folderOf({ "seeds/page.html": htmlOf(weir), "new.html": undated });
    assert.deepEqual(
      factsOf(cwd, "new.html").facts.map(({ date }) => date),
      ["2031-05-08"],
    );
  });

  it("says which file is broken, and gives the others", () => {
    const cwd = folderOf({ "good.html": htmlOf(weir), "broken.json": "{", "cut.pdf": "%PDF-1.7\n", "other.json": '{"a":1}', "empty.docx": "" });
    const { facts, stderr, status } = factsOf(cwd, "broken.json", "good.html", "cut.pdf", "other.json", "empty.docx");
    assert.deepEqual([status, facts.map(({ uri }) => uri)], [2, ["good.html"]]);
    assert.deepEqual(
      stderr
        .trimEnd()
        .split("\n")
        .map((line) => line.split(":")[0]),
      ["broken.json", "cut.pdf", "other.json", "empty.docx"],
    );
    assert.ok(isPlain(stderr), stderr);
  });
});
