import type { SnippetTextEdit, TextEdit, WorkspaceEdit } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Edit } from "../engine/finding.ts";
import type { Abilities } from "./abilities.ts";
import type { Converter } from "./convert.ts";

/** Edits of the checked text, bound to its version where the client understands that. Of a blank that the writer is to fill in, a client that can selects the words. */
export function workspaceEdit(
  document: TextDocument,
  edits: readonly Edit[],
  convert: Converter,
  { documentChanges, snippetEdits }: Abilities,
  blank?: string,
): WorkspaceEdit {
  const { uri, version } = document;
  if (snippetEdits && blank !== undefined) {
    const snippets = edits.map(
      (edit): SnippetTextEdit => ({ range: convert.range(document, edit), snippet: { kind: "snippet", value: snippetOf(edit, blank) } }),
    );
    return { documentChanges: [{ textDocument: { uri, version }, edits: snippets }] };
  }
  const changes: TextEdit[] = edits.map((edit) => ({ range: convert.range(document, edit), newText: edit.newText }));
  return documentChanges ? { documentChanges: [{ textDocument: { uri, version }, edits: changes }] } : { changes: { [uri]: changes } };
}

/** The text with its blank as a placeholder; what means something in a snippet is escaped. */
function snippetOf({ newText }: Edit, blank: string): string {
  const at = newText.lastIndexOf(blank);
  const plain = (text: string) => text.replace(/[\\$}]/g, "\\$&");
  return `${plain(newText.slice(0, at))}\${1:${plain(blank)}}${plain(newText.slice(at + blank.length))}`;
}
