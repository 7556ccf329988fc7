import type { TextEdit, WorkspaceEdit } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Edit } from "../engine/finding.ts";
import type { Abilities } from "./abilities.ts";
import type { Converter } from "./convert.ts";

/** Edits of the checked text, bound to its version where the client understands that. */
export function workspaceEdit(document: TextDocument, edits: readonly Edit[], convert: Converter, { documentChanges }: Abilities): WorkspaceEdit {
  const changes: TextEdit[] = edits.map((edit) => ({ range: convert.range(document, edit), newText: edit.newText }));
  const { uri, version } = document;
  return documentChanges ? { documentChanges: [{ textDocument: { uri, version }, edits: changes }] } : { changes: { [uri]: changes } };
}
