import { strict as assert } from "node:assert";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { buildCorpus, checkDraft, defaultConfig, prepareCorpus, readSource } from "../server/engine/index.ts";
import { article } from "./lsp/large-story.ts";

const packs = join(__dirname, "packs");
const folder = (name: string) => readdirSync(packs).flatMap((pack) => readdirSync(join(packs, pack, name)).map((file) => join(packs, pack, name, file)));

/** A draft of that many words: the packs' drafts over and over, their paragraphs renumbered so that no two are alike. */
function draftOf(words: number): string {
  const paragraphs = folder("drafts").flatMap((path) =>
    readFileSync(path, "utf8")
      .replace(/^---[\s\S]*?---/, "")
      .split(/\n\s*\n/),
  );
  const chosen: string[] = [];
  let count = 0;
  for (let i = 0; count < words; i++) {
    const paragraph = (paragraphs[i % paragraphs.length] as string).replace(/\d{2,}(?=[^\d\]]*\s)/g, (n) => String(Number(n) + (i % 7)));
    chosen.push(paragraph);
    count += paragraph.split(/\s+/).length;
  }
  return chosen.join("\n\n");
}

describe("growth", function () {
  this.timeout(300_000);
  it("checks ten times the draft in at most fifteen times the time", () => {
    const corpus = buildCorpus(folder("seeds").map((path) => readSource(path, readFileSync(path, "utf8"))));
    const time = (text: string) => {
      const before = process.cpuUsage();
      const { failures } = checkDraft("draft.md", text, corpus, defaultConfig);
      const { user, system } = process.cpuUsage(before);
      assert.deepEqual(failures, []);
      return (user + system) / 1e6;
    };
    time(draftOf(2_000));
    const small = Math.min(time(draftOf(10_000)), time(draftOf(10_000)));
    const large = time(draftOf(100_000));
    assert.ok(large <= 15 * small, `10,000 words: ${small.toFixed(2)} s, 100,000 words: ${large.toFixed(2)} s, ${(large / small).toFixed(1)} times`);
  });

  it("keeps of many sources little more than their texts", () => {
    setFlagsFromString("--expose-gc");
    const collect: () => void = runInNewContext("gc");
    const used = () => {
      collect();
      const { heapUsed, external } = process.memoryUsage();
      return heapUsed + external;
    };
    /** The corpus, and what it takes beside its texts, in kilobytes. */
    const corpusOf = (count: number) => {
      const texts = Array.from({ length: count }, (_, index) => article(index, 400));
      const before = used();
      const corpus = buildCorpus(texts.map((text, index) => readSource(`file:///seeds/${index}.md`, text)));
      for (const _ of prepareCorpus(corpus));
      return { corpus, size: (used() - before) / 1024 };
    };
    // Those that are open take the same, however many there are.
    corpusOf(300);
    const { corpus, size } = corpusOf(300);
    assert.ok(size / 300 < 25, `${(size / 300).toFixed(1)} kB a source of 400 words`);
    assert.deepEqual(checkDraft("file:///draft.md", article(1, 400), corpus, defaultConfig).failures, []);
  });
});
