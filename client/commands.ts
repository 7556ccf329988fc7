// The commands "Copydesk: …". Each asks the server and shows its answer.
import { commands, type Disposable, type LogOutputChannel, ProgressLocation, type QuickPickItem, window } from "vscode";
import type { BaseLanguageClient, Range } from "vscode-languageclient";
import { CheckAllRequest, revealSourceCommand, type SourceSummary, SourcesRequest } from "../server/lsp/protocol.ts";
import { plural } from "./plural.ts";

const showFindings = () => commands.executeCommand("workbench.panel.markers.view.focus");

async function checkAll(client: BaseLanguageClient): Promise<void> {
  const { drafts, findings } = await window.withProgress({ location: ProgressLocation.Window, title: "Copydesk: checking all drafts" }, () =>
    client.sendRequest(CheckAllRequest, {}),
  );
  if (findings > 0) await showFindings();
  const message =
    drafts === 0
      ? "Copydesk found no drafts here."
      : `Copydesk checked ${plural(drafts, "draft")}: ${findings === 0 ? "no findings" : plural(findings, "finding")}.`;
  void window.showInformationMessage(message);
}

/** Newest first; a source without a date comes last. */
const byDate = (a: SourceSummary, b: SourceSummary) => (b.date ?? "").localeCompare(a.date ?? "") || a.id.localeCompare(b.id);

async function openSource(client: BaseLanguageClient): Promise<void> {
  const sources = await client.sendRequest(SourcesRequest, {});
  if (sources.length === 0) {
    void window.showInformationMessage("Copydesk found no sources here. Put them into the folder seeds, or name your folder in copydesk.yaml.");
    return;
  }
  const rows: readonly (QuickPickItem & { opens: string })[] = [...sources].sort(byDate).map(({ id, title, publisher, date, figures, opens }) => ({
    label: title,
    description: [date ?? "no date", publisher].filter(Boolean).join(" · "),
    detail: `[@${id}] · ${plural(figures, "figure")}`,
    opens,
  }));
  const picked = await window.showQuickPick(rows, {
    title: "Open Source",
    placeHolder: "Title, date, publisher or key of a source",
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (picked) await window.showTextDocument(client.protocol2CodeConverter.asUri(picked.opens), { preview: true });
}

/** Shows a place in a source; the whole source where no range is given. */
async function revealSource(client: BaseLanguageClient, uri: string, range?: Range): Promise<void> {
  const convert = client.protocol2CodeConverter;
  await window.showTextDocument(convert.asUri(uri), { preview: true, preserveFocus: true, ...(range && { selection: convert.asRange(range) }) });
}

/** The editor's own way to a source action; it says so itself where nothing is to be done. */
const citeAll = () => commands.executeCommand("editor.action.sourceAction", { kind: "source.citeAll.copydesk", apply: "first" });

async function restart(client: BaseLanguageClient): Promise<void> {
  if (client.needsStop()) await client.stop();
  await client.start();
}

export const registerCommands = (client: BaseLanguageClient, log: LogOutputChannel): readonly Disposable[] => [
  commands.registerCommand("copydesk.checkAll", () => checkAll(client)),
  commands.registerCommand("copydesk.openSource", () => openSource(client)),
  commands.registerCommand(revealSourceCommand, (uri: string, range?: Range) => revealSource(client, uri, range)),
  commands.registerCommand("copydesk.showFindings", showFindings),
  commands.registerCommand("copydesk.citeAll", citeAll),
  commands.registerCommand("copydesk.restart", () => restart(client)),
  commands.registerCommand("copydesk.showLog", () => log.show()),
];
