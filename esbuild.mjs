// Bundles everything into dist/. Run with --watch while developing.
import { existsSync, readdirSync, rmSync } from "node:fs";
import { build, context } from "esbuild";

const shared = { bundle: true, sourcemap: "linked", target: "es2022", logLevel: "warning", legalComments: "none", minifySyntax: true, minifyWhitespace: true };
const node = { ...shared, platform: "node", format: "cjs", target: "node20" };

/** What reads sources of other formats is loaded with the first of them: files of their own beside the bundles on Node, part of the one worker file on the web. */
const readersApart = {
  name: "readers-apart",
  setup: ({ onResolve }) =>
    onResolve({ filter: /^\.\// }, ({ kind, path, importer }) =>
      kind === "dynamic-import" && /[\\/]server[\\/]archive[\\/]/.test(importer)
        ? { path: `./readers/${path.replace(/^.*\/|\.ts$/g, "")}.mjs`, external: true }
        : undefined,
    ),
};
const readers = {
  ...shared,
  entryPoints: ["server/archive/formats/readers.ts", "server/archive/bibliography/bibtex.ts"],
  entryNames: "[name]",
  chunkNames: "[name]-[hash]",
  outdir: "dist/readers",
  outExtension: { ".js": ".mjs" },
  format: "esm",
  platform: "browser",
  splitting: true,
  sourcemap: false,
  minify: true,
  metafile: true,
};
const bundles = [
  { ...node, entryPoints: { cli: "server/entry/cli.ts" }, outdir: "dist", plugins: [readersApart] },
  { ...node, entryPoints: { mcp: "server/entry/mcp.ts" }, outdir: "dist", plugins: [readersApart] },
  { ...node, entryPoints: { server: "server/entry/node.ts" }, outdir: "dist", plugins: [readersApart] },
  readers,
  { ...node, entryPoints: { client: "client/node.ts" }, outdir: "dist", external: ["vscode"] },
  { ...node, entryPoints: { index: "server/engine/index.ts" }, outdir: "dist", platform: "neutral" },
  { ...shared, entryPoints: { index: "server/engine/index.ts" }, outdir: "dist", outExtension: { ".js": ".mjs" }, format: "esm", platform: "neutral" },
  {
    ...shared,
    entryPoints: { "server.web": "server/entry/browser.ts" },
    outdir: "dist",
    format: "iife",
    platform: "browser",
    conditions: ["worker"],
    minify: true,
  },
  { ...shared, entryPoints: { story: "client/story/page.ts" }, outdir: "dist", format: "iife", platform: "browser" },
  { ...shared, entryPoints: { story: "client/story/story.css" }, outdir: "dist" },
  { ...shared, entryPoints: { "client.web": "client/browser.ts" }, outdir: "dist", format: "cjs", platform: "browser", external: ["vscode"] },
].filter(({ entryPoints }) => existsSync(Object.values(entryPoints)[0]));

for (const bundle of bundles) {
  if (process.argv.includes("--watch")) await (await context(bundle)).watch();
  else forgetOldReaders(await build(bundle));
}

/** Parts of the readers that an earlier build left: their names change with their content. */
function forgetOldReaders({ metafile }) {
  for (const name of metafile ? readdirSync("dist/readers") : []) if (!(`dist/readers/${name}` in metafile.outputs)) rmSync(`dist/readers/${name}`);
}
