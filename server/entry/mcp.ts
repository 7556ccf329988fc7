// The server of the Model Context Protocol: a bundle of its own, which `copydesk mcp` loads.
export { serveMcp } from "../cli/mcp/serve.ts";
