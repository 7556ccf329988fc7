// What is found in a draft before its sources are read stays found when they are: the first findings never cry wolf.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { buildCorpus, checkDraft, defaultConfig, type Finding, readSource, rules, unreadCorpus } from "../server/engine/index.ts";

const textsIn = (folder: string) => readdirSync(folder).map((name) => ({ uri: `file:///${name}`, text: readFileSync(`${folder}/${name}`, "utf8") }));
const placeOf = ({ rule, severity, start, end }: Finding): string => `${rule} ${severity} ${start}-${end}`;

describe("a check before the sources are read", () => {
  const found = new Set<string>();
  for (const pack of readdirSync("test/packs")) {
    it(`finds in ${pack} what the whole check finds too`, () => {
      const corpus = buildCorpus(textsIn(`test/packs/${pack}/seeds`).map(({ uri, text }) => readSource(uri, text)));
      for (const { uri, text } of textsIn(`test/packs/${pack}/drafts`)) {
        const whole = new Set(checkDraft(uri, text, corpus, defaultConfig).findings.map(placeOf));
        const first = checkDraft(uri, text, unreadCorpus, defaultConfig).findings;
        for (const finding of first) {
          found.add(finding.rule);
          assert.ok(whole.has(placeOf(finding)), `${uri}: ${placeOf(finding)} ${finding.message}`);
          assert.doesNotMatch(finding.message, /corpus/);
        }
        const expected = [...whole].filter((place) => rules.some(({ id, needs }) => needs === "draft" && place.startsWith(`${id} `)));
        if (/^date: /m.test(text)) assert.deepEqual(first.map(placeOf).toSorted(), expected.toSorted(), uri);
      }
    });
  }

  it("lets every rule speak that needs the draft alone", () => {
    assert.deepEqual([...found].sort(), rules.flatMap(({ id, needs }) => (needs === "draft" ? id : [])).sort());
  });

  it("takes no finding back: rules that need the draft alone give way to such rules only", () => {
    const early = new Set(rules.flatMap(({ id, needs }) => (needs === "draft" ? id : [])));
    for (const { id, yieldsTo = [] } of rules) if (early.has(id)) for (const other of yieldsTo) assert.ok(early.has(other), `${id} gives way to ${other}`);
  });
});
