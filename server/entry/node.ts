// The language server on Node: over stdio (--stdio), or the channel that VS Code's client opens (--node-ipc).
import "./compile-late.ts";
import { createConnection } from "vscode-languageserver/node";
import { diskFiles } from "../archive/disk-files.ts";
import { startServer } from "../lsp/server.ts";

startServer(createConnection(), { files: diskFiles });
