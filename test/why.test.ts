import assert from "node:assert/strict";
import { copydesk, folderOf, removeFolders } from "./cli-process.ts";

const article = (date: string, text: string) => `---\ntitle: "Mine at Skarvik"\ndate: ${date}\n---\n\n${text}\n`;
const files = {
  "seeds/wire-1.md": article("2031-02-03", "The collapse of the mine at Skarvik killed at least 24 miners, the police said. Nine miners were injured."),
  "seeds/wire-2.md": article("2031-02-04", "The collapse of the mine at Skarvik killed 27 miners, the police said. Eleven miners were injured."),
  "draft.md": article(
    "2031-02-04",
    "The collapse of the mine at Skarvik killed 27 miners, the police said.\n\nThe choir of Skarvik has about 60 singers, its conductor said.",
  ),
  "wrong.md": article("2031-02-04", "The collapse of the mine at Skarvik killed 72 miners."),
};

describe("copydesk why", () => {
  after(removeFolders);
  const why = (place: string) => copydesk(["why", place], { cwd: folderOf(files) }).stdout;

  it("tells how a figure was read, the ruling, and every fact with its source, date, words and verdict", () => {
    const answer = why("draft.md:6");
    assert.match(answer, /^“27 miners”\n {2}read as {3}27 miners killed, in Skarvik, as of 2031-02-04, says .*police\n {2}sourced {3}yes, by “the police”\n/);
    assert.match(answer, /\n {2}ruling {4}stands: wire-2 \(2031-02-04\) bears it out\n/);
    assert.match(
      answer,
      /\n {2}agrees {7}wire-2 \(2031-02-04\): 27 miners killed.*\n.*surely the same thing \(\d\.\d\d\), the same figure\n +seeds\/wire-2\.md:6: “The collapse of the mine at Skarvik killed 27 miners, the police said\.”\n/,
    );
    assert.match(answer, /\n {2}differs {6}wire-1 \(2031-02-03\): at least 24 miners killed.*\n.*of an earlier day\n/);
    assert.match(answer, /\n {2}Looked at and set aside:\n {2}wire-\d: \d+ miners injured.*\(one counts killed, the other injured\), seeds\/wire-\d\.md:6\n/);
  });

  it("tells of a contradiction, and the finding", () => {
    const answer = why("wrong.md:6");
    assert.match(
      answer,
      /\n {2}sourced {3}no: neither an attribution nor a citation in its sentence\n {2}ruling {4}differs: wire-2 \(2031-02-04\) has 27, and no source bears the draft's figure out\n/,
    );
    assert.match(answer, /\nfindings here:\n(?: {2}.*\n)* {2}error casualty-\w+: /);
  });

  it("says that nothing was found, and what the number may be", () => {
    const answer = why("draft.md:8:32");
    assert.match(answer, /^“about 60 singers”\n {2}read as {3}about 60 singers, /);
    assert.match(answer, /\n {2}that is {3}from 5\d(?:\.\d+)? to 6\d(?:\.\d+)?\n/);
    assert.match(answer, /\n {2}ruling {4}not judged: no source speaks of it\n/);
  });
});
