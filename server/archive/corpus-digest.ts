import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { relative, resolve } from "node:path";
import { bibliographiesBeside } from "./corpus-files.ts";
import { filesBelow, kindOf } from "./folder.ts";
import { globMatcher, isGlob, splitGlob } from "./glob.ts";

/** Files read at once. */
const portion = 64;

/** A hash over everything that the corpus entries name, whatever its format: it changes when a source is added, removed, renamed or edited. */
export async function digestCorpus(entries: readonly string[], base: string): Promise<string> {
  const hash = createHash("sha256");
  const paths = [...new Set((await Promise.all(entries.map((entry) => filesOf(entry, base)))).flat())].sort();
  for (let at = 0; at < paths.length; at += portion) {
    const some = paths.slice(at, at + portion);
    const read = await Promise.all(some.map((path) => readFile(path).catch(() => undefined)));
    for (const [index, path] of some.entries()) {
      const bytes = read[index];
      hash.update(`${path}\0${bytes?.length ?? "unreadable"}\0`);
      if (bytes) hash.update(bytes);
    }
  }
  return hash.digest("hex");
}

async function filesOf(entry: string, base: string): Promise<readonly string[]> {
  const path = resolve(base, entry);
  if ((await kindOf(path)) === "file") return [path];
  if (!isGlob(entry)) return (await filesBelow(path)).files;
  const { folder, rest } = splitGlob(entry.replaceAll("\\", "/"));
  const top = resolve(base, folder);
  const matches = globMatcher(rest);
  const { files: all } = await filesBelow(top);
  const matched = all.filter((file) => matches(relative(top, file).replaceAll("\\", "/")));
  return [...matched, ...bibliographiesBeside(all, matched)];
}
