// A check that recalls the last one finds what a full check finds, whatever was edited.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { buildCorpus, type Check, checkDraft, createMemory, defaultConfig, readSource } from "../server/engine/index.ts";
import { dice } from "./dice.ts";
import { article } from "./lsp/large-story.ts";

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
  const kind = roll(6);
  if (kind === 0) return text.slice(0, at) + text.slice(at + 1 + roll(3));
  if (kind === 1) return text.slice(0, at) + text.slice(at, at + 30).toUpperCase() + text.slice(at + 30);
  if (kind === 2) return text.slice(0, at) + "“”x9 .,\n"[roll(8)] + text.slice(at + 1);
  if (kind === 3) return withParagraphMoved(text, roll);
  return text.slice(0, at) + insertions[roll(insertions.length)] + text.slice(at);
}

function withParagraphMoved(text: string, roll: (below: number) => number): string {
  const paragraphs = text.split("\n\n");
  const moved = paragraphs.splice(roll(paragraphs.length), 1);
  return paragraphs.toSpliced(roll(paragraphs.length + 1), 0, ...moved).join("\n\n");
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

  it("knows who speaks behind an edit of the name", () => {
    const memory = createMemory();
    const speakerIn = (name: string) => {
      const text = `Mayor ${name} opened the hall in a green coat.\n\nIt rained for a day.\n\n“The bridge will stand again by the spring,” the mayor said.\n`;
      return checkDraft("file:///hall.md", text, buildCorpus([]), defaultConfig, memory).desk.draft.attributions.at(-1)?.speaker.name;
    };
    assert.deepEqual(["Ann Poll", "Eva Poll", "Eva Rand"].map(speakerIn), ["Ann Poll", "Eva Poll", "Eva Rand"]);
  });

  it("reads and judges in a long draft what a full check does, also when an edit is taken back", function () {
    this.timeout(120_000);
    const corpus = buildCorpus([0, 1, 2, 3].map((index) => readSource(`file:///${index}.md`, article(index, 400))));
    const roll = dice(4_711);
    const written = article(77, 1500);
    const memory = createMemory();
    for (let step = 0, text = written; step < 60; step++) {
      const [quick, full] = [memory, undefined].map((known) => checkDraft("file:///long.md", text, corpus, defaultConfig, known));
      const told = ({ desk: { draft, judgements, comparisons }, findings, failures }: Check) => {
        const { shelf: _, passages, ...reading } = draft;
        return { reading, passages: passages?.map((passage) => passage.reading), judgements, comparisons, findings, failures };
      };
      assert.deepEqual(told(quick as Check), told(full as Check), `after ${step} edits`);
      text = step % 20 === 19 ? written : edited(text, roll);
    }
  });
});
