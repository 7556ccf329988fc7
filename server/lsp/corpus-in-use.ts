import { unreadCorpus } from "../engine/corpus/corpus.ts";
import { type LoadedCorpus, restsOn } from "./corpora.ts";

/** A corpus that drafts rest on: read when it is first asked for, and again when what it rests on has changed. */
export interface CorpusInUse {
  readonly entries: readonly string[];
  readonly base: string;
  readonly restsOn: (uri: string) => boolean;
  /** All of it, as the files are by now. Rejects where it cannot be read at all, until something changes. */
  readonly whole: () => Promise<LoadedCorpus>;
  /** All of it where that takes not long; else the unread corpus, which says nothing. */
  readonly soFar: () => Promise<LoadedCorpus>;
  /** What it rests on has changed. */
  readonly forget: () => void;
}

/** Reads a corpus; gives up, with undefined, when it is no longer wanted. */
export type Load = (isWanted: () => boolean, last: LoadedCorpus | undefined) => Promise<LoadedCorpus | undefined>;

/** How long answers wait for sources, in milliseconds. */
export interface Patience {
  readonly first: number;
  /** Findings are there already, and would go for a moment. */
  readonly again: number;
}

const unread: LoadedCorpus = { corpus: unreadCorpus, problems: [] };

/** Without patience, `soFar` waits for all. */
export function createCorpusInUse(entries: readonly string[], base: string, load: Load, patience?: Patience): CorpusInUse {
  let loading: Promise<LoadedCorpus | undefined> | undefined;
  let last: LoadedCorpus | undefined;
  /** Resolves when the reading that goes on has taken too long to wait for. */
  let overdue: Promise<LoadedCorpus> | undefined;

  const begin = (): Promise<LoadedCorpus | undefined> => {
    if (patience) overdue ??= later(last ? patience.again : patience.first);
    const mine: Promise<LoadedCorpus | undefined> = load(() => loading === mine, last).then(
      (loaded) => {
        if (loading !== mine || !loaded) return undefined;
        overdue = undefined;
        last = loaded;
        return loaded;
      },
      (error) => {
        if (loading !== mine) return undefined;
        overdue = undefined;
        throw error;
      },
    );
    return mine;
  };

  const whole = async (): Promise<LoadedCorpus> => {
    for (;;) {
      loading ??= begin();
      const mine = loading;
      const loaded = await mine;
      // Files that changed meanwhile are read again.
      if (loaded && loading === mine) return loaded;
    }
  };

  return {
    entries,
    base,
    restsOn: restsOn(entries, base),
    whole,
    soFar: () => {
      const all = whole();
      return overdue ? Promise.race([all, overdue]) : all;
    },
    forget: () => {
      loading = undefined;
    },
  };
}

const later = (milliseconds: number): Promise<LoadedCorpus> => new Promise((done) => setTimeout(done, milliseconds, unread));
