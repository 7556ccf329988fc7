import type { Claim } from "../claims/claim.ts";
import type { EngineConfig } from "../config.ts";
import { type Corpus, sourceOf } from "../corpus/corpus.ts";
import type { Source } from "../corpus/source.ts";
import { noMemory } from "../document/memory.ts";
import type { Reading } from "../extract/mentions.ts";
import { type Alignment, type Alignments, likeness, rarity, sentenceStems } from "./alignment.ts";
import { claimKey } from "./claim-key.ts";
import { isCasualty } from "./compatible.ts";
import { isDerived } from "./derived.ts";
import { contrastsOf, type Facts, factsOf } from "./facts.ts";
import type { ClaimComparison, Fact, Verdict } from "./verdict.ts";
import { weigh } from "./weigh.ts";

/** Compares each claim of the draft with the facts of the corpus that it may be about. */
export function compareClaims(
  claims: readonly Claim[],
  draft: Reading,
  alignments: Alignments,
  corpus: Corpus,
  _config: EngineConfig,
): readonly ClaimComparison[] {
  const facts = factsOf(corpus);
  const rare = rarity(corpus);
  const draftStems = sentenceStems(draft.document);
  const story = new Set(alignments.flatMap((aligned) => aligned.flatMap(({ source, score }) => (score >= sameStory ? [source] : []))));
  const bySentence = new Map<number, Claim[]>();
  for (const claim of claims) {
    const known = bySentence.get(claim.sentence.index);
    if (known) known.push(claim);
    else bySentence.set(claim.sentence.index, [claim]);
  }
  const own = new Set(contrastsOf(claims));
  const contrasted = (a: Claim, b: Claim) => own.has(`${a.place[0]}|${b.place[0]}`) || facts.contrasts.has(`${a.place[0]}|${b.place[0]}`);
  const verdictsOf = (claim: Claim): Pick<ClaimComparison, "verdicts" | "setAside" | "newestToll"> => {
    const cited = new Set(claim.citations.flatMap(({ key }) => sourceOf(corpus, key) ?? []));
    const candidates = new Map<Fact, number>();
    const offer = (fact: Fact, score: number) => candidates.set(fact, Math.max(score, candidates.get(fact) ?? 0));
    for (const aligned of alignments[claim.sentence.index] ?? []) for (const [fact, score] of factsNear(aligned, facts.bySentence)) offer(fact, score);
    const stems = draftStems[claim.sentence.index] ?? new Set();
    for (const fact of facts.bySlip(claim.figure.value)) if (!candidates.has(fact)) offer(fact, likeness(stems, stemsOf(fact), rare));
    for (const fact of facts.byValue(claim.figure.value)) if (!candidates.has(fact)) offer(fact, likeness(stems, stemsOf(fact), rare));
    const only = new Set<Fact>();
    for (const [fact, isOnly] of tollsOf(claim, story, facts)) {
      offer(fact, Math.max(isOnly ? onlyToll : 0, likeness(stems, stemsOf(fact), rare)));
      if (isOnly) only.add(fact);
    }
    const weighed = [...candidates]
      .map(([fact, score]) => weigh({ claim, fact, score, only: only.has(fact), cited: cited.has(fact.source), draft, rare, contrasted }))
      .toSorted(byStrength);
    const verdicts = weighed.filter((v) => v.relation !== "unrelated");
    const setAside = weighed.filter(({ relation, fact }) => relation === "unrelated" && isOfOneKind(claim, fact.claim)).slice(0, mostSetAside);
    const newestToll = newest(claim, story, facts, draft.written);
    return { verdicts, setAside, ...(newestToll && { newestToll }) };
  };
  const context = JSON.stringify(["verdicts", draft.written, [...own].sort(), [...story].map(({ id }) => id)]);
  const comparisons = claims.map((claim): ClaimComparison => {
    const told = (draft.memory ?? noMemory).recall(context, claimKey(draft, claim), () => verdictsOf(claim));
    return { claim, derived: isDerived(claim, beside(claim, alignments, facts, bySentence)), ...told };
  });
  return withoutTaken(comparisons, bySentence);
}

/** Both count people by their fate, or neither does; and in the same measure. */
const isOfOneKind = (a: Claim, b: Claim): boolean => isCasualty(a) === isCasualty(b) && a.figure.dimension === b.figure.dimension;
/** Nobody reads more of what was not compared. */
const mostSetAside = 12;
/** A source with a sentence this close to one of the draft tells the same story. */
const sameStory = 0.3;
/** What a source's only toll of a role and group is worth, whatever the words around it. */
const onlyToll = 0.3;

/** The tolls of the story's sources for the claim's role and group; where a source gives just one number, no likeness of words is needed. */
function* tollsOf(claim: Claim, story: ReadonlySet<Source>, facts: Facts): Generator<[Fact, boolean]> {
  if (!claim.role || !isCasualty(claim)) return;
  const group = [...claim.group].sort().join(" ");
  for (const source of story) {
    const tolls = facts
      .tolls(source, claim.role)
      .filter((fact) => (fact.claim.kind === "part") === (claim.kind === "part") && [...fact.claim.group].sort().join(" ") === group);
    const isOnly = new Set(tolls.map((fact) => fact.claim.figure.value)).size === 1;
    for (const fact of tolls) yield [fact, isOnly];
  }
}

/** The day of the newest of the story's sources that has a toll of this role, not later than the draft. */
function newest(claim: Claim, story: ReadonlySet<Source>, facts: Facts, written: string | undefined): string | undefined {
  if (!claim.role || !isCasualty(claim)) return undefined;
  let day: string | undefined;
  for (const source of story)
    if (source.date && (!written || source.date <= written) && (!day || source.date > day) && facts.tolls(source, claim.role).length) day = source.date;
  return day;
}

/** A sentence with more figures than this is a list of results: nobody reckons with it, and each with each would take quadratic time. */
const mostFigures = 60;

/** The claims that a reader would reckon with: those of the claim's sentence and its neighbours, and of each of the source sentences closest to it. */
function beside(claim: Claim, alignments: Alignments, facts: Facts, bySentence: ReadonlyMap<number, readonly Claim[]>): readonly (readonly Claim[])[] {
  const fewOf = <T>(figures: readonly T[] | undefined): readonly T[] => (figures && figures.length <= mostFigures ? figures : []);
  const own = [-1, 0, 1].flatMap((step) => fewOf(bySentence.get(claim.sentence.index + step)));
  const theirs = (alignments[claim.sentence.index] ?? [])
    .slice(0, 2)
    .map(({ source, sentence }) => fewOf(facts.bySentence(source, sentence.index)).map((fact) => fact.claim));
  return [own, ...theirs];
}

const stemsOf = ({ source, claim }: Fact): ReadonlySet<string> => sentenceStems(source.reading.document)[claim.sentence.index] ?? new Set();
const byStrength = (a: Verdict, b: Verdict): number => b.strength - a.strength || (a.fact.source.id < b.fact.source.id ? -1 : 1);

/** The facts of an aligned sentence, and, at less, of the sentences beside it in its paragraph: a statement is often spread over two. */
function* factsNear({ source, sentence, score }: Alignment, bySentence: (source: Source, sentence: number) => readonly Fact[]): Generator<[Fact, number]> {
  for (const fact of bySentence(source, sentence.index)) yield [fact, score];
  for (const near of [sentence.index - 1, sentence.index + 1])
    if (source.reading.document.sentences[near]?.block === sentence.block) for (const fact of bySentence(source, near)) yield [fact, score * 0.6];
}

/** A fact that one claim of a draft's sentence states rightly is not what another claim gets wrong; nor is one that the sentence itself leads up to. */
function withoutTaken(comparisons: readonly ClaimComparison[], bySentence: ReadonlyMap<number, readonly Claim[]>): readonly ClaimComparison[] {
  const taken = new Map<Claim, { strength: number; by: Claim }>();
  for (const { claim, verdicts } of comparisons)
    for (const { fact, relation, strength } of verdicts)
      if (relation === "supports" || relation === "drifts") {
        const before = taken.get(fact.claim);
        if (!before || before.strength < strength) taken.set(fact.claim, { strength, by: claim });
      }
  return comparisons.map(({ claim, verdicts, setAside, ...rest }) => {
    const objection = ({ fact, relation, strength }: Verdict): string | undefined => {
      if (relation !== "contradicts") return undefined;
      if (leadsUpTo(fact.claim, claim, bySentence.get(claim.sentence.index) ?? [])) return "the draft's sentence leads up to this number";
      const other = taken.get(fact.claim);
      const isFree = !other || other.by === claim || (other.by.sentence.index !== claim.sentence.index && other.strength < strength);
      return isFree ? undefined : "the draft has this figure rightly in another place";
    };
    const dropped = verdicts.flatMap((v): Verdict[] => {
      const reason = objection(v);
      return reason ? [{ ...v, relation: "unrelated", reason }] : [];
    });
    const kept = dropped.length ? verdicts.filter((v) => !objection(v)) : verdicts;
    return { ...rest, claim, verdicts: kept, setAside: dropped.length ? [...dropped, ...setAside].slice(0, mostSetAside) : setAside };
  });
}

/** "The crash killed 29 people on the spot; three more died later", where a source has 32. */
const leadsUpTo = (total: Claim, claim: Claim, beside: readonly Claim[]): boolean =>
  beside.some(({ kind, role, figure }) => kind === "increase" && role === claim.role && claim.figure.value + figure.value === total.figure.value);
