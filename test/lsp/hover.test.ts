// The built server over stdio: what stands under the cursor, and where it comes from.
import assert from "node:assert/strict";
import { cleanUp, positionOf, startSession } from "./session.ts";
import { files, header, hoverText, wednesday } from "./story.ts";

describe("language server", () => {
  after(cleanUp);

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
      assert.ok(value.includes(`[wire-b](<${session.uri("seeds/wire-b.md")}#L8>) · Wire \\*A\\* · 14 May 2031: “Some 7,400 people”, differs`), value);
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

    it("shows the day on which the writer read it", async () => {
      const session = await startSession({ files: { ...files, "seeds/wire-b.md": wednesday.replace(/^date:/m, "retrieved: 2031-05-16\ndate:") } });
      session.open("draft.md", text);
      assert.match(hoverText(await session.hover("draft.md", positionOf(text, "wire-b"))), /14 May 2031\n\nRead on 16 May 2031\n\nSource/);
      const sources = await session.connection.sendRequest<readonly { id: string; accessed?: string }[]>("copydesk/sources", {});
      assert.equal(sources.find(({ id }) => id === "wire-b")?.accessed, "2031-05-16");
      await session.stop();
    });

    for (const [what, sentence, line] of [
      ["the sentence that has its figure", "The dam burst killed 121 people [@wire-b].", 5],
      ["the sentence that it has another figure in", "Some 8,400 people have fled their homes since the dam burst [@wire-b].", 7],
      ["its quotation", "“We saw the water come like a wall,” said Ida Lund [@wire-b].", 9],
      ["its top, where it says nothing of the kind", "The river rose [@wire-b].", 0],
    ] as const)
      it(`leads to ${what}`, async () => {
        const session = await startSession({ files });
        const cited = `${header}${sentence}\n`;
        session.open("draft.md", cited);
        const places = await session.definition("draft.md", positionOf(cited, "wire-b"));
        assert.deepEqual(
          places.map(({ uri, range }) => [uri, range.start]),
          [[session.uri("seeds/wire-b.md"), { line, character: 0 }]],
        );
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
});
