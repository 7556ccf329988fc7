import { dateBeside } from "./read-source.ts";
import type { Source } from "./source.ts";
import { finished, type Steps } from "./steps.ts";
import { currentVersions } from "./versions.ts";

/** The sources of the story, indexed. `sources` is sorted by id. */
export interface Corpus {
  readonly sources: readonly Source[];
  readonly byId: ReadonlyMap<string, Source>;
  readonly byUrl: ReadonlyMap<string, Source>;
  /** What their publishers have withdrawn, by id and by URL: not among the sources. */
  readonly withdrawn: ReadonlyMap<string, Source>;
  /** What may not be used on the day for which this corpus was made (`usableOn`), by id and by URL: not among the sources. */
  readonly embargoed: ReadonlyMap<string, Source>;
  /** All that was read, older versions and withdrawn stories included. */
  readonly all: readonly Source[];
  /** Its sources are still being read: that it says nothing means nothing. */
  readonly isUnread?: true;
}

/** Where two sources share an id, the first in order of uri keeps it; a newer version of a story takes the place of the older, under its id too. Undated sources are dated beside the dated ones, where their text allows it. */
export const buildCorpus = (all: readonly Source[]): Corpus => finished(corpusSteps(all));

/** The same in steps, one a source: an undated source may have to be read again. */
export function* corpusSteps(all: readonly Source[]): Steps<Corpus> {
  const { current: unsorted, withdrawn, replaced } = currentVersions(all);
  const dated = unsorted.flatMap(({ date }) => date ?? []);
  const beside: Source[] = [];
  for (const source of unsorted) {
    beside.push(dateBeside(source, dated));
    yield;
  }
  const sources = beside.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : a.uri < b.uri ? -1 : 1));
  const byId = new Map<string, Source>();
  const byUrl = new Map<string, Source>();
  for (const source of sources) {
    if (!byId.has(source.id)) byId.set(source.id, source);
    if (source.url && !byUrl.has(source.url)) byUrl.set(source.url, source);
  }
  for (const [id, newer] of replaced) {
    const source = !byId.has(id) && sources.find(({ uri }) => uri === newer.uri);
    if (source) byId.set(id, source);
  }
  return { sources, byId, byUrl, withdrawn, embargoed: new Map(), all };
}

/** Stands for a corpus whose sources are not read yet. */
export const unreadCorpus: Corpus = { ...buildCorpus([]), isUnread: true };

/** The source that a citation's key names: by id, by file name, or by URL. */
export const sourceOf = (corpus: Corpus, key: string): Source | undefined =>
  corpus.byId.get(key) ?? corpus.byUrl.get(key) ?? corpus.byUrl.get(key.replace(/\/$/, ""));
