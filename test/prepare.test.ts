// What is worked out from a corpus in steps, with other work in between, is what it is in one go.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { buildCorpus, checkDraft, defaultConfig, prepareCorpus, readSource } from "../server/engine/index.ts";

const textsIn = (folder: string) => readdirSync(folder).map((name) => ({ uri: `file:///${name}`, text: readFileSync(`${folder}/${name}`, "utf8") }));

describe("a corpus prepared in steps", () => {
  it("gives the same findings, also when a check comes in between", () => {
    const [pack = ""] = readdirSync("test/packs");
    const sources = textsIn(`test/packs/${pack}/seeds`).map(({ uri, text }) => readSource(uri, text));
    const drafts = textsIn(`test/packs/${pack}/drafts`);
    const findings = (corpus: ReturnType<typeof buildCorpus>) => drafts.map(({ uri, text }) => checkDraft(uri, text, corpus, defaultConfig).findings);
    const expected = findings(buildCorpus(sources));

    const whole = buildCorpus(sources);
    let steps = 0;
    for (const _ of prepareCorpus(whole)) steps++;
    assert.ok(steps >= 4 * sources.length, `${steps} steps`);
    assert.deepEqual(findings(whole), expected);

    const half = buildCorpus(sources);
    const under = prepareCorpus(half);
    for (let at = 0; at < steps / 2; at++) under.next();
    assert.deepEqual(findings(half), expected);
    for (const _ of under);
    assert.deepEqual(findings(half), expected);
  });
});
