// What the extension does on every host: it starts the language server for drafts and draws what the server says. All checking happens in the server.
import { commands, Disposable, type ExtensionContext, type LogOutputChannel, window, workspace } from "vscode";
import { type BaseLanguageClient, type LanguageClientOptions, State } from "vscode-languageclient";
import { type ClientOptions, ExcludeNotification, revealSourceCommand, StatusNotification } from "../server/lsp/protocol.ts";
import { registerCiting } from "./citing.ts";
import { registerCommands } from "./commands.ts";
import { completeConfiguration } from "./configuration/completion.ts";
import { createFindingsFilter } from "./findings-filter.ts";
import { createFirstSteps } from "./first-steps.ts";
import { registerModelTools } from "./model-tools.ts";
import { serveSourceFiles } from "./source-files.ts";
import { showSourceTexts } from "./source-text.ts";
import { createSourcesView } from "./sources/view.ts";
import { createStatusBar } from "./status-bar.ts";
import { createStoryPanel } from "./story/panel.ts";

/** Starts the server in the way of the host: a process on the desktop, a worker on the web. */
export type CreateClient = (options: LanguageClientOptions) => BaseLanguageClient;

const languages = ["news", "markdown", "plaintext"];

/** Drafts on disk, in memory and in the file systems of the open folders (virtual ones on the web); not diffs, output or chat. */
const documentSelector = () => {
  const schemes = new Set(["file", "untitled", ...(workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme)]);
  return [...schemes].flatMap((scheme) => languages.map((language) => ({ scheme, language })));
};

const isEnabled = () => workspace.getConfiguration("copydesk").get<boolean>("enable", true);

/** Starts or stops the client as the setting says; a failure is shown once, with a way to the log. */
async function obeySetting(client: BaseLanguageClient, log: LogOutputChannel): Promise<void> {
  try {
    if (isEnabled() && client.needsStart()) await client.start();
    else if (!isEnabled() && client.needsStop()) await client.stop();
  } catch (error) {
    log.error(error instanceof Error ? error : String(error));
    if ((await window.showErrorMessage("Copydesk could not start.", "Show Log")) === "Show Log") log.show();
  }
}

/** Tells the server what the writer's editor hides. */
function tellExcluded(client: BaseLanguageClient): Disposable {
  const tell = () => {
    if (client.state !== State.Running) return;
    const excluded = workspace.getConfiguration("files").get<Readonly<Record<string, unknown>>>("exclude", {});
    void client.sendNotification(ExcludeNotification, { patterns: Object.keys(excluded).filter((glob) => excluded[glob] === true) });
  };
  return Disposable.from(
    client.onDidChangeState(tell),
    workspace.onDidChangeConfiguration((change) => change.affectsConfiguration("files.exclude") && tell()),
  );
}

/** Runs until the extension is deactivated; gives back the client, so that it can be stopped. */
export async function run(context: ExtensionContext, createClient: CreateClient): Promise<BaseLanguageClient> {
  const log = window.createOutputChannel("Copydesk", { log: true });
  const drafts = documentSelector();
  const filter = createFindingsFilter();
  const client = createClient({
    documentSelector: drafts,
    outputChannel: log,
    traceOutputChannel: log,
    diagnosticCollectionName: "copydesk",
    middleware: filter.middleware,
    initializationOptions: { offersSources: true, showsSourceText: true } satisfies ClientOptions,
    markdown: { isTrusted: { enabledCommands: [revealSourceCommand] } },
  });
  const statusBar = createStatusBar(client);
  const sources = createSourcesView(client);
  const story = createStoryPanel(client, context);
  const firstSteps = createFirstSteps(context);
  context.subscriptions.push(
    log,
    statusBar,
    sources,
    story,
    firstSteps,
    filter.connect(client),
    tellExcluded(client),
    registerModelTools(client),
    completeConfiguration(context),
    client.onNotification(StatusNotification, (status) => {
      statusBar.show(status);
      sources.draftChanged();
      story.draftChanged(status);
      firstSteps.draftChecked(status);
    }),
    registerCiting(client, drafts),
    serveSourceFiles(client),
    showSourceTexts(client),
    ...registerCommands(client, log),
    client.onDidChangeState(({ newState }) => void commands.executeCommand("setContext", "copydesk.running", newState === State.Running)),
    workspace.onDidChangeConfiguration((change) => change.affectsConfiguration("copydesk.enable") && void obeySetting(client, log)),
  );
  void commands.executeCommand("setContext", "copydesk.active", true);
  await obeySetting(client, log);
  return client;
}
