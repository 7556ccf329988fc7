import type { Corpus } from "../corpus/corpus.ts";
import { derived } from "../corpus/derived.ts";
import type { Source } from "../corpus/source.ts";
import type { Steps } from "../corpus/steps.ts";
import type { Name } from "../extract/mentions.ts";
import { fold, skeleton } from "./spelling.ts";

/** A name as a source has it. */
export interface CorpusName {
  readonly source: Source;
  readonly name: Name;
}

/** The names of the corpus, by their words; of a word that very many names share, the first ones. */
export interface NameIndex {
  readonly byWord: ReadonlyMap<string, readonly CorpusName[]>;
  /** By two neighbouring words run together, the first a short one: "macallan" for "Mac Allan". */
  readonly byPair: ReadonlyMap<string, readonly CorpusName[]>;
  /** Words that a slip of the pen may have turned into this one, by their skeletons. */
  alike(word: string): ReadonlySet<string>;
  /** Does the word, in whatever case, stand anywhere in the corpus, prose or not? */
  mentions(word: string): boolean;
}

/** A name's word made comparable: no case, diacritics, possessive, article al- or hyphen. */
export const wordKey = (word: string): string =>
  /^[A-Za-z]+$/.test(word)
    ? word.toLowerCase()
    : fold(word.replace(/[’']s?$/, ""))
        .replace(/^(?:al|el)-(?=.{3})/, "")
        .replace(/[^\p{L}\p{N}]/gu, "");

export const keysOf = (name: Name): string[] => name.words.map(wordKey);

export const corpusNames = derived(indexNames);

const keptPerWord = 100;

function* indexNames({ sources }: Corpus): Steps<NameIndex> {
  const byWord = new Map<string, CorpusName[]>();
  const byPair = new Map<string, CorpusName[]>();
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
    for (const name of source.reading.names) {
      const entry = { source, name };
      let before = "";
      for (const word of name.words) {
        const key = keyOf(word);
        push(byWord, key, entry);
        if (before && before.length < 6) push(byPair, before + key, entry);
        before = key;
      }
    }
    for (const word of wordsIn(source.reading.document.text)) written.add(word);
    yield;
  }
  let skeletons: Map<string, Set<string>> | undefined;
  const mentioned = new Map<string, boolean>();
  return {
    byWord,
    byPair,
    alike(word) {
      skeletons ??= skeletonIndex(byWord.keys());
      const found = new Set<string>();
      for (const key of shortened(skeleton(word))) for (const other of skeletons.get(key) ?? []) found.add(other);
      return found;
    },
    mentions(word) {
      let found = mentioned.get(word);
      if (found === undefined) {
        const cases = [word, word.toLowerCase(), word.toUpperCase(), word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()];
        // What is no single word ("al-Amin") is looked for only where all its words stand somewhere.
        const forms = [...new Set(cases)].filter((form) => wordsIn(form).every((part) => written.has(part)));
        found =
          forms.some((form) => wordsIn(form)[0] === form) ||
          (forms.length > 0 && sources.some((source) => forms.some((form) => hasWord(source.reading.document.text, form))));
        mentioned.set(word, found);
      }
      return found;
    },
  };
}

function push(map: Map<string, CorpusName[]>, key: string, entry: CorpusName): void {
  const list = map.get(key);
  if (!list) map.set(key, [entry]);
  else if (list.length < keptPerWord) list.push(entry);
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
