import assert from "node:assert/strict";
import { ledgerOf } from "../server/engine/compare/ledger.ts";
import { buildCorpus } from "../server/engine/corpus/corpus.ts";
import { readSource } from "../server/engine/corpus/read-source.ts";
import { copydesk, folderOf, isPlain, removeFolders } from "./cli-process.ts";

const article = (title: string, date: string, text: string) => `---\ntitle: "${title}"\ndate: ${date}\n---\n\n${text}\n`;
const files = {
  "seeds/wire-1.md": article(
    "Ferry sinks off Lysvik",
    "2032-04-16",
    "At least 14 people died when the ferry sank off Lysvik, the coastguard said. The hospital counted 17 dead.",
  ),
  "seeds/wire-2.md": article(
    "Toll rises at Lysvik",
    "2032-04-17",
    "The death toll has risen to 21, the coastguard said, including six children. Nine people are missing, it said.",
  ),
  "seeds/old.md": article("The ferry of 1958", "2032-04-17", "On 2 August 1958 a ferry sank there and 112 people drowned."),
  "draft.md": article(
    "Ferry",
    "2032-04-17",
    "The death toll of the ferry has risen to 21, the coastguard said [@wire-2]. Nineteen people are missing, it said [@wire-2].",
  ),
};

interface Entry {
  readonly day?: string;
  readonly value: number;
  readonly by: string;
  readonly source?: string;
  readonly ruling?: string;
  readonly current: boolean;
  readonly quote: string;
}
interface Series {
  readonly role: string;
  readonly group: readonly string[];
  readonly speaker?: string;
  readonly entries: readonly Entry[];
}

describe("the ledger of tolls", () => {
  after(removeFolders);
  const run = (...args: string[]) => copydesk(["ledger", ...args], { cwd: folderOf(files) });
  const series = (...args: string[]): readonly Series[] => (JSON.parse(run(...args, "--format", "json").stdout) as { series: Series[] }).series;

  it("parts tolls by role, group and speaker, in order of days", () => {
    const killed = series().filter(({ role, group }) => role === "killed" && !group.length);
    const coastguard = killed.find(({ speaker }) => speaker?.includes("coastguard"));
    assert.deepEqual(
      coastguard?.entries.map(({ day, value }) => [day, value]),
      [
        ["2032-04-16", 14],
        ["2032-04-17", 21],
      ],
    );
    assert.ok(killed.some(({ speaker, entries }) => speaker?.includes("hospital") && entries[0]?.value === 17));
    assert.ok(series().some(({ role, group, entries }) => role === "killed" && group.includes("child") && entries[0]?.value === 6));
    assert.equal(killed.flatMap(({ entries }) => entries).find(({ value }) => value === 112)?.current, false);
  });

  it("says where the draft stands", () => {
    const drafts = series("draft.md").flatMap(({ role, entries }) =>
      entries.filter(({ by }) => by === "draft").map(({ value, ruling }) => [role, value, ruling]),
    );
    assert.deepEqual(drafts, [
      ["killed", 21, "supported"],
      ["missing", 19, "contradicted"],
    ]);
    const { stdout, status, stderr } = run("draft.md");
    assert.equal(status, 0, stderr);
    assert.match(stdout, /^killed\n {2}all/m);
    assert.match(stdout, /21 +this draft +draft\.md:6 {2}agrees with wire-2/);
    assert.match(stdout, /Nineteen +this draft +draft\.md:6 {2}differs: wire-2 has Nine/);
  });

  it("draws a chart that is well-formed, whatever the sources hold", () => {
    const nasty = article(
      "A & B",
      "2032-04-18",
      'The death toll has risen to 23, said Ann "Annie" <Lee> & Sons, the coastguard of the <script>alert(1)</script> coast\u0007.',
    );
    const { stdout, status, stderr } = copydesk(["ledger", "--format", "svg", "draft.md"], { cwd: folderOf({ ...files, "seeds/wire-3.txt": nasty }) });
    assert.equal(status, 0, stderr);
    assert.match(stdout, /^<\?xml[^>]*\?>\n<svg /);
    assert.ok(!stdout.includes("\u0007"));
    assert.ok(!/<script|&(?!amp;|lt;|gt;|quot;)/.test(stdout));
    assert.ok(!/NaN|undefined|Infinity/.test(stdout));
    assert.ok(!/href|url\(|@import/.test(stdout), "the chart needs nothing else");
    const open: string[] = [];
    for (const [, end, name, empty] of stdout.matchAll(/<(\/?)([a-z]+)(?:\s[^<>]*?)?(\/?)>/g))
      if (end) assert.equal(open.pop(), name);
      else if (!empty) open.push(name as string);
    assert.deepEqual(open, []);
  });

  it("has nothing to draw without tolls", () => {
    const cwd = folderOf({ "seeds/a.md": article("Rain", "2032-04-16", "It rained.") });
    assert.match(copydesk(["ledger", "--format", "svg"], { cwd }).stdout, /No dated tolls/);
    assert.equal(copydesk(["ledger"], { cwd }).stdout, "no tolls in the sources\n");
    assert.deepEqual(ledgerOf(buildCorpus([readSource("a.txt", "It rained.")])), []);
  });

  const wrong: readonly (readonly string[])[] = [["--format", "xml"], ["draft.md", "draft.md"], ["gone.md"], ["--corpus", "nowhere"]];
  for (const args of wrong)
    it(`exits 2 for ${args.join(" ")}`, () => {
      const { status, stderr } = run(...args);
      assert.equal(status, 2);
      assert.ok(isPlain(stderr) && stderr.trimEnd().split("\n").length === 1, stderr);
    });
});
