// The extension in VS Code for the web: the server is a worker.
import { type ExtensionContext, Uri } from "vscode";
import { LanguageClient } from "vscode-languageclient/browser";
import { run } from "./extension.ts";

let client: { stop(): Promise<void> } | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const script = Uri.joinPath(context.extensionUri, "dist", "server.web.js").toString(true);
  // A function, not a worker: a restart needs a new one.
  client = await run(context, (options) => new LanguageClient("copydesk", "Copydesk", async () => new Worker(script), options));
}

export const deactivate = () => client?.stop();
