// Comments that silence findings: where they may stand, what they were given for, and why.
import assert from "node:assert/strict";
import { buildCorpus, checkDraft, parseConfig, readSource } from "../server/engine/index.ts";

const corpus = buildCorpus([readSource("file:///seeds/wire-7.md", "---\ndate: 2030-04-02\n---\n\nThe flood wrecked 3,785 houses, the county said.\n")]);
const check = (text: string, uri = "a.md", yaml = "") => {
  const { findings } = checkDraft(`file:///${uri}`, text, corpus, parseConfig("", yaml).value);
  return findings.map(({ rule, suppressedBy, start, end }) => `${suppressedBy === undefined ? "" : "silent "}${rule} ${text.slice(start, end)}`);
};
const comment = (words: string): string => `<!-- copydesk-ignore-next-line ${words} -->`;
const one = (words: string, figure = "3,785 houses"): string => `Words before.\n\n${comment(words)}\nThe flood wrecked ${figure}.\n`;

const cases: readonly (readonly [title: string, found: readonly string[], expected: readonly string[]])[] = [
  ["holds for the figure it was given for", check(one("unsourced-figure(3,785): our count")), ["silent unsourced-figure 3,785 houses"]],
  ["does not mind how thousands are set off", check(one("unsourced-figure(3785): our count")), ["silent unsourced-figure 3,785 houses"]],
  [
    "takes words and dates as well",
    check(`${comment("weekday-mismatch(Friday, 2 April 2030): court record")}\nIt was Friday, 2 April 2030.\n`),
    ["silent weekday-mismatch Friday, 2 April 2030"],
  ],
  [
    "expires when the figure changes",
    check(one("unsourced-figure(3,785): our count", "3,786 houses")).filter((line) => !line.startsWith("figure-")),
    [`unused-suppression ${comment("unsourced-figure(3,785): our count")}`, "unsourced-figure 3,786 houses"],
  ],
  [
    "is not taken in by a part of a number",
    check(one("unsourced-figure(785): our count")).filter((line) => line.startsWith("unsourced")),
    ["unsourced-figure 3,785 houses"],
  ],
  [
    "silences several rules, each for its figure",
    check(`${comment("unsourced-figure(3,785), placeholder: we know")}\nThe flood wrecked 3,785 houses, TK.\n`),
    ["silent unsourced-figure 3,785 houses", "silent placeholder TK"],
  ],
  ["works in a list", check(`It did:\n\n- one thing ${comment("placeholder: later")}\n- TK things\n- and TK\n`), ["silent placeholder TK", "placeholder TK"]],
  [
    "works within a list item",
    check("- one\n- <!-- copydesk-ignore placeholder: later --> TK\n- TK\n").slice(0, 2),
    ["silent placeholder TK", "placeholder TK"],
  ],
  [
    "works for a footnote",
    check(`The flood wrecked 3,785 houses.[^1]\n\n${comment("unresolved-citation: not yet in")}\n[^1]: [@wire-9]\n`),
    ["silent unresolved-citation wire-9"],
  ],
  ["works in plain text", check("#! copydesk-ignore-next-line placeholder: later\nTK so\n\nTK more\n", "a.txt"), ["silent placeholder TK", "placeholder TK"]],
  [
    "works in plain text with a figure",
    check("#! copydesk-ignore-file unsourced-figure(3,785): ours\n\nThe flood wrecked 3,785 houses.\n", "a.txt"),
    ["silent unsourced-figure 3,785 houses"],
  ],
  [
    "needs a reason where one is required",
    check(one("unsourced-figure"), "a.md", "suppressions: { reason: required }"),
    [`unused-suppression ${comment("unsourced-figure")}`, "unsourced-figure 3,785 houses"],
  ],
  [
    "takes the editor's word for a reason for none",
    check(one("unsourced-figure: reason"), "a.md", "suppressions: { reason: required }").slice(1),
    ["unsourced-figure 3,785 houses"],
  ],
  [
    "is content with any other reason",
    check(one("unsourced-figure: counted"), "a.md", "suppressions: { reason: required }"),
    ["silent unsourced-figure 3,785 houses"],
  ],
];

describe("a suppression", () => {
  for (const [title, found, expected] of cases) it(title, () => assert.deepEqual(found, expected));

  it("says why it does nothing", () => {
    const messages = (text: string, yaml = "") =>
      checkDraft("file:///a.md", text, corpus, parseConfig("", yaml).value)
        .findings.filter(({ rule }) => rule === "unused-suppression")
        .map(({ message }) => message);
    assert.match(messages(one("unsourced-figure(4,000): x"))[0] ?? "", /flags nothing here for 4,000/);
    assert.match(messages(one("unsourced-figure"), "suppressions: { reason: required }")[0] ?? "", /silences nothing without a reason/);
    const trailing = "<!-- copydesk-ignore unsourced-figure: ours -->";
    for (const text of [`The flood wrecked 3,785 houses. ${trailing}\n`, `- one\n- The flood wrecked 3,785 houses. ${trailing}\n`])
      assert.deepEqual(messages(text), ["It silences only what follows it in its block: put it before what unsourced-figure flags."]);
    assert.match(messages(`So.\n\n- it rained ${trailing}\n- The flood wrecked 3,785 houses.\n`)[0] ?? "", /^Nothing here is flagged/);
    assert.deepEqual(parseConfig("", "suppressions: { reason: yes }").problems.length, 1);
  });
});
