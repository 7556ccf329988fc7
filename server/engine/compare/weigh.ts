import type { Claim } from "../claims/claim.ts";
import type { Source } from "../corpus/source.ts";
import { likeness } from "./alignment.ts";
import { another, wordsOf } from "./another.ts";
import type { Candidate } from "./candidates.ts";
import {
  areUnitsExchanged,
  isCasualty,
  isKeptNumber,
  type Objection,
  objectionToGroup,
  objectionToKind,
  objectionToMeasure,
  objectionToPlace,
  objectionToSome,
  objectionToSpeaker,
  objectionToTime,
  sameCount,
  sameSpeaker,
} from "./compatible.ts";
import { areSwapped, looksMistyped, significantDigits } from "./digits.ts";
import { ownEra } from "./era.ts";
import type { KnownFact } from "./facts.ts";
import { relate } from "./interval.ts";
import { meanings } from "./meanings.ts";
import { otherFate } from "./other-fate.ts";
import { saysTheSame } from "./same-part.ts";
import type { Rarity } from "./sentence-index.ts";
import type { Verdict } from "./verdict.ts";

/** A claim of the draft, with what is known around it. */
export interface Subject {
  readonly claim: Claim;
  /** The prose of its clause. */
  readonly clause: string;
  /** The sources that its sentence cites. */
  readonly cited: ReadonlySet<Source>;
  /** The year of the older event that it is about (`eraOf`). */
  readonly era: string | undefined;
  /** Those that the draft as a whole looks back on. */
  readonly eras: ReadonlySet<string>;
  /** The day of the draft. */
  readonly written: string | undefined;
  readonly rarity: Rarity;
  /** The pairs of places, each written `a|b`, that the draft or its sources count apart: "26 in Orsa, 11 in Velm". */
  readonly contrasts: readonly ReadonlySet<string>[];
}

/** Below this two statements have too little in common to be weighed against each other at all. */
const leastStrength = 0.12;
/** Nouns that say nothing of what is counted: their clauses must tell, by being at least this alike. */
const bare: ReadonlySet<string> = new Set(["person", "count", "number", "figure", "total", "time", "thing", "other"]);
const sameClause = 0.3;
/** Sentences this alike tell of one event, though one names the town and the other the region, one the ministry and the other its minister. */
const sameEvent = 0.5;

/** What is called a rise in one and not in the other, with a slip of the hand between them: one of the two was not understood. */
const sameStatement = 0.6;
/** Below that, a slip of the hand between two amounts may be chance. */
const sameWords = 0.45;
/** The source's own sentence. */
const sameSentence = 0.85;
/** Three digits or more in another order are hardly chance, where the sentences are this alike. */
const swap = 0.32;

/** A right number beside a wrong group is this much weaker a contradiction than a wrong number. */
const otherGroup = 0.2;

/** One claim against one fact: the same number needs little in common to support it, another number much to contradict it. */
export function weigh(subject: Subject, candidate: Candidate): Verdict {
  const { claim } = subject;
  const { fact } = candidate;
  const other = fact.claim;
  const verdict = (relation: Verdict["relation"], strength: number, reason: string): Verdict => ({ fact, relation, strength, reason });
  const relation = areUnitsExchanged(claim.figure, other.figure) ? "conflict" : relate(claim.figure, other.figure);
  if (relation === "open") return verdict("unrelated", 0, "neither number says anything against the other");
  const sameNumber = relation !== "conflict";
  const measure = sameNumber && sameCount(claim, other) ? undefined : objectionToMeasure(claim, other);
  const fate = measure && sameNumber ? otherFate(claim, other) : undefined;
  if (measure && !fate) return verdict("unrelated", 0, measure);
  const clause = likeness(clauseStems(claim, subject.clause), clauseStems(other, fact.clause), subject.rarity);
  const strength = strengthOf(subject, candidate, clause, sameNumber);
  if (strength < leastStrength) return verdict("unrelated", strength, "their sentences have too little in common");
  if (fate) {
    const objection =
      candidate.score < sameWords ? "their sentences have too little in common" : (objectionToTime(claim, other) ?? objectionToEra(subject, fact));
    return objection
      ? verdict("unrelated", strength, objection)
      : verdict("contradicts", strength - otherGroup, `${fact.source.id} has ${other.figure.text} ${fate}`);
  }
  if (!sameNumber) {
    if (other.denied || claim.denied) return verdict("unrelated", strength, "one of the numbers is given only to deny it");
    const ofOneWhole = saysTheSame(claim, subject.clause, other, fact.clause);
    const objection = objectionToConflict(subject, candidate, clause, strength, ofOneWhole);
    if (objection) return verdict("unrelated", strength, objection);
    const contradicts = verdict("contradicts", strength, `${fact.source.id} has ${other.figure.text}`);
    return ofOneWhole ? { ...contradicts, ofOneWhole } : contradicts;
  }
  const whose = objectionToGroup(claim.group, other.group);
  if (whose && isCasualty(claim) && claim.figure.value > 1) return verdict("contradicts", strength - otherGroup, whose);
  const objection = whose ?? objectionToPlace(claim.place, other.place);
  if (objection) return verdict("unrelated", strength, objection);
  if (relation === "drifted" && !(other.implied && isChange(other))) return verdict("drifts", strength, "the number is the same, its hedge is not");
  return verdict("supports", strength, relation === "same" ? "the same figure" : "rounded, and still true");
}

/**
 * Why another number may be about something else. Another place is none where the sentences are alike or the source has no other toll, unless the text
 * counts the two places apart; nor is another speaker where the number looks mistyped.
 */
function objectionToConflict(subject: Subject, { fact, only, score, scene }: Candidate, clause: number, strength: number, ofOneWhole: boolean): Objection {
  const { claim, contrasts } = subject;
  const other = fact.claim;
  const alike = strength - weights.sentence * (scene - score);
  const sameScene = isCasualty(claim) && (alike >= sameEvent || only) && !contrasts.some((pairs) => pairs.has(`${claim.place[0]}|${other.place[0]}`));
  const slip = strength >= sameEvent && looksMistyped(claim.figure.value, other.figure.value);
  const swapped = strength >= swap && significantDigits(claim.figure.value) > 2 && areSwapped(claim.figure.value, other.figure.value);
  const mistyped = looksMistyped(claim.figure.value, other.figure.value) || areUnitsExchanged(claim.figure, other.figure);
  const sure = swapped && significantDigits(claim.figure.value) > 3 && !isCasualty(claim);
  return (
    objectionToGroup(claim.group, other.group) ??
    objectionToSome(claim, other) ??
    objectionToSize(claim.figure.value, other.figure.value) ??
    (sameScene || sure ? undefined : objectionToPlace(claim.place, other.place)) ??
    objectionToTime(claim, other) ??
    (swapped || ofOneWhole || (slip && strength >= sameSentence) || (strength >= sameEvent && isOfLate(subject, fact))
      ? undefined
      : objectionToEra(subject, fact)) ??
    (slip && strength >= sameStatement && !isCasualty(claim) ? undefined : objectionToKind(claim, other)) ??
    (slip || sure ? undefined : objectionToSpeaker(claim.attribution, other.attribution)) ??
    ((mistyped && strength >= sameWords) || sure ? undefined : objectionToClause(claim, clause)) ??
    (mistyped || isCasualty(claim) ? undefined : objectionToThing(subject, fact))
  );
}

/** A rise that was reckoned has no hedge to be kept. */
const isChange = ({ kind }: Claim): boolean => kind === "increase" || kind === "decrease";

/** £2.50 for a ticket is no wrong jackpot of £11.4m; a million for a billion has the same digits. */
const objectionToSize = (a: number, b: number): Objection =>
  Math.max(a, b) > 200 * Math.min(a, b) && !looksMistyped(a, b) && String(a).replace(/[.0]/g, "") !== String(b).replace(/[.0]/g, "")
    ? "the numbers are of different sizes"
    : undefined;

/** "61 million in the year to January, from 98 million a year earlier": a date of another number, of late, makes no older event of business as usual. */
function isOfLate({ claim, era: a, written }: Subject, fact: KnownFact): boolean {
  const b = fact.era;
  if (isCasualty(claim) || !written || (a && b)) return false;
  if ((a ? claim : fact.claim).asOf.basis === "sentence" && (a || !looksMistyped(claim.figure.value, fact.claim.figure.value))) return false;
  return Number(a ?? b) >= Number(written.slice(0, 4)) - 1;
}

/** A sentence about the drought of 2002 tells nothing of this year's. */
function objectionToEra({ claim, era: a, eras, written }: Subject, fact: KnownFact): Objection {
  const b = fact.era ?? ownEra(fact.source.date, written);
  return a === b ||
    (eras.has(a ?? b ?? "") && (a === undefined || b === undefined)) ||
    (claim.asOf.basis === "sentence" && fact.claim.asOf.basis === "sentence")
    ? undefined
    : `one is about an event of ${a ?? "now"}, the other of ${b ?? "now"}`;
}

/** The price of zinc is no wrong price of copper. */
function objectionToThing({ claim, clause }: Subject, fact: KnownFact): Objection {
  const thing = another(clauseWords(claim, clause), clauseWords(fact.claim, fact.clause));
  return thing && `one is about another thing: ${thing}`;
}

/** Where the noun does not tell what is counted, the words around it must. */
function objectionToClause(claim: Claim, clause: number): Objection {
  if (claim.role || (claim.figure.noun && !bare.has(claim.figure.noun.head)) || clause >= sameClause) return undefined;
  return "the words around the two numbers differ";
}

/** What each agreement adds, fitted to the story packs: the words of the sentence tell most, then those of the clause, then a number that only a slip of the hand parts. */
const weights = { sentence: 0.55, clause: 0.2, slip: 0.18, cited: 0.12, role: 0.1, noun: 0.1, speaker: 0.08, digit: 0.08, modifier: 0.05 } as const;

/** How sure it is that two comparable claims speak of the same thing: what their sentences, clauses, nouns and speakers share. */
function strengthOf({ claim, cited }: Subject, { fact, scene }: Candidate, clause: number, sameNumber: boolean): number {
  const other = fact.claim;
  const [a, b] = [claim.figure.noun, other.figure.noun];
  let strength = weights.sentence * scene + weights.clause * clause;
  if (claim.role && claim.role === other.role) strength += weights.role;
  if (a && b && a.head === b.head) strength += weights.noun;
  if (a && b && a.words.length > 1 && a.words.slice(0, -1).some((word) => b.words.includes(word))) strength += weights.modifier;
  if (claim.attribution && other.attribution && sameSpeaker(claim.attribution, other.attribution)) strength += weights.speaker;
  if (cited.has(fact.source)) strength += weights.cited;
  if (sameNumber) strength += weights.digit * Math.min(3, significantDigits(claim.figure.value) - 1);
  else if (looksMistyped(claim.figure.value, other.figure.value) || isKeptNumber(claim.figure, other.figure)) strength += weights.slip;
  return Math.min(1, strength);
}

/** What is told of the clause of a claim, once. */
function ofClause<V>(tell: (clause: string) => V): (claim: Claim, clause: string) => V {
  const known = new WeakMap<Claim, V>();
  return (claim, clause) => {
    const value = known.get(claim) ?? tell(clause);
    known.set(claim, value);
    return value;
  };
}

const clauseStems = ofClause((clause): ReadonlySet<string> => new Set(meanings(clause)));
const clauseWords = ofClause(wordsOf);
