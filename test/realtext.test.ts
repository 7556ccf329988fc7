import assert from "node:assert/strict";
import { realArticles, storyArticles } from "./accuracy/articles.ts";
import { apply, changesOf } from "./accuracy/changes.ts";
import { type Metamorphosis, metamorphosis } from "./accuracy/metamorphic.ts";

/** `npm run realtext` makes ten changes of a kind in every article; here are fewer, so that the suite stays quick. */
const [published, stories] = [[...(realArticles("dates") ?? []), ...(realArticles("quantities") ?? [])], storyArticles()];

describe("articles against themselves", () => {
  const all: Metamorphosis[] = [];
  before(() => {
    all.push(metamorphosis(published, 1), metamorphosis(stories, 2));
  });
  const sum = (count: (result: Metamorphosis) => number) => all.reduce((total, result) => total + count(result), 0);

  it("an article agrees with itself", () => {
    const wrong = all.flatMap(({ falseMismatches }) => falseMismatches);
    assert.ok(wrong.length <= sum(({ words }) => words) / 10_000, wrong.join("\n"));
  });

  const targets = { toll: 0.95, "full name": 0.9, "single name": 0.9, quotation: 0.95 } as const;
  for (const [kind, target] of Object.entries(targets) as [keyof typeof targets, number][])
    it(`one ${kind} changed is found in ${target * 100} of 100 cases`, () => {
      const made = sum(({ changes }) => changes[kind].made);
      const found = sum(({ changes }) => changes[kind].found);
      const notes = all.flatMap(({ changes }) => changes[kind].notes);
      assert.ok(made >= 40, `${made} changes are too few`);
      assert.ok(found / made >= target, `${found} of ${made}\n${notes.join("\n")}`);
    });

  it("a change changes one thing, the same on every run", () => {
    const [article] = stories;
    assert.ok(article);
    for (const change of changesOf("full name", article, 5)) {
      const text = apply(article.text, change);
      assert.equal(text.slice(0, change.start), article.text.slice(0, change.start));
      assert.equal(text.slice(change.start + change.to.length), article.text.slice(change.end));
      assert.notEqual(change.to, change.from);
    }
    assert.deepEqual(changesOf("toll", article, 5), changesOf("toll", article, 5));
  });
});
