// A check that recalls the last one finds what a full check finds, whatever was edited.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { createMemory } from "../server/engine/document/memory.ts";
import { buildCorpus, checkDraft, defaultConfig, readSource } from "../server/engine/index.ts";
import { dice } from "./dice.ts";

const insertions = [
  "a",
  "7",
  ",",
  ".",
  " ",
  "\n\n",
  "“",
  "”",
  " He said. ",
  " 42 people",
  "on Tuesday ",
  "\n# ",
  "\n> ",
  "\n- ",
  "```\n",
  "[^1]: x\n",
  "[@",
  "]",
];

function edited(text: string, roll: (below: number) => number): string {
  const at = roll(text.length + 1);
  const kind = roll(4);
  if (kind === 0) return text.slice(0, at) + text.slice(at + 1 + roll(3));
  if (kind === 1) return text.slice(0, at) + text.slice(at, at + 30).toUpperCase() + text.slice(at + 30);
  return text.slice(0, at) + insertions[roll(insertions.length)] + text.slice(at);
}

const textsIn = (folder: string) => readdirSync(folder).map((name) => ({ uri: `file:///${name}`, text: readFileSync(`${folder}/${name}`, "utf8") }));

describe("a check after an edit", () => {
  for (const pack of readdirSync("test/packs")) {
    it(`finds in ${pack} what a full check finds`, () => {
      const corpus = buildCorpus(textsIn(`test/packs/${pack}/seeds`).map(({ uri, text }) => readSource(uri, text)));
      const roll = dice(20_311);
      for (const draft of textsIn(`test/packs/${pack}/drafts`).slice(0, 3)) {
        const memory = createMemory();
        const { uri } = draft;
        let { text } = draft;
        for (let step = 0; step < 25; step++) {
          const quick = checkDraft(uri, text, corpus, defaultConfig, memory);
          const full = checkDraft(uri, text, corpus, defaultConfig);
          assert.deepEqual(quick.findings, full.findings, `${uri} after ${step} edits`);
          assert.deepEqual(quick.desk.claims, full.desk.claims, `claims of ${uri} after ${step} edits`);
          text = edited(text, roll);
        }
      }
    });
  }
});
