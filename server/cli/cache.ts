import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { rename, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { TextFile } from "../archive/text-file.ts";
import type { Problem } from "../engine/corpus/source.ts";
import type { CheckedFile } from "./check-file.ts";
import type { ReportedDraft } from "./reported.ts";
import { UsageError } from "./usage.ts";
import type { Workspace } from "./workspace.ts";

/** What was found in earlier runs. An entry holds as long as draft, sources, configuration and this program are the same, byte for byte. */
export interface CheckCache {
  readonly keyOf: (draft: TextFile, workspace: Workspace) => Promise<string>;
  readonly get: (draft: TextFile, key: string) => CheckedFile | undefined;
  readonly put: (uri: string, key: string, checked: CheckedFile) => void;
  /** Writes the file, if anything changed. Drafts that are gone are forgotten. */
  readonly save: () => Promise<void>;
}

interface Entry {
  readonly key: string;
  /** Without its text, which is read anyway. */
  readonly draft: Omit<ReportedDraft, "text">;
  readonly corpusProblems: readonly Problem[];
}

type Entries = Record<string, Entry>;

export const cacheFileName = ".copydesk-cache";

/** Opens a cache file; without one, the cache lives as long as the process. */
export function openCache(file?: string): CheckCache {
  const program = sha256(readFileSync(__filename));
  const entries = file === undefined ? {} : readEntries(file, program);
  let changed = false;
  return {
    keyOf: async (draft, workspace) => sha256(`${await workspace.surroundingsOf(draft)}\n${draft.text}`),
    get: ({ uri, text }, key) => {
      const entry = entries[uri];
      return entry?.key === key ? { draft: { ...entry.draft, text }, problems: [], corpusProblems: entry.corpusProblems } : undefined;
    },
    put: (uri, key, { draft, problems, corpusProblems }) => {
      // What broke may work next time.
      if (!draft || draft.failures.length || problems.length) return;
      const { text: _text, ...rest } = draft;
      entries[uri] = { key, draft: rest, corpusProblems };
      changed = true;
    },
    save: async () => {
      if (file === undefined || !changed) return;
      const kept = Object.entries(entries).filter(([uri]) => existsSync(fileURLToPath(uri)));
      await replace(file, JSON.stringify({ program, entries: Object.fromEntries(kept.sort(([a], [b]) => (a < b ? -1 : 1))) }));
      changed = false;
    },
  };
}

/** A cache that cannot be read, or is another program's, is an empty one. */
function readEntries(file: string, program: string): Entries {
  try {
    const cache = JSON.parse(readFileSync(file, "utf8")) as { readonly program?: string; readonly entries?: Entries };
    return cache.program === program && cache.entries ? cache.entries : {};
  } catch {
    return {};
  }
}

async function replace(file: string, text: string): Promise<void> {
  const draft = `${file}.${process.pid}.tmp`;
  try {
    await writeFile(draft, text);
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw new UsageError(`the cache ${file} could not be written: ${(error as NodeJS.ErrnoException).code ?? error}`);
  }
}

const sha256 = (data: string | Uint8Array): string => createHash("sha256").update(data).digest("hex");
