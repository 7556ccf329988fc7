// A check that fails is shown as an error on the draft: it never looks like a clean draft.
import assert from "node:assert/strict";
import type { Connection } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { defaultProject } from "../server/engine/config-file.ts";
import { buildCorpus, checkDraft, defaultConfig } from "../server/engine/index.ts";
import { createChecker } from "../server/lsp/checker.ts";
import { converterFor } from "../server/lsp/convert.ts";
import type { CheckedDraft, Drafts } from "../server/lsp/drafts.ts";

const document = TextDocument.create("file:///draft.md", "markdown", 1, "The river rose, TK said.\n");

function checkerOver(check: Drafts["check"]) {
  const logged: string[] = [];
  const shown: string[] = [];
  const connection = {
    console: { error: (line: string) => logged.push(line) },
    sendNotification: (_type: unknown, { message }: { message: string }) => shown.push(message),
  };
  const { whole: checker } = createChecker(connection as unknown as Connection, { check, checkSoFar: check, forget: () => {} }, converterFor("utf-16"), {
    show: () => {},
  });
  return { checker, logged, shown };
}

describe("a check that fails", () => {
  it("is an error on the draft, logged, and shown once", async () => {
    const { checker, logged, shown } = checkerOver(() => Promise.reject(new Error("out of ink")));
    for (let i = 0; i < 2; i++) {
      const { draft, diagnostics } = await checker(document);
      assert.equal(draft, undefined);
      assert.deepEqual(
        diagnostics.map(({ code, severity }) => [code, severity]),
        [["internal-error", 1]],
      );
      assert.match(String(diagnostics[0]?.message), /out of ink/);
    }
    assert.equal(shown.length, 1);
    assert.match(logged.join(), /file:\/\/\/draft\.md: Error: out of ink\n +at/);
  });

  it("in one rule leaves the findings of the others, and says so", async () => {
    const corpus = buildCorpus([]);
    const check = { ...checkDraft(document.uri, document.getText(), corpus, defaultConfig), failures: [{ rule: "sum-mismatch", message: "lost count" }] };
    const desk = { corpus, problems: [], project: { root: "file:///", config: defaultProject, problems: [] } };
    const draft: CheckedDraft = { document, desk, check, findings: check.findings, milliseconds: 1 };
    const { checker, shown } = checkerOver(() => Promise.resolve(draft));
    const { diagnostics } = await checker(document);
    assert.deepEqual(
      diagnostics.map(({ code }) => code),
      ["internal-error", "placeholder"],
    );
    assert.match(shown.join(), /sum-mismatch.*lost count/);
  });
});
