// The built server over stdio: where sources open whose files are no text, in clients that show what was read from them and in others.
import assert from "node:assert/strict";
import type { DocumentLink, Hover, Location } from "vscode-languageserver-protocol";
import type { SourceFigure, SourceSummary, SourceText } from "../../server/lsp/protocol.ts";
import { docxOf, htmlOf, pdfOf, rssOf } from "../archive/rewrite.ts";
import { cleanUp, positionOf, type Session, startSession } from "./session.ts";
import { header, hoverText } from "./story.ts";

const filler = "The council spoke of the weather, of the roads and of the old mill by the river, and then of the weather again. ".repeat(9);
const story = (id: string, who: string, count: number) => ({
  id,
  title: `Lorries of the ${who}`,
  date: "2031-05-14",
  url: `https://wire.example/${id}`,
  paragraphs: [filler, filler, filler, `The ${who} have ${count} lorries on the road, the council said.`],
});
const draft = `${header}The bakers of Harbour Street have 41 lorries on the road.\n\nThe coopers of Mill Lane have 42 lorries on the road.\n\nThe dyers of Canal Row have 43 lorries on the road [@memo].\n\nThe farriers of Chapel Yard have 44 lorries on the road.\n`;

const start = async (showsSourceText: boolean): Promise<Session> => {
  const session = await startSession({
    initializationOptions: { showsSourceText },
    files: {
      "seeds/page.html": htmlOf(story("page", "bakers of Harbour Street", 41)),
      "seeds/feed.xml": rssOf([story("mills", "millers of the Weir", 9), story("feed", "coopers of Mill Lane", 42)]),
      "seeds/memo.docx": docxOf(story("memo", "dyers of Canal Row", 43)),
      "seeds/scan (1).pdf": await pdfOf(story("scan", "farriers of Chapel Yard", 44)),
    },
  });
  session.open("draft.md", draft);
  return session;
};
const wordsAt = ({ text }: SourceText, { range: { start, end } }: Pick<Location, "range">): string =>
  start.line === end.line ? (text.split("\n")[start.line] ?? "").slice(start.character, end.character) : "several lines";

describe("language server: sources whose files are no text", () => {
  after(cleanUp);

  describe("in a client that shows their text", () => {
    let session: Session;
    before(async () => {
      session = await start(true);
    });
    after(() => session.stop());
    const ask = <T>(method: string, params: object): Promise<T> => session.connection.sendRequest(method, params);
    const textAt = async (uri: string): Promise<SourceText> => {
      const text = await ask<SourceText | null>("copydesk/sourceText", { uri: decodeURIComponent(uri.split("?")[1] ?? "") });
      assert.ok(text, uri);
      return text;
    };

    for (const [figure, name, file, who] of [
      ["41", "page.html (text)", "page.html", "bakers of Harbour Street"],
      ["42", "feed.xml (lorries-of-the-coopers-of-mill-lane)", "feed.xml", "coopers of Mill Lane"],
      ["43", "memo.docx (text)", "memo.docx", "dyers of Canal Row"],
      ["44", "scan (1).pdf (text)", "scan (1).pdf", "farriers of Chapel Yard"],
    ] as const)
      it(`a figure leads to its sentence in ${name}`, async () => {
        const [found] = await session.definition("draft.md", positionOf(draft, figure));
        assert.ok(found);
        assert.equal(decodeURIComponent(new URL(found.uri).pathname), `/${name}`);
        const text = await textAt(found.uri);
        assert.equal(text.file, session.uri(`seeds/${file}`));
        assert.equal(wordsAt(text, found), `The ${who} have ${figure} lorries on the road, the council said.`);
      });

    it("the hover tells the place in the file, and its link opens the sentence", async () => {
      const text = hoverText(await ask<Hover>("textDocument/hover", { textDocument: { uri: session.uri("draft.md") }, position: positionOf(draft, "44") }));
      const [, id, query = ""] = /\[([^\]]*)\]\(<command:copydesk\.revealSource\?(\S*)>\) · page 2/.exec(text) ?? [];
      assert.equal(id, "scan (1)", text);
      const [found] = await session.definition("draft.md", positionOf(draft, "44"));
      assert.deepEqual(JSON.parse(decodeURIComponent(query)), [found?.uri, found?.range]);
    });

    it("the text tells where pages begin", async () => {
      const [found] = await session.definition("draft.md", positionOf(draft, "44"));
      const { pages, text } = await textAt(found?.uri ?? "");
      assert.deepEqual(
        pages.map(({ label }) => label),
        ["page 1", "page 2"],
      );
      assert.ok(pages.every(({ line }) => text.split("\n")[line]));
    });

    it("the list of sources and their figures open it, each figure at its own place", async () => {
      const sources = await ask<readonly SourceSummary[]>("copydesk/sources", {});
      assert.equal(sources.length, 5);
      assert.equal(new Set(sources.map(({ opens }) => opens)).size, 5);
      for (const { uri, opens } of sources) {
        const [figure] = await ask<readonly SourceFigure[]>("copydesk/sourceFigures", { uri });
        assert.ok(figure);
        assert.equal(wordsAt(await textAt(opens), figure), figure.text);
      }
    });

    it("a citation's link opens it", async () => {
      const links = await ask<readonly DocumentLink[]>("textDocument/documentLink", { textDocument: { uri: session.uri("draft.md") } });
      const [found] = await session.definition("draft.md", positionOf(draft, "43"));
      assert.deepEqual(
        links.map(({ target }) => target),
        [found?.uri],
      );
    });

    it("a source that is gone has no text", async () => assert.equal(await ask("copydesk/sourceText", { uri: session.uri("seeds/gone.pdf") }), null));
  });

  it("open as files in any other client", async () => {
    const session = await start(false);
    for (const [figure, file] of [
      ["41", "page.html"],
      ["42", "feed.xml"],
      ["43", "memo.docx"],
      ["44", "scan (1).pdf"],
    ] as const) {
      const found = await session.definition("draft.md", positionOf(draft, figure));
      assert.deepEqual([found[0]?.uri, found[0]?.range.start], [session.uri(`seeds/${file}`), { line: 0, character: 0 }]);
      assert.ok(hoverText(await session.hover("draft.md", positionOf(draft, figure))).includes(`](<${session.uri(`seeds/${file}`)}>)`));
    }
    await session.stop();
  });
});
