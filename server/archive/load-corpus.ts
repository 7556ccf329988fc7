import { relative, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { buildCorpus, type Corpus } from "../engine/corpus/corpus.ts";
import type { Problem, Source } from "../engine/corpus/source.ts";
import { isSourceFile, sourcesFromFiles } from "./corpus-files.ts";
import { filesBelow, kindOf } from "./folder.ts";
import { globMatcher, isGlob, splitGlob } from "./glob.ts";
import { readTextFile } from "./text-file.ts";

export interface LoadedCorpus {
  readonly corpus: Corpus;
  /** Sources that could not be read, and folders that hold none. */
  readonly problems: readonly Problem[];
}

/** Reads the sources that folders, files and globs name; relative ones are looked for in `base`. `onRead` hears how many are done. */
export async function loadCorpus(entries: readonly string[], base: string, onRead: (done: number, all: number) => void = () => {}): Promise<LoadedCorpus> {
  const problems: Problem[] = [];
  const paths = new Set<string>();
  for (const entry of entries) {
    const found = await sourceFiles(entry, base);
    if (typeof found === "string") problems.push({ uri: pathToFileURL(resolve(base, entry)).href, message: found });
    else for (const path of found) paths.add(path);
  }
  const all = [...paths].sort();
  const sources: Source[] = [];
  for (let at = 0; at < all.length; at += portion) {
    const read = await Promise.all(all.slice(at, at + portion).map(readTextFile));
    const found = sourcesFromFiles(read.flatMap(({ file }) => file ?? []));
    sources.push(...found.sources);
    problems.push(...read.flatMap(({ problem }) => problem ?? []), ...found.problems);
    onRead(Math.min(at + portion, all.length), all.length);
  }
  return { corpus: buildCorpus(sources), problems };
}

/** Files read at once: a system allows a process some hundreds of open files. */
const portion = 64;

/** Whether a path is one of the files that the entries name. */
export function isInCorpus(entries: readonly string[], base: string): (path: string) => boolean {
  const tests = entries.map((entry) => {
    if (!isGlob(entry)) return isWithin(resolve(base, entry));
    const { folder, rest } = splitGlob(entry.replaceAll("\\", "/"));
    const top = resolve(base, folder);
    const matches = globMatcher(rest);
    return (path: string) => matches(relative(top, path).replaceAll("\\", "/"));
  });
  return (path) => isSourceFile(path) && tests.some((test) => test(path));
}

/** The folders that hold sources. A pattern over the whole base holds more than sources: it has none. */
export const corpusFolders = (entries: readonly string[], base: string): readonly string[] =>
  entries.flatMap((entry) => {
    const folder = resolve(base, isGlob(entry) ? splitGlob(entry).folder : entry);
    return isGlob(entry) && folder === resolve(base) ? [] : folder;
  });

/** Whether a path is a folder or lies in it. */
export const isWithin =
  (folder: string) =>
  (path: string): boolean =>
    path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);

/** The files of one corpus entry; or why there are none. */
async function sourceFiles(entry: string, base: string): Promise<readonly string[] | string> {
  const path = resolve(base, entry);
  const kind = await kindOf(path);
  if (kind === "file") return [path];
  if (kind === "folder") {
    const files = (await filesBelow(path)).filter(isSourceFile);
    return files.length ? files : "corpus holds no sources (.txt, .md, .markdown or .news files)";
  }
  if (!isGlob(entry)) return "corpus not found: name the folder of the sources with --corpus or in copydesk.yaml";
  const { folder, rest } = splitGlob(entry.replaceAll("\\", "/"));
  const top = resolve(base, folder);
  const matches = globMatcher(rest);
  const files = (await filesBelow(top).catch(() => [])).filter((file) => isSourceFile(file) && matches(relative(top, file).replaceAll("\\", "/")));
  return files.length ? files : "corpus pattern matches no sources";
}
