// The built server over stdio: what is shown in and beside the text of a draft.
import assert from "node:assert/strict";
import type { CodeLens, DocumentLink, DocumentSymbol, FoldingRange, InlayHint, SemanticTokens, SymbolInformation } from "vscode-languageserver-protocol";
import { cleanUp, type Session, startSession } from "./session.ts";
import { files, header, wednesday } from "./story.ts";

const text = `${header}The dam burst near Tokari killed 83 people.

Some 7,400 people have fled their homes since the dam burst, the ministry said [@wire-b].

## Aid

The river rose.
`;

const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
async function ask<T>(method: string, extra: object = {}, path = "draft.md", content = text): Promise<{ readonly answer: T; readonly session: Session }> {
  const session = await startSession({ files });
  session.open(path, content);
  const answer = await session.connection.sendRequest<T>(`textDocument/${method}`, { textDocument: { uri: session.uri(path) }, ...extra });
  await session.stop();
  return { answer, session };
}

describe("beside the text", () => {
  after(cleanUp);

  it("each paragraph tells its figures, how many are sourced, and how new the sources are", async () => {
    const { answer } = await ask<CodeLens[]>("codeLens");
    assert.deepEqual(
      answer.map(({ range, command }) => [range.start.line, command?.title]),
      [
        [4, "1 figure · 0 sourced · newest source 12 May"],
        [6, "1 figure · 1 sourced · newest source 14 May"],
      ],
    );
  });

  it("each figure without a citation tells its source, or the newer number", async () => {
    const { answer, session } = await ask<InlayHint[]>("inlayHint", { range: whole });
    assert.deepEqual(
      answer.map(({ position, label }) => [position.line, Array.isArray(label) && label[0]?.value]),
      [[4, "newer: 121"]],
    );
    const [part] = (answer[0]?.label ?? []) as readonly { readonly location: { readonly uri: string } }[];
    assert.equal(part?.location.uri, session.uri("seeds/wire-b.md"));
    const uncited = await ask<InlayHint[]>("inlayHint", { range: whole }, "draft.md", text.replace(" [@wire-b]", ""));
    assert.deepEqual(
      uncited.answer.map(({ label }) => Array.isArray(label) && label[0]?.value),
      ["newer: 121", "wire-b"],
    );
    const elsewhere = await ask<InlayHint[]>("inlayHint", { range: { start: { line: 8, character: 0 }, end: { line: 9, character: 0 } } });
    assert.deepEqual(elsewhere.answer, []);
  });

  it("both are asked for again when sources change", async () => {
    const session = await startSession({
      files,
      capabilities: { workspace: { inlayHint: { refreshSupport: true }, codeLens: { refreshSupport: true } } },
    });
    session.open("draft.md", text);
    await session.pushed("draft.md");
    const refreshes = (what: string) => session.notified.filter(({ method }) => method === `workspace/${what}/refresh`).length;
    const before = [refreshes("inlayHint"), refreshes("codeLens")];
    session.remove("seeds/wire-b.md");
    session.changedOnDisk("seeds/wire-b.md");
    await session.pushed("draft.md");
    for (let i = 0; i < 50 && refreshes("codeLens") === before[1]; i++) await new Promise((done) => setTimeout(done, 20));
    assert.ok(refreshes("inlayHint") > (before[0] ?? 0) && refreshes("codeLens") > (before[1] ?? 0));
    await session.stop();
  });

  it("figures, hedges, attributions and citations have their own colours", async () => {
    const { answer } = await ask<SemanticTokens>("semanticTokens/full");
    const lines = text.split("\n");
    let [line, character] = [0, 0];
    const shown: string[] = [];
    for (let i = 0; i < answer.data.length; i += 5) {
      const [down = 0, right = 0, length = 0, type = 0] = answer.data.slice(i, i + 5);
      [line, character] = [line + down, down ? right : character + right];
      shown.push(`${["figure", "hedge", "attribution", "citation"][type]} ${lines[line]?.slice(character, character + length)}`);
    }
    assert.deepEqual(shown, ["figure 83", "hedge Some", "figure 7,400", "attribution said", "citation wire-b"]);
  });

  it("the outline has headline, headings, paragraphs and their figures", async () => {
    const { answer } = await ask<DocumentSymbol[]>("documentSymbol");
    assert.deepEqual(
      answer.map(({ name, children }) => [name, children?.map((child) => `${child.name} ${child.detail}`)]),
      [
        ["The dam", []],
        ["The dam burst near Tokari killed 83 people.", ["83 people killed, no source"]],
        ["Some 7,400 people have fled their homes since the dam…", ["Some 7,400 people displaced"]],
        ["Aid", []],
        ["The river rose.", []],
      ],
    );
  });

  it("citations are links to their sources", async () => {
    const { answer, session } = await ask<DocumentLink[]>("documentLink");
    assert.deepEqual(
      answer.map(({ target, tooltip }) => [target, tooltip]),
      [[session.uri("seeds/wire-b.md"), "Toll of Tokari dam burst rises"]],
    );
  });

  it("front matter folds, of sources too, but of no other file", async () => {
    const folds = async (path: string, content: string) =>
      (await ask<FoldingRange[]>("foldingRange", {}, path, content)).answer.map(({ startLine, endLine }) => [startLine, endLine]);
    assert.deepEqual(await folds("draft.md", text), [[0, 3]]);
    assert.deepEqual(await folds("seeds/wire-b.md", wednesday), [[0, 4]]);
    assert.deepEqual(await folds("other.ts", wednesday), []);
  });

  it("sources and figures are found by their words", async () => {
    const session = await startSession({ files });
    const found = async (query: string) =>
      (await session.connection.sendRequest<SymbolInformation[]>("workspace/symbol", { query })).map(({ name, containerName }) => `${name} (${containerName})`);
    assert.deepEqual(await found("fled wire-b"), []);
    assert.deepEqual(await found("7,400"), ["Some 7,400 people (wire-b, 2031-05-14)"]);
    assert.deepEqual(await found("bursts above"), ["Dam bursts above Tokari (wire-a)", "At least 83 people (wire-a, 2031-05-12)"]);
    await session.stop();
  });
});
