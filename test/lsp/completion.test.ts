// The built server over stdio: keys of sources after `[@`.
import assert from "node:assert/strict";
import type { CompletionItem } from "vscode-languageserver-protocol";
import { applied, cleanUp, type Session, startSession } from "./session.ts";
import { files, header } from "./story.ts";

async function complete(session: Session, text: string): Promise<readonly CompletionItem[]> {
  const at = text.indexOf("|");
  const lines = text.slice(0, at).split("\n");
  session.open("draft.md", text.replace("|", ""));
  const position = { line: lines.length - 1, character: (lines.at(-1) ?? "").length };
  return session.connection.sendRequest("textDocument/completion", { textDocument: { uri: session.uri("draft.md") }, position });
}

describe("completion of citation keys", () => {
  after(cleanUp);

  it("gives the source that has the sentence's figure first, with title, publisher, date and its words", async () => {
    const session = await startSession({ files });
    const items = await complete(session, `${header}At least 83 people were killed when the Tokari dam burst [@|\n`);
    assert.deepEqual(
      items.toSorted((a, b) => ((a.sortText ?? "") < (b.sortText ?? "") ? -1 : 1)).map(({ label, preselect }) => [label, preselect]),
      [
        ["wire-a", true],
        ["wire-b", false],
      ],
    );
    assert.equal(items[0]?.detail, "Dam bursts above Tokari · Wire A · 12 May 2031");
    assert.match(JSON.stringify(items[0]?.documentation), /At least 83 people/);
    await session.stop();
  });

  it("replaces what is typed of a key, also behind another citation", async () => {
    const session = await startSession({ files });
    const text = `${header}The dam burst killed 121 people [@wire-a; @wi|re-x].\n`;
    const [item] = await complete(session, text);
    const edit = item?.textEdit;
    assert.ok(edit && "range" in edit);
    assert.match(applied(text.replace("|", ""), [edit]), /\[@wire-a; @wire-b\]\./);
    await session.stop();
  });

  it("is silent elsewhere", async () => {
    const session = await startSession({ files });
    assert.deepEqual(await complete(session, `${header}Write to desk@|\n`), []);
    await session.stop();
  });
});
