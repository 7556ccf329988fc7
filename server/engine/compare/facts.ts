import type { Claim, Role } from "../claims/claim.ts";
import type { Corpus } from "../corpus/corpus.ts";
import { derived } from "../corpus/derived.ts";
import type { Source } from "../corpus/source.ts";
import type { Steps } from "../corpus/steps.ts";
import { eraOf } from "./era.ts";
import { looksMistyped, significantDigits } from "./interval.ts";
import type { Fact } from "./verdict.ts";

/** The claims of all sources, findable by sentence, by number and by role. */
export interface Facts {
  readonly bySentence: (source: Source, sentence: number) => readonly Fact[];
  readonly byValue: (value: number) => readonly Fact[];
  /** Facts whose number has the same digits in another order, three significant digits or more. */
  readonly bySlip: (value: number) => readonly Fact[];
  /** What the source gives as the running toll of a role: totals of its own days, not of some earlier disaster. */
  readonly tolls: (source: Source, role: Role) => readonly Fact[];
  /** Pairs of places that a source counts apart in one sentence, each written `a|b`. */
  readonly contrasts: ReadonlySet<string>;
}

/** A number that stands in more places than this ("two") is no way to find a fact. */
const commonest = 200;

const sortedDigits = (value: number): string => [...String(value)].sort().join("");

export const corpusFacts = derived(gatherFacts);

export const factsOf = corpusFacts.of;

function* gatherFacts(corpus: Corpus): Steps<Facts> {
  const contrasts = new Set<string>();
  const sentences = new Map<Source, Map<number, Fact[]>>();
  const values = new Map<number, Fact[]>();
  const digits = new Map<string, Fact[]>();
  const roles = new Map<Source, Map<Role, Fact[]>>();
  const put = <K>(map: Map<K, Fact[]>, key: K, fact: Fact) => {
    const list = map.get(key);
    if (list) list.push(fact);
    else map.set(key, [fact]);
  };
  for (const source of corpus.sources) {
    const bySentence = new Map<number, Fact[]>();
    const byRole = new Map<Role, Fact[]>();
    for (const claim of source.claims as readonly Claim[]) {
      const fact: Fact = { source, claim };
      put(bySentence, claim.sentence.index, fact);
      put(values, claim.figure.value, fact);
      if (significantDigits(claim.figure.value) > 2) put(digits, sortedDigits(claim.figure.value), fact);
      if (claim.role && isRunning(fact)) put(byRole, claim.role, fact);
    }
    sentences.set(source, bySentence);
    roles.set(source, byRole);
    for (const pair of contrastsOf(source.claims)) contrasts.add(pair);
    yield;
  }
  return {
    bySentence: (source, sentence) => sentences.get(source)?.get(sentence) ?? [],
    byValue: (value) => {
      const found = values.get(value) ?? [];
      return found.length > commonest ? [] : found;
    },
    bySlip: (value) =>
      significantDigits(value) > 2 ? (digits.get(sortedDigits(value)) ?? []).filter((fact) => looksMistyped(value, fact.claim.figure.value)) : [],
    contrasts,
    tolls: (source, role) => roles.get(source)?.get(role) ?? [],
  };
}

function isRunning({ source, claim }: Fact): boolean {
  if (claim.kind !== "total" && claim.kind !== "incident" && claim.kind !== "part") return false;
  return !claim.asOf.earlier && !claim.denied && claim.figure.form !== "vague" && !eraOf(source.reading, claim);
}

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
