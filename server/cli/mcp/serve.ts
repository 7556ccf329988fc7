import { Server } from "@modelcontextprotocol/sdk/server/index.js";
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import { CallToolRequestSchema, type CallToolResult, ListToolsRequestSchema } from "@modelcontextprotocol/sdk/types.js";
import type { Values } from "../usage.ts";
import { version } from "../version.ts";
import { type Arguments, tools } from "./tools.ts";

const instructions =
  "Copydesk checks a news draft against the articles that it rests on. Ask find_sources before you state or change a figure, and check_draft after an edit. Cite sources by their key, as in [@key]. No answer about a figure means that no source speaks of it, not that it is right.";

/** Serves the tools over standard input and output until the client leaves. */
export async function serveMcp(values: Values): Promise<void> {
  const server = new Server({ name: "copydesk", title: "Copydesk", version: version() }, { capabilities: { tools: {} }, instructions });
  server.setRequestHandler(ListToolsRequestSchema, () => ({
    tools: tools.map(({ name, title, description, properties, required }) => ({
      name,
      title,
      description,
      inputSchema: { type: "object" as const, properties: { ...properties }, required: [...required] },
      annotations: { readOnlyHint: true, openWorldHint: false },
    })),
  }));
  server.setRequestHandler(CallToolRequestSchema, ({ params }) => answer(params.name, params.arguments ?? {}, values));
  const closed = new Promise<void>((resolve) => {
    server.onclose = resolve;
    process.stdin.once("end", resolve);
  });
  await server.connect(new StdioServerTransport());
  await closed;
}

/** What goes wrong is told to the model: it can ask again. */
async function answer(name: string, input: Arguments, values: Values): Promise<CallToolResult> {
  const tool = tools.find((one) => one.name === name);
  try {
    if (!tool) throw new Error(`unknown tool ${name}`);
    return { content: [{ type: "text", text: await tool.call(input, values) }] };
  } catch (error) {
    return { isError: true, content: [{ type: "text", text: error instanceof Error ? error.message : String(error) }] };
  }
}
