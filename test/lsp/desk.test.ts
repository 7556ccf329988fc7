// The built server over stdio: the desk's own requests, and how the server starts and ends.
import assert from "node:assert/strict";
import { cleanUp, startSession } from "./session.ts";
import { codes, files, firstFinding, hanging, header, unsourced } from "./story.ts";

describe("language server", () => {
  after(cleanUp);

  describe("the desk", () => {
    it("checks all drafts, open or not", async () => {
      const session = await startSession({ files: { ...files, "one.md": hanging, "two.news": "The river rose.\n", "three.md": hanging } });
      session.open("one.md", hanging);
      await firstFinding(session, "one.md", "placeholder");
      assert.deepEqual(await session.connection.sendRequest("copydesk/checkAll", {}), { drafts: 3, findings: 2 });
      await firstFinding(session, "three.md", "placeholder");
      session.write("three.md", "The river rose.\n");
      session.changedOnDisk("three.md");
      assert.deepEqual((await session.pushed("three.md")).diagnostics, []);
      await session.stop();
    });

    it("is told of each check", async () => {
      const session = await startSession({ files });
      session.open("draft.md", unsourced);
      await session.pushed("draft.md");
      await session.hover("draft.md", { line: 0, character: 0 });
      const status = session.notified.find(({ method }) => method === "copydesk/status");
      assert.deepEqual(status?.params, { uri: session.uri("draft.md"), figures: 1, sourced: 0, conflicts: 0, sources: 2 });
      await session.stop();
    });

    it("counts what contradicts the sources as a conflict, however severe the desk thinks a rule's findings are", async () => {
      const toll = `${header}TK said 7,400 people have fled their homes since the dam burst, and 124 people were killed [@wire-b].\n`;
      for (const [rules, errors] of [
        ["casualty-mismatch: error", 1],
        ["casualty-mismatch: information\n  placeholder: error\n  hedge-drift: error", 2],
      ] as const) {
        const session = await startSession({ files: { ...files, "copydesk.yaml": `rules:\n  ${rules}\n` } });
        session.open("draft.md", toll);
        const { diagnostics } = await session.pushed("draft.md");
        assert.ok(codes(diagnostics).includes("casualty-mismatch") && codes(diagnostics).includes("placeholder"), codes(diagnostics).join());
        assert.equal(diagnostics.filter(({ severity }) => severity === 1).length, errors);
        await session.hover("draft.md", { line: 0, character: 0 });
        const status = session.notified.find(({ method }) => method === "copydesk/status");
        assert.equal((status?.params as { readonly conflicts?: number } | undefined)?.conflicts, 1);
        await session.stop();
      }
    });
  });

  it("is what copydesk lsp --stdio starts", async () => {
    const session = await startSession({ files, command: ["cli.js", "lsp", "--stdio"] });
    session.open("draft.md", hanging);
    await firstFinding(session, "draft.md", "placeholder");
    assert.equal(await session.stop(), 0);
  });

  it("exits with 1 when it is told to leave without a shutdown", async () => {
    const session = await startSession({ files });
    const exit = new Promise((done) => session.process.once("exit", done));
    await session.connection.sendNotification("exit");
    assert.equal(await exit, 1);
  });
});
