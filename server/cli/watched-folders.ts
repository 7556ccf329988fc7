import { dirname, resolve } from "node:path";
import { foldersFrom, kindOf } from "../archive/folder.ts";
import { isGlob, splitGlob } from "../archive/glob.ts";
import type { Workspace } from "./workspace.ts";

/** A system allows a process some thousands of watched folders. */
const mostFolders = 4000;

/** Where a change may change what a run of `lint` says: the folders of drafts, sources and configurations, with all folders below. */
export async function watchedFolders(operands: readonly string[], drafts: readonly string[], workspace: Workspace): Promise<readonly string[]> {
  const named = (operands.length ? operands : ["."]).map((operand) => resolve(isGlob(operand) ? splitGlob(operand.replaceAll("\\", "/")).folder : operand));
  const found = new Set(drafts.map((path) => dirname(path)));
  for (const path of [...named, ...workspace.places()]) {
    // What is no folder, or not yet one, comes and goes in the one above.
    const top = (await kindOf(path)) === "folder" ? path : dirname(path);
    found.add(top);
    if (top === path) for (const folder of await foldersFrom(path, mostFolders)) found.add(folder);
  }
  return [...found].slice(0, mostFolders);
}
