// The text of sources whose files are no text, read-only, with a way to the file and the beginnings of its pages.
import { CodeLens, commands, Disposable, EventEmitter, languages, Range, type TextDocument, type Uri, workspace } from "vscode";
import { type BaseLanguageClient, State } from "vscode-languageclient";
import { SourcesReadNotification, type SourceText, SourceTextRequest, sourceTextScheme } from "../server/lsp/protocol.ts";

export function showSourceTexts(client: BaseLanguageClient): Disposable {
  const changed = new EventEmitter<Uri>();
  const read = async ({ query }: Uri): Promise<SourceText | null> =>
    client.state === State.Running ? client.sendRequest(SourceTextRequest, { uri: query }) : null;
  /** Wrapped and coloured as a draft is. */
  const dress = (document: TextDocument) => document.uri.scheme === sourceTextScheme && languages.setTextDocumentLanguage(document, "news");
  /** By whatever editor there is for it. */
  const openFile = async (uri: Uri): Promise<void> => {
    const source = await read(uri);
    if (source) await commands.executeCommand("vscode.open", client.protocol2CodeConverter.asUri(source.file));
  };

  return Disposable.from(
    changed,
    client.onNotification(SourcesReadNotification, () => {
      for (const { uri } of workspace.textDocuments) if (uri.scheme === sourceTextScheme) changed.fire(uri);
    }),
    workspace.registerTextDocumentContentProvider(sourceTextScheme, {
      onDidChange: changed.event,
      provideTextDocumentContent: async (uri) => (await read(uri))?.text ?? "This source is not there any more.",
    }),
    languages.registerCodeLensProvider(
      { scheme: sourceTextScheme },
      {
        provideCodeLenses: async ({ uri }) => {
          const pages = (await read(uri))?.pages ?? [];
          return pages.map(({ line, label }) => new CodeLens(new Range(line, 0, line, 0), { title: label, command: "" }));
        },
      },
    ),
    workspace.onDidOpenTextDocument(dress),
    commands.registerCommand("copydesk.openSourceFile", openFile),
  );
}
