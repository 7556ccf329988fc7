import { isSourceFile } from "../archive/corpus-files.ts";
import { globMatcher, isGlob, splitGlob } from "../archive/glob.ts";
import { buildCorpus, type Corpus } from "../engine/corpus/corpus.ts";
import type { Problem } from "../engine/corpus/source.ts";
import type { FileSystem } from "./runtime.ts";
import type { SourceFiles } from "./sources.ts";
import { joinUri, keyOf, pathBelow } from "./uris.ts";

export interface LoadedCorpus {
  readonly corpus: Corpus;
  /** Sources that could not be read, and entries that name none. */
  readonly problems: readonly Problem[];
}

/** Reads the sources that folders, files and globs below a folder name. `onRead` is told how many of how many files are read. */
export async function loadCorpus(
  entries: readonly string[],
  base: string,
  files: FileSystem,
  sourceFiles: SourceFiles,
  onRead: (done: number, all: number) => void,
): Promise<LoadedCorpus> {
  const problems: Problem[] = [];
  const uris = new Map<string, string>();
  for (const entry of entries) {
    const found = await urisOf(entry, base, files);
    if (typeof found === "string") problems.push({ uri: joinUri(base, entry), message: found });
    else for (const uri of found) uris.set(keyOf(uri), uri);
  }
  const sources = [];
  let done = 0;
  for (const uri of [...uris.values()].sort()) {
    const read = await sourceFiles.read(uri);
    sources.push(...read.sources);
    problems.push(...read.problems);
    onRead(++done, uris.size);
  }
  return { corpus: buildCorpus(sources), problems };
}

/** The files of one corpus entry; or why there are none. */
async function urisOf(entry: string, base: string, files: FileSystem): Promise<readonly string[] | string> {
  const uri = joinUri(base, entry);
  const kind = await files.kind(uri);
  if (kind === "file") return [uri];
  if (kind === "folder") {
    const found = (await files.list(uri)).filter(isSourceFile);
    return found.length ? found : "corpus holds no sources (.txt, .md, .markdown or .news files)";
  }
  if (!isGlob(entry)) return "corpus not found: no such folder";
  const found = (await files.list(joinUri(base, splitGlob(entry).folder))).filter(isNamedBy([entry], base));
  return found.length ? found : "corpus pattern matches no sources";
}

/** Whether a URI is one of the source files that the entries name. */
export function isNamedBy(entries: readonly string[], base: string): (uri: string) => boolean {
  const tests = entries.map((entry): ((uri: string) => boolean) => {
    if (!isGlob(entry)) {
      const top = joinUri(base, entry);
      return (uri) => keyOf(uri) === keyOf(top) || pathBelow(top, uri) !== undefined;
    }
    const { folder, rest } = splitGlob(entry);
    const top = joinUri(base, folder);
    const matches = globMatcher(rest);
    return (uri) => matches(pathBelow(top, uri) ?? "");
  });
  return (uri) => isSourceFile(keyOf(uri)) && tests.some((test) => test(uri));
}
