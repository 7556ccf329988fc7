import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Problem } from "../engine/corpus/source.ts";
import { reasonOf } from "./text-file.ts";

/** A folder's entry is passed over when hidden or a package manager's. */
const skipped = (name: string): boolean => name.startsWith(".") || name === "node_modules";

export interface FilesBelow {
  /** Sorted by path. */
  readonly files: readonly string[];
  /** Folders that cannot be read. */
  readonly problems: readonly Problem[];
}

/** All files below a folder; hidden ones and node_modules left out. */
export async function filesBelow(folder: string): Promise<FilesBelow> {
  const files: string[] = [];
  const problems: Problem[] = [];
  try {
    for (const entry of (await readdir(folder, { withFileTypes: true })).toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = join(folder, entry.name);
      if (skipped(entry.name)) continue;
      const kind = entry.isSymbolicLink() ? await stat(path).catch(() => entry) : entry;
      if (kind.isFile()) files.push(path);
      // A linked folder may contain itself: only linked files are followed.
      if (!kind.isDirectory() || entry.isSymbolicLink()) continue;
      const below = await filesBelow(path);
      files.push(...below.files);
      problems.push(...below.problems);
    }
  } catch (error) {
    problems.push({ uri: pathToFileURL(folder).href, message: reasonOf(error) });
  }
  return { files, problems };
}

/** A folder and all folders below it, those of `filesBelow`; at most so many. */
export async function foldersFrom(folder: string, most: number): Promise<readonly string[]> {
  const found = [folder];
  for (let at = 0; at < found.length && found.length < most; at++) {
    const entries = await readdir(found[at] as string, { withFileTypes: true }).catch(() => []);
    for (const entry of entries) if (entry.isDirectory() && !skipped(entry.name)) found.push(join(found[at] as string, entry.name));
  }
  return found.slice(0, most);
}

export type PathKind = "file" | "folder" | "missing";

export const kindOf = (path: string): Promise<PathKind> =>
  stat(path).then(
    (found) => (found.isDirectory() ? "folder" : "file"),
    () => "missing",
  );
