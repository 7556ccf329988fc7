// Where the short way takes a stretch of Markdown for one paragraph of words, the parser does too.
import assert from "node:assert/strict";
import fc from "fast-check";
import { parseOutline } from "../server/engine/document/markdown.ts";
import { outlineWords } from "../server/engine/document/plain-paragraph.ts";
import { keepOnly } from "../server/engine/document/prose.ts";

const piece = fc.constantFrom(
  ..."The fire|7|, |. |“| ”|\n|\n\n|  |\r\n|1. |1) |- |# |> |=|---|*|_|`|[a]|&amp;|<b>|\\|~|\t|www.|http://x.y|a@b.c|(|!|$|•|| |".split("|"),
);

describe("a paragraph of words", () => {
  it("is to the parser what it is without", () => {
    let short = 0;
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 8 }), (parts) => {
        const text = parts.join("");
        const words = outlineWords(text);
        if (!words) return;
        short++;
        const parsed = parseOutline({ filled: text, offset: 0 });
        assert.deepEqual(words.blocks, parsed.blocks);
        assert.equal(keepOnly(text, words.visible), keepOnly(text, parsed.visible));
        assert.deepEqual([words.markup, words.code], [parsed.markup, parsed.code]);
      }),
      { seed: 2031, numRuns: 4000 },
    );
    assert.ok(short > 200, `only ${short} of the texts took the short way`);
  });

  it("is most of a story's text", () => assert.ok(outlineWords("Eleven people died, the mayor said; “it rained.”\nThree are missing - or four.")));
});
