// The built server over stdio: from figures to the places that have them too, and the renaming of keys.
import assert from "node:assert/strict";
import type { Location, WorkspaceEdit } from "vscode-languageserver-protocol";
import { pdfOf } from "../archive/rewrite.ts";
import { applied, cleanUp, editsOf, positionOf, type Session, startSession, versioned } from "./session.ts";
import { files, header, monday, wednesday } from "./story.ts";

const fled = `${header}Some 7,400 people have fled their homes since the dam burst [@wire-b].\n`;
const later = wednesday.replaceAll("2031-05-14", "2031-05-15");

const references = (session: Session, path: string, position: { line: number; character: number }): Promise<readonly Location[]> =>
  session.connection.sendRequest("textDocument/references", { textDocument: { uri: session.uri(path) }, position, context: { includeDeclaration: true } });
const rename = (session: Session, path: string, text: string, words: string, newName: string): Promise<WorkspaceEdit> =>
  session.connection.sendRequest("textDocument/rename", { textDocument: { uri: session.uri(path) }, position: positionOf(text, words), newName });

describe("references", () => {
  after(cleanUp);

  it("lead from a draft's figure to all sources that have it", async () => {
    const session = await startSession({ files: { ...files, "seeds/wire-c.md": later } });
    session.open("draft.md", fled);
    const places = await references(session, "draft.md", positionOf(fled, "7,400"));
    assert.deepEqual(
      places.map(({ uri, range }) => [uri, range.start.line]),
      [
        [session.uri("seeds/wire-b.md"), 7],
        [session.uri("seeds/wire-c.md"), 7],
      ],
    );
    await session.stop();
  });

  it("lead from a source's figure to the drafts that use it, open or not", async () => {
    const session = await startSession({ files: { ...files, "one.md": fled, "two.md": fled.replace("Some", "Nearly"), "three.md": "The river rose.\n" } });
    session.open("one.md", fled);
    session.open("seeds/wire-b.md", wednesday);
    const places = await references(session, "seeds/wire-b.md", positionOf(wednesday, "7,400"));
    assert.deepEqual(places.map(({ uri }) => uri).sort(), [session.uri("one.md"), session.uri("two.md")]);
    assert.deepEqual(places[0]?.range.start, { line: 4, character: 0 });
    await session.stop();
  });

  it("lead from a citation to the others of its source", async () => {
    const text = `${fled}\nThe dam burst killed 121 people [@wire-b].\n`;
    const session = await startSession({ files });
    session.open("draft.md", text);
    const places = await references(session, "draft.md", positionOf(text, "wire-b"));
    assert.deepEqual(
      places.map(({ range }) => range.start.line),
      [4, 6],
    );
    await session.stop();
  });
});

describe("renaming a citation key", () => {
  after(cleanUp);

  it("changes every draft that cites it, and the source's metadata", async () => {
    const session = await startSession({ files: { ...files, "two.md": fled }, capabilities: versioned });
    session.open("one.md", fled);
    const prepared = await session.connection.sendRequest<{ placeholder: string }>("textDocument/prepareRename", {
      textDocument: { uri: session.uri("one.md") },
      position: positionOf(fled, "wire-b"),
    });
    assert.equal(prepared.placeholder, "wire-b");
    const edit = await rename(session, "one.md", fled, "wire-b", "agency-0514");
    for (const path of ["one.md", "two.md"]) assert.match(applied(fled, editsOf(edit, session.uri(path))), /\[@agency-0514\]\./);
    const source = applied(wednesday, editsOf(edit, session.uri("seeds/wire-b.md")));
    assert.match(source, /^---\nid: agency-0514\ntitle: Toll/);
    session.write("seeds/wire-b.md", source);
    session.changedOnDisk("seeds/wire-b.md");
    session.edit("one.md", 2, applied(fled, editsOf(edit, session.uri("one.md"))));
    assert.deepEqual((await session.pushed("one.md", ({ version, diagnostics }) => version === 2 && !diagnostics.length)).diagnostics, []);
    await session.stop();
  });

  it("starts at the id of a source too", async () => {
    const named = monday.replace("---\n", "---\nid: first-wire\n");
    const text = fled.replace("wire-b", "first-wire");
    const session = await startSession({ files: { "seeds/wire-a.md": named, "one.md": text } });
    session.open("seeds/wire-a.md", named);
    const edit = await rename(session, "seeds/wire-a.md", named, "first-wire", "second-wire");
    assert.match(applied(named, editsOf(edit, session.uri("seeds/wire-a.md"))), /^---\nid: second-wire\n/);
    assert.match(applied(text, editsOf(edit, session.uri("one.md"))), /\[@second-wire\]/);
    await session.stop();
  });

  it("refuses what is no key, and another source's", async () => {
    const session = await startSession({ files });
    session.open("one.md", fled);
    await assert.rejects(rename(session, "one.md", fled, "wire-b", "two words"), /no citation key/);
    await assert.rejects(rename(session, "one.md", fled, "wire-b", "wire-a"), /another source/);
    await session.stop();
  });

  it("leaves files alone that are no text, and keys that a bibliography gives", async () => {
    const story = { id: "scan", title: "Dam", date: "2031-05-14", paragraphs: ["Some 7,400 people have fled their homes since the Tokari dam burst."] };
    const session = await startSession({
      files: { "seeds/scan.pdf": await pdfOf(story), "seeds/wire-b.md": wednesday, "seeds/sources.bib": "@misc{agency, title = {Toll}, file = {wire-b.md}}" },
    });
    for (const key of ["scan", "agency"]) {
      const text = fled.replace("wire-b", key);
      session.open(`${key}.md`, text);
      const asked = { textDocument: { uri: session.uri(`${key}.md`) }, position: positionOf(text, key) };
      await assert.rejects(session.connection.sendRequest("textDocument/prepareRename", asked), /rename it there/);
      await assert.rejects(rename(session, `${key}.md`, text, key, "other"), /rename it there/);
    }
    const places = await references(session, "scan.md", positionOf(fled, "7,400"));
    assert.deepEqual(
      places.map(({ uri, range }) => [uri, range.start.line]),
      [
        [session.uri("seeds/scan.pdf"), 0],
        [session.uri("seeds/wire-b.md"), 7],
      ],
    );
    await session.stop();
  });
});
