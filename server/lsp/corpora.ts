import type { Bibliography } from "../archive/bibliography/entry.ts";
import { isBibliography, readBibliographies } from "../archive/bibliography/read-bibliography.ts";
import { bibliographiesBeside, isSourceFile, sourcesAmong } from "../archive/corpus-files.ts";
import { globMatcher, isGlob, splitGlob } from "../archive/glob.ts";
import { type Corpus, corpusSteps } from "../engine/corpus/corpus.ts";
import type { Problem, Source } from "../engine/corpus/source.ts";
import { prepareCorpus } from "../engine/prepare.ts";
import type { FileSystem } from "./runtime.ts";
import type { SourceFiles } from "./sources.ts";
import { inTurns, type Pace } from "./turns.ts";
import { joinUri, keyOf, pathBelow } from "./uris.ts";

export interface LoadedCorpus {
  readonly corpus: Corpus;
  /** What the bibliographies beside the sources said, by their texts. */
  readonly described?: { readonly texts: string; readonly bibliography: Bibliography; readonly problems: readonly Problem[] };
  /** Sources that could not be read, and entries that name none. */
  readonly problems: readonly Problem[];
}

/** What reading a corpus needs of its host. */
export interface Reading {
  readonly files: FileSystem;
  readonly sourceFiles: SourceFiles;
  readonly pace: Pace;
}

/**
 * Reads the sources that folders, files and globs below a folder name, and indexes them. `onRead` is told how many of how many files are read.
 * The same sources as `last` are the same corpus, with all that was worked out from it. Undefined once it is no longer wanted.
 */
export async function loadCorpus(
  entries: readonly string[],
  base: string,
  { files, sourceFiles, pace }: Reading,
  onRead: (done: number, all: number) => void,
  isWanted: () => boolean,
  last: LoadedCorpus | undefined,
): Promise<LoadedCorpus | undefined> {
  const problems: Problem[] = [];
  const uris = new Map<string, string>();
  const bibliographies = new Map<string, string>();
  for (const entry of entries) {
    const found = await urisOf(entry, base, files);
    if (typeof found === "string") problems.push({ uri: joinUri(base, entry), message: found });
    else {
      for (const uri of found.sources) uris.set(keyOf(uri), uri);
      for (const uri of found.bibliographies) bibliographies.set(keyOf(uri), uri);
    }
  }
  const described = await describe([...bibliographies.values()], files, last);
  problems.push(...described.problems);
  const sources: Source[] = [];
  const all = [...uris.values()].sort();
  for (let done = 0; done < all.length; done += readAhead) {
    if (!isWanted()) return undefined;
    const portion = all.slice(done, done + readAhead);
    for (const read of await Promise.all(portion.map((uri) => sourceFiles.read(uri, described.bibliography)))) {
      sources.push(...read.sources);
      problems.push(...read.problems);
    }
    onRead(done + portion.length, all.length);
  }
  const corpus = await inTurns(corpusSteps(sources), pace, isWanted);
  if (!corpus) return undefined;
  if (last && isSame(last, corpus, problems)) return last;
  await inTurns(prepareCorpus(corpus), pace, isWanted);
  return { corpus, problems, described };
}

/** Files asked for at once: where the client reads them, each takes a round trip. */
const readAhead = 16;

const isSame = (last: LoadedCorpus, { sources }: Corpus, problems: readonly Problem[]): boolean =>
  last.corpus.sources.length === sources.length &&
  last.corpus.sources.every((source, index) => source === sources[index]) &&
  JSON.stringify(last.problems) === JSON.stringify(problems);

/** The bibliographies read; the same texts are the same bibliography, so that nothing that rests on it is read again. */
async function describe(uris: readonly string[], files: FileSystem, last: LoadedCorpus | undefined): Promise<NonNullable<LoadedCorpus["described"]>> {
  const read = await Promise.all(uris.map(async (uri) => ({ uri, ...(await files.read(uri)) })));
  const texts = JSON.stringify(read);
  if (last?.described?.texts === texts) return last.described;
  const { bibliography, problems } = await readBibliographies(read.flatMap((file) => ("text" in file ? [file] : [])));
  return { texts, bibliography, problems: [...read.flatMap((file) => ("problem" in file ? [{ uri: file.uri, message: file.problem }] : [])), ...problems] };
}

interface CorpusFiles {
  readonly sources: readonly string[];
  readonly bibliographies: readonly string[];
}

/** The files of one corpus entry; or why there are none. */
async function urisOf(entry: string, base: string, files: FileSystem): Promise<CorpusFiles | string> {
  const uri = joinUri(base, entry);
  const kind = await files.kind(uri);
  if (kind === "file") return { sources: [uri], bibliographies: [] };
  if (kind === "folder") {
    const listed = await files.list(uri);
    return among(listed, sourcesAmong(listed)) ?? "corpus holds no sources: text, pages, PDF, Word, mail or news feeds";
  }
  if (!isGlob(entry)) return "corpus not found: no such folder";
  const listed = await files.list(joinUri(base, splitGlob(entry).folder));
  return among(listed, sourcesAmong(listed).filter(isNamedBy([entry], base))) ?? "corpus pattern matches no sources";
}

const among = (listed: readonly string[], sources: readonly string[]): CorpusFiles | undefined =>
  sources.length ? { sources, bibliographies: bibliographiesBeside(listed, sources) } : undefined;

/** Whether what the entries name rests on a file: a source, or a bibliography in one of their folders. */
export function restsOn(entries: readonly string[], base: string): (uri: string) => boolean {
  const isNamed = isNamedBy(entries, base);
  const folders = entries.map((entry) => joinUri(base, isGlob(entry) ? splitGlob(entry).folder : entry));
  return (uri) => isNamed(uri) || (isBibliography(keyOf(uri)) && folders.some((folder) => pathBelow(folder, uri) !== undefined));
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
