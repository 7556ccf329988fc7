// What the views of an editor ask the built server: who cites a source, what it states, the story over time, a citation at a place.
import assert from "node:assert/strict";
import type { CitedBy, Citing, SourceFigure, Story } from "../../server/lsp/protocol.ts";
import { applied, cleanUp, positionOf, type Session, startSession } from "./session.ts";

const wire = (id: string, date: string, publisher: string, text: string) => `---\ntitle: "Ferry ${id}"\ndate: ${date}\npublisher: ${publisher}\n---\n${text}\n`;
const files = {
  "seeds/first.md": wire("first", "2031-03-04", "Harbour News", "At least 14 people were killed when the Orla ferry sank off Port Ella, the coast guard said."),
  "seeds/second.md": wire("second", "2031-03-05", "Harbour News", "The coast guard said 21 people were killed when the Orla ferry sank off Port Ella."),
  "seeds/other.md": wire("other", "2031-03-05", "Isle Radio", "The coast guard said 12 people were killed when the Orla ferry sank off Port Ella."),
};
const draft =
  "---\ntitle: A ferry sinks\ndate: 2031-03-06\n---\nThe Orla ferry sank off Port Ella. The coast guard said 14 people were killed when the Orla ferry sank [@first].\n";

describe("views of the desk", () => {
  let session: Session;
  const ask = <T>(method: string, params: object) => session.connection.sendRequest(method, params) as Promise<T>;
  before(async () => {
    session = await startSession({ files: { ...files, "closed.md": "Off Port Ella a ferry sank [@second; @first].\n" } });
    session.open("draft.md", draft);
    await session.pushed("draft.md");
  });
  after(async () => {
    await session.stop();
    cleanUp();
  });

  it("tells which drafts cite a source, open or on disk", async () => {
    const cited = await ask<readonly CitedBy[]>("copydesk/citedBy", {});
    const byName = Object.fromEntries(cited.map(({ source, drafts }) => [source.replace(/.*\//, ""), drafts.map((one) => one.replace(/.*\//, ""))]));
    assert.deepEqual(byName, { "first.md": ["closed.md", "draft.md"], "second.md": ["closed.md"] });
  });

  it("lists the figures of a source, and what a source of the same day has otherwise", async () => {
    const figures = await ask<readonly SourceFigure[]>("copydesk/sourceFigures", { uri: session.uri("seeds/second.md") });
    assert.deepEqual(
      figures.map(({ text, conflicts }) => ({ text, conflicts })),
      [{ text: "21 people", conflicts: ["other (2031-03-05) has “12 people”"] }],
    );
    assert.deepEqual(figures[0]?.range.start, positionOf(files["seeds/second.md"], "21 people"));
    assert.deepEqual(await ask("copydesk/sourceFigures", { uri: session.uri("seeds/none.md") }), []);
  });

  it("tells a toll over time, a line for each publisher, and where the draft stands", async () => {
    const story = await ask<Story>("copydesk/story", { uri: session.uri("draft.md") });
    assert.equal(story.title, "A ferry sinks");
    const [toll, ...rest] = story.subjects;
    assert.deepEqual(rest, []);
    assert.ok(toll?.isToll);
    assert.deepEqual(
      toll.lines.map(({ name, points }) => [name, ...points.map(({ day, value, source }) => `${day} ${value} ${source}`)]),
      [
        ["Harbour News", "2031-03-04 14 first", "2031-03-05 21 second"],
        ["Isle Radio", "2031-03-05 12 other"],
      ],
    );
    assert.deepEqual([toll.lines[0]?.points[0]?.low, toll.lines[0]?.points[0]?.high], [14, undefined]);
    assert.deepEqual(
      toll.draft.map(({ text, standing }) => [text, standing]),
      [["14 people", "superseded"]],
    );
    assert.equal(await ask("copydesk/story", { uri: session.uri("seeds/first.md") }), null);
  });

  it("cites a source in the sentence at a position", async () => {
    const cite = (position: { line: number; character: number }, source: string) =>
      ask<Citing | null>("copydesk/cite", { uri: session.uri("draft.md"), position, source });
    const first = await cite(positionOf(draft, "ferry sank off"), "second");
    assert.match(applied(draft, first?.edits.slice() ?? []), /off Port Ella \[@second\]\. The coast/);
    const beside = await cite(positionOf(draft, "[@first]"), "second");
    assert.match(applied(draft, beside?.edits.slice() ?? []), /\[@first; @second\]/);
    assert.equal(await cite(positionOf(draft, "A ferry sinks"), "second"), null);
    assert.equal(await cite(positionOf(draft, "ferry sank off"), "nowhere"), null);
  });

  it("checks no draft that the editor hides, by its own name or its folder's, unless it is open", async () => {
    session.write("old/one.md", "At least 14 boats sank.\n");
    session.write("old/deep/two.md", "At least 14 boats sank.\n");
    session.changedOnDisk("old/one.md", "old/deep/two.md");
    const drafts = async (patterns: readonly string[]) => {
      await session.connection.sendNotification("copydesk/exclude", { patterns });
      return (await ask<{ drafts: number }>("copydesk/checkAll", {})).drafts;
    };
    assert.equal(await drafts([]), 4);
    assert.equal(await drafts(["**/old"]), 2);
    assert.equal(await drafts(["old/*.md", "draft.md"]), 3);
    assert.equal((await ask<readonly unknown[]>("copydesk/sources", {})).length, 3);
  });

  it("answers a language model in plain text", async () => {
    const found = await ask<string>("copydesk/draftAnswer", { uri: session.uri("draft.md") });
    assert.match(found, /^draft\.md: 1 findings\. 1 figures, 1 of them with a source/);
    assert.match(found, /warning stale-casualty, line 5, “14 people”: .*\n {2}source second: /);
    assert.equal(await ask("copydesk/draftAnswer", { uri: session.uri("seeds/first.md") }), null);
    const statement = "The coast guard said 21 people were killed when the Orla ferry sank.";
    const answer = await ask<string>("copydesk/figureAnswer", { statement, day: "2031-03-04" });
    assert.match(answer, /second \(2031-03-05\), Harbour News, supports it/);
  });
});
