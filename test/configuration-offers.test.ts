// What the editor offers in copydesk.yaml; | is the cursor.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { offersAt, type Schema } from "../client/configuration/offers.ts";
import { rules } from "../server/engine/rules/registry.ts";

const schema = JSON.parse(readFileSync(join(__dirname, "../schemas/copydesk.schema.json"), "utf8")) as Schema;
const offered = (text: string) => {
  const above = text.slice(0, text.indexOf("|")).split("\n");
  return offersAt(schema, above.slice(0, -1), above.at(-1) ?? "");
};
const texts = (text: string) => offered(text).map((offer) => offer.text);
const severities = ["error", "warning", "information", "off"];
const keys = ["corpus", "drafts", "rules", "citations", "suppressions", "names", "hedges"];

describe("completion of copydesk.yaml", () => {
  for (const [what, text, expected] of [
    ["keys at the start", "|", keys],
    ["keys that are not written yet", "corpus: [seeds]\nrules:\n  placeholder: off\n\nci|", keys.filter((key) => key !== "corpus" && key !== "rules")],
    ["rules", "rules:\n  |", rules.map(({ id }) => id)],
    ["the other rules", "rules:\n  placeholder: off # for now\n  # more\n  hed|", rules.map(({ id }) => id).filter((id) => id !== "placeholder")],
    ["severities", "rules:\n  hedge-drift: |", severities],
    ["severities while one is typed", "rules:\n  hedge-drift: inf|", severities],
    ["options of a rule", "rules:\n    hedge-drift:\n        |", ["severity"]],
    ["severities as an option", "rules:\n  hedge-drift:\n    severity: |", severities],
    ["styles of citations", "citations:\n  style: |", ["pandoc", "footnote", "link", "inline"]],
    ["nothing in free text", "corpus: |", []],
    ["nothing for names of the writer's own", "names:\n  |", []],
    ["nothing below what is unknown", "zebra:\n  |", []],
    ["nothing behind a value", "rules:\n  placeholder: off and |", []],
    ["nothing in a list", "corpus:\n  - |", []],
  ] as const)
    it(`offers ${what}`, () => assert.deepEqual(texts(text), expected));

  it("explains each, and tells the default and what holds more", () => {
    const all = [...offered("|"), ...offered("rules:\n  |")];
    assert.deepEqual(
      all.filter(({ documentation }) => !documentation).map(({ text }) => text),
      [],
    );
    assert.deepEqual(
      offered("rules:\n  hedge-drift: |").flatMap(({ text, isDefault }) => (isDefault ? [text] : [])),
      ["information"],
    );
    assert.deepEqual(
      offered("|").flatMap(({ text, isMap }) => (isMap ? [text] : [])),
      ["rules", "citations", "suppressions", "names", "hedges"],
    );
  });
});
