import assert from "node:assert/strict";
import fc from "fast-check";
import { readSourceFile } from "../../server/archive/read-source-file.ts";
import { docxOf, htmlOf, newsmlOf, ninjs1Of, pdfOf, rssOf } from "./rewrite.ts";

const story = {
  id: "x",
  title: "Kiln explodes",
  publisher: "P & Q",
  author: "A",
  date: "2031-05-06",
  paragraphs: ["The kiln exploded, killing 14 people.", "“No,” she said."],
};
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A file of every format, by name. */
const whole = async (): Promise<Readonly<Record<string, Uint8Array>>> => ({
  "a.html": utf8(htmlOf(story)),
  "a.json": utf8(ninjs1Of(story)),
  "a.rss": utf8(rssOf([story])),
  "a.xml": utf8(newsmlOf(story)),
  "a.docx": docxOf(story),
  "a.pdf": await pdfOf(story),
  "a.eml": utf8("From: a@b.example\r\nSubject: Kiln\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nIt killed 14 people.\r\n--x--\r\n"),
});

describe("broken files", () => {
  for (const name of ["a.html", "a.json", "a.rss", "a.xml", "a.docx", "a.pdf", "a.eml"])
    it(`${name.slice(2)}: wherever it is cut or garbled, it is read or is one plain problem`, async () => {
      const file = (await whole())[name] as Uint8Array;
      const damage = fc.array(fc.tuple(fc.nat(file.length - 1), fc.nat(255)), { maxLength: 20 });
      await fc.assert(
        fc.asyncProperty(damage, fc.nat(file.length), async (bytes, end) => {
          const broken = file.slice(0, end);
          for (const [at, byte] of bytes) if (at < end) broken[at] = byte;
          const { sources, problems } = await readSourceFile(`file:///s/${name}`, broken);
          assert.ok(problems.length <= 1);
          for (const { message } of problems) assert.match(message, /^[^\n]{5,300}$/);
          for (const { message } of problems) assert.doesNotMatch(message, /is not a function|Cannot read prop|undefined/);
          for (const { reading } of sources) assert.equal(reading.document.prose.length, reading.document.text.length);
        }),
        { numRuns: 60, seed: 5 },
      );
    });
});
