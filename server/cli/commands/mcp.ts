import { createRequire } from "node:module";
import { join } from "node:path";
import { type Command, UsageError, type Values } from "../usage.ts";
import { workspaceOptions } from "../workspace.ts";

export const mcp: Command = {
  name: "mcp",
  operands: "",
  summary: "serve the checks as tools to language models (Model Context Protocol)",
  details: "Talks over standard input and output. Tools: check_draft, find_sources. A client starts it in the folder of the story.",
  options: workspaceOptions,
  run: async (operands, values) => {
    if (operands.length) throw new UsageError("mcp takes no operands: a client starts it and talks to it");
    // A bundle of its own beside this one: the other commands start without it.
    const file = join(__dirname, "mcp.js");
    const { serveMcp } = createRequire(file)(file) as { readonly serveMcp: (values: Values) => Promise<void> };
    await serveMcp(values);
    return 0;
  },
};
