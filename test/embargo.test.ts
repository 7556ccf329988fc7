// What a publisher forbids or has taken back bears out nothing and supersedes nothing, until the day it is free.
import assert from "node:assert/strict";
import { readSourceFile } from "../server/archive/read-source-file.ts";
import { checkDraft } from "../server/engine/check.ts";
import { defaultConfig } from "../server/engine/config.ts";
import { buildCorpus, type Corpus } from "../server/engine/corpus/corpus.ts";
import { createMemory } from "../server/engine/document/memory.ts";
import { copydesk, folderOf, removeFolders } from "./cli-process.ts";

const story = (toll: number) => `An avalanche above Norvik on Sunday buried the road to the pass and killed ${toll} people, the rescue service said.`;
const item = (day: string, toll: number, more: object = {}) =>
  JSON.stringify({
    uri: `urn:x:${day}`,
    version: "1",
    type: "text",
    versioncreated: `${day}T09:00:00Z`,
    headline: "Avalanche",
    body_text: story(toll),
    ...more,
  });
const embargoed = { embargoed: "2031-02-12T06:00:00Z" };
const draft = (toll: number, date: string | undefined, end = ".") =>
  `---\ntitle: Norvik\n${date ? `date: ${date}\n` : ""}---\n\nThe avalanche above Norvik killed ${toll} people${end}\n`;

const corpusOf = async (files: Readonly<Record<string, string>>): Promise<Corpus> => {
  const read = await Promise.all(Object.entries(files).map(([name, text]) => readSourceFile(`file:///seeds/${name}`, Buffer.from(text))));
  assert.deepEqual(
    read.flatMap(({ problems }) => problems),
    [],
  );
  return buildCorpus(read.flatMap(({ sources }) => sources));
};
const findings = (corpus: Corpus, text: string, memory?: ReturnType<typeof createMemory>) =>
  checkDraft("file:///draft.md", text, corpus, defaultConfig, memory).findings.map(({ rule, message, fixes }) => `${rule}: ${message} ${fixes.length}`);

const unsupported = "unsourced-figure: No source in this sentence, and none of the corpus has it. 0";

describe("an embargo", () => {
  after(removeFolders);
  const older = item("2031-02-09", 6);

  it("keeps a story from bearing out a figure, and from being offered, until its day", async () => {
    const corpus = await corpusOf({ "held.json": item("2031-02-10", 9, embargoed), "other.txt": "Norvik has a harbour, the mayor said.\n" });
    const free = findings(corpus, draft(9, "2031-02-12"));
    assert.equal(free.length, 1);
    assert.match(free[0] ?? "", /^unsourced-figure: No source in this sentence: held \(2031-02-10\) has it\. 1$/);
    const before = findings(corpus, draft(9, "2031-02-11"));
    assert.deepEqual(before, [unsupported]);
    assert.deepEqual(findings(corpus, draft(9, undefined)), before);
  });

  it("keeps a story from superseding or contradicting another", async () => {
    const corpus = await corpusOf({ "older.json": older, "held.json": item("2031-02-10", 9, embargoed) });
    assert.deepEqual(findings(corpus, draft(6, "2031-02-11", " [@older].")), []);
    assert.deepEqual(findings(corpus, draft(6, undefined, " [@older].")), []);
    const free = findings(corpus, draft(6, "2031-02-13", " [@older]."));
    assert.match(free.join(), /^stale-casualty: /);
  });

  it("lets the older version stand until the newer is free", async () => {
    const corpus = await corpusOf({
      "one.json": item("2031-02-09", 6, { uri: "urn:x:same" }),
      "two.json": item("2031-02-10", 9, { uri: "urn:x:same", version: "2", ...embargoed }),
    });
    assert.deepEqual(findings(corpus, draft(6, "2031-02-11", " [@one].")), []);
    assert.match(findings(corpus, draft(6, "2031-02-12", " [@one].")).join(), /^casualty-mismatch: /);
    assert.match(findings(corpus, draft(6, "2031-02-11", " [@two].")).join(), /unresolved-citation: “two” is under embargo until 2031-02-12T06:00:00Z\. 0/);
  });

  it("is looked at anew when the draft's day is edited", async () => {
    const corpus = await corpusOf({
      "older.json": older,
      "held.json": item("2031-02-10", 9, embargoed),
      "late.json": item("2031-02-11", 12, { embargoed: "2031-02-14" }),
    });
    const memory = createMemory();
    const drafts = ["2031-02-13", "2031-02-11", "2031-02-13", "2031-02-15", undefined, "2031-02-12"].flatMap((day) => [draft(6, day), draft(9, day)]);
    for (const text of drafts) assert.deepEqual(findings(corpus, text, memory), findings(corpus, text), text);
    assert.ok(new Set(drafts.map((text) => findings(corpus, text).join())).size > 3);
  });

  it("holds in the fact sheet and the ledger of the built command", () => {
    const cwd = folderOf({ "seeds/older.json": older, "seeds/held.json": item("2031-02-10", 9, embargoed), "draft.md": draft(6, "2031-02-11", " [@older].") });
    assert.equal(copydesk(["lint", "draft.md"], { cwd }).status, 0);
    for (const command of ["report", "ledger"]) assert.doesNotMatch(copydesk([command, "draft.md"], { cwd }).stdout, /held/);
    assert.match(copydesk(["sources"], { cwd }).stdout, /^held\n(?: {2}.*\n)* {2}embargo {4}2031-02-12T06:00:00Z$/m);
  });
});

describe("a cancelled story", () => {
  it("bears out nothing and supersedes nothing, whichever of its versions is cancelled last", async () => {
    const gone = item("2031-02-10", 9, { pubstatus: "canceled" });
    const corpus = await corpusOf({ "older.json": item("2031-02-09", 6), "gone.json": gone });
    assert.deepEqual(findings(corpus, draft(6, "2031-02-11", " [@older].")), []);
    assert.match(findings(corpus, draft(9, "2031-02-11")).join(), /casualty-mismatch/);
    const both = await corpusOf({
      "first.json": item("2031-02-10", 9),
      "last.json": item("2031-02-10", 9, { version: "2", pubstatus: "canceled" }),
      "x.txt": "Norvik.\n",
    });
    assert.equal(findings(both, draft(9, "2031-02-11")).join(), unsupported);
  });
});
