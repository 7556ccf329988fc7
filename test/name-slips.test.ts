import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { misspellings } from "../server/engine/compare/misspellings.ts";
import { defaultConfig } from "../server/engine/config.ts";
import { buildCorpus, type Corpus } from "../server/engine/corpus/corpus.ts";
import { readSource } from "../server/engine/corpus/read-source.ts";
import type { Source } from "../server/engine/corpus/source.ts";
import type { Name } from "../server/engine/extract/mentions.ts";

/** Slips of the pen inside a word: a letter left out, doubled, swapped with the next, replaced. */
const slips: readonly ((word: string, at: number) => string)[] = [
  (word, at) => word.slice(0, at) + word.slice(at + 1),
  (word, at) => word.slice(0, at) + word.charAt(at) + word.slice(at),
  (word, at) => word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2),
  (word, at) => word.slice(0, at) + (/[aeiou]/.test(word.charAt(at)) ? "u" : "n") + word.slice(at + 1),
];

/** Published reports: the prose is real, the names are those of the news. */
const articles: readonly Source[] = ["dates", "quantities"].flatMap((file) =>
  readFileSync(join(import.meta.dirname, `real/${file}.jsonl`), "utf8")
    .trim()
    .split("\n")
    .map((line, index) => readSource(`${file}-${index}.txt`, (JSON.parse(line) as { text: string }).text)),
);

const found = (draft: Source, corpus: Corpus) =>
  misspellings({ draft: draft.reading, corpus, config: defaultConfig, claims: [], alignments: [], comparisons: [], judgements: [] }).map(({ name }) => name);

/** Each full name of an article once, with a slip in its last word. */
function* withSlips(article: Source): Generator<{ readonly name: Name; readonly changed: Source; readonly start: number; readonly end: number }> {
  const { text } = article.reading.document;
  const seen = new Set<string>();
  for (const [index, name] of article.reading.names.entries()) {
    const last = name.words.at(-1) as string;
    if (name.kind !== "person" || name.words.length < 2 || seen.has(name.text) || !/^\p{Lu}\p{Ll}{4,}$/u.test(last)) continue;
    seen.add(name.text);
    const slip = slips[index % slips.length] as (word: string, at: number) => string;
    const wrong = slip(last, 1 + (index % (last.length - 2)));
    if (wrong === last || text.includes(wrong)) continue;
    const start = name.end - last.length;
    yield { name, changed: readSource(article.uri, text.slice(0, start) + wrong + text.slice(name.end)), start, end: start + wrong.length };
  }
}

describe("slips in the names of real articles", () => {
  it("an article agrees with itself", () => {
    const wrong = articles.flatMap((article) => found(article, buildCorpus([article])).map(({ text }) => `${article.uri}: ${text}`));
    assert.deepEqual(wrong, []);
  });

  it("an article agrees with the other articles", () => {
    const wrong = articles.flatMap((article, index) =>
      index % 5 === 0 ? found(article, buildCorpus(articles.toSpliced(index, 1))).map(({ text }) => `${article.uri}: ${text}`) : [],
    );
    assert.deepEqual(wrong, []);
  });

  it("a slip in a full name is found, and nothing else", () => {
    let all = 0;
    const missed: string[] = [];
    for (const article of articles) {
      const corpus = buildCorpus([article]);
      for (const { name, changed, start, end } of withSlips(article)) {
        all++;
        const names = found(changed, corpus);
        if (!names.some((other) => other.start < end && start < other.end)) missed.push(`${article.uri}: ${name.text}`);
        assert.deepEqual(
          names.filter((other) => !(other.start < end && start < other.end)).map(({ text }) => text),
          [],
          article.uri,
        );
      }
    }
    assert.ok(all > 60, `${all} names are too few to measure`);
    assert.ok(missed.length <= all * 0.1, `${missed.length} of ${all} were missed: ${missed.join(", ")}`);
  });
});
