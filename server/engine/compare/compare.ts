import type { Claim } from "../claims/claim.ts";
import { claimsByPassage } from "../claims/claims.ts";
import { type Corpus, sourceOf } from "../corpus/corpus.ts";
import { eachKept, joined, startsOf } from "../document/kept-lists.ts";
import type { PassageReading, Reading } from "../extract/mentions.ts";
import { type Alignments, sentenceStems } from "./alignment.ts";
import { bestOf } from "./best.ts";
import { passagesIn, shelfOf } from "./by-passage.ts";
import { candidatesOf, newestTolls, storyOf, tollsOf } from "./candidates.ts";
import { claimKey } from "./claim-key.ts";
import { withCompanions } from "./companions.ts";
import { isCasualty } from "./compatible.ts";
import { isDerived } from "./derived.ts";
import { eraOf, storyEras } from "./era.ts";
import { contrastsOf, type Facts, factsOf } from "./facts.ts";
import { isRemainder } from "./remainder.ts";
import { sentenceIndex } from "./sentence-index.ts";
import { withoutSwapped } from "./swapped.ts";
import { withoutTaken } from "./taken.ts";
import { type ClaimComparison, mostSetAside, type Verdict } from "./verdict.ts";
import { type Weigher, weigherOf } from "./weigher.ts";

/** Compares each claim of the draft with the facts of the corpus that it may be about. */
export function compareClaims(claims: readonly Claim[], draft: Reading, alignments: Alignments, corpus: Corpus): readonly ClaimComparison[] {
  const facts = factsOf(corpus);
  const index = sentenceIndex.of(corpus);
  const { written } = draft;
  const eras = storyEras(draft);
  const draftStems = sentenceStems(draft.document);
  const story = storyOf(draft, alignments, corpus);
  const shelf = shelfOf(draft);
  const tolls = shelf.keep("tolls", [story, facts], () => tollsOf(story, facts, shelf));
  const newestToll = shelf.keep("newest tolls", [story, facts, written], () => newestTolls(story, facts, written));
  const bySentence = claimsBySentence(claims);
  const contrasts = new Set(contrastsOf(claims));
  const weigherFor = (claim: Claim): Weigher => {
    const { sentence, clause, citations } = claim;
    const cited = new Set(citations.flatMap(({ key }) => sourceOf(corpus, key) ?? []));
    const candidates = candidatesOf(claim, cited, draftStems[sentence.index] ?? new Set(), alignments[sentence.index] ?? [], facts, index);
    const of = { claim, clause: draft.document.prose.slice(clause.start, clause.end), cited, era: eraOf(draft, claim), eras, written };
    return weigherOf({ ...of, rarity: index.rarity, contrasts: [contrasts, facts.contrasts] }, candidates);
  };
  const verdictsOf = (claim: Claim, weighed: readonly Verdict[], newest: string | undefined): Told => {
    const verdicts = weighed.filter((v) => v.relation !== "unrelated").sort(byStrength);
    const setAside = weighed.filter(({ relation, fact }) => relation === "unrelated" && isOfOneKind(claim, fact.claim));
    const isLeft = isRemainder(
      claim,
      weighed.map(({ fact }) => fact),
    );
    return { verdicts, setAside: bestOf(setAside, mostSetAside, isStronger), isLeft, ...(newest && { newestToll: newest }) };
  };
  // On the whole draft a claim's verdicts rest only where it counts casualties: on the tolls of the story, and on places that are counted apart from its own.
  const ofCasualties = <T>(tell: (claim: Claim) => T) => claims.map((claim) => (isCasualty(claim) ? tell(claim) : undefined));
  const pairs = [...contrasts].sort();
  const passages = passagesIn(draft);
  const inPassages = claimsByPassage(passages, shelf);
  const keys = joined(eachKept(shelf, "claim keys", [inPassages], [], (at) => (inPassages[at] as readonly Claim[]).map(claimKey)));
  const restsOn = [
    keys,
    claims.map(({ sentence }) => alignments[sentence.index]),
    claims.map((claim) => eraOf(draft, claim)),
    ofCasualties(({ place: [here] }) => pairs.filter((pair) => pair.startsWith(`${here}|`)).join()),
  ];
  const weighers = eachKept(shelf, "weighers", restsOn, [facts, written, [...eras].join()], (at) => weigherFor(claims[at] as Claim));
  const [told, newest] = [ofCasualties(tolls), ofCasualties(newestToll)];
  const weighed = eachKept(shelf, "weighed", [weighers, told], [], (at) => (weighers[at] as Weigher)(told[at] ?? []));
  const alone = eachKept(shelf, "verdicts", [weighed, newest], [], (at) => verdictsOf(claims[at] as Claim, weighed[at] as readonly Verdict[], newest[at]));
  const firsts = startsOf(inPassages);
  const placed = <T>(list: readonly T[], at: number) => list.slice(firsts[at], (firsts[at] as number) + (inPassages[at] as readonly Claim[]).length);
  const toldOf = passages.map((passage, at) => {
    const saying = placed(alone, at);
    if (saying.length > mostFigures) return saying;
    return passage.shelf.keep("verdicts", [inPassages[at], facts, ...saying], () => {
      const own = placed(claims, at);
      return withoutSwapped(draft, own, withCompanions(own, saying), facts);
    });
  });
  const around = (step: 1 | -1) => passages.map((_, at) => inPassages[nextTold(passages, at, step)]);
  const derived = eachKept(shelf, "derived", [around(-1), inPassages, around(1)], [facts], (at) =>
    placed(claims, at).map((claim) => isDerived(claim, beside(claim, alignments, facts, bySentence))),
  );
  const [toldOfAll, derivedOfAll] = [joined(toldOf), joined(derived)];
  const comparisons = eachKept(shelf, "comparisons", [claims, derivedOfAll, toldOfAll], [], (at) => {
    const { isLeft, ...said } = toldOfAll[at] as Told;
    return { claim: claims[at] as Claim, derived: isLeft || (derivedOfAll[at] as boolean), ...said };
  });
  return withoutTaken(comparisons, bySentence, shelf);
}

/** The next passage that has sentences, forward or back. */
function nextTold(passages: readonly PassageReading[], at: number, step: 1 | -1): number {
  let next = at + step;
  while (passages[next]?.document.sentences.length === 0) next += step;
  return next;
}

/** What the corpus says of a claim, whatever else the draft claims. */
interface Told extends Pick<ClaimComparison, "verdicts" | "setAside" | "newestToll"> {
  /** It is what a part that the sources give leaves of a whole that they give. */
  readonly isLeft: boolean;
}

/** Both count people by their fate, or neither does; and in the same measure. */
const isOfOneKind = (a: Claim, b: Claim): boolean => isCasualty(a) === isCasualty(b) && a.figure.dimension === b.figure.dimension;
/** A sentence or a paragraph with more figures than this is a list of results: nobody reckons with it, and each with each would take quadratic time. */
const mostFigures = 60;

/** The claims that a reader would reckon with: those of the claim's sentence and its neighbours, and of each of the source sentences closest to it. */
function beside(claim: Claim, alignments: Alignments, facts: Facts, bySentence: ReadonlyMap<number, readonly Claim[]>): readonly (readonly Claim[])[] {
  const fewOf = <T>(figures: readonly T[] | undefined): readonly T[] => (figures && figures.length <= mostFigures ? figures : []);
  const own = [-2, -1, 0, 1, 2].flatMap((step) => {
    const near = fewOf(bySentence.get(claim.sentence.index + step));
    return Math.abs(step) < 2 || near[0]?.sentence.block === claim.sentence.block ? near : [];
  });
  const theirs = (alignments[claim.sentence.index] ?? [])
    .slice(0, 2)
    .map(({ source, sentence }) => fewOf(facts.bySentence(source, sentence.index)).flatMap(({ claim }) => (claim.denied ? [] : claim)));
  return [own, ...theirs];
}

const byStrength = (a: Verdict, b: Verdict): number => b.strength - a.strength || (a.fact.source.id < b.fact.source.id ? -1 : 1);
const isStronger = (a: Verdict, b: Verdict): boolean => byStrength(a, b) < 0;

function claimsBySentence(claims: readonly Claim[]): ReadonlyMap<number, readonly Claim[]> {
  const found = new Map<number, Claim[]>();
  for (const claim of claims) {
    const known = found.get(claim.sentence.index);
    if (known) known.push(claim);
    else found.set(claim.sentence.index, [claim]);
  }
  return found;
}
