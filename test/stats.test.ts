import assert from "node:assert/strict";
import { copydesk, folderOf, isPlain, removeFolders } from "./cli-process.ts";

const source =
  '---\ntitle: "Mill fire"\ndate: 2031-02-03\n---\n\nThe fire at the Dunholt mill killed 14 people and injured 31, the fire service said. It destroyed 120 looms.\n';
const draft =
  '---\ntitle: "Mill fire"\ndate: 2031-02-03\n---\n\nThe fire at the Dunholt mill killed 14 people and injured 13, the fire service said [@wire]. Dozens watched.\n\nThe choir of the town has 62 singers, its conductor said.\n';
const files = { "seeds/wire.md": source, "draft.md": draft, "empty.md": "It rained.\n" };

interface Figures {
  readonly read: number;
  readonly compared: number;
  readonly supported: number;
  readonly differing: number;
  readonly abstained: number;
  readonly recognised?: number;
  readonly abstentions: readonly { readonly line: number; readonly column: number; readonly text: string; readonly reason: string }[];
}

describe("copydesk lint --stats", () => {
  after(removeFolders);
  const cwd = () => folderOf(files);

  it("counts what was compared and lists what was not", () => {
    const { stdout, status } = copydesk(["lint", "--stats", "draft.md"], { cwd: cwd() });
    assert.equal(status, 1);
    assert.match(stdout, /\n3 figures read, 2 compared: 1 supported, 1 not as in the sources, 1 not judged \(recognised: 67%\)\n/);
    assert.match(stdout, /not judged, and so not approved:\n {2}draft\.md:8:27 62 singers \(no source speaks of it\)\n$/);
  });

  it("says the same as JSON, for each draft and for all", () => {
    const { stdout } = copydesk(["lint", "--stats", "--format", "json", "draft.md", "empty.md"], { cwd: cwd() });
    const report = JSON.parse(stdout) as { figures: Figures; drafts: { figures: Figures }[] };
    assert.deepEqual(report.figures, { read: 3, compared: 2, supported: 1, differing: 1, abstained: 1, recognised: 0.6667 });
    const [first, second] = report.drafts.map(({ figures }) => figures);
    assert.deepEqual(
      first?.abstentions.map(({ line, column, text, reason }) => [line, column, text, reason]),
      [[8, 27, "62 singers", "no source speaks of it"]],
    );
    assert.deepEqual(second, { read: 0, compared: 0, supported: 0, differing: 0, abstained: 0, abstentions: [] });
  });

  it("says nothing of it unasked, and that a draft has no figures", () => {
    assert.ok(!copydesk(["lint", "draft.md"], { cwd: cwd() }).stdout.includes("figures"));
    assert.ok(!copydesk(["lint", "--format", "json", "draft.md"], { cwd: cwd() }).stdout.includes('"figures"'));
    assert.match(copydesk(["lint", "--stats", "empty.md"], { cwd: cwd() }).stdout, /no figures\n$/);
  });

  it("is refused where no report could show it", () => {
    const { status, stderr } = copydesk(["lint", "--stats", "--format", "sarif", "draft.md"], { cwd: cwd() });
    assert.equal(status, 2);
    assert.ok(isPlain(stderr) && stderr.includes("--stats"), stderr);
  });
});
