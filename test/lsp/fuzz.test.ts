// The built server under random edits, requests and changes on disk, the same on every run: it answers all, logs no fault, and in the end finds what a server finds that has seen nothing of it.
import assert from "node:assert/strict";
import type { Position, Range } from "vscode-languageserver-protocol";
import { TextDocument } from "vscode-languageserver-textdocument";
import { dice } from "../dice.ts";
import { cleanUp, pulling, type Session, startSession } from "./session.ts";
import { codes, files, hanging, header, unsourced } from "./story.ts";

const pieces = [
  "🙂",
  "𝔘",
  "é",
  "\r\n",
  "\n\n",
  "\r",
  "\u2028",
  "---\n",
  "[@wire-a]",
  "[@",
  "]",
  "“",
  "”",
  " 121 people were killed. ",
  "TK ",
  "<!-- copydesk-ignore ",
  " -->",
  "# ",
  "- ",
  "[^1]",
  "[^1]: wire-b\n",
  "on Tuesday, 14 May 2031 ",
  "\ud800",
  "\u0000",
  "corpus: nowhere\n",
  "\t",
  "```\n",
  "said ",
];
const names = ["draft.md", "a b#c%.md", "plain.txt", "ünïcode 🙂.news"];
const languages: Readonly<Record<string, string>> = { md: "markdown", txt: "plaintext", news: "news" };

const positional = ["hover", "definition", "completion", "references", "prepareRename"];
const whole = ["documentSymbol", "codeLens", "documentLink", "foldingRange", "semanticTokens/full", "diagnostic"];

/** What a server may answer instead: cancelled, text changed, ask again, refused with a reason. */
const allowed = new Set([-32_800, -32_801, -32_802, -32_803]);

for (const [encoding, seed] of [
  ["utf-16", 11],
  ["utf-8", 12],
] as const) {
  describe(`random work in ${encoding}`, () => {
    after(cleanUp);

    it("is answered, without a fault, and leaves nothing behind", async () => {
      const roll = dice(seed);
      const pick = <T>(all: readonly T[]): T => all[roll(all.length)] as T;
      const capabilities = { ...pulling, window: { workDoneProgress: true } };
      const session = await startSession({ files, capabilities, encodings: [encoding] });
      const open = new Map<string, TextDocument>();
      const asked: Promise<unknown>[] = [];
      const ask = (method: string, params: object) => {
        asked.push(
          session.connection.sendRequest(method, params).catch((error: { code?: number; message?: string }) => {
            assert.ok(allowed.has(error.code ?? 0), `${method}: ${error.code} ${error.message}`);
          }),
        );
      };
      const offsetFor = (document: TextDocument): number => roll(document.getText().length + 1);
      const positionAt = (document: TextDocument, offset: number): Position => {
        const { line, character } = document.positionAt(offset);
        if (encoding === "utf-16") return { line, character };
        const start = document.offsetAt({ line, character: 0 });
        return { line, character: Buffer.byteLength(document.getText().slice(start, start + character)) };
      };
      /** Never within a character or a line's end, where no position points. */
      const sound = (text: string, offset: number): number =>
        /^(?:[\ud800-\udbff][\udc00-\udfff]|\r\n)/.test(text.slice(offset - 1, offset + 1)) ? offset - 1 : offset;
      const edit = (name: string, document: TextDocument): void => {
        const text = document.getText();
        const [a, b] = [offsetFor(document), offsetFor(document)].sort((x, y) => x - y) as [number, number];
        const start = sound(text, a);
        const end = sound(text, roll(3) ? start : Math.min(b, start + 40));
        const range: Range = { start: positionAt(document, start), end: positionAt(document, Math.max(start, end)) };
        const piece = pick(pieces).replace("\ud800", encoding === "utf-8" ? "x" : "\ud800");
        const next = TextDocument.create(
          document.uri,
          document.languageId,
          document.version + 1,
          text.slice(0, start) + piece + text.slice(Math.max(start, end)),
        );
        open.set(name, next);
        session.change(name, next.version, range, piece);
      };
      const act = async (): Promise<void> => {
        const name = pick(names);
        const document = open.get(name);
        const kind = roll(20);
        if (!document || kind === 0) {
          if (document) {
            await session.connection.sendNotification("textDocument/didClose", { textDocument: { uri: document.uri } });
            open.delete(name);
          } else {
            const uri = session.uri(name);
            const languageId = languages[name.split(".").at(-1) as string] as string;
            const text = pick([hanging, unsourced, `${header}The dam burst near Tokari killed 83 people, the ministry said [@wire-a].\r\n`, ""]);
            open.set(name, TextDocument.create(uri, languageId, 1, text));
            session.open(name, text, languageId);
          }
        } else if (kind < 9) edit(name, document);
        else if (kind < 12)
          ask(`textDocument/${pick(positional)}`, {
            textDocument: { uri: document.uri },
            position: positionAt(document, offsetFor(document)),
            context: { includeDeclaration: true },
          });
        else if (kind < 15) ask(`textDocument/${pick(whole)}`, { textDocument: { uri: document.uri } });
        else if (kind === 15) {
          const range = { start: { line: 0, character: 0 }, end: positionAt(document, offsetFor(document)) };
          ask(`textDocument/${pick(["codeAction", "inlayHint"])}`, { textDocument: { uri: document.uri }, range, context: { diagnostics: [] } });
        } else if (kind === 16) ask(pick(["copydesk/sources", "copydesk/citedBy", "copydesk/checkAll"]), {});
        else if (kind === 17) ask("workspace/symbol", { query: pick(["", "dam", "🙂"]) });
        else if (kind === 18) {
          const source = pick(["seeds/wire-a.md", "seeds/wire-b.md", "seeds/new.txt", "copydesk.yaml"]);
          if (source === "copydesk.yaml") session.write(source, pick(["corpus: [seeds]\n", "corpus: [nowhere]\n", "rules: {placeholder: off}\n", "::\n"]));
          else session.write(source, pick([files["seeds/wire-a.md"], files["seeds/wire-b.md"], "", "\ufffe", "Some 7,400 people fled.\n"]));
          session.changedOnDisk(source);
        } else await new Promise((done) => setTimeout(done, roll(30)));
      };
      for (let step = 0; step < 400; step++) await act();
      await Promise.all(asked);

      const faults = session.notified.filter(({ method, params }) => method === "window/logMessage" && (params as { type: number }).type === 1);
      assert.deepEqual(faults, []);
      session.write("copydesk.yaml", "corpus: [seeds]\n");
      session.write("seeds/wire-a.md", files["seeds/wire-a.md"]);
      session.write("seeds/new.txt", "");
      for (const gone of ["seeds/new.txt", "seeds/wire-b.md"]) session.remove(gone);
      session.changedOnDisk("copydesk.yaml", "seeds/wire-a.md", "seeds/wire-b.md", "seeds/new.txt");
      const found = await findings(session, open);
      const fresh = await startSession({
        files: { "seeds/wire-a.md": files["seeds/wire-a.md"], "copydesk.yaml": "corpus: [seeds]\n" },
        encodings: [encoding],
        capabilities: pulling,
      });
      for (const [name, document] of open) fresh.open(name, document.getText(), document.languageId);
      assert.deepEqual(found, await findings(fresh, open));
      assert.equal(await fresh.stop(), 0);
      assert.equal(await session.stop(), 0);
    });
  });
}

/** Rules and places of what is found in the open drafts; asked again as long as the server says so. */
async function findings(session: Session, open: ReadonlyMap<string, TextDocument>): Promise<unknown> {
  const found: Record<string, unknown> = {};
  for (const name of [...open.keys()].sort()) {
    await session.connection.sendRequest("copydesk/sources", {});
    const report = await session.pull(name);
    assert.ok(report.kind === "full");
    assert.ok(!codes(report.items).includes("internal-error"), JSON.stringify(report.items));
    found[name] = report.items.map(({ code, range, message }) => [code, range, message]);
  }
  return found;
}
