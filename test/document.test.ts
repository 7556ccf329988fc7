import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { type Document, proseOf } from "../server/engine/document/document.ts";
import { parseDocument } from "../server/engine/document/parse.ts";

/** Blocks as a reader sees them: `kind: prose`. */
const seen = ({ blocks, ...document }: Document): string[] => blocks.map((block) => `${block.kind}: ${proseOf({ blocks, ...document }, block)}`.trim());
const sentences = (text: string, uri = "a.txt"): string[] => {
  const document = parseDocument(uri, text);
  return document.sentences.map((sentence) => proseOf(document, sentence));
};

const blockCases: readonly [title: string, uri: string, text: string, expected: readonly string[]][] = [
  [
    "front-matter title, quotes left out",
    "a.md",
    '---\ntitle: "Seven \\"dead\\""\ndate: 2031-03-04\n---\n\nBody.',
    ['title: Seven "dead \\"'.replace('"dead \\"', '"dead "'), "paragraph: Body."],
  ],
  ["single-quoted title", "a.md", "---\ntitle: 'It''s over'\n---\nBody.", ["title: It 's over", "paragraph: Body."]],
  ["emphasis, links and code", "a.md", "A *very* **big** [fire](https://x.example/a) `code` burned.", ["paragraph: A very big fire burned."]],
  [
    "headings and items",
    "a.md",
    "# Top\n\nText.\n\n## Sub\n\n- one\n- two\n  more\n\n1. three",
    ["title: Top", "paragraph: Text.", "heading: Sub", "item: one", "item: two more", "item: three"],
  ],
  ["quotations over several lines", "a.md", "Text.\n\n> She left\n> early.", ["paragraph: Text.", "quote: She left early."]],
  ["footnotes", "a.md", "Ten died.[^1]\n\n[^1]: wire-1", ["paragraph: Ten died.", "footnote:"]],
  ["entities and escapes", "a.md", "AT&amp;T \\*lost\\* 5.", ["paragraph: AT& T *lost * 5."]],
  ["HTML tags, not the text between them", "a.md", "<p>Ten died.</p>", ["paragraph: Ten died."]],
  ["text beside a comment", "a.md", "<!-- source: x --> Ten died.", ["paragraph: Ten died."]],
  ["tables and struck-out text are no prose", "a.md", "Ten ~~eleven~~ died.\n\n|a|b|\n|-|-|\n|1|2|", ["paragraph: Ten died."]],
  ["indented paragraphs are no code", "a.md", "One.\n\n    Two died.", ["paragraph: One.", "paragraph: Two died."]],
  ["CRLF and BOM", "a.md", "\uFEFF---\r\ntitle: Top\r\n---\r\n\r\nOne\r\ntwo.\r\n\r\nThree.", ["title: Top", "paragraph: One two.", "paragraph: Three."]],
  ["broken front matter", "a.md", "---\ntitle: Toll: seven\n  bad: [\n---\n\nBody.", ["title: Toll: seven", "paragraph: Body."]],
  ["unclosed front matter is text", "a.txt", "---\ntitle: x\n\nBody text.", ["paragraph: Body text."].flatMap((body) => ["title: --- title: x", body])],
  ["hard-wrapped plain text", "a.txt", " date 2031-03-04 Ten people\ndied.\n\nMore\ntext.", ["paragraph: Ten people died.", "paragraph: More text."]],
  ["title of a plain text", "a.txt", "Ten die in fire\n\nTARNWICK: Ten died.\n\nMore.", ["title: Ten die in fire", "paragraph: Ten died.", "paragraph: More."]],
  ["a first sentence is no title", "a.txt", "Ten people died.\n\nMore.", ["paragraph: Ten people died.", "paragraph: More."]],
  [
    "items of a plain text",
    "a.txt",
    "The dead:\n- ten in Aby\n- two in\n  Oby\n\nEnd.",
    ["paragraph: The dead:", "item: ten in Aby", "item: two in Oby", "paragraph: End."],
  ],
  [
    "a date at a line's start is no item",
    "a.txt",
    "It began on August\n14. Ten died.\n\nEnd.",
    ["paragraph: It began on August 14. Ten died.", "paragraph: End."],
  ],
  ["comment lines", "a.txt", "#! copydesk-ignore x: y\nTen died.\n\nEnd.", ["paragraph: Ten died.", "paragraph: End."]],
  ["tags", "a.txt", "Ten died.\n\nEnd.\n\nTags: fire, wood", ["paragraph: Ten died.", "paragraph: End."]],
  ["share button in any script", "a.txt", "Ten died. End.\nمشاركة :", ["paragraph: Ten died. End."]],
  ["rights and invitations", "a.txt", "Ten died.\n\nFollow us on X\n\n© 2031 Agency. All rights reserved.", ["paragraph: Ten died."]],
  ["share prices are no button", "a.txt", "Ten died.\n\nShare prices fell.", ["paragraph: Ten died.", "paragraph: Share prices fell."]],
];

const headCases: readonly [text: string, uri: string, expected: Readonly<Record<string, unknown>>][] = [
  [
    "Fire kills ten\nBy Jane Doe | Reuters | March 4, 2031\n\nText.",
    "a.txt",
    { title: "Fire kills ten", author: "Jane Doe", publisher: "Reuters", date: "2031-03-04" },
  ],
  [
    "Fire kills ten\nBy Jane Doe | Reuters | 4 March 2031\n\nText.",
    "a.txt",
    { title: "Fire kills ten", author: "Jane Doe", publisher: "Reuters", date: "2031-03-04" },
  ],
  ["Fire kills ten\n\nBy Jane Doe\n\nMarch 4, 2031\n\nText.", "a.txt", { title: "Fire kills ten", author: "Jane Doe", date: "2031-03-04" }],
  [" date 2031-03-04 Text.", "a.md", { date: "2031-03-04" }],
  [
    "---\nid: 0513\ndate: 2031-03-04T10:00:00Z\nauthor: [A, B]\ncorpus: [x, y]\n---\nText.",
    "a.md",
    { id: "0513", date: "2031-03-04", author: "A, B", corpus: ["x", "y"] },
  ],
  [
    "---\ndate: 4 March 2031\npublisher: The Post\nurl: https://x.example\n---\nText.",
    "a.md",
    { date: "2031-03-04", publisher: "The Post", url: "https://x.example" },
  ],
  ["---\ndate: 2031-02-30\n---\nText.", "a.md", {}],
];

const datelines: readonly [text: string, place: string | undefined, day?: string][] = [
  ["DOVERBY, March 4 - Ten died.", "DOVERBY", "3-4"],
  ["DOVERBY, 4 March 2031 — Ten died.", "DOVERBY", "2031-3-4"],
  ["OSTLEY -- Ten died.", "OSTLEY"],
  ["NEW OSTLEY (AP) — Ten died.", "NEW OSTLEY"],
  ["OSTLEY, Ruritania – Ten died.", "OSTLEY"],
  ["Ostley, March 4 (Reuters) - Ten died.", "Ostley", "3-4"],
  ["OSTLEY. Ten died.", "OSTLEY"],
  ["WASHINGTON, D.C. — Ten died.", "WASHINGTON"],
  ["Ten died - nobody knows why.", undefined],
  ["The mayor - Ten years in office - left.", undefined],
  ["STATE FORESTRY SERVICE, evening update. Ten died.", undefined],
  ["Analysis: Ten died.", undefined],
];

const sentenceCases: readonly (readonly string[])[] = [
  ["Gen. Ruiz met Lt. Col. Adams on Oct. 7 at St. Mary's.", "They spoke."],
  ["“Is it over?” she said.", "He left."],
  ["“Get out!” Moreno told reporters.", "Nobody did."],
  ["The U.S. Navy left the U.S.", "The ships sailed at 7 p.m. Tuesday."],
  ["It closed at 5 p.m.", "The crowd left."],
  ["J. K. Adams, No. 4 on the list, won.", "Mr. Smith vs. Jones began."],
  ["Acme Inc. said so.", "Acme Inc. shares fell."],
  ["She said “no.”", "Then she left."],
  ["“We are here.", "We will stay,” he said."],
  ["The rate was 2.5 percent.", "Prices rose."],
];

describe("documents", () => {
  describe("blocks", () => {
    for (const [title, uri, text, expected] of blockCases) it(title, () => assert.deepEqual(seen(parseDocument(uri, text)), expected));
  });

  describe("metadata", () => {
    for (const [text, uri, expected] of headCases)
      it(text.split("\n").slice(0, 3).join(" / "), () => {
        const { metadata } = parseDocument(uri, text);
        const values = Object.entries(metadata).map(([key, located]) => [key, (located as { value: unknown }).value]);
        assert.deepEqual(Object.fromEntries(values), expected);
      });
    it("each value has its place", () => {
      const text = "Fire\nBy Jane Doe | Reuters | March 4, 2031\n\nText.";
      const { author, publisher, date } = parseDocument("a.txt", text).metadata;
      const at = [author, publisher, date].map((value) => text.slice(value?.span?.start, value?.span?.end));
      assert.deepEqual(at, ["Jane Doe", "Reuters", "March 4, 2031"]);
    });
  });

  describe("datelines", () => {
    for (const [text, place, day] of datelines)
      it(text, () => {
        const document = parseDocument("a.md", `---\ndate: 2031-03-05\n---\n\n${text}`);
        const { dateline } = document.metadata;
        assert.equal(dateline?.place, place);
        assert.equal(dateline && [dateline.year, dateline.month, dateline.day].filter(Boolean).join("-"), place && (day ?? ""));
        assert.equal(document.prose.trim(), place ? "Ten died." : text);
      });
    it("a city and a colon open an undated text only", () => {
      assert.equal(parseDocument("a.txt", "Fire kills ten\n\nOstley: Ten died.").metadata.dateline?.place, "Ostley");
      assert.equal(parseDocument("a.txt", " date 2031-03-04 Ostley: Ten died.").metadata.dateline, undefined);
    });
  });

  describe("markup", () => {
    const markup = (text: string, uri = "a.md") => parseDocument(uri, text).markup.map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);
    for (const uri of ["a.md", "a.txt"]) {
      it(`citations, footnotes and bare links in ${uri}`, () => {
        const text = "Ten [@wire-1, p. 3; @a.b:c/d] died [see @{https://x.example/a_b}].[^1] See https://x.example/c.\n\n[^1]: 004";
        const expected = [
          "citation [@wire-1, p. 3; @a.b:c/d]",
          "citation [see @{https://x.example/a_b}]",
          "footnote-reference [^1]",
          "link https://x.example/c",
        ];
        assert.deepEqual(markup(text, uri), [...expected, "footnote-definition [^1]: 004"]);
      });
    }
    it("links by reference", () => {
      const link = parseDocument("a.md", "A [toll][r] rose.\n\n[r]: https://x.example").markup[0];
      assert.ok(link?.kind === "link");
      assert.equal(link.url, "https://x.example");
    });
    it("nothing in code is a marker or a comment", () => assert.deepEqual(markup("`[@a]` and\n\n```\n<!-- x -->\n```\n"), []));
    it("an unclosed comment and an address are text", () => assert.deepEqual(markup("Ten <!-- died [write to a@b.example].", "a.txt"), []));
  });

  describe("sentences", () => {
    for (const expected of sentenceCases) {
      it(expected.join(" | "), () => assert.deepEqual(sentences(expected.join(" ")), expected));
      it(`hard-wrapped: ${expected[0]}`, () => assert.deepEqual(sentences(expected.join(" ").replaceAll(" ", "\n"), "a.md"), expected));
    }
    it("a table or a list that never ends is cut at a line's end, else between words, and nothing of it is lost", () => {
      const rows = Array.from({ length: 400 }, (_, at) => `| row ${at} | ${at + 7} boats |`).join("\n");
      const list = Array.from({ length: 900 }, (_, at) => `${at + 2} boats`).join(" and ");
      for (const [text, ends] of [
        [rows, /\|$/],
        [list, /\b(?:\d+|boats|and)$/],
      ] as const) {
        const found = sentences(text);
        assert.ok(found.length > 4 && found.every((sentence) => sentence.length <= 2000 && ends.test(sentence)));
        assert.equal(found.join(" "), text.replaceAll("\n", " "));
      }
      const word = `${"x".repeat(5000)} 12 boats`;
      assert.equal(sentences(word).join(" "), word);
    });

    it("a marker behind the full stop lies in the extent", () => {
      const text = "Ten died. [@wire-1] Two lived.";
      const [first, second] = parseDocument("a.md", text).sentences;
      assert.deepEqual([first?.end, first?.extent, second?.start], [9, 20, 20]);
    });
    it("the five articles have 126 boundaries, two of boilerplate", () => {
      const folder = join(import.meta.dirname, "../seeds");
      const count = readdirSync(folder).map((file) => parseDocument(file, readFileSync(join(folder, file), "utf8")).sentences.length);
      assert.deepEqual(count, [24, 15, 37, 22, 26]);
    });
  });

  describe("of any text", () => {
    const pieces = [
      "# ",
      "- ",
      "> ",
      "*",
      "_",
      "`",
      "```\n",
      "[",
      "]",
      "(",
      ")",
      "[@a]",
      "[^1]",
      "[^1]: x",
      "<!--",
      "-->",
      "---\n",
      "title: ",
      "\n",
      "\n\n",
      "\r\n",
      "\t",
      "&amp;",
      "\\",
      "|",
      "~~",
      "![",
      "http://x",
      " date 2031-03-04 ",
      "#! x",
      "Gen. ",
      "“",
      "”",
      "A b. C",
      "LIMA - ",
      "\u0000",
      "\uFEFF",
      "\uD83D",
    ];
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 200 }),
      fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 5 })), { maxLength: 60 }).map((list) => list.join("")),
    );
    it("keeps its length and its lines, and never throws", () => {
      fc.assert(
        fc.property(text, fc.constantFrom("a.md", "a.txt"), (source, uri) => invariants(parseDocument(uri, source))),
        { numRuns: 1500 },
      );
    });
  });

  it("takes time in proportion to its length", () => {
    const paragraph = `Gen. Ruiz said on *Oct. 7* that “ten people” had died in [Ostley](https://x.example) [@wire-1]. ${"More words follow here and there. ".repeat(5)}\n\n`;
    const words = (count: number, gap: string) => paragraph.replace("\n\n", gap).repeat(Math.ceil(count / 45));
    for (const gap of ["\n\n", " "]) {
      const time = (count: number) => {
        const long = words(count, gap);
        const start = process.cpuUsage();
        parseDocument("a.md", long);
        const { user, system } = process.cpuUsage(start);
        return user + system;
      };
      time(10_000);
      const short = Math.min(time(10_000), time(10_000), time(10_000));
      const long = Math.min(time(100_000), time(100_000));
      assert.ok(long <= 20 * short + 50_000, `${long / short} times the time for ten times the words`);
    }
  });
});

function invariants({ text, prose, blocks, sentences: all, markup }: Document): void {
  assert.equal(prose.length, text.length);
  for (let i = 0; i < text.length; i++) assert.ok(prose[i] === text[i] || (prose[i] === " " && !/[\r\n]/.test(text[i] as string)));
  let end = 0;
  for (const block of blocks) {
    assert.ok(block.start >= end && block.end > block.start && block.end <= text.length);
    end = block.end;
  }
  let last = 0;
  for (const [index, sentence] of all.entries()) {
    const block = blocks[sentence.block];
    assert.ok(block && sentence.index === index && sentence.start >= Math.max(last, block.start) && sentence.end > sentence.start);
    assert.ok(sentence.extent >= sentence.end && sentence.extent <= block.end);
    last = sentence.extent;
  }
  for (const { start, end: stop } of markup) assert.ok(start >= 0 && stop > start && stop <= text.length);
}
