import { relative, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { buildCorpus, type Corpus } from "../engine/corpus/corpus.ts";
import type { Problem, Source } from "../engine/corpus/source.ts";
import { readBibliographies } from "./bibliography/read-bibliography.ts";
import { bibliographiesBeside, isSourceFile, sourcesAmong } from "./corpus-files.ts";
import { type FilesBelow, filesBelow, kindOf } from "./folder.ts";
import { globMatcher, isGlob, splitGlob } from "./glob.ts";
import { readSourceFile } from "./read-source-file.ts";
import { readBytes, readTextFile } from "./text-file.ts";

export interface LoadedCorpus {
  readonly corpus: Corpus;
  /** Sources that could not be read, and folders that hold none. */
  readonly problems: readonly Problem[];
}

/** Reads the sources that folders, files and globs name; relative ones are looked for in `base`. `onRead` hears how many are done. */
export async function loadCorpus(entries: readonly string[], base: string, onRead: (done: number, all: number) => void = () => {}): Promise<LoadedCorpus> {
  const problems: Problem[] = [];
  const paths = new Set<string>();
  const described = new Set<string>();
  for (const entry of entries) {
    const found = await sourceFiles(entry, base);
    if (typeof found === "string") problems.push({ uri: pathToFileURL(resolve(base, entry)).href, message: found });
    else {
      for (const path of found.sources) paths.add(path);
      for (const path of found.bibliographies) described.add(path);
      problems.push(...found.problems);
    }
  }
  const descriptions = await Promise.all([...described].map(readTextFile));
  const { bibliography, ...read } = await readBibliographies(descriptions.flatMap(({ file }) => file ?? []));
  problems.push(...descriptions.flatMap(({ problem }) => problem ?? []), ...read.problems);
  const all = [...paths].sort();
  const sources: Source[] = [];
  for (let at = 0; at < all.length; at += portion) {
    for (const { uri, bytes, problem } of await Promise.all(all.slice(at, at + portion).map(readBytes))) {
      const found = bytes ? await readSourceFile(uri, bytes, bibliography) : { sources: [], problems: [problem] };
      sources.push(...found.sources);
      problems.push(...found.problems);
    }
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

interface CorpusFiles {
  readonly sources: readonly string[];
  readonly bibliographies: readonly string[];
  readonly problems: readonly Problem[];
}

/** The files of one corpus entry; or why there are none. */
async function sourceFiles(entry: string, base: string): Promise<CorpusFiles | string> {
  const path = resolve(base, entry);
  const kind = await kindOf(path);
  if (kind === "file") return { sources: [path], bibliographies: [], problems: [] };
  if (kind === "folder") {
    const below = await filesBelow(path);
    return among(below, sourcesAmong(below.files)) ?? "corpus holds no sources: text, pages, PDF, Word, mail or news feeds";
  }
  if (!isGlob(entry)) return "corpus not found: name the folder of the sources with --corpus or in copydesk.yaml";
  const { folder, rest } = splitGlob(entry.replaceAll("\\", "/"));
  const top = resolve(base, folder);
  const matches = globMatcher(rest);
  const { files, problems } = await filesBelow(top);
  // Closed folders matter where the pattern looks into them.
  const below = { files, problems: rest.includes("**") ? problems : [] };
  return (
    among(
      below,
      sourcesAmong(below.files).filter((file) => matches(relative(top, file).replaceAll("\\", "/"))),
    ) ?? "corpus pattern matches no sources"
  );
}

/** Undefined where there is nothing at all to say of the files. */
const among = ({ files, problems }: FilesBelow, sources: readonly string[]): CorpusFiles | undefined =>
  sources.length || problems.length ? { sources, bibliographies: bibliographiesBeside(files, sources), problems } : undefined;
