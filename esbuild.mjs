// Bundles everything into dist/. Run with --watch while developing.
import { existsSync } from "node:fs";
import { build, context } from "esbuild";

const shared = { bundle: true, sourcemap: "linked", target: "es2022", logLevel: "warning", legalComments: "none", minifySyntax: true, minifyWhitespace: true };
const node = { ...shared, platform: "node", format: "cjs", target: "node20" };
const bundles = [
  { ...node, entryPoints: { cli: "server/entry/cli.ts" }, outdir: "dist" },
  { ...node, entryPoints: { server: "server/entry/node.ts" }, outdir: "dist" },
  { ...node, entryPoints: { client: "client/node.ts" }, outdir: "dist", external: ["vscode"] },
  { ...node, entryPoints: { index: "server/engine/index.ts" }, outdir: "dist", platform: "neutral" },
  { ...shared, entryPoints: { index: "server/engine/index.ts" }, outdir: "dist", outExtension: { ".js": ".mjs" }, format: "esm", platform: "neutral" },
  { ...shared, entryPoints: { "server.web": "server/entry/browser.ts" }, outdir: "dist", format: "iife", platform: "browser", conditions: ["worker"] },
  { ...shared, entryPoints: { story: "client/story/page.ts" }, outdir: "dist", format: "iife", platform: "browser" },
  { ...shared, entryPoints: { story: "client/story/story.css" }, outdir: "dist" },
  { ...shared, entryPoints: { "client.web": "client/browser.ts" }, outdir: "dist", format: "cjs", platform: "browser", external: ["vscode"] },
].filter(({ entryPoints }) => existsSync(Object.values(entryPoints)[0]));

for (const bundle of bundles) {
  if (process.argv.includes("--watch")) await (await context(bundle)).watch();
  else await build(bundle);
}
