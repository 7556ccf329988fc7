// The server's bundle for Web Workers, in a thread with a worker's globals only: files come from the client, findings are those of the server on Node.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Diagnostic } from "vscode-languageserver-protocol";
import { buildCorpus, checkDraft, defaultConfig, readSource } from "../../server/engine/index.ts";
import type { DraftCounts } from "../../server/lsp/protocol.ts";
import { docxOf, htmlOf, newsmlOf, ninjs3Of, pdfOf, rssOf } from "../archive/rewrite.ts";
import { utf16 } from "../utf16.ts";
import { manySources } from "./large-story.ts";
import { cleanUp, pushedWhole, startSession } from "./session.ts";
import { codes } from "./story.ts";
import { type Files, languageOf, startWorker, type WorkerSession } from "./worker.ts";

/** What the bundle finds in the drafts, by path. */
async function findingsInWorker(root: string, files: Files, drafts: readonly string[]): Promise<ReadonlyMap<string, readonly Diagnostic[]>> {
  const session = await startWorker({ root, files });
  for (const path of drafts) session.open(path, files[path] as string);
  // On a busy machine, first ones may come before the sources are read.
  const whole = (path: string) => {
    const told = session.heard.flatMap(({ method, params }) => (method === "copydesk/status" ? [params as DraftCounts & { readonly uri: string }] : []));
    const status = told.findLast(({ uri }) => uri === session.uri(path));
    return status && !status.reading ? session.published(path).at(-1) : undefined;
  };
  const all = await Promise.all(drafts.map((path) => session.until(() => whole(path)))).finally(session.end);
  return new Map(all.map(({ diagnostics }, index) => [drafts[index] as string, diagnostics]));
}

/** The same drafts, checked by the server on Node; and what the worker's findings must equal, wherever the folder lies. */
async function assertSame(root: string, files: Files, drafts: readonly string[]): Promise<readonly unknown[]> {
  const inWorker = await findingsInWorker(root, files, drafts);
  const session = await startSession({ files });
  const withoutPlace = (diagnostics: readonly Diagnostic[] | undefined, folder: string) =>
    JSON.parse(JSON.stringify(diagnostics ?? "none").replaceAll(folder, "")) as unknown;
  for (const path of drafts) {
    session.open(path, files[path] as string, languageOf(path));
    const diagnostics = await pushedWhole(session, path);
    assert.deepEqual(withoutPlace(inWorker.get(path), root), withoutPlace(diagnostics, session.uri("").replace(/\/$/, "")), path);
  }
  await session.stop();
  return drafts.flatMap((path) => (inWorker.get(path) ?? []).map(({ code }) => code));
}

const source = "---\ntitle: Dam bursts\ndate: 2031-05-14\n---\nSome 7,400 people have fled their homes since the Tokari dam burst 🙂, the ministry said.\n";
const draft = "---\ntitle: Dam\ndate: 2031-05-15\n---\nThe river — TK said.\n\nSome 7,400 people have fled their homes since the dam burst.\n";

describe("language server in a Web Worker", () => {
  after(cleanUp);

  for (const root of ["vscode-test-web://mount", "vscode-vfs://host/desk%20one"])
    it(`finds in ${root} what the server on Node finds, with files from the client`, async () => {
      const codes = await assertSame(root, { "seeds/wire a.md": source, "draft.md": draft }, ["draft.md"]);
      assert.deepEqual(codes, ["placeholder", "unsourced-figure"]);
    });

  it("reads UTF-16 there too", async () => {
    const wide = {
      "seeds/wire.md": utf16(source, "utf-16le"),
      "seeds/other.txt": utf16(`The dam\n\n${source.split("---\n").at(-1)}`, "utf-16be"),
      "draft.md": draft,
    };
    const codes = await assertSame("vscode-test-web://mount", wide, ["draft.md"]);
    assert.deepEqual(codes, ["placeholder", "unsourced-figure"]);
    const [, figure] = (await findingsInWorker("vscode-test-web://mount", wide, ["draft.md"])).get("draft.md") ?? [];
    assert.match(figure?.relatedInformation?.[0]?.location.uri ?? "", /(?:wire\.md|other\.txt)$/);
  });

  it("reads pages, feeds, wire copy, Word, PDF and bibliographies there too", async () => {
    const story = (id: string, who: string, count: number) => ({
      id,
      title: `${who} counted`,
      date: "2031-05-14",
      paragraphs: [`The ${who} have ${count} lorries on the road, the council said.`],
    });
    const seeds = {
      "seeds/page.html": htmlOf(story("page", "bakers of Harbour Street", 41)),
      "seeds/feed.xml": rssOf([story("feed", "coopers of Mill Lane", 42)]),
      "seeds/wire.json": ninjs3Of(story("wire", "dyers of Canal Row", 43)),
      "seeds/newsml.xml": newsmlOf(story("newsml", "farriers of Chapel Yard", 44)),
      "seeds/memo.docx": docxOf(story("memo", "glaziers of Tower Hill", 45)),
      "seeds/scan.pdf": await pdfOf(story("scan", "hatters of Abbey Road", 46)),
      "seeds/sources.bib": "@misc{report, title = {A report}, date = {2031-05-14}, file = {scan.pdf}}",
    };
    const crafts = [
      "bakers of Harbour Street",
      "coopers of Mill Lane",
      "dyers of Canal Row",
      "farriers of Chapel Yard",
      "glaziers of Tower Hill",
      "hatters of Abbey Road",
    ];
    const text = `---\ntitle: Lorries\ndate: 2031-05-15\n---\n\n${crafts.map((who, index) => `The ${who} have ${41 + index} lorries on the road.`).join("\n\n")}\n\nMore is in the report [@report].\n`;
    const codes = await assertSame("vscode-test-web://mount", { ...seeds, "draft.md": text }, ["draft.md"]);
    assert.deepEqual(
      codes,
      crafts.map(() => "unsourced-figure"),
    );
    const found = await findingsInWorker("vscode-test-web://mount", { ...seeds, "draft.md": text }, ["draft.md"]);
    const related = found.get("draft.md")?.map(({ relatedInformation }) => relatedInformation?.[0]?.location.uri.split("/").at(-1));
    assert.deepEqual(related, ["page.html", "feed.xml", "wire.json", "newsml.xml", "memo.docx", "scan.pdf"]);
  });

  for (const pack of readdirSync("test/packs"))
    it(`finds in the drafts of ${pack} what the server on Node finds`, async () => {
      const read = (folder: string) =>
        Object.fromEntries(
          readdirSync(join("test/packs", pack, folder)).map((name) => [`${folder}/${name}`, readFileSync(join("test/packs", pack, folder, name), "utf8")]),
        );
      const drafts = read("drafts");
      const codes = await assertSame("vscode-test-web://mount", { ...read("seeds"), ...drafts }, Object.keys(drafts));
      assert.ok(codes.length > 10);
    });

  describe("while sources are read", () => {
    const root = "vscode-test-web://mount";
    const large = { ...manySources(300, 120), "draft.md": draft };
    const capabilities = { window: { workDoneProgress: true } };
    const hasRead = ({ heard }: WorkerSession) =>
      heard.some(({ method, params }) => method === "$/progress" && (params as { value: { kind: string } }).value.kind === "end");

    it("shows first findings, answers meanwhile, and shows the whole ones after", async () => {
      const session = await startWorker({ root, files: large, capabilities });
      session.open("draft.md", draft);
      const [first] = await session.until(() => (session.published("draft.md").length ? session.published("draft.md") : undefined));
      assert.equal(hasRead(session), false);
      assert.deepEqual(first && codes(first.diagnostics), ["placeholder", "unsourced-figure"]);
      const waits: number[] = [];
      while (!hasRead(session)) {
        const start = performance.now();
        await session.request("textDocument/documentSymbol", { textDocument: { uri: session.uri("draft.md") } });
        waits.push(performance.now() - start);
        await new Promise((done) => setTimeout(done, 50));
      }
      const middle = waits.toSorted((a, b) => a - b)[waits.length >> 1] ?? 0;
      assert.ok(waits.length > 5 && middle < 100, `${waits.length} answers, the middle one after ${middle} ms`);
      const whole = await session.until(() => session.published("draft.md")[1]);
      const corpus = buildCorpus(Object.entries(manySources(300, 120)).map(([path, text]) => readSource(session.uri(path), text)));
      const expected = checkDraft(session.uri("draft.md"), draft, corpus, defaultConfig).findings;
      assert.deepEqual(
        whole.diagnostics.map(({ code, message }) => [code, message]),
        expected.map(({ rule, message }) => [rule, message]),
      );
      await session.end();
    });

    it("a source that cannot be read is told, and the others count", async () => {
      const files = { "seeds/a.md": source, "seeds/b.md": source, "copydesk.yaml": "corpus: [seeds]\n", "draft.md": draft };
      const session = await startWorker({
        root,
        files,
        capabilities,
        fails: (method, path) => (method.endsWith("read") && path.endsWith("b.md") ? "gone" : undefined),
      });
      session.open("draft.md", draft);
      const { diagnostics } = await session.until(() => session.published("copydesk.yaml").at(-1));
      assert.match(String(diagnostics[0]?.message), /seeds\/b\.md cannot be read: .*gone/);
      await session.until(() => session.published("draft.md").find((one) => /: a/.test(JSON.stringify(one.diagnostics))));
      await session.end();
    });

    it("a corpus that cannot be read at all never looks like a clean draft", async () => {
      const clean = "---\ntitle: Dam\ndate: 2031-05-15\n---\nThe river rose.\n";
      const fails = (method: string, path: string) => (method.endsWith("list") && path === "seeds" ? "the wire broke" : undefined);
      const session = await startWorker({ root, files: { "seeds/a.md": source, "draft.md": clean }, capabilities, fails });
      session.open("draft.md", clean);
      const { diagnostics } = await session.until(() => session.published("draft.md").at(-1));
      assert.deepEqual(codes(diagnostics), ["internal-error"]);
      assert.match(String(diagnostics[0]?.message), /the wire broke/);
      await session.end();
    });
  });
});
