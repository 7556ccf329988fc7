// The Story panel: the figures of the active draft's story over time. It follows the draft, and opens what is clicked.
import { commands, Disposable, type ExtensionContext, Uri, ViewColumn, type WebviewPanel, window } from "vscode";
import { type BaseLanguageClient, State } from "vscode-languageclient";
import { type DraftStatus, type Story, StoryRequest } from "../../server/lsp/protocol.ts";
import type { PageMessage } from "./page.ts";

export interface StoryPanel extends Disposable {
  /** The draft was checked: its story may have changed. */
  readonly draftChanged: (status: DraftStatus) => void;
}

/** The page may run this script and use this style sheet; everything else is shut out. */
function pageOf({ webview }: WebviewPanel, dist: Uri): string {
  const nonce = crypto.randomUUID();
  const at = (name: string) => webview.asWebviewUri(Uri.joinPath(dist, name)).toString();
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<link rel="stylesheet" nonce="${nonce}" href="${at("story.css")}">
<title>Story</title>
</head>
<body><script nonce="${nonce}" src="${at("story.js")}"></script></body>
</html>`;
}

export function createStoryPanel(client: BaseLanguageClient, { extensionUri }: ExtensionContext): StoryPanel {
  const dist = Uri.joinPath(extensionUri, "dist");
  const drafts = new Set<string>();
  let panel: WebviewPanel | undefined;
  let shown: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const activeDraft = (): string | undefined => {
    const uri = window.activeTextEditor && client.code2ProtocolConverter.asUri(window.activeTextEditor.document.uri);
    return uri !== undefined && drafts.has(uri) ? uri : undefined;
  };
  const send = async (): Promise<void> => {
    const asked = shown;
    const story: Story | null = asked !== undefined && client.state === State.Running ? await client.sendRequest(StoryRequest, { uri: asked }) : null;
    if (!panel || asked !== shown) return;
    panel.title = story?.title ? `Story: ${story.title}` : "Story";
    await panel.webview.postMessage(story);
  };
  const follow = (): void => {
    const uri = activeDraft();
    void commands.executeCommand("setContext", "copydesk.isDraft", uri !== undefined);
    if (uri === undefined || uri === shown) return;
    shown = uri;
    if (panel) void send();
  };

  const open = ({ uri, range }: Extract<PageMessage, { kind: "open" }>) => {
    const convert = client.protocol2CodeConverter;
    const beside = panel?.viewColumn === ViewColumn.One ? ViewColumn.Two : ViewColumn.One;
    return window.showTextDocument(convert.asUri(uri), { selection: convert.asRange(range), viewColumn: beside, preview: true });
  };

  const show = (): void => {
    if (panel) {
      panel.reveal(undefined, true);
      return;
    }
    panel = window.createWebviewPanel(
      "copydesk.story",
      "Story",
      { viewColumn: ViewColumn.Beside, preserveFocus: true },
      { enableScripts: true, localResourceRoots: [dist] },
    );
    panel.iconPath = Uri.joinPath(extensionUri, "docs/images/icon.png");
    panel.onDidDispose(() => {
      panel = undefined;
    });
    panel.webview.onDidReceiveMessage((message: PageMessage) => (message.kind === "open" ? open(message) : send()));
    panel.webview.html = pageOf(panel, dist);
  };

  const subscriptions = Disposable.from(
    commands.registerCommand("copydesk.openStory", show),
    window.onDidChangeActiveTextEditor(follow),
    client.onDidChangeState(() => panel && void send()),
  );
  return {
    draftChanged: ({ uri, figures }) => {
      if (figures === undefined) drafts.delete(uri);
      else drafts.add(uri);
      follow();
      clearTimeout(timer);
      if (panel && uri === shown) timer = setTimeout(() => void send(), 300);
    },
    dispose: () => {
      clearTimeout(timer);
      panel?.dispose();
      subscriptions.dispose();
    },
  };
}
