// The built server with clients that know little, say nonsense, or leave in the middle.
import assert from "node:assert/strict";
import { once } from "node:events";
import { manySources } from "./large-story.ts";
import { cleanUp, pulling, startSession } from "./session.ts";
import { codes, files, firstFinding, hanging, header, monday } from "./story.ts";

describe("a strange client", () => {
  after(cleanUp);

  it("that knows one root only has its findings, and new ones when a source was saved", async () => {
    const session = await startSession({ files, rootOnly: true });
    session.open("draft.md", `${header}The dam burst near Tokari killed 83 people, the ministry said.\n`);
    await firstFinding(session, "draft.md", "stale-casualty");
    session.remove("seeds/wire-b.md");
    await session.connection.sendNotification("textDocument/didSave", { textDocument: { uri: session.uri("draft.md") } });
    await session.pushed("draft.md", ({ diagnostics }) => !codes(diagnostics).includes("stale-casualty"));
    assert.deepEqual(session.registered, []);
    await session.stop();
  });

  it("whose lines end in CR LF, and whose folder has an odd name, is answered at the right places", async () => {
    const folder = "Ünter [1] (draft) #2 100%";
    const session = await startSession({ files: { [`${folder}/seeds/wire-a.md`]: monday.replaceAll("\n", "\r\n") }, folders: [folder] });
    session.open(`${folder}/my draft.md`, `${header}The river 🙂 rose.\n\nThe dam killed TK people.\n`.replaceAll("\n", "\r\n"));
    const { range } = await firstFinding(session, `${folder}/my draft.md`, "placeholder");
    assert.deepEqual(range, { start: { line: 6, character: 15 }, end: { line: 6, character: 17 } });
    await session.stop();
  });

  it("that sends nonsense is refused or answered empty, and served on", async () => {
    const session = await startSession({ files });
    session.open("draft.md", hanging);
    const uri = session.uri("draft.md");
    const nowhere = { line: 1e9, character: -7 };
    const params: readonly object[] = [
      {},
      [],
      { textDocument: { uri: 5 } },
      { textDocument: { uri: "%%%" }, position: nowhere },
      { textDocument: { uri }, position: nowhere, range: { start: nowhere, end: { line: -1, character: 0 } }, context: { diagnostics: [] }, newName: "x" },
    ];
    const methods = ["hover", "definition", "completion", "references", "prepareRename", "documentSymbol", "codeLens", "codeAction", "inlayHint"];
    for (const method of methods)
      for (const one of params) await session.connection.sendRequest(`textDocument/${method}`, one).catch(({ code }) => assert.equal(code, -32_602));
    await assert.rejects(session.connection.sendRequest("textDocument/nonsense", {}), { code: -32_601 });
    const backwards = { start: { line: 4, character: 3 }, end: { line: 1, character: 0 } };
    const notifications: readonly (readonly [string, object])[] = [
      ["textDocument/didOpen", {}],
      ["textDocument/didChange", {}],
      ["textDocument/didChange", { textDocument: { uri: session.uri("none.md"), version: 2 }, contentChanges: [{ text: "x" }] }],
      ["textDocument/didChange", { textDocument: { uri, version: 2 }, contentChanges: [{ range: backwards, text: "x" }] }],
      ["textDocument/didClose", { textDocument: { uri: session.uri("none.md") } }],
      ["workspace/didChangeWatchedFiles", {}],
      ["workspace/didChangeWatchedFiles", { changes: [{ uri: "%%%", type: 9 }] }],
      ["copydesk/exclude", { patterns: ["[", "**{", "!("] }],
      ["$/cancelRequest", { id: 999 }],
    ];
    for (const [method, one] of notifications) await session.connection.sendNotification(method, one);
    session.edit("draft.md", 3, hanging);
    const { diagnostics } = await session.pushed("draft.md", ({ version }) => version === 3);
    assert.deepEqual(codes(diagnostics), ["placeholder"]);
    assert.equal(await session.stop(), 0);
  });

  it("that refuses what it is asked for is served on", async () => {
    const capabilities = { ...pulling, workspace: { ...pulling.workspace, inlayHint: { refreshSupport: true }, codeLens: { refreshSupport: true } } };
    const session = await startSession({ files, capabilities, refuses: true });
    session.open("draft.md", hanging);
    await session.connection.sendRequest("copydesk/sources", {});
    session.changedOnDisk("seeds/wire-a.md");
    while (session.notified.filter(({ params }) => /look again failed/.test(JSON.stringify(params))).length < 2)
      await new Promise((done) => setTimeout(done, 10));
    const report = await session.pull("draft.md");
    assert.deepEqual(report.kind === "full" && codes(report.items), ["placeholder"]);
    assert.equal(await session.stop(), 0);
  });

  it("that asks after it has said good-bye is refused", async () => {
    const session = await startSession({ files });
    const left = once(session.process, "exit");
    await session.connection.sendRequest("shutdown");
    await assert.rejects(session.hover("draft.md", { line: 0, character: 0 }), { code: -32_600 });
    await session.connection.sendNotification("exit");
    assert.deepEqual((await left)[0], 0);
  });

  for (const [how, leave] of [
    ["hangs up", (session: Awaited<ReturnType<typeof startSession>>) => session.process.stdin.end()],
    ["says exit and no more", (session: Awaited<ReturnType<typeof startSession>>) => void session.connection.sendNotification("exit")],
  ] as const)
    it(`that ${how} while sources are read leaves no server behind`, async () => {
      const session = await startSession({ files: manySources(300, 120), capabilities: { window: { workDoneProgress: true } } });
      session.open("draft.md", hanging);
      await session.pushed("draft.md");
      const left = once(session.process, "exit");
      const start = performance.now();
      leave(session);
      assert.deepEqual((await left)[0], 1);
      assert.ok(performance.now() - start < 2000);
    });
});
