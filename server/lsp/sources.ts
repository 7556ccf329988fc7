import { type Bibliography, noBibliography } from "../archive/bibliography/entry.ts";
import { readSourceFile } from "../archive/read-source-file.ts";
import type { Problem, Source } from "../engine/corpus/source.ts";
import type { FileSystem } from "./runtime.ts";
import type { Pace } from "./turns.ts";
import { keyOf } from "./uris.ts";

/** One source file as it was read: its sources, or what is wrong with it. */
export interface SourceFile {
  /** Tells whether the file has changed; undefined where it could not be read. */
  readonly version?: string;
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
    const version = versionOf(bytes);
    if (before?.version === version && before.bibliography === bibliography) return before;
    await pace();
    const file = { version, bibliography, ...(await readSourceFile(uri, bytes, bibliography, pace)) };
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

/** Its length and its bytes hashed (FNV-1a), so that the bytes of large corpora need not be kept. Not by WebCrypto, which a page without TLS has not. */
function versionOf(bytes: Uint8Array): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < bytes.length; at++) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193);
  return `${bytes.length}-${hash >>> 0}`;
}
