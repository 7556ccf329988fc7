import assert from "node:assert/strict";
import type { Document, Format } from "../server/engine/document/document.ts";
import { parseDocument } from "../server/engine/document/parse.ts";
import { readCitations } from "../server/engine/extract/citations.ts";
import { readOwnSources, readSuppressions } from "../server/engine/extract/suppressions.ts";

const parse = (text: string, format: Format): Document => parseDocument(format === "plain" ? "draft.txt" : "draft.md", text);

/** A text, and its citations in order: `kind key (locator) in the sentence's first word`. */
const citations: readonly (readonly [Format, string, ...string[]])[] = [
  ["markdown", "One is here [@a]. Two is there [see @b-1, p. 3; @c_2]. Three.", "pandoc a in One", "pandoc b-1 (p. 3) in Two", "pandoc c_2 in Two"],
  ["markdown", "One is here. [@a] Two is there. [@b]", "pandoc a in One", "pandoc b in Two"],
  [
    "markdown",
    "One is here.[^1] Two is there.[^note]\n\n[^1]: a\n[^note]: [@b, p. 4]; see also @c",
    "footnote a in One",
    "footnote b (p. 4) in Two",
    "footnote c in Two",
  ],
  [
    "markdown",
    "One is here.[^1][^2] Two.\n\n[^1]: a; b, p. 7\n[^2]: https://x.example/c",
    "footnote a in One",
    "footnote b (p. 7) in One",
    "footnote https://x.example/c in One",
  ],
  [
    "markdown",
    "One is [here](https://x.example/a), and <https://x.example/b>. Two is [at home](#top).",
    "link https://x.example/a in One",
    "link https://x.example/b in One",
  ],
  ["markdown", "One is [@{odd id}; -@smith2019; @doi:10.1/x.y].", "pandoc smith2019 in One", "pandoc doi:10.1/x.y in One"],
  ["markdown", "Mail a@b.example or @someone. One `[@code]` is code.", ""],
  ["plain", "One is here [@a]. Two is\nthere [@b; @c].\n\nThree said so [@d].", "pandoc a in One", "pandoc b in Two", "pandoc c in Two", "pandoc d in Three"],
  ["plain", "One is here.[^1] Two.\n\n[^1]: a", "footnote a in One"],
  ["plain", "One is at https://x.example/a, they say.", "link https://x.example/a in One"],
];

/** A text with a comment, and what it covers. */
const covered: readonly (readonly [string, Format, string, string])[] = [
  ["the next line", "markdown", "One.\n\n<!-- copydesk-ignore-next-line hedge-drift: so -->\nTwo.\n\nThree.", "Two."],
  ["the next line with words in it", "markdown", "One.\n\n<!-- copydesk-ignore-next-line hedge-drift -->\n\n<!-- note -->\n\nTwo.\n\nThree.", "Two."],
  [
    "the rest of the block",
    "markdown",
    "One. <!-- copydesk-ignore hedge-drift --> Two\nand three.\n\nFour.",
    "<!-- copydesk-ignore hedge-drift --> Two\nand three.",
  ],
  [
    "the block that it stands before",
    "markdown",
    "One.\n\n<!-- copydesk-ignore hedge-drift: so -->\nTwo.\n\nThree.",
    "<!-- copydesk-ignore hedge-drift: so -->\nTwo.",
  ],
  ["the file", "markdown", "One.\n\n<!-- copydesk-ignore-file hedge-drift: so -->", "One.\n\n<!-- copydesk-ignore-file hedge-drift: so -->"],
  ["the next line of plain text", "plain", "One.\n\n#! copydesk-ignore-next-line hedge-drift: so\nTwo is\nlong.", "Two is"],
  [
    "the rest of a plain block",
    "plain",
    "One.\n\n#! copydesk-ignore hedge-drift: so\nTwo is\nlong.\n\nThree.",
    "#! copydesk-ignore hedge-drift: so\nTwo is\nlong.",
  ],
  ["the plain file", "plain", "#! copydesk-ignore-file hedge-drift: so\n\nOne.", "#! copydesk-ignore-file hedge-drift: so\n\nOne."],
  ["nothing, at the end", "markdown", "One.\n\n<!-- copydesk-ignore-next-line hedge-drift -->", ""],
];

const ownSources: readonly (readonly [string, Format, string, string])[] = [
  ["its paragraph", "markdown", "One. <!-- source: call, 4 March --> Two.\n\nThree.", "One. <!-- source: call, 4 March --> Two."],
  ["the paragraph that it ends", "markdown", "One. Two. <!-- source: call -->\n\nThree.", "One. Two. <!-- source: call -->"],
  ["the paragraph that it follows", "markdown", "One. Two.\n<!-- source: call -->\n\nThree.", "One. Two.\n<!-- source: call -->"],
  ["the paragraph that it opens", "markdown", "One.\n\n<!-- source: call -->\nTwo.\n\nThree.", "<!-- source: call -->\nTwo."],
  ["its plain paragraph", "plain", "One.\n\n#! source: call\nTwo is\nlong.\n\nThree.", "#! source: call\nTwo is\nlong."],
];

describe("citations", () => {
  for (const [format, text, ...expected] of citations) {
    it(`${format}: ${text.replace(/\n/g, "\\n")}`, () => {
      const document = parse(text, format);
      const shown = readCitations(document).map(({ kind, key, locator, sentence, keySpan }) => {
        assert.equal(text.slice(keySpan.start, keySpan.end), key);
        const { start = 0 } = document.sentences[sentence] ?? {};
        return `${kind} ${key}${locator ? ` (${locator})` : ""} in ${/\p{L}+/u.exec(document.prose.slice(start))?.[0]}`;
      });
      assert.deepEqual(shown, expected.filter(Boolean));
    });
  }
});

describe("a suppression covers", () => {
  for (const [what, format, text, expected] of covered) {
    it(what, () => {
      const [suppression, ...others] = readSuppressions(parse(text, format));
      assert.equal(others.length, 0);
      assert.equal(suppression?.rule, "hedge-drift");
      assert.equal(text.slice(suppression.covers.start, suppression.covers.end).trim(), expected);
    });
  }

  it("a list of rules, one entry each", () => {
    const text = "<!-- copydesk-ignore-file hedge-drift, name-mismatch: as the court has it -->\n\nOne.";
    const all = readSuppressions(parse(text, "markdown"));
    assert.deepEqual(
      all.map(({ rule, reason, ruleSpan }) => [rule, reason, text.slice(ruleSpan.start, ruleSpan.end)]),
      [
        ["hedge-drift", "as the court has it", "hedge-drift"],
        ["name-mismatch", "as the court has it", "name-mismatch"],
      ],
    );
  });
});

describe("a source of the writer's own covers", () => {
  for (const [what, format, text, expected] of ownSources) {
    it(what, () => {
      const [own] = readOwnSources(parse(text, format));
      assert.match(own?.note ?? "", /^call/);
      assert.equal(text.slice(own?.covers.start, own?.covers.end).trim(), expected);
    });
  }
});
