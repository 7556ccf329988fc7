import { type Bibliography, noBibliography } from "../archive/bibliography/entry.ts";
import { readSourceFile } from "../archive/read-source-file.ts";
import type { Problem, Source } from "../engine/corpus/source.ts";
import type { FileSystem } from "./runtime.ts";
import type { Pace } from "./turns.ts";
import { keyOf } from "./uris.ts";

/** One source file as it was read: its sources, or what is wrong with it. */
export interface SourceFile {
  readonly bytes?: Uint8Array;
  readonly bibliography: Bibliography;
  readonly sources: readonly Source[];
  readonly problems: readonly Problem[];
}

/** The source files of all corpora: each read once, and understood again only when it, or the bibliography beside it, has changed. */
export interface SourceFiles {
  readonly read: (uri: string, bibliography: Bibliography) => Promise<SourceFile>;
  /** The file (all files) may have changed. */
  readonly forget: (uri?: string) => void;
}

export function createSourceFiles(files: FileSystem, pace: Pace): SourceFiles {
  const known = new Map<string, SourceFile>();
  const fresh = new Map<string, Promise<SourceFile>>();

  const load = async (uri: string, bibliography: Bibliography): Promise<SourceFile> => {
    const found = await files.bytes(uri);
    const before = known.get(keyOf(uri));
    if ("problem" in found) return { bibliography, sources: [], problems: [{ uri, message: found.problem }] };
    const { bytes } = found;
    if (before?.bytes && before.bibliography === bibliography && isSame(before.bytes, bytes)) return before;
    await pace();
    const file = { bytes, bibliography, ...(await readSourceFile(uri, bytes, bibliography, pace)) };
    known.set(keyOf(uri), file);
    return file;
  };

  return {
    read: async (uri, bibliography = noBibliography) => {
      const key = keyOf(uri);
      const reading = fresh.get(key);
      if (reading && (await reading).bibliography === bibliography) return reading;
      const again = load(uri, bibliography);
      fresh.set(key, again);
      return again;
    },
    forget: (uri) => (uri === undefined ? fresh.clear() : fresh.delete(keyOf(uri))),
  };
}

const isSame = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, index) => byte === b[index]);
