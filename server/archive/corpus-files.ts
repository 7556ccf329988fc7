import { buildCorpus, type Corpus } from "../engine/corpus/corpus.ts";
import { readSource } from "../engine/corpus/read-source.ts";
import type { Problem, Source } from "../engine/corpus/source.ts";

/** Endings of the files that are read as sources. */
export const isSourceFile = (path: string): boolean => /\.(txt|md|markdown|news)$/i.test(path);

interface NamedText {
  readonly uri: string;
  readonly text: string;
}

/** Files already read -> the corpus. Pure: wherever the texts come from (disk, editor, browser), it is the same corpus. */
export function corpusFromFiles(files: readonly NamedText[]): { readonly corpus: Corpus; readonly problems: readonly Problem[] } {
  const { sources, problems } = sourcesFromFiles(files);
  return { corpus: buildCorpus(sources), problems };
}

/** Files already read -> their sources, for whoever reads them in portions. */
export function sourcesFromFiles(files: readonly NamedText[]): { readonly sources: readonly Source[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const sources = files.flatMap(({ uri, text }) => {
    if (!text.trim()) {
      problems.push({ uri, message: "is empty: no source" });
      return [];
    }
    try {
      return readSource(uri, text);
    } catch (error) {
      problems.push({ uri, message: `could not be read as a source, by a mistake in Copydesk: ${error instanceof Error ? error.message : error}` });
      return [];
    }
  });
  return { sources, problems };
}
