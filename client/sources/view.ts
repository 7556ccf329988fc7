// The Sources view: what the drafts rest on, by date; it follows the editor, and gives its sources away by drag and drop.
import { commands, DataTransferItem, Disposable, EventEmitter, type TreeDataProvider, window } from "vscode";
import { type BaseLanguageClient, State } from "vscode-languageclient";
import { CitedByRequest, type SourceFigure, SourceFiguresRequest, SourcesReadNotification, SourcesRequest } from "../../server/lsp/protocol.ts";
import { plural } from "../plural.ts";
import { itemOf } from "./items.ts";
import { type DayNode, daysOf, type Node, type SourceNode } from "./tree.ts";

/** What a dragged source carries: its id. */
export const sourceMime = "application/vnd.copydesk.source";

/** With more sources than this, conflicts are looked for when a source is unfolded. */
const comparedAtOnce = 50;

/** What else has changed the view: drafts were checked, and may cite other sources now. */
export interface SourcesView extends Disposable {
  readonly draftChanged: () => void;
}

export function createSourcesView(client: BaseLanguageClient): SourcesView {
  const changed = new EventEmitter<void>();
  const figures = new Map<string, Promise<readonly SourceFigure[]>>();
  const conflicts = new Map<string, number>();
  let days: readonly DayNode[] = [];
  let filter = "";
  let timer: ReturnType<typeof setTimeout> | undefined;

  const figuresOf = (uri: string): Promise<readonly SourceFigure[]> => {
    const asked = figures.get(uri) ?? client.sendRequest(SourceFiguresRequest, { uri });
    figures.set(uri, asked);
    asked.then((found) => conflicts.set(uri, found.filter((one) => one.conflicts.length).length)).catch(() => figures.delete(uri));
    return asked;
  };

  const load = async (): Promise<readonly DayNode[]> => {
    if (client.state !== State.Running) return [];
    const [sources, cited] = await Promise.all([client.sendRequest(SourcesRequest, {}), client.sendRequest(CitedByRequest, {})]);
    if (sources.length <= comparedAtOnce) await Promise.all(sources.map(({ uri }) => figuresOf(uri)));
    days = daysOf(sources, cited, filter, (uri) => conflicts.get(uri));
    const shown = days.reduce((sum, day) => sum + day.sources.length, 0);
    view.message = filter ? `${plural(shown, "source")} of ${sources.length} with “${filter}”` : "";
    return days;
  };

  const provider: TreeDataProvider<Node> = {
    onDidChangeTreeData: changed.event,
    getTreeItem: itemOf,
    getParent: (node) => (node.kind === "day" ? undefined : node.kind === "source" ? node.day : node.source),
    getChildren: async (node) => {
      if (!node) return [...(await load())];
      if (node.kind === "day") return [...node.sources];
      if (node.kind === "figure") return [];
      return (await figuresOf(node.source.uri)).map((figure) => ({ kind: "figure", figure, source: node }));
    },
  };
  const view = window.createTreeView<Node>("copydesk.sources", {
    treeDataProvider: provider,
    showCollapseAll: true,
    dragAndDropController: {
      dragMimeTypes: [sourceMime],
      dropMimeTypes: [],
      handleDrag: (nodes, transfer) => {
        const node = nodes[0];
        if (node && node.kind !== "day") transfer.set(sourceMime, new DataTransferItem(idOf(node)));
      },
    },
  });

  const refresh = (): void => {
    figures.clear();
    conflicts.clear();
    changed.fire();
  };
  const setFilter = (words: string): void => {
    filter = words;
    void commands.executeCommand("setContext", "copydesk.sourcesFiltered", words !== "");
    changed.fire();
  };
  const follow = (): void => {
    if (!view.visible) return;
    const uri = window.activeTextEditor?.document.uri.toString();
    const node = days.flatMap(({ sources }) => sources).find(({ source }) => client.protocol2CodeConverter.asUri(source.opens).toString() === uri);
    // A figure that was chosen in the view stays chosen.
    const isChosen = view.selection.some((one) => one.kind !== "day" && idOf(one) === node?.source.id);
    if (node && !isChosen) void view.reveal(node, { select: true, focus: false });
  };

  const subscriptions = Disposable.from(
    view,
    changed,
    client.onNotification(SourcesReadNotification, refresh),
    client.onDidChangeState(refresh),
    window.onDidChangeActiveTextEditor(follow),
    commands.registerCommand("copydesk.filterSources", async () => {
      const words = await window.showInputBox({ title: "Filter Sources", prompt: "Words of the title, publisher, date or key", value: filter });
      if (words !== undefined) setFilter(words.trim());
    }),
    commands.registerCommand("copydesk.clearSourceFilter", () => setFilter("")),
  );
  return {
    draftChanged: () => {
      clearTimeout(timer);
      if (view.visible) timer = setTimeout(() => changed.fire(), 500);
    },
    dispose: () => {
      clearTimeout(timer);
      subscriptions.dispose();
    },
  };
}

/** The id of the source that a row belongs to. */
export const idOf = (node: Exclude<Node, DayNode>): string => (node.kind === "source" ? node : (node.source as SourceNode)).source.id;
