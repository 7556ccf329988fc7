import { type Claim, casualtyRoles, type Group, type Role } from "../claims/claim.ts";
import type { Corpus } from "../corpus/corpus.ts";
import type { Source } from "../corpus/source.ts";
import { changeBetween } from "../document/kept-lists.ts";
import type { Shelf } from "../document/memory.ts";
import type { Figure, Reading } from "../extract/mentions.ts";
import { groupsOf, isPerson } from "../lexicon/people.ts";
import { type Alignment, type Alignments, likeness, likenessTo } from "./alignment.ts";
import { byPassage, shelfOf } from "./by-passage.ts";
import { isCasualty } from "./compatible.ts";
import type { Facts, KnownFact } from "./facts.ts";
import { sceneOf, withoutFate } from "./scene.ts";
import type { SentenceIndex } from "./sentence-index.ts";

/** A fact that a claim may be about, and why it was looked up. */
export interface Candidate {
  readonly fact: KnownFact;
  /** Likeness of the two sentences, 0 to 1. */
  readonly score: number;
  /** The same of what they tell, for a toll: apart from fates and numbers, and with the sentence that leads up to it. */
  readonly scene: number;
  /** It is the one number that its source gives for the claim's role and group. */
  readonly only: boolean;
}

/** A source with a sentence this close to one of the draft tells the same story. */
const sameStory = 0.3;
/** What a source's only toll of a role and group is worth, whatever the words around it. */
const onlyToll = 0.3;

/** The sources that tell the draft's story: those not later than the draft first, the newest of them before the others; then the undated, then what came later. */
export function storyOf(draft: Reading, alignments: Alignments, corpus: Corpus): readonly Source[] {
  const lists = byPassage(draft, "told by", [corpus], ({ document, sentence }) => {
    const own = alignments.slice(sentence, sentence + document.sentences.length);
    return [...new Set(own.flatMap((aligned) => aligned.filter(({ score }) => score >= sameStory).map(({ source }) => source)))];
  });
  const shelf = shelfOf(draft);
  const told = shelf.keep<Told>("told", [lists], (before) => countedIn(lists, before));
  return shelf.keep("story", [corpus, draft.written, told.sources], () => inOrder(told.sources, draft.written, corpus));
}

/** The sources that any of some lists names. */
interface Told {
  readonly lists: readonly (readonly Source[])[];
  /** How many of the lists name each. */
  readonly counts: Map<Source, number>;
  /** The same object as long as it has the same. */
  readonly sources: readonly Source[];
}

function countedIn(lists: Told["lists"], before?: Told): Told {
  const { start, end, oldEnd } = before ? changeBetween([before.lists], [lists]) : { start: 0, end: lists.length, oldEnd: 0 };
  const counts = before?.counts ?? new Map<Source, number>();
  let isSame = before !== undefined;
  const count = (source: Source, change: 1 | -1) => {
    const known = counts.get(source) ?? 0;
    if (known + change) counts.set(source, known + change);
    else counts.delete(source);
    if (!known || !(known + change)) isSame = false;
  };
  // What was told and still is must not fall to none on the way.
  for (const sources of lists.slice(start, end)) for (const source of sources) count(source, 1);
  for (const sources of before?.lists.slice(start, oldEnd) ?? []) for (const source of sources) count(source, -1);
  return { lists, counts, sources: before && isSame ? before.sources : [...counts.keys()] };
}

function inOrder(told: readonly Source[], written: string | undefined, corpus: Corpus): readonly Source[] {
  const places = placesByDay(corpus);
  const sorted = told.toSorted((a, b) => (places.get(a) as number) - (places.get(b) as number));
  const isLate = ({ date }: Source) => date !== undefined && written !== undefined && date > written;
  return [...sorted.filter((source) => !isLate(source)), ...sorted.filter(isLate)];
}

const orders = new WeakMap<Corpus, ReadonlyMap<Source, number>>();

/** The place of each source, the newest first, the undated last. */
function placesByDay(corpus: Corpus): ReadonlyMap<Source, number> {
  let places = orders.get(corpus);
  if (!places) {
    const sorted = corpus.sources.toSorted(({ date: a = "" }, { date: b = "" }) => (a > b ? -1 : a < b ? 1 : 0));
    places = new Map(sorted.map((source, at) => [source, at]));
    orders.set(corpus, places);
  }
  return places;
}

/** What a claim may be about. */
export interface Candidates {
  /** The facts of alike sentences, and those with the claim's number or one that a slip of the hand makes of it. */
  readonly own: Iterable<KnownFact>;
  /** One of them, or of the story's tolls, with what the toll adds. */
  readonly candidate: (fact: KnownFact, toll: Toll | undefined) => Candidate;
}

export function candidatesOf(
  claim: Claim,
  cited: ReadonlySet<Source>,
  stems: ReadonlySet<string>,
  aligned: readonly Alignment[],
  facts: Facts,
  index: SentenceIndex,
): Candidates {
  const scores = new Map<KnownFact, number>();
  const likenessOf = likenessTo(stems, index);
  for (const alignment of aligned) for (const [fact, score] of factsNear(alignment, facts)) scores.set(fact, Math.max(score, scores.get(fact) ?? 0));
  for (const [fact, score] of facts.byNumber(claim, cited, (source, sentence) => likenessOf((index.firsts[source] as number) + sentence)))
    if (!scores.has(fact)) scores.set(fact, score);
  const told = withoutFate(stems);
  const sceneWith = (fact: KnownFact) =>
    isCasualty(claim) && fact.claim.role === claim.role ? Math.min(mostScene, likeness(told, sceneOf(fact, index), index.rarity)) : 0;
  const candidate = (fact: KnownFact, toll: Toll | undefined): Candidate => {
    const asToll = toll ? Math.max(toll.isOnly ? onlyToll : 0, likenessOf(index.numberOf(fact.source, fact.claim.sentence.index))) : 0;
    const score = Math.max(scores.get(fact) ?? 0, asToll);
    return { fact, score, scene: Math.max(score, sceneWith(fact)), only: toll?.isOnly ?? false };
  };
  return { own: scores.keys(), candidate };
}

/** More than that is only for sentences that are alike in all their words. */
const mostScene = 0.6;

/** The facts of an aligned sentence, and, at less, of the sentences beside it in its paragraph: a statement is often spread over two. */
function* factsNear({ source, sentence, score }: Alignment, { bySentence }: Facts): Generator<[KnownFact, number]> {
  for (const fact of bySentence(source, sentence.index)) yield [fact, score];
  for (const near of [sentence.index - 1, sentence.index + 1])
    for (const fact of bySentence(source, near)) if (fact.claim.sentence.block === sentence.block) yield [fact, score * 0.6];
}

/** Of a story that very many sources tell, the newest tolls stand for all. */
const mostTolls = 64;

/** A toll of the story for the claim's role and group; where its source gives just one number, no likeness of words is needed. */
export interface Toll {
  readonly fact: KnownFact;
  readonly isOnly: boolean;
}

const none: readonly never[] = [];

/** The story's tolls for what a claim counts, by role, group and kind; the same list for all claims that count the same, and from check to check as long as it holds the same. */
export function tollsOf(story: readonly Source[], facts: Facts, shelf: Shelf): (claim: Claim) => readonly Toll[] {
  const known = new Map<string, readonly Toll[]>();
  return ({ role, kind, group }) => {
    if (!role || !casualtyRoles.has(role)) return none;
    const key = `${role} ${kind === "part"} ${[...group].sort().join(" ")}`;
    let tolls = known.get(key);
    if (!tolls) {
      const found = tollsFor(role, kind === "part", group, story, facts);
      const given = found.flatMap(({ fact, isOnly }) => [fact, isOnly]);
      tolls = shelf.keep(`tolls ${key}`, given, () => found);
      known.set(key, tolls);
    }
    return tolls;
  };
}

function tollsFor(role: Role, isPart: boolean, group: Group, story: readonly Source[], facts: Facts): readonly Toll[] {
  const found: Toll[] = [];
  for (const source of story) {
    const all = facts.tolls(source, role).filter(({ claim }) => (claim.kind === "part") === isPart);
    const same = all.filter(({ claim }) => areSame(claim.group, group));
    // A draft that speaks of "people" has those whom the source calls passengers, if it counts no others.
    const tolls = same.length || group.length ? same : all;
    const isOnly = new Set(tolls.map(({ claim }) => claim.figure.value)).size === 1;
    for (const fact of tolls) found.push({ fact, isOnly });
    if (found.length >= mostTolls) break;
  }
  return found;
}

const areSame = (a: Group, b: Group): boolean => a.length === b.length && a.every((key) => b.includes(key));

/**
 * The day of the newest of the story's sources, not later than the draft, that has a toll of a claim's role; of people of a kind ("three roofers") one of that kind:
 * that the toll of all has risen since makes theirs no older.
 */
export function newestTolls(story: readonly Source[], facts: Facts, written: string | undefined): (claim: Claim) => string | undefined {
  const known = new Map<string, string | undefined>();
  return ({ role, figure }) => {
    if (!role || !casualtyRoles.has(role)) return undefined;
    const kind = kindOfPeople(figure);
    const key = `${role} ${kind ?? ""}`;
    if (!known.has(key)) {
      const counts = (source: Source) => facts.tolls(source, role).some(({ claim }) => !kind || claim.figure.noun?.head === kind);
      const newest = story.find((source) => source.date !== undefined && (!written || source.date <= written) && counts(source));
      known.set(key, newest?.date);
    }
    return known.get(key);
  };
}

/** What people are beside people: "roofers", "melon pickers". Men, women, children and civilians are counted anew with every toll. */
function kindOfPeople({ noun }: Figure): string | undefined {
  if (!noun || noun.elided || !isPerson(noun.head)) return undefined;
  const groups = groupsOf.get(noun.head);
  return /^(?:person|people|victim|body|casualty|resident|member|other|dead|injured|wounded|missing|patient|passenger|survivor)$/.test(noun.head) ||
    groups?.some((group) => /^(?:civilian|child|woman|man)$/.test(group))
    ? undefined
    : noun.head;
}
