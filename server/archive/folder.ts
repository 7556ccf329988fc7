import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

/** A folder's entry is passed over when hidden or a package manager's. */
const skipped = (name: string): boolean => name.startsWith(".") || name === "node_modules";

/** All files below a folder, sorted by path; hidden ones and node_modules left out. `skip` keeps whole folders out. Rejects when the folder itself cannot be read. */
export async function filesBelow(folder: string, skip: (path: string) => boolean = () => false): Promise<readonly string[]> {
  const files: string[] = [];
  for (const entry of (await readdir(folder, { withFileTypes: true })).toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (skipped(entry.name) || skip(path)) continue;
    const kind = entry.isSymbolicLink() ? await stat(path).catch(() => entry) : entry;
    // A linked folder may contain itself: only linked files are followed.
    if (kind.isDirectory()) {
      if (!entry.isSymbolicLink()) files.push(...(await filesBelow(path, skip).catch(() => [])));
    } else if (kind.isFile()) files.push(path);
  }
  return files;
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
