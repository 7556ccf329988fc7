import type { EngineConfig } from "../config.ts";
import type { Span } from "../document/document.ts";
import { startsOf } from "../document/kept-lists.ts";
import type { Name, Reading } from "../extract/mentions.ts";
import type { Alignments } from "./alignment.ts";
import { byPassage, passagesIn } from "./by-passage.ts";
import type { Desk } from "./desk.ts";
import { likeContext } from "./name-contexts.ts";
import { type CorpusName, corpusNames, keysOf, type NameIndex, wordKey } from "./name-index.ts";
import { isDerived, isGeneric, isNear, soundsLike } from "./name-likeness.ts";
import { inItsPlace } from "./same-place.ts";
import { editDistance } from "./spelling.ts";

/** A name of the draft in a spelling that no source has, and the name that it most likely is. */
export interface Misspelling {
  readonly name: Name;
  readonly source: CorpusName;
  /** The words that differ, and what stands there in the source. */
  readonly span: Span;
  readonly correct: string;
}

/** What of a name may be wrong: words `from` to `to` (exclusive) of the draft's, which the source has as `correct` (`theirs`, made comparable). */
interface Guess {
  readonly entry: CorpusName;
  readonly from: number;
  readonly to: number;
  readonly correct: string;
  readonly theirs: string;
  /** Another word of the name is the same in both. */
  readonly anchored: boolean;
  /** Everybody in the sources who shares that word has the source's word beside it: one person alone is called so. */
  readonly sole?: boolean;
  readonly distance: number;
}

const known = new WeakMap<Desk, readonly Misspelling[]>();

/** The draft's misspelt names, in text order; a surname alone follows the full name that was found out. */
export function misspellings(desk: Desk): readonly Misspelling[] {
  const before = known.get(desk);
  if (before) return before;
  const all = doubtful(desk);
  known.set(desk, all);
  return all;
}

/** What may be wrong with a name, by its position among those of its passage. */
interface Doubt {
  readonly at: number;
  readonly guesses: readonly Likely[];
  readonly misplaced?: Misplaced | undefined;
}

interface Likely {
  readonly guess: Guess;
  readonly likeness: "sure" | "ifWritten";
}

function doubtful({ draft, alignments, corpus, config }: Desk): readonly Misspelling[] {
  const index = corpusNames.of(corpus);
  const accepted = acceptedBy(config);
  const doubts = byPassage(draft, "name doubts", [index, accepted], ({ reading, sentence }) => {
    const aligned = alignments.slice(sentence, sentence + reading.document.sentences.length);
    return reading.names.flatMap((name, at): Doubt[] => {
      const guesses = acceptableGuesses(name, index, accepted).flatMap((guess): Likely[] => {
        const likeness = likeContext(reading, name, guess);
        return likeness ? [{ guess, likeness }] : [];
      });
      const misplaced = misplacedIn(reading, name, aligned, accepted, index);
      return guesses.length || misplaced ? [{ at, guesses, misplaced }] : [];
    });
  });
  const [guessed, misplaced] = [new Map<Name, readonly Likely[]>(), new Map<Name, Misplaced>()];
  const firsts = startsOf(passagesIn(draft).map(({ reading }) => reading.names));
  for (const [passage, own] of doubts.entries())
    for (const doubt of own) {
      const name = draft.names[(firsts[passage] as number) + doubt.at] as Name;
      if (doubt.guesses.length) guessed.set(name, doubt.guesses);
      if (doubt.misplaced) misplaced.set(name, doubt.misplaced);
    }
  if (!guessed.size && !misplaced.size) return [];
  const found = foundOut(draft, guessed);
  return draft.names.flatMap((name) => {
    const guess = found.get(name);
    if (guess) return [{ name, source: guess.entry, span: spanOfWords(name, guess.from, guess.to), correct: guess.correct }];
    const other = misplaced.get(name);
    return other ? [{ name, source: other.source, span: spanOfWords(name, other.word, other.word + 1), correct: other.source.name.text }] : [];
  });
}

const spellings = new WeakMap<EngineConfig, ReadonlySet<string>>();

/** The spellings that the configuration accepts, whole names and their words. */
function acceptedBy(config: EngineConfig): ReadonlySet<string> {
  let accepted = spellings.get(config);
  if (!accepted) {
    accepted = new Set(
      Object.entries(config.names).flatMap(([name, aliases]) => [name, ...aliases].flatMap((form) => [form, ...form.split(/\s+/)].map(wordKey))),
    );
    spellings.set(config, accepted);
  }
  return accepted;
}

/** What each name is meant for, where its surroundings bear that out. */
function foundOut(draft: Reading, guessed: ReadonlyMap<Name, readonly Likely[]>): ReadonlyMap<Name, Guess> {
  const found = new Map<Name, Guess>();
  const wrongWords = new Map<string, Guess>();
  const isUnsure = [...guessed.values()].some((all) => all.some(({ likeness }) => likeness === "ifWritten"));
  const written = new Set<string>();
  if (isUnsure) for (const name of draft.names) for (const key of keysOf(name)) written.add(key);
  for (const [name, all] of guessed) {
    const guess = best(all.flatMap(({ guess, likeness }) => (likeness === "sure" || written.has(guess.theirs) ? [guess] : [])));
    if (!guess) continue;
    found.set(name, guess);
    wrongWords.set(keysOf(name).slice(guess.from, guess.to).join(""), guess);
  }
  for (const name of wrongWords.size ? draft.names : []) {
    const guess = name.words.length === 1 && !found.has(name) ? wrongWords.get(wordKey(name.text)) : undefined;
    if (guess) found.set(name, { ...guess, from: 0, to: 1 });
  }
  return found;
}

function acceptableGuesses(name: Name, index: NameIndex, accepted: ReadonlySet<string>): readonly Guess[] {
  if (accepted.has(wordKey(name.text))) return [];
  const keys = keysOf(name);
  return guesses(name, index).filter(({ from }) => !accepted.has(keys[from] as string));
}

/** A word of a name that no source has, where the source's own sentence has another. */
interface Misplaced {
  readonly word: number;
  readonly source: CorpusName;
}

function misplacedIn(draft: Reading, name: Name, alignments: Alignments, accepted: ReadonlySet<string>, index: NameIndex): Misplaced | undefined {
  const aligned = alignments[name.sentence];
  if (!aligned || accepted.has(wordKey(name.text))) return undefined;
  for (const [word, key] of keysOf(name).entries()) {
    if (accepted.has(key) || isGeneric(key) || index.has(key) || index.mentions((name.words[word] as string).replace(/[’']s?$/, ""))) continue;
    const source = inItsPlace(draft, spanOfWords(name, word, word + 1), aligned);
    if (source) return { word, source };
  }
  return undefined;
}

const best = (all: readonly Guess[]): Guess | undefined =>
  all.reduce<Guess | undefined>((a, b) => (!a || b.distance < a.distance || (b.distance === a.distance && b.anchored && !a.anchored) ? b : a), undefined);

const remembered = new WeakMap<NameIndex, Map<string, readonly Guess[]>>();

/** What the name may be meant for, whatever stands around it. Asked for the same names at every keystroke: remembered. */
function guesses(name: Name, index: NameIndex): readonly Guess[] {
  let known = remembered.get(index);
  if (!known) {
    known = new Map();
    remembered.set(index, known);
  }
  const key = `${name.kind} ${name.text}`;
  const before = known.get(key);
  if (before) return before;
  const all = guessAnew(name, keysOf(name), index);
  known.set(key, all);
  return all;
}

function guessAnew(name: Name, keys: readonly string[], index: NameIndex): Guess[] {
  return keys.flatMap((key, i) => {
    const word = name.words[i] as string;
    const pair = respaced(name, keys, i, index);
    if (pair.length) return pair;
    if (key.length < 3 || index.has(key) || isGeneric(key, name.kind) || /\d/.test(key)) return [];
    const all = [...anchored(keys, i, name.kind, index), ...(keys.every((other, j) => j === i || isGeneric(other)) ? alone(keys, i, word, index) : [])];
    return all.length && !index.mentions(word.replace(/[’']s?$/, "").replace(/^al-/i, "")) ? all : [];
  });
}

/** "Mac Allan" for "Macallan" and the other way round. A hyphen is no difference. */
function respaced(name: Name, keys: readonly string[], i: number, index: NameIndex): Guess[] {
  const key = keys[i] as string;
  const next = keys[i + 1];
  const guess = (entry: CorpusName, at: number, count: number, to: number): Guess[] => {
    const correct = entry.name.words.slice(at, at + count).join(" ");
    const rest = keys.filter((_, j) => j < i || j >= to);
    return /[-‑]/.test(correct + name.text)
      ? []
      : [
          {
            entry,
            from: i,
            to,
            correct,
            theirs: correct,
            anchored: rest.some((other) => keysOf(entry.name).includes(other) && !isGeneric(other)),
            distance: 0.5,
          },
        ];
  };
  if (key && next && !(isGeneric(next) && isGeneric(key)) && !index.hasPair(key + next)) {
    const entry = index.named(key + next)[0];
    if (entry && !index.mentions(name.words.slice(i, i + 2).join(" "))) return guess(entry, keysOf(entry.name).indexOf(key + next), 1, i + 2);
  }
  const entry = index.has(key) || key.length < 6 ? undefined : index.namedByPair(key);
  const at = entry ? keysOf(entry.name).findIndex((word, j, all) => word + all[j + 1] === key) : -1;
  return entry && at >= 0 && !index.mentions(name.words[i] as string) ? guess(entry, at, 2, i + 1) : [];
}

/** Names that share another word with the draft's, and have a near one in this word's place. */
function anchored(keys: readonly string[], i: number, kind: Name["kind"], index: NameIndex): Guess[] {
  const key = keys[i] as string;
  return keys.flatMap((anchor, j) => {
    if (j === i || anchor.length < 2 || isGeneric(anchor, kind)) return [];
    const bearers = index.named(anchor);
    return bearers.flatMap((entry): Guess[] => {
      const theirs = keysOf(entry.name);
      const there = theirs.indexOf(anchor);
      return theirs.flatMap((other, k): Guess[] => {
        if (k === there || k < there !== i < j || keys.includes(other) || (isGeneric(other, kind) && isDerived(key, other))) return [];
        const isSurname = i > j && i === keys.length - 1 && k === theirs.length - 1;
        const near = isNear(key, other, k < theirs.length - 1);
        if (!near && !(isSurname && soundsLike(key, other))) return [];
        const sole = isSurname && anchor.length > 3 && bearers.every(({ name }) => name.words.length === 1 || keysOf(name).includes(other));
        if (!near && !sole) return [];
        return [{ entry, from: i, to: i + 1, correct: entry.name.words[k] as string, theirs: other, anchored: true, sole, distance: editDistance(key, other) }];
      });
    });
  });
}

/** Names near a word that stands alone or beside such words only as many names share. Only long words are told apart safely; an ending that makes an adjective or a plural is no mistake. */
function alone(keys: readonly string[], i: number, word: string, index: NameIndex): Guess[] {
  const key = keys[i] as string;
  if (key.length < 5) return [];
  return [...index.alike(key)].flatMap((other): Guess[] => {
    if (other.length < 5 || !isNear(key, other, false) || (isDerived(key, other) && !/^al-/i.test(word))) return [];
    const entries = index.named(other);
    const entry = entries.find((candidate) => candidate.name.words.length === keys.length) ?? entries[0];
    if (!entry) return [];
    return [
      {
        entry,
        from: i,
        to: i + 1,
        correct: entry.name.words[keysOf(entry.name).indexOf(other)] as string,
        theirs: other,
        anchored: false,
        distance: editDistance(key, other),
      },
    ];
  });
}

function spanOfWords(name: Name, from: number, to: number): Span {
  const words = [...name.text.matchAll(/\S+/g)];
  const first = words[from] as RegExpMatchArray;
  const last = words[to - 1] as RegExpMatchArray;
  return { start: name.start + (first.index as number), end: name.start + (last.index as number) + last[0].replace(/[’']s?$/, "").length };
}
