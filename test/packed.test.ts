// What was read from a source is the same after it was packed.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { readClaims } from "../server/engine/claims/claims.ts";
import { withImplied } from "../server/engine/claims/implied.ts";
import { pack, unpack } from "../server/engine/corpus/packed.ts";
import { nameIn, sentenceIn, textOf, toldIn } from "../server/engine/corpus/packed-source.ts";
import { parseDocument } from "../server/engine/document/parse.ts";
import { read } from "../server/engine/extract/read.ts";
import { buildCorpus, checkDraft, defaultConfig, readSource } from "../server/engine/index.ts";

const textsIn = (folder: string) => readdirSync(folder).map((name) => [`file:///${folder}/${name}`, readFileSync(`${folder}/${name}`, "utf8")] as const);
const packs = readdirSync("test/packs").map((name) => ({ name, sources: textsIn(`test/packs/${name}/seeds`), drafts: textsIn(`test/packs/${name}/drafts`) }));
const texts = packs.flatMap(({ sources }) => sources);

/** What is read from a text, as it was before it was packed. */
const understood = (uri: string, text: string, date: string | undefined) => {
  const { passages, ...reading } = read(parseDocument(uri, text), date);
  return { reading, claims: withImplied(reading, readClaims({ ...reading, passages })) };
};

describe("a packed source", () => {
  // So many sources that all that are read after them are packed.
  before(() => {
    for (let i = 0; i < 300; i++) readSource(`file:///${i}.txt`, "Rain.");
  });

  it("says what it said", () => {
    for (const [uri, text] of texts) {
      const source = readSource(uri, text);
      const { reading, claims } = understood(uri, text, source.date);
      assert.deepEqual(source.reading, reading);
      assert.deepEqual(source.claims, claims);
      assert.equal(textOf(source), text);
      for (const sentence of reading.document.sentences) {
        const own = claims.filter((claim) => claim.sentence === sentence);
        assert.deepEqual(toldIn(source, sentence.index), { sentence, prose: reading.document.prose.slice(sentence.start, sentence.end), claims: own });
        assert.deepEqual(sentenceIn(source, sentence.index), sentence);
      }
      const names = reading.names.map((_, at) => nameIn(source, at));
      assert.deepEqual(names, reading.names);
    }
  });
  it("keeps what is one thing one thing", () => {
    for (const [uri, text] of texts) {
      const { reading, claims } = readSource(uri, text);
      for (const [index, claim] of claims.filter(({ implied }) => !implied).entries()) {
        assert.equal(claim.figure, reading.figures[index]);
        assert.equal(claim.sentence, reading.document.sentences[claim.sentence.index]);
        if (claim.attribution) assert.ok(reading.attributions.includes(claim.attribution));
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
      "*Ten*\t*dead*\u00a0*so far*. ".repeat(10),
    ]) {
      const source = readSource("file:///odd.md", text);
      const { reading, claims } = understood("file:///odd.md", text, source.date);
      assert.deepEqual([source.reading, source.claims, textOf(source)], [reading, claims, text]);
    }
  });
  for (const { name, sources, drafts } of packs)
    it(`gives the findings in ${name} that an open one gives`, () => {
      const packed = sources.map(([uri, text]) => readSource(uri, text));
      // A copy has what was read as plain values.
      const [whole, open] = [buildCorpus(packed), buildCorpus(packed.map((source) => ({ ...source })))];
      for (const [uri, text] of drafts)
        assert.deepEqual(checkDraft(uri, text, whole, defaultConfig).findings, checkDraft(uri, text, open, defaultConfig).findings);
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
  it("keeps what is shared the same, also where it was packed with another root", () => {
    const shared = { name: "shared" };
    const bytes = pack([[shared], { a: shared, b: [shared] }], "");
    const second = unpack(bytes, "", 1) as { a: unknown; b: unknown[] };
    assert.deepEqual(second, { a: shared, b: [shared] });
    assert.equal(second.a, second.b[0]);
    const inner = { inner: 1 };
    const outer = { outer: inner };
    const [a, b] = unpack(
      pack(
        [
          [outer, inner],
          [inner, outer],
        ],
        "",
      ),
      "",
      1,
    ) as [unknown, { outer: unknown }];
    assert.equal(a, b.outer);
  });
  it("keeps a string as long as a book", () => {
    const long = "é".repeat(300_000);
    assert.equal(unpack(pack([long], ""), "", 0), long);
  });
});
