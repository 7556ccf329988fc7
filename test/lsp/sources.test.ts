// The built server over stdio: what happens when sources and configurations change.
import assert from "node:assert/strict";
import { cleanUp, pulling, startSession } from "./session.ts";
import { codes, files, firstFinding, hanging, header, monday, wednesday } from "./story.ts";

describe("language server", () => {
  after(cleanUp);

  describe("sources", () => {
    const cited = `${header}The dam burst killed 121 people [@wire-b].\n`;

    it("are watched: created, changed and deleted ones change the findings", async () => {
      const session = await startSession({
        files: { "seeds/wire-a.md": monday },
        capabilities: { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } },
      });
      session.open("draft.md", cited);
      await firstFinding(session, "draft.md", "unresolved-citation");
      assert.ok(session.registered.includes("workspace/didChangeWatchedFiles"));
      session.write("seeds/wire-b.md", wednesday);
      session.changedOnDisk("seeds/wire-b.md");
      await session.pushed("draft.md", ({ diagnostics }) => !codes(diagnostics).includes("unresolved-citation"));
      session.write("seeds/wire-b.md", wednesday.replace("121", "135"));
      session.changedOnDisk("seeds/wire-b.md");
      await firstFinding(session, "draft.md", "casualty-mismatch");
      session.remove("seeds/wire-b.md");
      session.changedOnDisk("seeds/wire-b.md");
      await firstFinding(session, "draft.md", "unresolved-citation");
      await session.stop();
    });

    it("are read again on save for a client that watches nothing", async () => {
      const session = await startSession({ files: { "seeds/wire-a.md": monday } });
      session.open("draft.md", cited);
      await firstFinding(session, "draft.md", "unresolved-citation");
      session.write("seeds/wire-b.md", wednesday);
      await session.connection.sendNotification("textDocument/didSave", { textDocument: { uri: session.uri("draft.md") } });
      await session.pushed("draft.md", ({ diagnostics }) => !codes(diagnostics).includes("unresolved-citation"));
      await session.stop();
    });

    it("make a desk of a folder that had none, and their end ends it", async () => {
      const session = await startSession();
      session.open("draft.md", hanging);
      await session.hover("draft.md", { line: 0, character: 0 });
      assert.deepEqual(session.everPushed(), []);
      session.write("seeds/wire-a.md", monday);
      session.changedOnDisk("seeds/wire-a.md");
      await firstFinding(session, "draft.md", "placeholder");
      session.remove("seeds");
      session.changedOnDisk("seeds");
      assert.deepEqual((await session.pushed("draft.md")).diagnostics, []);
      await session.stop();
    });

    it("make a pulling client ask again", async () => {
      const session = await startSession({ files, capabilities: pulling });
      session.open("draft.md", cited);
      await session.pull("draft.md");
      const refreshes = () => session.notified.filter(({ method }) => method === "workspace/diagnostic/refresh").length;
      const before = refreshes();
      session.remove("seeds/wire-b.md");
      session.changedOnDisk("seeds/wire-b.md");
      const report = await session.pull("draft.md");
      assert.ok(report.kind === "full" && codes(report.items).includes("unresolved-citation"));
      for (let i = 0; i < 50 && refreshes() === before; i++) await new Promise((done) => setTimeout(done, 20));
      assert.ok(refreshes() > before);
      await session.stop();
    });

    it("and a broken configuration are reported on the configuration, until they are mended", async () => {
      const session = await startSession({ files: { ...files, "copydesk.yaml": "corpus: [seeds, nowhere]\nrule:\n  placeholder: off\n" } });
      session.open("draft.md", hanging);
      await firstFinding(session, "draft.md", "placeholder");
      const broken = await session.pushed("copydesk.yaml");
      assert.deepEqual(
        broken.diagnostics.map(({ range, message }) => [range.start.line, /rules|nowhere/.test(String(message))]),
        [
          [1, true],
          [0, true],
        ],
      );
      session.write("copydesk.yaml", "rules:\n  placeholder: off\n");
      session.changedOnDisk("copydesk.yaml");
      assert.deepEqual((await session.pushed("copydesk.yaml")).diagnostics, []);
      assert.deepEqual((await session.pushed("draft.md", ({ diagnostics }) => diagnostics.length === 0)).diagnostics, []);
      await session.stop();
    });

    it("that cannot be read are told once to a client that answers no questions, where there is no configuration to mark", async () => {
      const session = await startSession({ files: { ...files, "seeds/empty.txt": "" } });
      session.open("draft.md", hanging);
      await firstFinding(session, "draft.md", "placeholder");
      session.edit("draft.md", 2, `${hanging} `);
      await session.pushed("draft.md", ({ version }) => version === 2);
      await session.hover("draft.md", { line: 0, character: 0 });
      const shown = session.notified.filter(({ method }) => method === "window/showMessage");
      assert.deepEqual(
        shown.map(({ params }) => params),
        [{ type: 2, message: "Copydesk: seeds/empty.txt is empty: no source" }],
      );
      await session.stop();
    });

    it("are read with progress where the client shows it", async () => {
      const session = await startSession({ files, capabilities: { window: { workDoneProgress: true } } });
      session.open("draft.md", hanging);
      await firstFinding(session, "draft.md", "placeholder");
      await session.hover("draft.md", { line: 0, character: 0 });
      const told = session.notified.filter(({ method }) => method === "$/progress").map(({ params }) => (params as { value: { kind: string } }).value.kind);
      assert.deepEqual([told.at(0), told.at(-1)], ["begin", "end"]);
      await session.stop();
    });

    it("are listed for the client", async () => {
      const session = await startSession({ files });
      const sources = await session.connection.sendRequest<readonly { id: string }[]>("copydesk/sources", {});
      assert.deepEqual(sources.at(1), {
        id: "wire-b",
        title: "Toll of Tokari dam burst rises",
        publisher: "Wire *A*",
        date: "2031-05-14",
        uri: session.uri("seeds/wire-b.md"),
        opens: session.uri("seeds/wire-b.md"),
        figures: 2,
      });
      assert.equal(sources.length, 2);
      await session.stop();
    });
  });
});
