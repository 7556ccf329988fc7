import assert from "node:assert/strict";
import { layOut } from "../server/engine/compare/desk.ts";
import { type CitationStyle, defaultConfig } from "../server/engine/config.ts";
import { buildCorpus } from "../server/engine/corpus/corpus.ts";
import { readSource } from "../server/engine/corpus/read-source.ts";
import { parseDocument } from "../server/engine/document/parse.ts";
import { read } from "../server/engine/extract/read.ts";
import type { Fix } from "../server/engine/finding.ts";
import { citeFix, reciteFix } from "../server/engine/fixes/cite.ts";

const source = readSource(
  "agency.md",
  "---\ntitle: Crossing shut\npublisher: The Agency\nurl: https://agency.example/tarfa\n---\n\nThe crossing at Tarfa stayed shut.\n",
);
const other = readSource("dispatch.txt", "The crossing stayed shut.\n");
const corpus = buildCorpus([source, other]);

const apply = (text: string, { edits }: Fix): string =>
  edits.toReversed().reduce((t, { start, end, newText }) => t.slice(0, start) + newText + t.slice(end), text);

/** Cites `source` in the sentence that holds the bar, which is taken out first. */
function cited(marked: string, citationStyle: CitationStyle): string {
  const text = marked.replace("|", "");
  const document = parseDocument("draft.md", text);
  const desk = layOut(read(document, undefined), [], corpus, { ...defaultConfig, citationStyle });
  const sentence = document.sentences.findLast(({ start }) => start <= marked.indexOf("|"));
  assert.ok(sentence);
  return apply(text, citeFix(desk, sentence, source));
}

const cases: Record<CitationStyle, readonly (readonly [what: string, before: string, after: string])[]> = {
  pandoc: [
    ["before the full stop", "It |stayed shut. It rained.", "It stayed shut [@agency]. It rained."],
    ["into the group that is there", "It |stayed shut [@dispatch].", "It stayed shut [@dispatch; @agency]."],
    ["into a group after the full stop", "It |stayed shut. [@dispatch]", "It stayed shut. [@dispatch; @agency]"],
    ["behind a quotation's speaker", "“It |is shut,” she said.", "“It is shut,” she said [@agency]."],
    ["behind a quotation that ends the sentence", "She said: “It |is shut.” It rained.", "She said: “It is shut.” [@agency] It rained."],
    ["behind marks with the stop outside", 'She |called it "shut".', 'She called it "shut" [@agency].'],
    ["behind emphasis", "It |stayed **shut**.", "It stayed **shut** [@agency]."],
    ["inside emphasis with its stop", "It |stayed **shut.**", "It stayed **shut [@agency].**"],
    ["behind a link", "It |stayed shut, [she said](https://x.example/a).", "It stayed shut, [she said](https://x.example/a) [@agency]."],
    ["behind an abbreviation", "It |was shut by the U.S. It rained.", "It was shut by the U.S. [@agency] It rained."],
    ["without a full stop", "- It |stayed shut\n- It rained", "- It stayed shut [@agency]\n- It rained"],
    ["behind a bracket", "It |stayed shut (for now).", "It stayed shut (for now) [@agency]."],
    ["before a question mark", "Will it |stay shut?", "Will it stay shut [@agency]?"],
    ["across lines", "It |stayed\nshut.\nIt rained.", "It stayed\nshut [@agency].\nIt rained."],
  ],
  footnote: [
    ["a new definition", "It |stayed shut. It rained.", "It stayed shut.[^1] It rained.\n\n[^1]: agency\n"],
    ["the next number", "It |stayed shut. It rained.[^3]\n\n[^3]: dispatch\n", "It stayed shut.[^4] It rained.[^3]\n\n[^3]: dispatch\n[^4]: agency\n"],
    ["the definition that is there", "It |stayed shut. It rained.[^a]\n\n[^a]: agency\n", "It stayed shut.[^a] It rained.[^a]\n\n[^a]: agency\n"],
    [
      "the definition by URL",
      "It |stayed shut. It rained.[^1]\n\n[^1]: https://agency.example/tarfa\n",
      "It stayed shut.[^1] It rained.[^1]\n\n[^1]: https://agency.example/tarfa\n",
    ],
    ["behind another reference", "It |stayed shut.[^1]\n\n[^1]: dispatch\n", "It stayed shut.[^1][^2]\n\n[^1]: dispatch\n[^2]: agency\n"],
    ["behind a quotation", "“It |is shut.”\n", "“It is shut.”[^1]\n\n[^1]: agency\n"],
  ],
  link: [
    ["before the full stop", "It |stayed shut.", "It stayed shut ([The Agency](https://agency.example/tarfa))."],
    ["behind a quotation", "“It |is shut.”", "“It is shut.” ([The Agency](https://agency.example/tarfa))"],
  ],
  inline: [
    ["before the full stop", "It |stayed shut.", "It stayed shut, according to The Agency."],
    ["behind a quotation", "“It |is shut.” It rained.", "“It is shut,” according to The Agency. It rained."],
    ["not behind a question", "“Is it |shut?”", "“Is it shut?” [@agency]"],
  ],
};

/** Cites `source` in the place of the text's first citation. */
function recited(text: string): string {
  const desk = layOut(read(parseDocument("draft.md", text), undefined), [], corpus, defaultConfig);
  const citation = desk.draft.citations[0];
  assert.ok(citation);
  return apply(text, reciteFix(desk, citation, source));
}

const replacements: readonly (readonly [what: string, before: string, after: string])[] = [
  ["a key", "It stayed shut [@dispatch, p. 3].", "It stayed shut [@agency, p. 3]."],
  [
    "a footnote by the one that is there",
    "It stayed shut.[^1] So she said.[^2]\n\n[^1]: dispatch\n[^2]: agency\n",
    "It stayed shut.[^2] So she said.[^2]\n\n[^1]: dispatch\n[^2]: agency\n",
  ],
  ["a footnote by a new one", "It stayed shut.[^1]\n\n[^1]: dispatch\n", "It stayed shut.[^2]\n\n[^1]: dispatch\n[^2]: agency\n"],
  ["a link", "It stayed shut ([she said](https://x.example/a)).", "It stayed shut ([she said](https://agency.example/tarfa))."],
];

describe("citing a source", () => {
  for (const [style, rows] of Object.entries(cases)) {
    for (const [what, before, after] of rows) it(`${style}: ${what}`, () => assert.equal(cited(before, style as CitationStyle), after));
  }
  for (const [what, before, after] of replacements) it(`instead of another: ${what}`, () => assert.equal(recited(before), after));
});
