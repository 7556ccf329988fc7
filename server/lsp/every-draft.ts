import type { CancellationToken, TextDocuments } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { FileSystem } from "./runtime.ts";
import { turn } from "./turns.ts";
import { keyOf } from "./uris.ts";
import type { Workspace } from "./workspace.ts";

/** The drafts of all folders, open ones as the editor has them, others as they lie on disk. Other requests are answered in between; a cancelled one ends it. */
export type EveryDraft = (token?: CancellationToken) => AsyncIterable<{ readonly document: TextDocument; readonly isOpen: boolean }>;

export function everyDraft(documents: TextDocuments<TextDocument>, workspace: Workspace, files: FileSystem): EveryDraft {
  return async function* (token) {
    const open = new Map(documents.all().map((document) => [keyOf(document.uri), document]));
    for (const document of open.values()) yield { document, isOpen: true };
    for (const uri of await workspace.drafts()) {
      if (token?.isCancellationRequested) return;
      if (open.has(keyOf(uri))) continue;
      const file = await files.read(uri);
      if ("text" in file) yield { document: TextDocument.create(uri, languageOf(uri), 0, file.text), isOpen: false };
      await turn();
    }
  };
}

export const languageOf = (uri: string): string => (/\.news$/i.test(uri) ? "news" : /\.(md|markdown)$/i.test(uri) ? "markdown" : "plaintext");
