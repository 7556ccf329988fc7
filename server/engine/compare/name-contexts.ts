import type { Span } from "../document/document.ts";
import { contentStems, stem } from "../document/words.ts";
import type { Name, Reading } from "../extract/mentions.ts";
import { placeWords } from "../lexicon/name-words.ts";
import { type CorpusName, keysOf } from "./name-index.ts";

/** What a name of the draft may be meant for: `theirs` is the source's word in place of the draft's. */
interface Likeness {
  readonly entry: CorpusName;
  readonly anchored: boolean;
  readonly theirs: string;
  /** One person alone is called by the word that both names share. */
  readonly sole?: boolean;
  readonly distance: number;
}

/**
 * Do the draft and the source speak of the same bearer of a name? The less two spellings have in common, the more their surroundings must.
 * `ifWritten`: only if the draft has the source's word in another name.
 */
export function likeContext(draft: Reading, name: Name, { entry, anchored, theirs, sole, distance }: Likeness): "sure" | "ifWritten" | undefined {
  if (anchored && theirs.length >= 8 && distance < 3) return "sure";
  if (sole && theirs.length >= 5 && distance <= 1) return "sure";
  if (anchored && name.title && entry.name.title && sameTitle(name.title, entry.name.title)) return "sure";
  const needed = anchored || (distance === 1 && sharesFeature(name, entry.name)) ? 2 : theirs.length < 6 ? 4 : 3;
  const here = surroundings(draft, name);
  let most = 0;
  for (const other of occurrences(entry)) {
    const there = surroundings(other.source.reading, other.name);
    most = Math.max(most, sharedCount(here.names, there.names) * 2 + sharedCount(here.stems, there.stems));
    if (most >= needed) return "sure";
  }
  return most > 0 && !anchored && most + 1 >= needed ? "ifWritten" : undefined;
}

/** "Valdan River" and "Valden River" are both rivers. */
const sharesFeature = (a: Name, b: Name): boolean =>
  a.words.length === 2 && b.words.length === 2 && a.words.some((word, at) => word === b.words[at] && placeWords.has(word.toLowerCase()));

const sameTitle = (a: string, b: string): boolean => a.toLowerCase().slice(0, 3) === b.toLowerCase().slice(0, 3);

const mentioned = new WeakMap<Name, readonly CorpusName[]>();

/** The mention, and the others of the same name in the same source. Asked for at every keystroke: kept. */
function occurrences(entry: CorpusName): readonly CorpusName[] {
  let all = mentioned.get(entry.name);
  if (!all) {
    const others = entry.source.reading.names.filter((name) => name.start !== entry.name.start && name.words.at(-1) === entry.name.words.at(-1)).slice(0, 8);
    all = [entry, ...others.map((name) => ({ source: entry.source, name }))];
    mentioned.set(entry.name, all);
  }
  return all;
}

interface Surroundings {
  readonly names: ReadonlySet<string>;
  readonly stems: ReadonlySet<string>;
}

const around = new WeakMap<Name, Surroundings>();

/** The other names and the content words of the sentence in which a name stands. */
function surroundings(reading: Reading, name: Name): Surroundings {
  const known = around.get(name) ?? surroundingsIn(reading, name);
  around.set(name, known);
  return known;
}

function surroundingsIn({ document, names }: Reading, name: Name): Surroundings {
  const sentence = document.sentences[name.sentence];
  if (!sentence) return { names: new Set(), stems: new Set() };
  const own = new Set(keysOf(name));
  const beside = new Set(namesWithin(names, sentence).flatMap((other) => keysOf(other).filter((key) => key.length > 2 && !own.has(key))));
  const named = new Set([...own, ...beside].map(stem));
  const stems = contentStems(document.prose.slice(sentence.start, sentence.end)).filter((word) => !named.has(word));
  return { names: beside, stems: new Set(stems) };
}

/** The names of a sentence, by binary search. */
function namesWithin(names: readonly Name[], { start, end }: Span): readonly Name[] {
  let low = 0;
  let high = names.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((names[middle] as Name).start < start) low = middle + 1;
    else high = middle;
  }
  let last = low;
  while (last < names.length && (names[last] as Name).start < end) last++;
  return names.slice(low, last);
}

const sharedCount = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => [...a].filter((item) => b.has(item)).length;
