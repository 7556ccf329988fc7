// The built server over stdio: fixes.
import assert from "node:assert/strict";
import type { CodeAction } from "vscode-languageserver-protocol";
import { applied, cleanUp, editsOf, startSession, versioned } from "./session.ts";
import { codes, files, firstFinding, hanging, header, unsourced } from "./story.ts";

describe("language server", () => {
  after(cleanUp);

  describe("quick fixes", () => {
    it("cite the best source: the finding is gone", async () => {
      const session = await startSession({ files, capabilities: versioned });
      session.open("draft.md", unsourced);
      const finding = await firstFinding(session, "draft.md", "unsourced-figure");
      const [fix, ...others] = await session.actions("draft.md", finding.range, [finding]);
      assert.deepEqual([fix?.kind, fix?.isPreferred, fix?.diagnostics?.[0]?.code], ["quickfix", true, "unsourced-figure"]);
      assert.ok(others.some(({ title, isPreferred }) => title === "Ignore here: unsourced-figure" && !isPreferred));
      assert.deepEqual(
        fix?.edit?.documentChanges?.map((change) => "textDocument" in change && change.textDocument),
        [{ uri: session.uri("draft.md"), version: 1 }],
      );
      const mended = applied(unsourced, editsOf(fix?.edit, session.uri("draft.md")));
      assert.match(mended, /fled their homes \[@wire-b\]\.$/m);
      session.edit("draft.md", 2, mended);
      assert.deepEqual(codes((await session.pushed("draft.md", ({ version }) => version === 2)).diagnostics), []);
      await session.stop();
    });

    it("that are safe are applied together, on save too", async () => {
      const text = `${unsourced}\nThe dam burst near Tokari killed 121 people.\n\nTK\n`;
      const session = await startSession({ files });
      session.open("draft.md", text);
      await firstFinding(session, "draft.md", "unsourced-figure");
      const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
      for (const only of ["source.fixAll", "source.fixAll.copydesk"]) {
        const [all, ...none] = await session.actions("draft.md", whole, [], [only]);
        assert.deepEqual([all?.kind, none], ["source.fixAll.copydesk", []]);
        assert.equal(applied(text, editsOf(all?.edit, session.uri("draft.md"))).match(/\[@wire-b\]/g)?.length, 2);
      }
      assert.deepEqual(await session.actions("draft.md", whole, [], ["refactor"]), []);
      await session.stop();
    });

    for (const [path, language] of [
      ["draft.md", "markdown"],
      ["draft.txt", "plaintext"],
    ] as const) {
      it(`silence a finding in ${language}, with a reason to fill in`, async () => {
        const text = path === "draft.md" ? hanging : "The river rose.\n\nThe mayor came,\nTK said, and left.\n";
        const session = await startSession({ files });
        session.open(path, text, language);
        const finding = await firstFinding(session, path, "placeholder");
        const ignore = (await session.actions(path, finding.range, [finding])).find(({ title }) => title === "Ignore here: placeholder");
        const silenced = applied(text, editsOf(ignore?.edit, session.uri(path)));
        assert.match(silenced, /copydesk-ignore-next-line placeholder: \w+/);
        session.edit(path, 2, silenced);
        assert.deepEqual(codes((await session.pushed(path, ({ version }) => version === 2)).diagnostics), []);
        await session.stop();
      });
    }

    it("cite every supported figure, in sentences that cite nothing yet", async () => {
      const text = `${header}Some 7,400 people fled their homes since the dam burst, the ministry said.\n\nThe dam burst near Tokari killed 121 people.\n`;
      const session = await startSession({ files });
      session.open("draft.md", text);
      await session.pushed("draft.md");
      const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
      const [all, ...none] = await session.actions("draft.md", whole, [], ["source.citeAll.copydesk"]);
      assert.deepEqual([all?.title, none], ["Cite every supported figure in this draft", []]);
      const cited = applied(text, editsOf(all?.edit, session.uri("draft.md")));
      assert.equal(cited.match(/\[@wire-b\]\./g)?.length, 2);
      session.edit("draft.md", 2, cited);
      await session.pushed("draft.md", ({ version }) => version === 2);
      assert.deepEqual(await session.actions("draft.md", whole, [], ["source.citeAll.copydesk"]), []);
      await session.stop();
    });

    for (const [path, language] of [
      ["draft.md", "markdown"],
      ["draft.txt", "plaintext"],
    ] as const) {
      it(`record the writer's own source in ${language}`, async () => {
        const text = path === "draft.md" ? unsourced : "The river rose.\n\nThe mayor waited, then some 7,400 people fled their homes.\n";
        const session = await startSession({ files });
        session.open(path, text, language);
        const finding = await firstFinding(session, path, "unsourced-figure");
        const own = (await session.actions(path, finding.range, [finding])).find(({ title }) => title === "Record my own source here");
        const recorded = applied(text, editsOf(own?.edit, session.uri(path)));
        assert.match(recorded, /source: who told me/);
        session.edit(path, 2, recorded);
        assert.deepEqual(codes((await session.pushed(path, ({ version }) => version === 2)).diagnostics), []);
        await session.stop();
      });
    }

    it("select the words to fill in, for a client that can", async () => {
      const session = await startSession({ files, capabilities: { workspace: { workspaceEdit: { documentChanges: true, snippetEditSupport: true } } } });
      const text = `${header}Some 7,400 people fled {to C:\\up} the hills.\n`;
      session.open("draft.md", text);
      const finding = await firstFinding(session, "draft.md", "unsourced-figure");
      const snippets = (await session.actions("draft.md", finding.range, [finding])).flatMap(({ edit }) =>
        (edit?.documentChanges ?? [])
          .flatMap((change) => ("edits" in change ? change.edits : []))
          .flatMap((one) => ("snippet" in one ? one.snippet.value : [])),
      );
      assert.deepEqual(snippets, [
        ` <!-- source: \${1:who told me, and when} -->`,
        `<!-- copydesk-ignore-next-line unsourced-figure(7,400): \${1:reason} -->\n`,
      ]);
      await session.stop();
    });

    it("get their edits when they are chosen, for the text they were offered for only", async () => {
      const session = await startSession({
        files,
        capabilities: { ...versioned, textDocument: { codeAction: { dataSupport: true, resolveSupport: { properties: ["edit"] } } } },
      });
      session.open("draft.md", unsourced);
      const finding = await firstFinding(session, "draft.md", "unsourced-figure");
      const [fix] = await session.actions("draft.md", finding.range, [finding]);
      assert.ok(fix && !fix.edit);
      const resolved = await session.connection.sendRequest<CodeAction>("codeAction/resolve", fix);
      assert.match(applied(unsourced, editsOf(resolved.edit, session.uri("draft.md"))), /\[@wire-b\]\.$/m);
      session.edit("draft.md", 2, `${unsourced}\nMore.\n`);
      await assert.rejects(session.connection.sendRequest("codeAction/resolve", fix), { code: -32_801 });
      await session.stop();
    });
  });
});
