// The built server over stdio: positions and findings.
import assert from "node:assert/strict";
import { cleanUp, pulling, startSession } from "./session.ts";
import { codes, files, firstFinding, hanging, header, monday, wednesday } from "./story.ts";

describe("language server", () => {
  after(cleanUp);

  describe("positions", () => {
    // In UTF-16 the emoji is two units and the dash one; in UTF-8 they are four bytes and three.
    const columns = { "utf-16": 20, "utf-8": 24 };
    for (const encoding of ["utf-16", "utf-8"] as const) {
      it(`are counted in ${encoding} where the client asks for it`, async () => {
        const session = await startSession({ files, encodings: [encoding] });
        assert.equal(session.initialized.capabilities.positionEncoding, encoding);
        session.open("draft.md", hanging);
        const { range } = await firstFinding(session, "draft.md", "placeholder");
        assert.deepEqual(range, { start: { line: 4, character: columns[encoding] }, end: { line: 4, character: columns[encoding] + 2 } });
        session.change("draft.md", 2, range, "the mayor");
        const { diagnostics, version } = await session.pushed("draft.md", (one) => one.version === 2);
        assert.deepEqual([codes(diagnostics), version], [[], 2]);
        assert.equal(await session.stop(), 0);
      });
    }

    it("are UTF-16 for a client that does not say", async () => {
      const session = await startSession({ files });
      assert.equal(session.initialized.capabilities.positionEncoding, "utf-16");
      await session.stop();
    });
  });

  describe("diagnostics", () => {
    it("carry rule, page, severity and the evidence in the source's file", async () => {
      const session = await startSession({ files });
      session.open("draft.md", `${header}The dam burst near Tokari killed 83 people, the ministry said.\n`);
      const stale = await firstFinding(session, "draft.md", "stale-casualty");
      assert.deepEqual([stale.severity, stale.source], [2, "copydesk"]);
      assert.match(stale.codeDescription?.href ?? "", /#stale-casualty$/);
      const related = stale.relatedInformation?.find(({ location }) => location.uri === session.uri("seeds/wire-b.md"));
      assert.deepEqual(related?.location.range.start, { line: 5, character: 0 });
      await session.stop();
    });

    it("are pushed to a client that cannot pull, and only then", async () => {
      const pusher = await startSession({ files });
      assert.equal(pusher.initialized.capabilities.diagnosticProvider, undefined);
      pusher.open("draft.md", hanging);
      await pusher.pushed("draft.md");
      await pusher.stop();

      const puller = await startSession({ files, capabilities: pulling });
      puller.open("draft.md", hanging);
      const first = await puller.pull("draft.md");
      assert.ok(first.kind === "full");
      assert.deepEqual(codes(first.items), ["placeholder"]);
      assert.deepEqual(await puller.pull("draft.md", first.resultId), { kind: "unchanged", resultId: first.resultId });
      // Typed and taken back: the editor's underlines may be gone, and are drawn anew.
      puller.edit("draft.md", 2, `${header}The river.\n`);
      puller.edit("draft.md", 3, hanging);
      const again = await puller.pull("draft.md", first.resultId);
      assert.deepEqual(again.kind === "full" && again.items, first.items);
      puller.edit("draft.md", 4, `${header}The river rose.\n`);
      const second = await puller.pull("draft.md", first.resultId);
      assert.deepEqual(second.kind === "full" && second.items, []);
      assert.deepEqual(puller.everPushed(), []);
      await puller.stop();
    });

    it("go when the text is mended, and when the draft is closed", async () => {
      const session = await startSession({ files });
      session.open("draft.md", hanging);
      await firstFinding(session, "draft.md", "placeholder");
      session.edit("draft.md", 2, `${header}The river rose.\n`);
      assert.deepEqual((await session.pushed("draft.md")).diagnostics, []);
      session.edit("draft.md", 3, hanging);
      await firstFinding(session, "draft.md", "placeholder");
      await session.connection.sendNotification("textDocument/didClose", { textDocument: { uri: session.uri("draft.md") } });
      assert.deepEqual((await session.pushed("draft.md")).diagnostics, []);
      await session.stop();
    });

    it("belong to the newest version when edits come fast", async () => {
      const session = await startSession({ files });
      session.open("draft.md", hanging);
      for (let version = 2; version <= 30; version++) session.edit("draft.md", version, version % 2 ? hanging : `${header}The river rose.\n`);
      assert.deepEqual((await session.pushed("draft.md", ({ version }) => version === 30)).diagnostics, []);
      const versions = session.everPushed().map(({ version }) => version ?? 0);
      assert.deepEqual(
        versions,
        versions.toSorted((a, b) => a - b),
      );
      await session.stop();
    });

    it("are for drafts only: not for sources, other languages, excluded files, or folders without a desk", async () => {
      const session = await startSession({
        files: {
          ...Object.fromEntries(Object.entries(files).map(([name, text]) => [`a/${name}`, text])),
          "a/copydesk.yaml": "drafts: ['stories/*.md']\n",
          "b/note.md": hanging,
        },
        folders: ["a", "b"],
      });
      session.open("a/seeds/wire-a.md", hanging);
      session.open("a/stories/code.ts", hanging, "typescript");
      session.open("a/note.md", hanging);
      session.open("b/note.md", hanging);
      session.open("c/note.md", hanging);
      session.open("a/stories/day-1.md", hanging);
      await firstFinding(session, "a/stories/day-1.md", "placeholder");
      assert.deepEqual([...new Set(session.everPushed().map(({ uri }) => uri))], [session.uri("a/stories/day-1.md")]);
      await session.stop();
    });

    it("are silent for a client without a folder", async () => {
      const session = await startSession({ files, folders: [] });
      session.open("draft.md", hanging);
      await session.hover("draft.md", { line: 0, character: 0 });
      assert.deepEqual(session.everPushed(), []);
      await session.stop();
    });

    it("come for an untitled news draft, from the first folder's sources", async () => {
      const session = await startSession({ files });
      session.open("untitled:Untitled-1", "Some 7,400 people fled [@wire-c].\n", "news");
      session.open("untitled:Untitled-2", "TK\n", "markdown");
      await session.pushed("untitled:Untitled-1");
      assert.ok(!session.everPushed().some(({ uri }) => uri === "untitled:Untitled-2"));
      await session.stop();
    });

    it("of each folder come from its own sources and configuration", async () => {
      const cited = `${header}The dam burst killed 121 people [@wire-b].\n`;
      const session = await startSession({
        files: { "a/seeds/wire-b.md": wednesday, "b/notes/wire-a.md": monday, "b/copydesk.yaml": "corpus: notes\nrules:\n  unresolved-citation: warning\n" },
        folders: ["a", "b"],
      });
      session.open("a/draft.md", cited);
      session.open("b/draft.md", cited);
      assert.equal((await firstFinding(session, "b/draft.md", "unresolved-citation")).severity, 2);
      assert.ok(!codes((await session.pushed("a/draft.md")).diagnostics).includes("unresolved-citation"));
      await session.stop();
    });
  });
});
