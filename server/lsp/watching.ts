import { type Connection, DidChangeWatchedFilesNotification, type FileSystemWatcher } from "vscode-languageserver";
import { sourceEndings } from "../archive/corpus-files.ts";
import { configFileName } from "../engine/config-file.ts";
import type { Abilities } from "./abilities.ts";
import { fileName, keyOf, parentOf, pathBelow } from "./uris.ts";
import type { Workspace } from "./workspace.ts";

const sourceFiles = `**/*.{${sourceEndings},bib,yaml,yml}`;

/** Asks the client to watch configurations and sources: those of the open folders at once, those that lie elsewhere as they come into use. */
export function createWatching(connection: Connection, workspace: Workspace, abilities: Abilities): () => Promise<void> {
  const asked = new Set<string>();
  const watch = async (watchers: readonly FileSystemWatcher[]): Promise<void> => {
    const fresh = watchers.filter((watcher) => !asked.has(JSON.stringify(watcher)));
    for (const watcher of fresh) asked.add(JSON.stringify(watcher));
    if (fresh.length) await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: fresh });
  };

  return async () => {
    if (!abilities.registerWatchers) return;
    // A folder that is moved or deleted whole is one event of its own, under its own name.
    const folders = workspace.corpusFolders();
    const names = folders.map((folder) => ({ globPattern: `**/${fileName(folder)}` }));
    await watch([{ globPattern: `**/${configFileName}` }, { globPattern: sourceFiles }, ...names]);
    if (!abilities.watchAnywhere) return;
    const outside = folders.filter((folder) => !workspace.folders().some((open) => keyOf(folder) === keyOf(open) || pathBelow(open, folder) !== undefined));
    const configs = workspace.folders().flatMap((open) => parentOf(open) ?? []);
    await watch([
      ...outside.map((baseUri) => ({ globPattern: { baseUri, pattern: sourceFiles } })),
      ...configs.map((baseUri) => ({ globPattern: { baseUri, pattern: configFileName } })),
    ]);
  };
}
