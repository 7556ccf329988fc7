import assert from "node:assert/strict";
import { figureSpan } from "../server/engine/extract/mentions.ts";
import { figuresOf, probeScore, reportScore, seedScore } from "./accuracy/figures.ts";

const written = "2031-05-14";
/** Figures as `hedge | text | value or low..high | unit or noun head`, with `~` before an elided noun. */
const seen = (text: string): string[] =>
  figuresOf("draft.txt", `${text}\n`, written).map(({ hedge, text: number, value, low, high, form, unit, noun }) =>
    [
      hedge?.kind ?? "-",
      number,
      form === "range" || form === "vague" ? `${low}..${high}` : value,
      unit ?? (noun ? `${noun.elided ? "~" : ""}${noun.head}` : "-"),
    ].join(" | "),
  );

const cases: readonly (readonly [string, ...string[]])[] = [
  ["Twenty-four of the 40 lorries were let through.", "- | Twenty-four | 24 | ~lorry", "- | 40 | 40 | lorry"],
  ["A 9mm pistol, two 155-millimetre shells and a .22 rifle were found.", "- | two | 2 | -"],
  ["She won the 400-metre race and swam 400 metres.", "- | 400 metres | 400 | m"],
  ["The lifts on pistes 4 and 7 reopen. Silos 3 and 5 burned."],
  ["In villages 40 and 12 people died.", "- | 40 | 40 | -", "- | 12 | 12 | person"],
  ["Platform 9 and 10 and tram line 5 were closed at 18.00 when it rained."],
  ["At least 3,785 were killed and 12,493 wounded.", "at-least | 3,785 | 3785 | -", "at-least | 12,493 | 12493 | wounded"],
  ["Over 312 villagers killed and 95 wounded.", "more-than | 312 | 312 | villager", "more-than | 95 | 95 | wounded"],
  ["The toll rose to 68 on Sunday.", "- | 68 | 68 | ~toll"],
  ["Shootings fell to 312 from 365.", "- | 312 | 312 | ~shooting", "- | 365 | 365 | ~shooting"],
  ["Homes with 40 or more residents.", "at-least | 40 | 40 | resident"],
  ["Some 6,400 people, give or take, had left.", "about | 6,400 | 6400 | person"],
  ["The fund holds between $90 million and $110 million.", "- | $90 million and $110 million | 90000000..110000000 | USD"],
  ["It costs 35 million soles.", "- | 35 million | 35000000 | PEN"],
  ["A 45-member team came.", "- | 45 | 45 | member"],
  ["The quake had a magnitude of 6.7 at a depth of 18 km.", "- | 6.7 | 6.7 | -", "- | 18 km | 18 | km"],
  ["Nine of the dead were miners.", "- | Nine | 9 | dead"],
  ["They went up to 34 homes.", "- | 34 | 34 | home"],
  ["It was 12 fewer than the 96 of the year before.", "- | 12 | 12 | -", "- | 96 | 96 | -"],
  ["Turnout was 64 when the doors closed.", "- | 64 | 64 | -"],
  ["The toll was 19 on Friday.", "- | 19 | 19 | ~toll"],
  ["He called 911 witnesses.", "- | 911 | 911 | witness"],
  ["A group of 12 left and the leader of 40 men stayed.", "- | 12 | 12 | -", "- | 40 | 40 | man"],
  ["The count stood at 11 and a raft of ten to 12 logs lay there.", "- | 11 | 11 | -", "- | ten to 12 | 10..12 | log"],
  ["Cases fell from 9 to 5.", "- | 9 | 9 | -", "- | 5 | 5 | -"],
  ["Some 4-6 families left.", "about | 4-6 | 4..6 | family"],
  ["Tens of thousands marched.", "- | Tens of thousands | 20000..99999 | -"],
];

const noFigures: readonly string[] = [
  "The F-16 and the Boeing 737 used Route 9 and Highway 232.",
  "UN resolution 1701 and Title 42 apply in Phase 2.",
  "The council voted 8-3 for it.",
  "Marta Riel, 72, sat down.",
  "One of them said that no one had come, and another one left.",
  "He called No 10 about Covid-19 and the G7.",
  "The building in Unit 4 on Channel 12 is a three-storey house.",
  "The two leaders met.",
  "A third said that he had seen it.",
  "The clock still stands at 6.20.",
  "In an emergency, dial 112 or 999; the number to ring at night is 4110.",
  "He was 19 on the day of the fire, and Rosa Field was 24 when she left it.",
  "She is now 58, turned 50 in May and retired at 49.",
  "John and Mary Poll, both 83, waited with a couple, 34 and 36, and Ann, then 27.",
  "The boys, ages 7, 9 and 12, and the sons of 9 and 11 came with a mother of two.",
  "The seats are for children under 16 and people of 75 or older.",
  "Everton were 2-1 up, trailed 21-14 at the half and won 6-4, 3-6, 7-5.",
  "The senate passed the bill 52-48.",
  "It was the seventy-third of them and the thirty-second race.",
  "At four minutes past five the bell rang, and at ten to six it rang again.",
  "The shop opened at five and closed at 11; she works 9 to 5.",
  "The class of '94 saw the Group of 77 on BBC Two.",
  "A Fortune 500 firm drove a 4x4 with zero tolerance.",
  "Half of it is true.",
  "14.45 At the door, the queue was short.",
];

describe("figures", () => {
  for (const [text, ...expected] of cases) it(text, () => assert.deepEqual(seen(text), expected));
  for (const text of noFigures) it(`none: ${text}`, () => assert.deepEqual(seen(text), []));

  it("a finding underlines the number with its noun", () => {
    const text = "Police found 14 unexploded shells there.";
    const [figure] = figuresOf("draft.txt", text, written);
    assert.ok(figure);
    const { start, end } = figureSpan(figure);
    assert.equal(text.slice(start, end), "14 unexploded shells");
  });

  it("a hedge opens the interval where it should", () => {
    const interval = (text: string) => {
      const [figure] = figuresOf("draft.txt", text, written);
      return figure && [figure.low, figure.high, figure.lowOpen, figure.highOpen];
    };
    assert.deepEqual(interval("At least 24 died."), [24, Number.POSITIVE_INFINITY, false, true]);
    assert.deepEqual(interval("More than 24 died."), [24, Number.POSITIVE_INFINITY, true, true]);
    assert.deepEqual(interval("Up to 24 died."), [0, 24, false, false]);
    assert.deepEqual(interval("Fewer than 24 died."), [0, 24, false, true]);
    assert.deepEqual(interval("Nearly 200 died."), [180, 200, false, true]);
    assert.deepEqual(interval("About 2,000 died."), [1800, 2200, false, false]);
    assert.deepEqual(interval("About 3,785 died."), [3595.75, 3974.25, false, false]);
  });

  it("reads the labelled articles", () => {
    const { labels, found, hedges } = seedScore();
    assert.deepEqual([labels, found, hedges], [28, 28, 28]);
  });
  it("reads at least 60 of the 62 probes", () => {
    const { found, labels } = probeScore();
    assert.equal(labels, 62);
    assert.ok(found >= 60, `${found}`);
  });
  it("meets at least 96 in a hundred quantities of real reports", () => {
    const { found, labels } = reportScore();
    assert.ok(found / labels >= 0.96, `${found} of ${labels}`);
  });
});
