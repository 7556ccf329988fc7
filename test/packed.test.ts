// What was read from a source is the same after it was packed.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { pack, unpack } from "../server/engine/corpus/packed.ts";
import { nameIn, sentenceIn, textOf, toldIn } from "../server/engine/corpus/packed-source.ts";
import { readSource, type Source } from "../server/engine/index.ts";

const texts = readdirSync("test/packs").flatMap((pack) =>
  readdirSync(`test/packs/${pack}/seeds`).map((name) => [`file:///${pack}/${name}`, readFileSync(`test/packs/${pack}/seeds/${name}`, "utf8")] as const),
);

/** As many sources as it takes to close all that were opened before. */
const closeAll = () => {
  for (let i = 0; i < 300; i++) readSource(`file:///${i}.txt`, "Rain.");
};

/** All that was read, and a sentence and a name alone. */
const contentOf = (source: Source) => {
  const { reading, claims } = source;
  return {
    reading,
    claims,
    text: textOf(source),
    told: reading.document.sentences.map(({ index }) => toldIn(source, index)),
    sentences: reading.document.sentences.map(({ index }) => sentenceIn(source, index)),
    names: reading.names.map((_, index) => nameIn(source, index)),
  };
};

describe("a packed source", () => {
  it("says what it said", () => {
    const sources = texts.map(([uri, text]) => readSource(uri, text));
    const contents = sources.map(contentOf);
    closeAll();
    for (const [at, source] of sources.entries()) {
      const [before, after] = [contents[at] as ReturnType<typeof contentOf>, contentOf(source)];
      assert.notEqual(after.reading, before.reading, "it was not packed");
      assert.deepEqual(after, before);
      for (const [index, claim] of after.claims.entries()) {
        assert.equal(claim.figure, after.reading.figures[index]);
        assert.equal(claim.sentence, after.reading.document.sentences[claim.sentence.index]);
        if (claim.attribution) assert.ok(after.reading.attributions.includes(claim.attribution));
      }
    }
  });
  it("keeps what no text should have", () => {
    for (const text of [
      "",
      "\ud800 12 killed \udc00",
      "\t12 killed.\r\n\r\n\t<!-- 3 -->\t13 hurt.",
      "---\ntitle: 12 killed\n---\n\u00a0",
      `${"9".repeat(400)} killed.`,
    ]) {
      const source = readSource("file:///odd.md", text);
      const before = contentOf(source);
      closeAll();
      assert.deepEqual(contentOf(source), before);
    }
  });
});

describe("packing", () => {
  it("gives back any plain value, alone and beside others", () => {
    const plain = fc.anything({
      withNullPrototype: false,
      withSparseArray: false,
      maxDepth: 4,
      values: [fc.string(), fc.double(), fc.integer(), fc.nat(), fc.boolean(), fc.constant(undefined), fc.constant(null)],
    });
    fc.assert(
      fc.property(fc.array(plain, { minLength: 1 }), fc.string(), (roots, text) => {
        const bytes = pack(roots, text);
        for (const [at, root] of roots.entries()) assert.deepEqual(unpack(bytes, text, at), root);
      }),
    );
  });
  it("keeps what is shared the same", () => {
    const shared = { name: "shared" };
    const bytes = pack([{ a: shared, b: [shared] }, [shared]], "");
    const memory = new Map();
    const [first, second] = [unpack(bytes, "", 0, memory) as { a: unknown; b: unknown[] }, unpack(bytes, "", 1, memory) as unknown[]];
    assert.equal(first.a, first.b[0]);
    assert.equal(first.a, second[0]);
  });
});
