// "Ignore here": the comment that the editor inserts silences the finding, and changes nothing else.
import assert from "node:assert/strict";
import { applyEdits } from "../server/engine/fixes/apply.ts";
import { buildCorpus, checkDraft, defaultConfig } from "../server/engine/index.ts";
import { ignoreEdit } from "../server/lsp/ignore.ts";

const cases: readonly [title: string, uri: string, text: string, expected: string][] = [
  ["above a paragraph", "a.md", "The river rose.\n\nTK said so.\n", "The river rose.\n\n<!-- copydesk-ignore-next-line placeholder: reason -->\nTK said so.\n"],
  [
    "within a hard-wrapped paragraph",
    "a.md",
    "The mayor, who came,\nTK said so.\n",
    "The mayor, who came, <!-- copydesk-ignore-next-line placeholder: reason -->\nTK said so.\n",
  ],
  ["between list items", "a.md", "- one\n- TK said so\n", "- one <!-- copydesk-ignore-next-line placeholder: reason -->\n- TK said so\n"],
  ["above the first list item", "a.md", "It rose:\n\n- TK said so\n", "It rose:\n\n<!-- copydesk-ignore-next-line placeholder: reason -->\n- TK said so\n"],
  ["with Windows line ends", "a.md", "The river,\r\nTK said.\r\n", "The river, <!-- copydesk-ignore-next-line placeholder: reason -->\r\nTK said.\r\n"],
  ["in plain text", "a.txt", "The river rose.\n\nTK said so.\n", "The river rose.\n\n#! copydesk-ignore-next-line placeholder: reason\nTK said so.\n"],
  [
    "within a hard-wrapped paragraph of plain text",
    "a.news",
    "The mayor, who came,\nTK said so.\n",
    "The mayor, who came,\n#! copydesk-ignore-next-line placeholder: reason\nTK said so.\n",
  ],
  ["in the first line", "a.news", "TK said so.\n", "#! copydesk-ignore-next-line placeholder: reason\nTK said so.\n"],
];

describe("ignoring a finding", () => {
  const corpus = buildCorpus([]);
  const check = (uri: string, text: string) => checkDraft(`file:///${uri}`, text, corpus, defaultConfig);
  for (const [title, uri, text, expected] of cases) {
    it(title, () => {
      const { desk, findings } = check(uri, text);
      const [finding, ...others] = findings;
      assert.ok(finding && !others.length);
      const edit = ignoreEdit(desk.draft.document, finding);
      const silenced = applyEdits(text, edit ? [edit] : []);
      assert.equal(silenced, expected);
      const after = check(uri, silenced);
      assert.deepEqual(
        after.findings.filter(({ suppressedBy }) => suppressedBy === undefined),
        [],
      );
      const sentences = (document: typeof desk.draft.document) =>
        document.sentences.map(({ start, end }) => document.prose.slice(start, end).replace(/\s+/g, " "));
      assert.deepEqual(sentences(after.desk.draft.document), sentences(desk.draft.document));
    });
  }

  it("is not offered where no comment can stand: in front matter", () => {
    const { desk, findings } = check("a.md", "---\ntitle: The river TK\n---\nIt rose.\n");
    for (const finding of findings) assert.equal(ignoreEdit(desk.draft.document, finding), undefined);
  });
});
