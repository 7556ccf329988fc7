import assert from "node:assert/strict";
import * as chrono from "chrono-node";
import { buildCorpus } from "../server/engine/corpus/corpus.ts";
import { dateDraft } from "../server/engine/corpus/dating.ts";
import { readSource } from "../server/engine/corpus/read-source.ts";
import { parseDocument } from "../server/engine/document/parse.ts";
import { addDays, fromDayNumber, weekdayOf } from "../server/engine/extract/calendar.ts";
import { readDates } from "../server/engine/extract/dates.ts";
import type { DateMention } from "../server/engine/extract/mentions.ts";
import { news, probes, seeds } from "./accuracy/dates.ts";

const read = (text: string, written: string | undefined = "2023-10-20"): readonly DateMention[] => readDates(parseDocument("x.txt", text), written);

/** Sentence, then every mention as `text = value`; written on Friday 20 October 2023. */
const table: readonly (readonly [string, ...string[]])[] = [
  ["The council will meet Tuesday to vote.", "Tuesday = 2023-10-24"],
  ["On Friday the army left.", "Friday = 2023-10-20"],
  ["He returned on Tuesday of last week.", "Tuesday of last week = 2023-10-10"],
  ["Two days after the crash on 9 May, it rained.", "Two days after = ", "9 May = 2023-05-09"],
  ["He left on 9 May. Two days later he was dead.", "9 May = 2023-05-09", "Two days later = 2023-05-11"],
  ["The port was shut from 28 December 2021 to 3 January 2022.", "from 28 December 2021 to 3 January 2022 = 2021-12-28/2022-01-03"],
  ["It struck at 4.17am local time (0917 GMT).", "4.17am local time = T04:17", "0917 GMT = T09:17"],
  ["She was jailed for two and a half years.", "two and a half years = P2.5Y"],
  ["The fair was held on 12 September last year.", "12 September last year = 2022-09-12"],
  ["The trial is due to open on March 4.", "March 4 = 2024-03-04"],
  ["John Smith, 71, said a 12-year-old girl and a boy aged 9 were safe.", "71 = P71Y", "12-year-old = P12Y", "aged 9 = P9Y"],
  ["The pier opened in May 1998. It burned on 12 June of that year.", "May 1998 = 1998-05", "12 June of that year = 1998-06-12"],
  ["It was begun in 1961 and opened in March of the following year.", "1961 = 1961", "March of the following year = 1962-03"],
  ["The report is due by 30 June 2025 and comes out on 1 July.", "30 June 2025 = 2025-06-30", "1 July = 2025-07-01"],
  ["It closes on 31 November.", "31 November = 2023-11-31"],
  ["More than 1,400 people, 2000 soldiers and 300 dogs marched in step."],
  ["Theresa May may march on; the second front opened; Route 2000 was shut."],
  ["The Friday Mosque was hit on Bloody Sunday, the Sunday Times said."],
];

describe("dates", () => {
  for (const [text, ...expected] of table) {
    it(text, () => {
      assert.deepEqual(
        read(text).map((mention) => `${mention.text} = ${mention.value ?? ""}`),
        expected,
      );
    });
  }

  it("knows no weekday of a text without a date", () => {
    assert.deepEqual(
      read("He left on Monday.", "").map(({ range }) => range),
      [undefined],
    );
  });

  it("agrees with chrono on plain dates in every style", () => {
    const months = "January February March April May June July August September October November December".split(" ");
    for (let number = 10_000; number < 24_000; number += 479) {
      const iso = fromDayNumber(number);
      const [year, month, day] = [iso.slice(0, 4), months[Number(iso.slice(5, 7)) - 1], Number(iso.slice(8))];
      for (const style of [`${day} ${month} ${year}`, `${month} ${day}, ${year}`, `${month?.slice(0, 3)} ${day}, ${year}`, iso]) {
        const text = `It happened on ${style} in Rome.`;
        const other = chrono.parse(text)[0]?.start;
        const theirs = other && `${other.get("year")}-${String(other.get("month")).padStart(2, "0")}-${String(other.get("day")).padStart(2, "0")}`;
        assert.equal(read(text)[0]?.value, theirs, text);
      }
    }
  });

  it("resolves a past weekday to the last seven days, whatever the day of writing", () => {
    for (let i = 0; i < 14; i++) {
      const written = addDays("2024-02-20", i);
      const [mention] = read("It burned down on Thursday.", written);
      assert.equal(mention?.range && weekdayOf(mention.range.from), 4);
      assert.ok(mention?.range && mention.range.from <= written && mention.range.from > addDays(written, -7), written);
    }
  });

  it("reads the dates of labelled text", () => {
    const [seeded, wiki, probed] = [seeds(), news(), probes()];
    assert.ok(seeded.exact >= 30, seeded.notes.join("\n"));
    assert.ok(probed.right >= probed.all - 2, probed.notes.join("\n"));
    assert.ok(wiki.found / wiki.labels >= 0.93, `recall ${wiki.found} of ${wiki.labels}`);
    assert.ok(wiki.right / wiki.reported >= 0.93, `precision ${wiki.right} of ${wiki.reported}`);
    assert.ok(wiki.exact / wiki.valued >= 0.93, `values ${wiki.exact} of ${wiki.valued}`);
  });
});

describe("dating", () => {
  const neighbour = readSource("b.txt", " date 2031-11-02 The strike went on.");
  const stale =
    " date 2031-12-20 On Thursday two more bridges were blown up.\n\nThe army has sent reinforcements over the past two weeks. The surge follows the outbreak of fighting in Karst on 18 October, when rebels took the port.";

  it("believes a text against a later stamp", () => {
    const source = readSource("a.txt", stale);
    assert.deepEqual([source.dateBasis, source.stamped], ["text", "2031-12-20"]);
    assert.ok(source.date && source.date >= "2031-10-29" && source.date <= "2031-11-03", source.date);
  });

  it("believes a stamp that the text bears out", () => {
    const source = readSource("a.txt", stale.replace("2031-12-20", "2031-11-01"));
    assert.deepEqual([source.dateBasis, source.date], ["metadata", "2031-11-01"]);
  });

  it("gives a dateline the year of the corpus", () => {
    const draft = parseDocument("draft.txt", "The strike goes on\n\nKARST, January 3 - Dockers stayed at home.");
    assert.equal(dateDraft(draft, buildCorpus([neighbour])), "2032-01-03");
  });

  it("leaves a text undated that tells nothing of its day", () => {
    const [explainer] = buildCorpus([readSource("a.txt", "Why the valley floods\n\nKarst: The river rose in 1958 and in 1987."), neighbour]).sources;
    assert.deepEqual([explainer?.dateBasis, explainer?.date], ["unknown", undefined]);
  });
});
