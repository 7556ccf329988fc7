import type { TextDocuments } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { sourceOf } from "../engine/corpus/corpus.ts";
import { parseDocument } from "../engine/document/parse.ts";
import { readCitations } from "../engine/extract/citations.ts";
import type { CitedBy } from "./protocol.ts";
import type { FileSystem } from "./runtime.ts";
import { keyOf } from "./uris.ts";
import type { Workspace } from "./workspace.ts";

/** Finds the drafts, open or on disk, that cite each source. A draft is read again only where its text has changed. */
export function citedBy(workspace: Workspace, documents: TextDocuments<TextDocument>, files: FileSystem): () => Promise<readonly CitedBy[]> {
  const known = new Map<string, { readonly text: string; readonly keys: readonly string[] }>();

  const keysIn = (uri: string, text: string): readonly string[] => {
    const before = known.get(keyOf(uri));
    if (before?.text === text) return before.keys;
    const keys = [...new Set(readCitations(parseDocument(uri, text)).map(({ key }) => key))];
    known.set(keyOf(uri), { text, keys });
    return keys;
  };

  return async () => {
    const open = new Map(documents.all().map((document) => [keyOf(document.uri), document]));
    const found = new Map<string, Set<string>>();
    for (const uri of new Set([...(await workspace.drafts()), ...documents.keys()])) {
      const file = open.get(keyOf(uri))?.getText() ?? (await files.read(uri));
      const text = typeof file === "string" ? file : "text" in file ? file.text : undefined;
      const desk = text === undefined ? undefined : await workspace.deskFor(uri, text);
      if (text === undefined || !desk) continue;
      for (const key of keysIn(uri, text)) {
        const source = sourceOf(desk.corpus, key)?.uri;
        if (source !== undefined) found.set(source, (found.get(source) ?? new Set()).add(uri));
      }
    }
    return [...found].map(([source, drafts]) => ({ source, drafts: [...drafts].sort() }));
  };
}
