import { buildCorpus, type Corpus } from "./corpus.ts";
import type { Source } from "./source.ts";

/** Stories with an embargo, the last to be free first. A withdrawal holds at once. */
const embargoes = new WeakMap<Corpus, readonly Source[]>();
/** By how many stories are left out. */
const usable = new WeakMap<Corpus, Map<number, Corpus>>();

/**
 * The corpus as it may be used by who writes on an ISO day: without the stories that are under embargo then, and with the older versions
 * that they would replace. An unknown day is never today: then every embargo holds.
 */
export function usableOn(corpus: Corpus, written: string | undefined): Corpus {
  const held = heldBack(corpus, written);
  if (!held.length) return corpus;
  const known = usable.get(corpus) ?? new Map<number, Corpus>();
  usable.set(corpus, known);
  const found = known.get(held.length) ?? without(held, corpus);
  known.set(held.length, found);
  return found;
}

function heldBack(corpus: Corpus, written: string | undefined): readonly Source[] {
  const all = embargoes.get(corpus) ?? corpus.all.filter(isEmbargoed).toSorted((a, b) => (endOf(a) < endOf(b) ? 1 : -1));
  embargoes.set(corpus, all);
  return written === undefined ? all : all.filter((source) => endOf(source) > written);
}

const isEmbargoed = ({ provenance }: Source): boolean => provenance?.embargoed !== undefined && !provenance.withdrawn;
/** The ISO day from which on it may be used. */
const endOf = ({ provenance }: Source): string => (provenance?.embargoed ?? "").slice(0, 10);

function without(held: readonly Source[], corpus: Corpus): Corpus {
  const set = new Set(held);
  const embargoed = new Map(held.flatMap((source) => [source.id, source.url].flatMap((key) => (key ? [[key, source] as const] : []))));
  return { ...buildCorpus(corpus.all.filter((source) => !set.has(source))), embargoed };
}
