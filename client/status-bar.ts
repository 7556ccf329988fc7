// The item in the status bar: figures, sourced figures and conflicts of the draft in the active editor. A click lists the findings.
import { Disposable, StatusBarAlignment, window, workspace } from "vscode";
import { type BaseLanguageClient, State } from "vscode-languageclient";
import type { DraftCounts, DraftStatus } from "../server/lsp/protocol.ts";

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

/** One line for the bar; the tooltip says what its numbers count. */
const statusText = ({ figures, sourced, conflicts, sources, reading }: DraftCounts): string =>
  [
    count(figures, "figure", "figures"),
    `${sourced} sourced`,
    ...(reading ? ["reading sources…"] : [count(conflicts, "conflict", "conflicts"), sources === 0 && "no sources"]),
  ]
    .filter(Boolean)
    .join(" · ");

const tooltip = ({ figures, sourced, conflicts, sources, reading }: DraftCounts): string =>
  [
    `${count(figures, "figure", "figures")} in this draft, ${sourced} with a source in the sentence.`,
    ...(reading
      ? ["The sources are still being read: the draft is not checked against them yet."]
      : [
          `${count(conflicts, "statement contradicts", "statements contradict")} the sources or the draft itself.`,
          sources > 0
            ? `Checked against ${count(sources, "source", "sources")}.`
            : "There are no sources to check it against: put them into the folder seeds, or name your folder in copydesk.yaml.",
        ]),
    "Click to list the findings.",
  ].join("\n");

const iconOf = ({ conflicts, sources, reading }: DraftCounts): string =>
  reading ? "$(loading~spin)" : conflicts > 0 || sources === 0 ? "$(warning)" : "$(check)";

export interface StatusBar extends Disposable {
  readonly show: (status: DraftStatus) => void;
}

export function createStatusBar(client: BaseLanguageClient): StatusBar {
  const item = window.createStatusBarItem("copydesk.status", StatusBarAlignment.Left, 50);
  item.name = "Copydesk";
  const statuses = new Map<string, DraftCounts>();
  let uri = window.activeTextEditor?.document.uri;

  const draw = () => {
    const status = uri && statuses.get(client.code2ProtocolConverter.asUri(uri));
    const hasStopped = client.state === State.Stopped && statuses.size > 0 && workspace.getConfiguration("copydesk").get<boolean>("enable", true);
    if (hasStopped) {
      item.text = "$(warning) Copydesk stopped";
      item.tooltip = "The Copydesk server has stopped. Click to start it again.";
      item.command = "copydesk.restart";
    } else if (status && client.state === State.Running) {
      item.text = `${iconOf(status)} ${statusText(status)}`;
      item.tooltip = tooltip(status);
      item.command = "copydesk.showFindings";
    } else return item.hide();
    item.accessibilityInformation = { label: `Copydesk: ${item.text.replace(/\$\([a-z~]+\) /, "")}` };
    item.show();
  };

  const subscriptions = Disposable.from(
    item,
    client.onDidChangeState(draw),
    window.onDidChangeActiveTextEditor((editor) => {
      // The output panel is a text editor too: a click into it does not leave the draft.
      if (editor?.document.uri.scheme === "output") return;
      // Nor does the focus in the Story panel beside it.
      const stillShown = window.visibleTextEditors.some(({ document }) => document.uri.toString() === uri?.toString());
      if (editor || !stillShown) uri = editor?.document.uri;
      draw();
    }),
  );
  return {
    show: (status) => {
      if (status.figures === undefined) statuses.delete(status.uri);
      else statuses.set(status.uri, status);
      draw();
    },
    dispose: () => subscriptions.dispose(),
  };
}
