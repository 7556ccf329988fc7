import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { Ajv } from "ajv";
import type { Log, Region, Result } from "sarif";
import { rules } from "../server/engine/rules/registry.ts";
import { copydesk, folderOf, removeFolders } from "./cli-process.ts";

const require = createRequire(import.meta.url);
const schema = require("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");
// The schema is of draft 4, which names itself by `id`; what else it uses means the same in draft 7.
delete schema.$schema;
delete schema.id;
const uriCharacters = /^(?:[\w\-.~:/?#[\]@!$&'()*+,;=]|%[0-9A-F]{2})*$/i;
const validate = new Ajv({
  strict: false,
  allErrors: true,
  unicodeRegExp: false,
  formats: { uri: (text) => uriCharacters.test(text) && URL.canParse(text), "uri-reference": uriCharacters, "date-time": true },
}).compile(schema);

const wire = "---\ntitle: Bridge\ndate: 2030-04-02\n---\n\nThe bridge reopened on Monday, the county said.\n";
const draft = `---
title: Bridge opens
date: 2030-04-03
---

The bridge is open 🎉 again, the county said [@wire-2].

<!-- copydesk-ignore-next-line placeholder: the builder answers tomorrow -->
The builder is TK.

The cost is TK.
`;

function sarif(args: readonly string[], cwd: string): { readonly log: Log; readonly results: readonly Result[]; readonly status: number | null } {
  const { stdout, status } = copydesk(["lint", "--format", "sarif", ...args], { cwd });
  const log = JSON.parse(stdout) as Log;
  assert.ok(validate(log), JSON.stringify(validate.errors?.slice(0, 3), null, 1));
  return { log, results: log.runs[0]?.results ?? [], status };
}

const textIn = (text: string, { startLine, startColumn, endLine, endColumn }: Region): string => {
  const lines = text.split("\n");
  assert.equal(startLine, endLine);
  return lines[(startLine as number) - 1]?.slice((startColumn as number) - 1, (endColumn as number) - 1) ?? "";
};

const regionOf = (result: Result): Region => result.locations?.[0]?.physicalLocation?.region as Region;

describe("the SARIF report", () => {
  after(removeFolders);
  const story = (files: Readonly<Record<string, string | Uint8Array>>) => folderOf({ "seeds/wire-1.md": wire, ...files });

  it("would fail its schema if it were wrong", () => {
    assert.equal(validate({ version: "2.1.0", runs: [{ tool: { driver: {} } }] }), false);
    assert.equal(validate({ version: "2.1.0", runs: [{ tool: { driver: { name: "x", informationUri: "not a uri" } } }] }), false);
  });

  it("describes every rule, in UTF-16 columns", () => {
    const { log } = sarif(["draft.md"], story({ "draft.md": draft }));
    const run = log.runs[0];
    assert.equal(run?.columnKind, "utf16CodeUnits");
    assert.deepEqual(
      run?.tool.driver.rules?.map(({ id, defaultConfiguration, help }) => [id, defaultConfiguration?.level, Boolean(help?.text && help.markdown)]),
      rules.map(({ id, severity }) => [id, severity === "information" ? "note" : severity, true]),
    );
    assert.equal(run?.invocations?.[0]?.executionSuccessful, true);
  });

  it("marks the words that a finding is about, also behind an emoji", () => {
    const { results } = sarif(["draft.md"], story({ "draft.md": draft }));
    assert.deepEqual(
      results.map((result) => [result.ruleId, result.level, textIn(draft, regionOf(result))]),
      [
        ["unresolved-citation", "error", "wire-2"],
        ["placeholder", "warning", "TK"],
        ["placeholder", "warning", "TK"],
      ],
    );
  });

  it("keeps suppressed findings, with the writer's reason, and does not fail for them", () => {
    const { results } = sarif(["draft.md"], story({ "draft.md": draft }));
    assert.deepEqual(
      results.map(({ suppressions }) => suppressions),
      [undefined, [{ kind: "inSource", justification: "the builder answers tomorrow" }], undefined],
    );
    const silenced = draft.replace("The cost is TK.\n", "").replace("wire-2", "wire-1");
    assert.equal(sarif(["draft.md"], story({ "draft.md": silenced })).status, 0);
  });

  it("offers fixes that give the mended text", () => {
    const { results } = sarif(["draft.md"], story({ "draft.md": draft }));
    const change = results[0]?.fixes?.[0]?.artifactChanges[0];
    assert.equal(change?.artifactLocation.uri, "draft.md");
    assert.deepEqual(
      change?.replacements.map(({ deletedRegion, insertedContent }) => [textIn(draft, deletedRegion), insertedContent?.text]),
      [["wire-2", "wire-1"]],
    );
  });

  it("knows a finding again when lines move, and tells equal ones apart", () => {
    const prints = (text: string) =>
      sarif(["draft.md"], story({ "draft.md": text })).results.map(({ partialFingerprints }) => Object.values(partialFingerprints ?? {})[0]);
    const before = prints(draft);
    assert.deepEqual(prints(draft.replace("\n\nThe bridge", "\n\nA new first paragraph, the county said.\n\nThe bridge")), before);
    const twice = prints(`${draft}\nThe cost is TK.\n`);
    assert.equal(new Set(twice).size, twice.length);
  });

  it("points from odd file names to resolvable addresses", () => {
    const { log, results } = sarif(["desk/a b #1 100%.md"], story({ "desk/a b #1 100%.md": draft }));
    const address = results[0]?.locations?.[0]?.physicalLocation?.artifactLocation?.uri ?? "";
    assert.equal(address, "desk/a%20b%20%231%20100%25.md");
    assert.equal(log.runs[0]?.artifacts?.[0]?.location?.uri, address);
  });

  it("says that the check failed when a file could not be read", () => {
    const { log, status, results } = sarif(["draft.md", "binary.md", "gone.md"], story({ "draft.md": draft, "binary.md": new Uint8Array([0]) }));
    const invocation = log.runs[0]?.invocations?.[0];
    assert.deepEqual(
      [status, results.length, invocation?.executionSuccessful, invocation?.toolExecutionNotifications?.map(({ message }) => message.text)],
      [2, 3, false, ["no such file or folder", "is a binary file, not text"]],
    );
  });

  it("is the same byte for byte, whenever it is written", () => {
    const cwd = story({ "draft.md": draft });
    const run = () => copydesk(["lint", "--format", "sarif", "draft.md"], { cwd }).stdout;
    assert.equal(run(), run());
  });
});
