import { corpusFromFiles } from "../archive/corpus-files.ts";
import type { Problem, Source } from "../engine/corpus/source.ts";
import type { FileSystem } from "./runtime.ts";
import { keyOf } from "./uris.ts";

/** One source file as it was read: its source, or what is wrong with it. */
export interface SourceFile {
  readonly text?: string;
  readonly sources: readonly Source[];
  readonly problems: readonly Problem[];
}

/** The source files of all corpora: each read once, and understood again only when its text has changed. */
export interface SourceFiles {
  readonly read: (uri: string) => Promise<SourceFile>;
  /** The file (all files) may have changed. */
  readonly forget: (uri?: string) => void;
}

export function createSourceFiles(files: FileSystem): SourceFiles {
  const known = new Map<string, SourceFile>();
  const fresh = new Map<string, Promise<SourceFile>>();

  const load = async (uri: string): Promise<SourceFile> => {
    const found = await files.read(uri);
    const before = known.get(keyOf(uri));
    if ("text" in found && before?.text === found.text) return before;
    const read = "text" in found ? understood(uri, found.text) : { sources: [], problems: [{ uri, message: found.problem }] };
    known.set(keyOf(uri), read);
    return read;
  };

  return {
    read: (uri) => {
      const key = keyOf(uri);
      const reading = fresh.get(key) ?? load(uri);
      fresh.set(key, reading);
      return reading;
    },
    forget: (uri) => (uri === undefined ? fresh.clear() : fresh.delete(keyOf(uri))),
  };
}

function understood(uri: string, text: string): SourceFile {
  const { corpus, problems } = corpusFromFiles([{ uri, text }]);
  return { text, sources: corpus.sources, problems };
}
