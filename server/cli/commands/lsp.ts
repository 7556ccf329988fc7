import { createRequire } from "node:module";
import { join } from "node:path";
import { type Command, UsageError } from "../usage.ts";

export const lsp: Command = {
  name: "lsp",
  operands: "",
  summary: "run the language server, for editors",
  options: { stdio: { type: "boolean", help: "talk over standard input and output" } },
  run: async (operands, values) => {
    if (operands.length || !values.stdio) throw new UsageError("lsp needs --stdio: an editor starts it and talks to it");
    // The server is a bundle of its own beside this one. It runs until the editor ends it.
    const file = join(__dirname, "server.js");
    createRequire(file)(file);
    return new Promise<number>(() => {});
  },
};
