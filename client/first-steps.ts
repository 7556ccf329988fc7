// For those who begin: the tour, a sample story, the folder of the sources, the first citation.
import { type CodeAction, commands, type Diagnostic, Disposable, type ExtensionContext, languages, type TextDocument, Uri, window, workspace } from "vscode";
import type { DraftStatus } from "../server/lsp/protocol.ts";
import { sample } from "./sample.ts";

export interface FirstSteps extends Disposable {
  readonly draftChecked: (status: DraftStatus) => void;
}

const bytes = (text: string) => new TextEncoder().encode(text);

const exists = (uri: Uri): Promise<boolean> =>
  Promise.resolve(workspace.fs.stat(uri)).then(
    () => true,
    () => false,
  );

/** The folder that a command works in; a message where none is open. */
function topFolder(): Uri | undefined {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  if (!folder) void window.showInformationMessage("Open the folder of your story first (File: Open Folder).");
  return folder;
}

async function createCorpus(): Promise<void> {
  const folder = topFolder();
  if (!folder) return;
  const seeds = Uri.joinPath(folder, "seeds");
  await workspace.fs.createDirectory(seeds);
  await commands.executeCommand("revealInExplorer", seeds);
  void window.showInformationMessage("Put the articles that your story rests on into the folder seeds: one file each, as text or Markdown.");
}

async function openConfiguration(): Promise<void> {
  const folder = topFolder();
  if (!folder) return;
  const [known] = await workspace.findFiles("**/copydesk.yaml", "**/node_modules/**", 1);
  const uri = known ?? Uri.joinPath(folder, "copydesk.yaml");
  if (!known) await workspace.fs.writeFile(uri, bytes("# Folders or globs with the sources, counted from this file.\ncorpus: [seeds]\n"));
  await window.showTextDocument(uri);
}

/** Writes the sample story into a folder of its own; what is there already stays as it is. */
async function createSample(): Promise<void> {
  const folder = topFolder();
  if (!folder) return;
  for (const [path, text] of Object.entries(sample)) {
    const uri = Uri.joinPath(folder, "copydesk-sample", path);
    if (!(await exists(uri))) await workspace.fs.writeFile(uri, bytes(text));
  }
  await window.showTextDocument(Uri.joinPath(folder, "copydesk-sample/draft.md"));
}

const isUnsourced = ({ source, code }: Diagnostic) => source === "copydesk" && (typeof code === "object" ? code.value : code) === "unsourced-figure";

/** So many fixes are asked for with their edits. */
const resolved = 5;

/** The fix of the first unsourced figure that a source supports. */
async function firstCitation(document: TextDocument): Promise<CodeAction | undefined> {
  for (const { range } of languages.getDiagnostics(document.uri).filter(isUnsourced)) {
    const actions = await commands.executeCommand<readonly CodeAction[]>("vscode.executeCodeActionProvider", document.uri, range, "quickfix", resolved);
    const cite = actions?.find(({ title, edit }) => edit && title.startsWith("Cite "));
    if (cite) return cite;
  }
  return undefined;
}

/** In the draft that is active, shown, open behind another tab (such as the tour's), or anywhere: in this order. */
async function citeFirst(): Promise<void> {
  const shown = [window.activeTextEditor, ...window.visibleTextEditors].flatMap((editor) => editor ?? []);
  const uris = [
    ...shown.map(({ document }) => document.uri),
    ...workspace.textDocuments.map(({ uri }) => uri),
    ...languages.getDiagnostics().map(([uri]) => uri),
  ];
  const uri = uris.find((one) => languages.getDiagnostics(one).some(isUnsourced));
  const document = uri && (await workspace.openTextDocument(uri));
  const edit = document && (await firstCitation(document))?.edit;
  if (!document || !edit) {
    void window.showInformationMessage("No figure of the drafts is without a source that Copydesk could cite.");
    return;
  }
  const editor = await window.showTextDocument(document, shown.find((one) => one.document === document)?.viewColumn);
  await workspace.applyEdit(edit);
  void commands.executeCommand("setContext", "copydesk.hasCited", true);
  const first = edit.get(document.uri)[0]?.range;
  if (first) editor.revealRange(first);
}

export function createFirstSteps({ globalState, extension }: ExtensionContext): FirstSteps {
  const tour = () => commands.executeCommand("workbench.action.openWalkthrough", `${extension.id}#firstSteps`, false);
  let warned = false;

  /** Once for all times: that there is a tour. */
  const welcome = async (): Promise<void> => {
    if (globalState.get("welcomed")) return;
    await globalState.update("welcomed", true);
    const answer = await window.showInformationMessage("Copydesk checks this draft against its sources.", "Take the Tour");
    if (answer) await tour();
  };
  /** Once for each window: nothing can be checked. */
  const warn = async (): Promise<void> => {
    if (warned) return;
    warned = true;
    const create = "Create the Folder seeds";
    const configure = "Open copydesk.yaml";
    const answer = await window.showWarningMessage("Copydesk finds no sources to check this draft against.", configure, create);
    if (answer === create) await createCorpus();
    if (answer === configure) await openConfiguration();
  };

  const subscriptions = Disposable.from(
    commands.registerCommand("copydesk.tour", tour),
    commands.registerCommand("copydesk.createSample", createSample),
    commands.registerCommand("copydesk.createCorpus", createCorpus),
    commands.registerCommand("copydesk.openConfiguration", openConfiguration),
    commands.registerCommand("copydesk.citeFirst", citeFirst),
  );
  return {
    draftChecked: (status) => {
      if (status.figures === undefined || status.reading) return;
      void (status.sources === 0 ? warn() : welcome());
    },
    dispose: () => subscriptions.dispose(),
  };
}
