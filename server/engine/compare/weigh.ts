import type { Claim } from "../claims/claim.ts";
import { contentStems } from "../document/words.ts";
import type { Reading } from "../extract/mentions.ts";
import { likeness } from "./alignment.ts";
import type { Candidate } from "./candidates.ts";
import {
  isCasualty,
  objectionToGroup,
  objectionToKind,
  objectionToMeasure,
  objectionToPlace,
  objectionToSpeaker,
  objectionToTime,
  sameCount,
  sameSpeaker,
} from "./compatible.ts";
import { eraOf } from "./era.ts";
import { looksMistyped, relate, significantDigits } from "./interval.ts";
import type { Verdict } from "./verdict.ts";

/** A claim of the draft and a fact, with what is known of the sentences that they stand in. */
export interface Pair extends Candidate {
  readonly claim: Claim;
  /** The draft's sentence cites the fact's source. */
  readonly cited: boolean;
  readonly draft: Reading;
  readonly rare: (stem: string) => number;
  /** Draft or sources count the two claims' places apart: "26 in Orsa, 11 in Velm". */
  readonly contrasted: (a: Claim, b: Claim) => boolean;
}

/** Below this two statements have too little in common to be weighed against each other at all. */
const leastStrength = 0.12;
/** Nouns that say nothing of what is counted: their clauses must tell. */
const bare: ReadonlySet<string> = new Set(["person", "count", "number", "figure", "total", "time", "thing", "other"]);
const sameClause = 0.3;
/** Sentences this alike tell of one event, though one names the town and the other the region, one the ministry and the other its minister. */
const sameEvent = 0.5;

/** One claim against one fact: the same number needs little in common to support it, another number much to contradict it. */
export function weigh(pair: Pair): Verdict {
  const { claim, fact } = pair;
  const other = fact.claim;
  const verdict = (relation: Verdict["relation"], strength: number, reason: string): Verdict => ({ fact, relation, strength, reason });
  const relation = relate(claim.figure, other.figure);
  if (relation === "open") return verdict("unrelated", 0, "neither number says anything against the other");
  const measure =
    relation === "conflict"
      ? objectionToMeasure(claim, other)
      : objectionToMeasure(claim, other) && !sameCount(claim, other)
        ? objectionToMeasure(claim, other)
        : undefined;
  if (measure) return verdict("unrelated", 0, measure);
  const clause = likeness(clauseStems(pair.draft, claim), clauseStems(fact.source.reading, other), pair.rare);
  const strength = strengthOf(pair, clause, relation !== "conflict");
  if (strength < leastStrength) return verdict("unrelated", strength, "their sentences have too little in common");
  const whose = objectionToGroup(claim.group, other.group);
  const whereabouts = objectionToPlace(claim.place, other.place);
  if (relation === "conflict") {
    const slip = looksMistyped(claim.figure.value, other.figure.value);
    const objection =
      whose ??
      (isCasualty(claim) && (strength >= sameEvent || pair.only) && !pair.contrasted(claim, other) ? undefined : whereabouts) ??
      objectionToTime(claim, other) ??
      objectionToEra(pair) ??
      objectionToKind(claim, other) ??
      (slip && strength >= sameEvent ? undefined : objectionToSpeaker(claim.attribution, other.attribution)) ??
      objectionToClause(claim, clause);
    return objection ? verdict("unrelated", strength, objection) : verdict("contradicts", strength, `${fact.source.id} has ${other.figure.text}`);
  }
  if (whose && isCasualty(claim) && claim.figure.value > 1) return verdict("contradicts", strength - 0.2, whose);
  const objection = whose ?? whereabouts;
  if (objection) return verdict("unrelated", strength, objection);
  return relation === "drifted"
    ? verdict("drifts", strength, "the number is the same, its hedge is not")
    : verdict("supports", strength, relation === "same" ? "the same figure" : "rounded, and still true");
}

/** A sentence about the drought of 2002 tells nothing of this year's. */
function objectionToEra({ claim, fact, draft }: Pair): string | undefined {
  const [a, b] = [eraOf(draft, claim), eraOf(fact.source.reading, fact.claim)];
  return a === b || (claim.asOf.basis === "sentence" && fact.claim.asOf.basis === "sentence")
    ? undefined
    : `one is about an event of ${a ?? "now"}, the other of ${b ?? "now"}`;
}

/** Where the noun does not tell what is counted, the words around it must. */
function objectionToClause(claim: Claim, clause: number): string | undefined {
  if (claim.role || (claim.figure.noun && !bare.has(claim.figure.noun.head)) || clause >= sameClause) return undefined;
  return "the words around the two numbers differ";
}

/** How sure it is that two comparable claims speak of the same thing: what their sentences, clauses, nouns and speakers share. */
function strengthOf({ claim, fact, score, cited }: Pair, clause: number, sameNumber: boolean): number {
  const other = fact.claim;
  const [a, b] = [claim.figure.noun, other.figure.noun];
  let strength = 0.55 * score + 0.2 * clause;
  if (claim.role && claim.role === other.role) strength += 0.1;
  if (a && b && a.head === b.head) strength += 0.1;
  if (a && b && a.words.length > 1 && a.words.slice(0, -1).some((word) => b.words.includes(word))) strength += 0.05;
  if (claim.attribution && other.attribution && sameSpeaker(claim.attribution, other.attribution)) strength += 0.08;
  if (cited) strength += 0.12;
  if (sameNumber) strength += 0.08 * Math.min(3, significantDigits(claim.figure.value) - 1);
  else if (looksMistyped(claim.figure.value, other.figure.value)) strength += 0.18;
  return Math.min(1, strength);
}

const clauseCache = new WeakMap<Claim, ReadonlySet<string>>();

function clauseStems({ document }: Reading, claim: Claim): ReadonlySet<string> {
  let stems = clauseCache.get(claim);
  if (!stems) {
    stems = new Set(contentStems(document.prose.slice(claim.clause.start, claim.clause.end)));
    clauseCache.set(claim, stems);
  }
  return stems;
}
