import assert from "node:assert/strict";
import fc from "fast-check";
import { buildCorpus, checkDraft, defaultConfig, readSource } from "../server/engine/index.ts";

const sources = [
  [
    "seeds/wire.md",
    "---\ntitle: Fire kills 12\ndate: 2031-05-01\nurl: https://wire.example/fire\n---\n\nAt least 12 people were killed and 30 injured in a fire in Torvale on Thursday, police said. “It was terrible,” said Mayor Ann Broke.\n",
  ],
  ["seeds/radio.txt", " date 2031-05-02 \nThe toll in Torvale rose to 15 on Friday, 2 May, officials said. About 2,000 people have left their homes.\n"],
] as const;
const corpus = buildCorpus(sources.map(([uri, text]) => readSource(uri, text)));

/** What news is made of, and what breaks the reading of it. */
const news =
  `12 15 2,000 1,1,1 9${"0".repeat(400)} -3 0 1e9 five hundred half a third twice dozens million percent % $ € km people killed injured dead missing Torvale
Ann Broke Mayor Col. U.S. al-Asad said told according to officials police he she “It was terrible,” “ ” " ' ‘ ’ … — - Thursday Friday, 2 May 31 November 2031-05-02 0000-00-00
9999-12-31 yesterday two weeks ago after before since at least nearly more than up to exactly about TK ?? [CHECK] rose from fell and but . , ; : ! ? ( ) [ ] [@wire] [@nobody] [@radio; @wire, p. 3]
[^1] <!-- copydesk-ignore-next-line unsourced-figure: x --> <!-- --> #! \u200b \u0301 \u202e \ud800 \udc00 \0 \ufeff 👩‍👩‍👧 قتل é`.split(/\s+/);
const markdown = [
  ..."# ,## ,- ,1. ,> ,* ,** ,_ ,` ,```\n,~~~\n,| ,|-|-|\n,<div> ,</b> ,&amp; ,\\ ,\t,    ,---\n,===\n".split(","),
  "\n",
  "\n\n",
  "\r\n",
  "\r",
  "\n[^1]: wire\n",
  "[link](https://wire.example/fire) ",
  "[ref]: https://wire.example/fire\n",
  "\n---\ntitle: 12 dead\ndate: 2031-05-03\n---\n",
  "TORVALE, May 3 - ",
];
const text = fc
  .tuple(
    fc.constantFrom("", "---\ntitle: 12 dead in Torvale\ndate: 2031-05-03\n---\n\n", " date 2031-05-03 \n", "---\ntitle: [\n", "---\n\tdate: &a *a\n---\n"),
    fc.array(
      fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...news.map((word) => `${word} `)) }, fc.constantFrom(...markdown), fc.string({ unit: "binary" })),
      {
        maxLength: 120,
      },
    ),
  )
  .map(([head, parts]) => head + parts.join(""));
const name = fc.constantFrom("draft.md", "draft.txt", "draft.news", "file:///a%20b/draft.md");

describe("any text", function () {
  this.timeout(120_000);

  it("is checked without a failure, with findings, evidence and fixes in their places", () => {
    fc.assert(
      fc.property(name, text, (uri, draft) => {
        const { findings, failures, desk } = checkDraft(uri, draft, corpus, defaultConfig);
        assert.deepEqual(failures, []);
        assert.equal(desk.draft.document.prose.length, draft.length);
        let last = 0;
        for (const { start, end, evidence, fixes, rule } of findings) {
          assert.ok(last <= start && start < end && end <= draft.length, `${rule} at ${start} to ${end} of ${draft.length}, after ${last}`);
          last = start;
          for (const { source, quote, ...span } of evidence) {
            const whole = source === undefined ? draft : desk.corpus.byId.get(source)?.reading.document.text;
            assert.equal(whole?.slice(span.start, span.end), quote);
          }
          for (const { edits } of fixes) {
            let free = 0;
            for (const edit of edits) {
              assert.ok(free <= edit.start && edit.start <= edit.end && edit.end <= draft.length, `${rule}: edits overlap or lie outside`);
              free = edit.end;
            }
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  it("is read as a source, figures and quotations inside it", () => {
    fc.assert(
      fc.property(name, text, (uri, article) => {
        const { reading, claims } = readSource(uri, article);
        const spans = [...reading.dates, ...reading.quotations, ...reading.attributions, ...reading.names, ...claims.map(({ figure }) => figure)];
        for (const { start, end } of spans) assert.ok(0 <= start && start < end && end <= article.length, `${start} to ${end} of ${article.length}`);
      }),
      { numRuns: 400 },
    );
  });
});
