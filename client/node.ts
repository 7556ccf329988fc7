// The extension on the desktop and on remote machines: the server is a Node process.
import { type ExtensionContext, Uri } from "vscode";
import { LanguageClient, type NodeModule, TransportKind } from "vscode-languageclient/node";
import { run } from "./extension.ts";

let client: { stop(): Promise<void> } | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const server: NodeModule = { module: Uri.joinPath(context.extensionUri, "dist", "server.js").fsPath, transport: TransportKind.ipc };
  const debug: NodeModule = { ...server, options: { execArgv: ["--nolazy", "--inspect=6011"] } };
  client = await run(context, (options) => new LanguageClient("copydesk", "Copydesk", { run: server, debug }, options));
}

export const deactivate = () => client?.stop();
