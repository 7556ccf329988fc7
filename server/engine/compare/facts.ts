import type { Claim, Role } from "../claims/claim.ts";
import type { Corpus } from "../corpus/corpus.ts";
import { derived } from "../corpus/derived.ts";
import { toldIn } from "../corpus/packed-source.ts";
import type { Source } from "../corpus/source.ts";
import type { Steps } from "../corpus/steps.ts";
import type { Sentence } from "../document/document.ts";
import { bestOf } from "./best.ts";
import { dimensionOf, isBare } from "./compatible.ts";
import { digitCounts, looksMistyped, significantDigits } from "./digits.ts";
import { eraOf } from "./era.ts";
import type { Fact } from "./verdict.ts";

/** A fact of the corpus, with what is told of it without its source. */
export interface KnownFact extends Fact {
  /** The prose of its clause. */
  readonly clause: string;
  /** The year of the older event that it is about (`eraOf`). */
  readonly era?: string;
}

/** The claims of all sources, findable by sentence, by number and by role. */
export interface Facts {
  readonly bySentence: (source: Source, sentence: number) => readonly KnownFact[];
  /**
   * Facts that may count the same and have a claim's number, or one of three significant digits or more that a slip of the hand makes of it: of very many
   * those of the cited sources, and those whose sentences are likest, each with that likeness; `likenessOf` is asked by a source's place in the corpus.
   */
  readonly byNumber: (
    claim: Claim,
    cited: ReadonlySet<Source>,
    likenessOf: (source: number, sentence: number) => number,
  ) => readonly (readonly [KnownFact, number])[];
  /** What the source gives as the running toll of a role: totals of its own days, not of some earlier disaster. */
  readonly tolls: (source: Source, role: Role) => readonly KnownFact[];
  /** Pairs of places that a source counts apart in one sentence, each written `a|b`. */
  readonly contrasts: ReadonlySet<string>;
}

/** A number that stands in more places than this ("two") is no way to find a fact. */
const commonest = 200;
/** Of more facts with a number, what is said in other words is left out. */
const mostByNumber = 20;

export const corpusFacts = derived(gatherFacts);

export const factsOf = corpusFacts.of;

/** Facts are told by numbers, those of a source in text order: an object is made of what a draft asks for, and is the same as long as somebody uses it. */
function* gatherFacts({ sources }: Corpus): Steps<Facts> {
  const contrasts = new Set<string>();
  const [sourceAt, sentenceAt, valueAt]: [number[], number[], number[]] = [[], [], []];
  const eras = new Map<number, string>();
  const running = new Map<Source, { readonly fact: number; readonly role: Role }[]>();
  const byValue = new Map<string, number[]>();
  /** Of each set of digits the numbers that they make. */
  const byDigits = new Map<string, number[]>();
  /** Of each source the number of its first fact, and of the one behind its last. */
  const ranges = new Map<Source, { readonly from: number; readonly to: number }>();
  for (const [at, source] of sources.entries()) {
    const { reading, claims } = source;
    const from = valueAt.length;
    for (const [nth, claim] of claims.entries()) {
      const fact = from + nth;
      const { value } = claim.figure;
      sourceAt.push(at);
      sentenceAt.push(claim.sentence.index);
      valueAt.push(value);
      const era = eraOf(reading, claim);
      if (era) eras.set(fact, era);
      if (claim.role && !era && isRunning(claim)) running.set(source, [...(running.get(source) ?? []), { fact, role: claim.role }]);
      const counted = isBare(claim) ? bare : dimensionOf(claim);
      const isFirst = put(byValue, `${value} ${counted}`, fact, commonest + 1) === 1;
      if (isFirst && significantDigits(value) > 2) put(byDigits, `${digitCounts(value)} ${counted}`, value);
    }
    ranges.set(source, { from, to: valueAt.length });
    for (const pair of contrastsOf(claims)) contrasts.add(pair);
    yield;
  }
  const sentences = new Map<number, WeakRef<Sentence>>();
  const ofSentence = new WeakMap<Sentence, readonly KnownFact[]>();
  /** The facts of the sentence that begins with this one. */
  const factsFrom = (first: number): readonly KnownFact[] => {
    const before = sentences.get(first)?.deref();
    const known = before && ofSentence.get(before);
    if (known) return known;
    const source = sources[sourceAt[first] as number] as Source;
    const { sentence, prose, claims } = toldIn(source, sentenceAt[first] as number);
    const facts = claims.map((claim, nth): KnownFact => {
      const era = eras.get(first + nth);
      const clause = prose.slice(claim.clause.start - sentence.start, claim.clause.end - sentence.start);
      return { source, claim, clause, ...(era && { era }) };
    });
    sentences.set(first, new WeakRef(sentence));
    ofSentence.set(sentence, facts);
    return facts;
  };
  const isBeside = (a: number, b: number): boolean => sourceAt[a] === sourceAt[b] && sentenceAt[a] === sentenceAt[b];
  const factAt = (fact: number): KnownFact => {
    let first = fact;
    while (isBeside(first - 1, fact)) first--;
    return factsFrom(first)[fact - first] as KnownFact;
  };
  return {
    bySentence: (source, sentence) => {
      const { from, to } = ranges.get(source) ?? nowhere;
      for (let fact = from; fact < to; fact++) if (sentenceAt[fact] === sentence) return factsFrom(fact);
      return [];
    },
    byNumber: (claim, cited, likenessOf) => {
      const { value } = claim.figure;
      const counted = [dimensionOf(claim), bare];
      const digits = significantDigits(value) > 2 ? digitCounts(value) : undefined;
      const having = (number: number, what: string): readonly number[] => {
        const facts = byValue.get(`${number} ${what}`) ?? [];
        return facts.length > commonest ? [] : facts;
      };
      const found = counted.flatMap((what) => {
        const slips = (digits && byDigits.get(`${digits} ${what}`)?.filter((theirs) => looksMistyped(value, theirs))) || [];
        return [...slips, value].flatMap((number) => having(number, what));
      });
      const ofCited = Array.from(cited, (source) => {
        const { from, to } = ranges.get(source) ?? nowhere;
        return valueAt.slice(from, to).flatMap((theirs, nth) => (theirs === value ? [from + nth] : []));
      });
      const scored = (fact: number) => ({ fact, score: likenessOf(sourceAt[fact] as number, sentenceAt[fact] as number) });
      const likest = found.length > mostByNumber ? bestOf(found.map(scored), mostByNumber, (a, b) => a.score > b.score) : found.map(scored);
      return [...ofCited.flat().map(scored), ...likest].map(({ fact, score }) => [factAt(fact), score]);
    },
    contrasts,
    tolls: (source, role) => (running.get(source) ?? []).flatMap((one) => (one.role === role ? [factAt(one.fact)] : [])),
  };
}

/** In place of a dimension: a number without a noun may count anything. */
const bare = "bare";

const nowhere = { from: 0, to: 0 };

/** How many are in its list now. */
function put(lists: Map<string, number[]>, key: string, number: number, most = Number.POSITIVE_INFINITY): number {
  const list = lists.get(key);
  if (!list) lists.set(key, [number]);
  else if (list.length < most) list.push(number);
  return list?.length ?? 1;
}

const isRunning = ({ kind, asOf, figure, denied }: Claim): boolean =>
  (kind === "total" || kind === "incident" || kind === "part") && !asOf.earlier && !denied && figure.form !== "vague";

/** The pairs of places that one sentence gives figures of one role for, in both orders. */
export function contrastsOf(claims: readonly Claim[]): readonly string[] {
  return claims.flatMap((claim, index) => {
    const pairs: string[] = [];
    for (let i = index - 1; claims[i]?.sentence === claim.sentence; i--) {
      const [a, b] = [claim.place[0], claims[i]?.place[0]];
      if (a && b && a !== b && claims[i]?.role === claim.role) pairs.push(`${a}|${b}`, `${b}|${a}`);
    }
    return pairs;
  });
}
