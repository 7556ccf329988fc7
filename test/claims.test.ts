import assert from "node:assert/strict";
import { readClaims } from "../server/engine/claims/claims.ts";
import { parseDocument } from "../server/engine/document/parse.ts";
import { read } from "../server/engine/extract/read.ts";

/** Written on a Wednesday. */
const written = "2031-05-14";
const claimsOf = (text: string) => readClaims(read(parseDocument("draft.txt", `${text}\n`), written));

/** Each number with its role, then group, place and kind where they say something. */
const seen = (text: string): string[] =>
  claimsOf(text).map(({ figure, role, group, place, kind, asOf }) =>
    [
      `${figure.text} ${role ?? "-"}`,
      ...(group.length ? [`of ${group.join(" ")}`] : []),
      ...(place.length ? [`at ${place[0]}`] : []),
      ...(kind === "total" ? [] : [kind]),
      ...(asOf.basis === "sentence" ? [`on ${asOf.range?.to}${asOf.earlier ? " earlier" : ""}`] : []),
    ].join(", "),
  );

const cases: readonly (readonly [string, ...string[]])[] = [
  ["The strike left 19 dead and 70 hurt.", "19 killed", "70 injured"],
  ["The blast claimed the lives of six miners and injured 11 more.", "six killed, of miner", "11 injured, of miner"],
  ["At least 30 people, including seven police officers, were killed in clashes in Imphal.", "30 killed", "seven killed, of police, at Imphal, part"],
  ["Two crew members were killed and the other five injured.", "Two killed, of crew", "five injured, remainder"],
  [
    "Eleven people lost their lives; 14 others were taken to hospital, three of them in critical condition.",
    "Eleven killed",
    "14 hospitalised",
    "three critical, part",
  ],
  ["Gunmen abducted 15 schoolchildren and two teachers.", "15 held, of child student", "two held, of teacher"],
  ["Police arrested the captain of the tug and three sailors.", "three held, of crew"],
  ["The avalanche buried 17 hikers, nine of whom were rescued.", "17 -, of tourist", "nine rescued, of tourist, part"],
  ["Rescuers pulled 26 survivors out but 40 remained trapped.", "26 rescued", "40 -"],
  ["Seven of the eight crew were saved; one is still missing.", "Seven rescued, of crew, part", "eight -, of crew", "one missing, of crew"],
  ["Nine people died in Orto, four in Selva and two in Marn.", "Nine killed, at Orto", "four killed, at Selva", "two killed, at Marn"],
  ["Officials put the number of dead at 61, down from an earlier figure of 66.", "61 killed", "66 killed, earlier"],
  ["On Monday it had counted 27 dead and 60 wounded.", "27 killed, earlier, on 2031-05-12 earlier", "60 injured, earlier, on 2031-05-12 earlier"],
  ["The death toll climbed to 143 on Tuesday.", "143 killed, on 2031-05-13"],
  ["Two more bodies were found, bringing the toll to nine.", "Two killed, increase", "nine killed"],
  ["The storm forced 14,000 residents to flee and destroyed 1,100 homes.", "14,000 displaced", "1,100 -"],
  ["Some 2,300 people are under evacuation orders, up from 900 on Tuesday.", "2,300 displaced", "900 displaced, earlier, on 2031-05-13 earlier"],
  ["Of those, 41 were civilians and six were soldiers.", "41 -, of civilian, part", "six -, of soldier, part"],
  ["Among the dead were four children.", "four killed, of child"],
  ["An earthquake killed 2,100 people there in June 1990.", "2,100 killed, on 1990-06-30"],
];

describe("claims", () => {
  for (const [text, ...expected] of cases) it(text, () => assert.deepEqual(seen(text), expected));

  it("a sentence speaks on of those of the sentence before", () => {
    assert.deepEqual(
      claimsOf("Some 44 people were killed. They are 38 civilians and six fighters.").map(({ role }) => role),
      ["killed", "killed", "killed"],
    );
  });

  it("one claim a figure, in text order", () => {
    const reading = read(parseDocument("draft.txt", "It cost $3m. Nine of the 12 huts burned.\n"), written);
    assert.deepEqual(
      readClaims(reading).map(({ figure }) => figure),
      reading.figures,
    );
  });
});
