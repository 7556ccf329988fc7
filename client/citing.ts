// A source put into a draft: dropped there, or cited at the cursor. The server says where the citation goes and how it is written.
import {
  commands,
  Disposable,
  DocumentDropEdit,
  type DocumentSelector,
  languages,
  type Position,
  type TextDocument,
  type TextEditor,
  WorkspaceEdit,
  window,
  workspace,
} from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { CiteRequest } from "../server/lsp/protocol.ts";
import type { DayNode, Node } from "./sources/tree.ts";
import { idOf, sourceMime } from "./sources/view.ts";

async function citing(client: BaseLanguageClient, document: TextDocument, position: Position, source: string): Promise<WorkspaceEdit | undefined> {
  const uri = client.code2ProtocolConverter.asUri(document.uri);
  const answer = await client.sendRequest(CiteRequest, { uri, position: client.code2ProtocolConverter.asPosition(position), source });
  if (!answer || answer.version !== document.version) return undefined;
  const edit = new WorkspaceEdit();
  edit.set(document.uri, await client.protocol2CodeConverter.asTextEdits([...answer.edits]));
  return edit;
}

/** The command of the Sources view; `selector` says what is a draft. */
export function registerCiting(client: BaseLanguageClient, selector: DocumentSelector): Disposable {
  let draft: TextEditor | undefined;
  const remember = (editor: TextEditor | undefined): void => {
    if (editor && languages.match(selector, editor.document)) draft = editor;
  };
  remember(window.activeTextEditor);

  const cite = async (node: Exclude<Node, DayNode>): Promise<void> => {
    const editor =
      draft && window.visibleTextEditors.includes(draft) ? draft : window.visibleTextEditors.find(({ document }) => languages.match(selector, document));
    const edit = editor && (await citing(client, editor.document, editor.selection.active, idOf(node)));
    if (!editor || !edit) {
      void window.showInformationMessage("Put the cursor into a sentence of a draft: Copydesk cites the source there.");
      return;
    }
    await workspace.applyEdit(edit);
    await window.showTextDocument(editor.document, { ...(editor.viewColumn && { viewColumn: editor.viewColumn }) });
  };
  return Disposable.from(
    window.onDidChangeActiveTextEditor(remember),
    commands.registerCommand("copydesk.cite", cite),
    languages.registerDocumentDropEditProvider(selector, {
      provideDocumentDropEdits: async (document, position, transfer) => {
        const id = await transfer.get(sourceMime)?.asString();
        const edit = id && (await citing(client, document, position, id));
        if (!edit) return undefined;
        const drop = new DocumentDropEdit("");
        drop.additionalEdit = edit;
        return drop;
      },
    }),
  );
}
