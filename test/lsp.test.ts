// The built language server over stdio, driven by a protocol client on folders of its own.
import assert from "node:assert/strict";
import type { Diagnostic, Hover, MarkupContent } from "vscode-languageserver-protocol";
import { applied, cleanUp, editsOf, positionOf, pulling, type Session, startSession, versioned } from "./lsp/session.ts";

const monday = `---
title: Dam bursts above Tokari
publisher: Wire A
date: 2031-05-12
---
At least 83 people were killed when the Tokari dam burst on Monday, the interior ministry said.
`;
const wednesday = `---
title: Toll of Tokari dam burst rises
publisher: Wire *A*
date: 2031-05-14
---
The Tokari dam burst has killed 121 people, the interior ministry said on Wednesday.

Some 7,400 people have fled their homes since the dam burst, the ministry said.

"We saw the water come like a wall," said the mayor, Ida Lund.
`;
const files = { "seeds/wire-a.md": monday, "seeds/wire-b.md": wednesday };
const header = "---\ntitle: The dam\ndate: 2031-05-15\n---\n";
const unsourced = `${header}The mayor 🙂 waited — then some 7,400 people fled their homes.\n`;
const hanging = `${header}The river 🙂 rose — TK said.\n`;
const codes = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code }) => code);
const hoverText = (hover: Hover | null): string => (hover && "value" in Object(hover.contents) ? (hover.contents as MarkupContent).value : "");
const firstFinding = async (session: Session, path: string, rule: string): Promise<Diagnostic> => {
  const { diagnostics } = await session.pushed(path, (one) => codes(one.diagnostics).includes(rule));
  return diagnostics.find(({ code }) => code === rule) as Diagnostic;
};

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
      puller.edit("draft.md", 2, `${header}The river rose.\n`);
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
        figures: 2,
      });
      assert.equal(sources.length, 2);
      await session.stop();
    });
  });

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
  });

  describe("a figure", () => {
    const text = `${header}Some 8,400 people have fled their homes since the dam burst, the ministry said [@wire-b].\n`;

    it("shows what each source says of it, newest first", async () => {
      const session = await startSession({
        files: { ...files, "seeds/wire-c.md": wednesday.replace("7,400", "6,900").replaceAll("2031-05-14", "2031-05-13") },
      });
      session.open("draft.md", text);
      const hover = await session.hover("draft.md", positionOf(text, "400"));
      assert.deepEqual(hover?.range?.start.line, 4);
      const value = hoverText(hover);
      assert.match(value, /8,400 people/);
      assert.ok(value.indexOf("7,400") > 0 && value.indexOf("7,400") < value.indexOf("6,900"), value);
      assert.match(value, /14 May 2031/);
      await session.stop();
    });

    it("is shown without a hedge that stands elsewhere", async () => {
      const gapped = `${header}At least 121 people were killed and 340 wounded, the ministry said.\n`;
      const session = await startSession({ files });
      session.open("draft.md", gapped);
      assert.match(hoverText(await session.hover("draft.md", positionOf(gapped, "340"))), /^\*\*340 wounded\*\* — injured/);
      await session.stop();
    });

    it("leads to the sentence of the source", async () => {
      const session = await startSession({ files });
      session.open("draft.md", text);
      const places = await session.definition("draft.md", positionOf(text, "8,400"));
      assert.deepEqual(places[0], {
        uri: session.uri("seeds/wire-b.md"),
        range: { start: { line: 7, character: 0 }, end: { line: 7, character: 79 } },
      });
      await session.stop();
    });
  });

  describe("a citation", () => {
    const text = `${header}The dam burst killed 121 people [@wire-b].\n`;

    it("shows its source, with markup in titles escaped", async () => {
      const session = await startSession({ files });
      session.open("draft.md", text);
      assert.match(
        hoverText(await session.hover("draft.md", positionOf(text, "wire-b"))),
        /^\*\*Toll of Tokari dam burst rises\*\*\n\nWire \\\*A\\\* · 14 May 2031/,
      );
      await session.stop();
    });

    it("leads to its source", async () => {
      const session = await startSession({ files });
      session.open("draft.md", text);
      const [place] = await session.definition("draft.md", positionOf(text, "wire-b"));
      assert.deepEqual(place, { uri: session.uri("seeds/wire-b.md"), range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } } });
      await session.stop();
    });
  });

  it("leads from a quotation to the source's", async () => {
    const text = `${header}“We saw the water come like a wall,” said Ida Lund.\n`;
    const session = await startSession({ files });
    session.open("draft.md", text);
    const places = await session.definition("draft.md", positionOf(text, "water"));
    assert.deepEqual(places, [{ uri: session.uri("seeds/wire-b.md"), range: { start: { line: 9, character: 0 }, end: { line: 9, character: 36 } } }]);
    await session.stop();
  });

  it("is what copydesk lsp --stdio starts", async () => {
    const session = await startSession({ files, command: ["cli.js", "lsp", "--stdio"] });
    session.open("draft.md", hanging);
    await firstFinding(session, "draft.md", "placeholder");
    assert.equal(await session.stop(), 0);
  });

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
  });

  it("exits with 1 when it is told to leave without a shutdown", async () => {
    const session = await startSession({ files });
    const exit = new Promise((done) => session.process.once("exit", done));
    await session.connection.sendNotification("exit");
    assert.equal(await exit, 1);
  });
});
