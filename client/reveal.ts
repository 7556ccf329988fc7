// Opens a source. The articles of one file have its URI, each with a fragment of its own.
import { commands, type TextDocumentShowOptions, type Uri, window } from "vscode";

export async function reveal(uri: Uri, options: TextDocumentShowOptions): Promise<void> {
  const file = uri.with({ fragment: "" });
  try {
    await window.showTextDocument(file, options);
  } catch {
    // It is no text: whatever editor there is for it.
    await commands.executeCommand("vscode.open", file, options);
  }
}
