import type { Corpus } from "../corpus/corpus.ts";
import { derived } from "../corpus/derived.ts";
import { nameIn, textOf } from "../corpus/packed-source.ts";
import type { Source } from "../corpus/source.ts";
import type { Steps } from "../corpus/steps.ts";
import type { Name } from "../extract/mentions.ts";
import { lastNotAbove } from "./ascending.ts";
import { fold, skeleton } from "./spelling.ts";

/** A name as a source has it. */
export interface CorpusName {
  readonly source: Source;
  readonly name: Name;
}

/** The names of the corpus, by their words; of a word that very many names share, the first ones. */
export interface NameIndex {
  readonly has: (word: string) => boolean;
  readonly named: (word: string) => readonly CorpusName[];
  /** By two neighbouring words run together, the first a short one: "macallan" for "Mac Allan". */
  readonly hasPair: (pair: string) => boolean;
  readonly namedByPair: (pair: string) => CorpusName | undefined;
  /** Words that a slip of the pen may have turned into this one, by their skeletons. */
  readonly alike: (word: string) => ReadonlySet<string>;
  /** Does the word, in whatever case, stand anywhere in the corpus, prose or not? */
  readonly mentions: (word: string) => boolean;
}

/** A name's word made comparable: no case, diacritics, possessive, article al- or hyphen. */
export const wordKey = (word: string): string =>
  /^[A-Za-z]+$/.test(word)
    ? word.toLowerCase()
    : fold(word.replace(/[’']s?$/, ""))
        .replace(/^(?:al|el)-(?=.{3})/, "")
        .replace(/[^\p{L}\p{N}]/gu, "");

/** By the words, which a name keeps wherever it stands. */
const keys = new WeakMap<readonly string[], readonly string[]>();

export function keysOf({ words }: Name): readonly string[] {
  let own = keys.get(words);
  if (!own) {
    own = words.map(wordKey);
    keys.set(words, own);
  }
  return own;
}

export const corpusNames = derived(indexNames);

const keptPerWord = 100;

function* indexNames({ sources }: Corpus): Steps<NameIndex> {
  /** Names are told by numbers, those of a source one after another. */
  const byWord = new Map<string, number[]>();
  const firstByPair = new Map<string, number>();
  const first: number[] = [];
  let names = 0;
  /** All words of all texts. */
  const written = new Set<string>();
  const keys = new Map<string, string>();
  const keyOf = (word: string): string => {
    let key = keys.get(word);
    if (key === undefined) {
      key = wordKey(word);
      keys.set(word, key);
    }
    return key;
  };
  for (const source of sources) {
    first.push(names);
    for (const name of source.reading.names) {
      let before = "";
      for (const word of name.words) {
        const key = keyOf(word);
        put(byWord, key, names);
        if (before && before.length < 6 && !firstByPair.has(before + key)) firstByPair.set(before + key, names);
        before = key;
      }
      names++;
    }
    for (const word of wordsIn(textOf(source))) written.add(word);
    yield;
  }
  const nameAt = (number: number): CorpusName => {
    const at = lastNotAbove(first, number);
    const source = sources[at] as Source;
    return { source, name: nameIn(source, number - (first[at] as number)) };
  };
  const named = new Map<string, readonly CorpusName[]>();
  let skeletons: Map<string, Set<string>> | undefined;
  const mentioned = new Map<string, boolean>();
  return {
    has: (word) => byWord.has(word),
    named: (word) => {
      const found = named.get(word) ?? (byWord.get(word) ?? []).map(nameAt);
      named.set(word, found);
      return found;
    },
    hasPair: (pair) => firstByPair.has(pair),
    namedByPair: (pair) => {
      const number = firstByPair.get(pair);
      return number === undefined ? undefined : nameAt(number);
    },
    alike: (word) => {
      skeletons ??= skeletonIndex(byWord.keys());
      const found = new Set<string>();
      for (const key of shortened(skeleton(word))) for (const other of skeletons.get(key) ?? []) found.add(other);
      return found;
    },
    mentions: (word) => {
      let found = mentioned.get(word);
      if (found === undefined) {
        const cases = [word, word.toLowerCase(), word.toUpperCase(), word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()];
        // What is no single word ("al-Amin") is looked for only where all its words stand somewhere.
        const forms = [...new Set(cases)].filter((form) => wordsIn(form).every((part) => written.has(part)));
        found =
          forms.some((form) => wordsIn(form)[0] === form) ||
          (forms.length > 0 && sources.some((source) => forms.some((form) => hasWord(textOf(source), form))));
        mentioned.set(word, found);
      }
      return found;
    },
  };
}

function put(map: Map<string, number[]>, key: string, name: number): void {
  const list = map.get(key);
  if (!list) map.set(key, [name]);
  else if (list.length < keptPerWord) list.push(name);
}

/** Words of five letters and more, by their skeleton and by what is left of it without one of its letters. */
function skeletonIndex(words: Iterable<string>): Map<string, Set<string>> {
  const index = new Map<string, Set<string>>();
  for (const word of words) {
    if (word.length < 5) continue;
    for (const key of shortened(skeleton(word))) {
      const list = index.get(key);
      if (list) list.add(word);
      else index.set(key, new Set([word]));
    }
  }
  return index;
}

const shortened = (bones: string): string[] => (bones.length < 3 ? [bones] : [bones, ...Array.from(bones, (_, i) => bones.slice(0, i) + bones.slice(i + 1))]);

const wordsIn = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!/[\p{L}\p{N}]/u.test(text.charAt(at - 1)) && !/[\p{L}\p{N}]/u.test(text.charAt(at + word.length))) return true;
  }
  return false;
}
