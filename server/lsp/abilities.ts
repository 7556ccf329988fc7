import type { ClientCapabilities } from "vscode-languageserver";

/** What the client can do, as far as the server acts on it. */
export interface Abilities {
  readonly pullDiagnostics: boolean;
  readonly refreshDiagnostics: boolean;
  readonly refreshHints: boolean;
  readonly refreshLenses: boolean;
  readonly registerWatchers: boolean;
  readonly watchAnywhere: boolean;
  readonly folderChanges: boolean;
  readonly documentChanges: boolean;
  /** Lets the writer fill in a place in an inserted text. */
  readonly snippetEdits: boolean;
  readonly progress: boolean;
  /** Can tell an unfinished check from a clean draft, and takes the finished one when it is there. */
  readonly firstFindings: boolean;
  /** Asks for the edits of a code action only when it is chosen. */
  readonly resolveEdits: boolean;
}

export const abilitiesOf = ({ textDocument, workspace, window }: ClientCapabilities): Abilities => ({
  pullDiagnostics: textDocument?.diagnostic !== undefined,
  refreshDiagnostics: workspace?.diagnostics?.refreshSupport === true,
  refreshHints: workspace?.inlayHint?.refreshSupport === true,
  refreshLenses: workspace?.codeLens?.refreshSupport === true,
  registerWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
  watchAnywhere: workspace?.didChangeWatchedFiles?.relativePatternSupport === true,
  folderChanges: workspace?.workspaceFolders === true,
  documentChanges: workspace?.workspaceEdit?.documentChanges === true,
  snippetEdits: workspace?.workspaceEdit?.documentChanges === true && workspace.workspaceEdit.snippetEditSupport === true,
  progress: window?.workDoneProgress === true,
  firstFindings: window?.workDoneProgress === true && (!textDocument?.diagnostic || workspace?.diagnostics?.refreshSupport === true),
  resolveEdits: textDocument?.codeAction?.dataSupport === true && textDocument.codeAction.resolveSupport?.properties.includes("edit") === true,
});
