// A corpus while it is read: what is there of it, files that change meanwhile, and a reading that fails midway.
import assert from "node:assert/strict";
import { buildCorpus, readSource } from "../server/engine/index.ts";
import type { LoadedCorpus } from "../server/lsp/corpora.ts";
import { createCorpusInUse, type Load } from "../server/lsp/corpus-in-use.ts";

const corpusOf = (text: string): LoadedCorpus => ({ corpus: buildCorpus([readSource("file:///a.md", text)]), problems: [] });
const textOf = ({ corpus }: LoadedCorpus) => corpus.sources[0]?.reading.document.text;
const patience = { first: 10, again: 10 };

/** A reading that ends when the test says so. */
function readings() {
  const begun: { readonly end: (text: string) => void; readonly fail: (message: string) => void; readonly isWanted: () => boolean }[] = [];
  const load: Load = (isWanted) =>
    new Promise((done, failed) => begun.push({ end: (text) => done(corpusOf(text)), fail: (message) => failed(new Error(message)), isWanted }));
  return { begun, corpus: createCorpusInUse(["seeds"], "file:///", load, patience) };
}

describe("a corpus in use", () => {
  it("is unread when waiting takes too long, whole when it is read, and read once", async () => {
    const { begun, corpus } = readings();
    assert.equal((await corpus.soFar()).corpus.isUnread, true);
    const whole = corpus.whole();
    begun[0]?.end("one");
    assert.equal(textOf(await whole), "one");
    assert.equal(textOf(await corpus.soFar()), "one");
    assert.equal(begun.length, 1);
  });

  it("is read again when files change while it is read, and given to nobody before", async () => {
    const { begun, corpus } = readings();
    const whole = corpus.whole();
    corpus.forget();
    assert.equal(begun[0]?.isWanted(), false);
    begun[0]?.end("old");
    while (begun.length < 2) await new Promise((done) => setTimeout(done));
    begun[1]?.end("new");
    assert.equal(textOf(await whole), "new");
  });

  it("gives up a reading that fails only while it is the one that counts", async () => {
    const { begun, corpus } = readings();
    const whole = corpus.whole();
    corpus.forget();
    begun[0]?.fail("gone");
    while (begun.length < 2) await new Promise((done) => setTimeout(done));
    begun[1]?.end("new");
    assert.equal(textOf(await whole), "new");
  });

  it("says that it cannot be read, after it was unread too, until something changes", async () => {
    const { begun, corpus } = readings();
    const whole = corpus.whole();
    assert.equal((await corpus.soFar()).corpus.isUnread, true);
    begun[0]?.fail("out of ink");
    await assert.rejects(whole, /out of ink/);
    await assert.rejects(corpus.soFar(), /out of ink/);
    await assert.rejects(corpus.whole(), /out of ink/);
    assert.equal(begun.length, 1);
    corpus.forget();
    const again = corpus.whole();
    begun[1]?.end("mended");
    assert.equal(textOf(await again), "mended");
  });

  it("is waited for by those who have no patience set", async () => {
    let end: (corpus: LoadedCorpus) => void = () => {};
    const corpus = createCorpusInUse(["seeds"], "file:///", () => new Promise((done) => (end = done)));
    const soFar = corpus.soFar();
    setTimeout(() => end(corpusOf("all")), 50);
    assert.equal(textOf(await soFar), "all");
  });
});
