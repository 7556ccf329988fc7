// The extension in VS Code for the web: the server is a worker.
import { type ExtensionContext, Uri } from "vscode";
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient, type MessageTransports } from "vscode-languageclient/browser";
import { run } from "./extension.ts";

/** A new worker for each start. Its transports are made here: the editor's workers are wrapped, and no `instanceof Worker` that the client looks for. */
const startWorker = async (script: string): Promise<MessageTransports> => {
  const worker = new Worker(script);
  return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
};

let client: { stop(): Promise<void> } | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const script = Uri.joinPath(context.extensionUri, "dist", "server.web.js").toString(true);
  client = await run(context, (options) => new LanguageClient("copydesk", "Copydesk", () => startWorker(script), options));
}

export const deactivate = () => client?.stop();
