import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { parse } from "yaml";
import { citationKeys, citationStyles, configKeys, defaultProject, parseConfig, ruleOptionKeys, severityWords } from "../server/engine/config-file.ts";
import { nearest } from "../server/engine/nearest.ts";
import { rules } from "../server/engine/rules/registry.ts";
import { repository } from "./cli-process.ts";

const read = (text: string) => parseConfig("copydesk.yaml", text);
const complaints = (text: string) => read(text).problems.map(({ line, column, message }) => `${line}:${column} ${message}`);

describe("copydesk.yaml", () => {
  it("means the defaults when it is empty", () => {
    for (const text of ["", "# nothing yet\n", "---\n", "null\n", "rules:\ncitations: # none\nnames:\nhedges:\n"])
      assert.deepEqual(read(text), { value: defaultProject, problems: [] });
  });

  it("is read whole", () => {
    const text = `
corpus: [wire, "desk/*.md"]
drafts: stories/**/*.md
rules:
  unsourced-figure: information
  hedge-drift: off
  placeholder: { severity: error }
citations: { style: footnote }
names:
  Ain al-Asad: [Ayn al-Assad, Al Asad]
  Kyiv: Kiev
  Tokari:
hedges:
  Dozens: [24, 60]
`;
    assert.deepEqual(read(text), {
      value: {
        corpus: ["wire", "desk/*.md"],
        drafts: ["stories/**/*.md"],
        rules: { "unsourced-figure": "information", "hedge-drift": "off", placeholder: "error" },
        citationStyle: "footnote",
        names: { "Ain al-Asad": ["Ayn al-Assad", "Al Asad"], Kyiv: ["Kiev"], Tokari: [] },
        hedges: { dozens: [24, 60] },
      },
      problems: [],
    });
  });

  const wrong: readonly (readonly [string, string])[] = [
    ["corpsu: seeds\n", '1:1 unknown key "corpsu" in the configuration: did you mean "corpus"?'],
    ["zebra: 1\n", '1:1 unknown key "zebra" in the configuration: use corpus, drafts, rules, citations, suppressions, names or hedges'],
    ["rules:\n  unsourced-figures: off\n", '2:3 unknown key "unsourced-figures" in rules: did you mean "unsourced-figure"?'],
    ["rules:\n  placeholder: warn\n", '2:16 rules.placeholder cannot be "warn": did you mean "warning"?'],
    ["rules:\n  placeholder: false\n", "2:16 rules.placeholder cannot be false: use error, warning, information or off"],
    ["rules:\n  placeholder:\n    severty: off\n", '3:5 unknown key "severty" in rules.placeholder: did you mean "severity"?'],
    ["citations:\n  style: pandok\n", '2:10 citations.style cannot be "pandok": did you mean "pandoc"?'],
    ["citations: pandoc\n", '1:12 citations must be a map of keys and values, not "pandoc"'],
    ["corpus: 7\n", "1:9 corpus must be text or a list of texts, not 7"],
    ["corpus: []\n", "1:9 corpus must name something"],
    ["corpus: &c [wire]\ndrafts: *c\n", "2:9 drafts must be text or a list of texts, not *c: write it out"],
    ["corpus: wire\n---\ncorpus: desk\n", "2:1 holds more than one YAML document"],
    ["hedges:\n  dozens: [-24, 99]\n", "2:11 hedges.dozens must be two numbers, the lower first, as in [24, 99]"],
    ["drafts:\n  - a.md\n  - [b]\n", "3:5 drafts must be text or a list of texts, not a list"],
    ["hedges:\n  dozens: 24\n", "2:11 hedges.dozens must be two numbers, the lower first, as in [24, 99]"],
    ["hedges:\n  dozens: [99, 24]\n", "2:11 hedges.dozens must be two numbers, the lower first, as in [24, 99]"],
    ["- corpus\n", "1:1 the configuration must be a map of keys and values, not a list"],
  ];
  for (const [text, complaint] of wrong) it(`says where ${JSON.stringify(text)} is wrong`, () => assert.deepEqual(complaints(text), [complaint]));

  it("keeps what is right beside what is wrong", () => {
    const { value, problems } = read("corpus: wire\nrules:\n  placeholder: oof\n  hedge-drift: off\n");
    assert.deepEqual([value.corpus, value.rules, problems.length], [["wire"], { "hedge-drift": "off" }, 1]);
  });

  it("reports broken YAML with its line, and never throws", () => {
    assert.match(complaints("corpus: seeds\nrules: [unclosed\n")[0] ?? "", /^[23]:\d+ /);
    const deep = complaints(`names: ${"[".repeat(20_000)}`);
    assert.ok(deep.length === 1 && /^1:\d+ is nested too deeply$/.test(deep[0] ?? ""), deep.slice(0, 3).join("\n"));
    assert.match(complaints("corpus: a\ncorpus: b\n")[0] ?? "", /^2:1 .*unique/);
    for (const text of [
      "\t",
      "{",
      "}",
      "*a",
      "&a *a",
      "!!js/function x",
      "? \n: ",
      "%YAML",
      "a: b: c",
      "\u0000",
      "rules: *x\n",
      "__proto__: {}\n",
      "names: { __proto__: [x] }\n",
    ])
      assert.doesNotThrow(() => read(text), JSON.stringify(text));
  });
});

describe("the schema of copydesk.yaml", () => {
  const schema = JSON.parse(readFileSync(join(repository, "schemas/copydesk.schema.json"), "utf8"));
  const validate = new Ajv({ strict: false }).compile(schema);

  it("has the parser's keys and words", () => {
    const { properties, definitions } = schema;
    assert.deepEqual(Object.keys(properties), [...configKeys]);
    assert.deepEqual(
      Object.keys(properties.rules.properties),
      rules.map(({ id }) => id),
    );
    for (const setting of Object.values(properties.rules.properties) as { oneOf: { properties?: object }[] }[])
      assert.deepEqual(Object.keys(setting.oneOf[1]?.properties ?? {}), [...ruleOptionKeys]);
    assert.deepEqual(definitions.severity.enum, severityWords);
    assert.deepEqual(Object.keys(properties.citations.properties), [...citationKeys]);
    assert.deepEqual(properties.citations.properties.style.enum, citationStyles);
    assert.deepEqual([[properties.corpus.default], [properties.drafts.default]], [defaultProject.corpus, defaultProject.drafts]);
  });

  const samples: readonly string[] = [
    "corpus: seeds",
    "corpus: [a, b]",
    "corpus: 7",
    "corpus: []",
    "rules: { placeholder: off }",
    "rules: { placeholder: { severity: error } }",
    "rules: { placeholder: warn }",
    "rules: { placehodler: off }",
    "citations: { style: inline }",
    "citations: { style: chicago }",
    "names: { Kyiv: Kiev, Lviv: [Lvov], Odesa: , Dnipro: [] }",
    "names: { Kyiv: 3 }",
    "hedges: { dozens: [24, 99] }",
    "hedges: { dozens: many }",
    "zebra: 1",
    "{ rules: , citations: , names: , hedges: }",
    "corpus:",
  ];
  for (const sample of samples)
    it(`judges ${sample} as the parser does`, () =>
      assert.equal(validate(parse(sample)), read(sample).problems.length === 0, JSON.stringify(read(sample).problems)));
});

describe("the nearest valid word", () => {
  it("is found through a slip, and not guessed", () => {
    const words = ["corpus", "drafts", "rules"];
    assert.deepEqual(
      ["corups", "draft", "rulez", "RULES", "zebra", ""].map((word) => nearest(word, words)),
      ["corpus", "drafts", "rules", "rules", undefined, undefined],
    );
  });
});
