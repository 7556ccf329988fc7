// The language server in a Web Worker: what it cannot read, it asks the client for.
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from "vscode-languageserver/browser";
import { clientFiles } from "../lsp/client-files.ts";
import { startServer } from "../lsp/server.ts";

const worker = globalThis as unknown as DedicatedWorkerGlobalScope;
const connection = createConnection(new BrowserMessageReader(worker), new BrowserMessageWriter(worker));
startServer(connection, { files: clientFiles(connection) });
