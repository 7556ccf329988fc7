import type { Claim } from "../claims/claim.ts";
import { type Corpus, sourceOf } from "../corpus/corpus.ts";
import { toldIn } from "../corpus/packed-source.ts";
import type { Source } from "../corpus/source.ts";
import { isBareNumber, isCasualty, isKeptNumber, sameCount } from "./compatible.ts";
import { isSumOf } from "./derived.ts";
import { areSwapped, looksMistyped, significantDigits } from "./digits.ts";
import { isRising, newerToll } from "./superseded.ts";
import type { ClaimComparison, Fact, Verdict } from "./verdict.ts";

/**
 * What the corpus as a whole says of one claim. Exactly one ruling a claim, so that one mistake is one finding:
 * `supported`; `drifted` (right number, other hedge); `superseded` (an older toll; `verdict` is the newer fact);
 * `contradicted`; `miscited` (another source has it, the cited one does not; `verdict` is the supporting fact); `open` (nothing to hold against it).
 */
export interface Judgement {
  readonly claim: Claim;
  readonly ruling: "supported" | "drifted" | "superseded" | "contradicted" | "miscited" | "open";
  readonly verdict?: Verdict;
  /** For `superseded`: the older fact that the draft repeats. */
  readonly older?: Fact;
}

export function judge(comparison: ClaimComparison, corpus: Corpus, written: string | undefined): Judgement {
  const { claim, verdicts, derived } = comparison;
  const cited = new Set(claim.citations.flatMap(({ key }) => sourceOf(corpus, key) ?? []));
  const contradiction = contradictionOf(comparison, cited, written);
  const credible = verdicts.filter(
    (v) => (v.relation === "supports" || v.relation === "drifts") && (!contradiction || outweighs(claim, v, contradiction) || isCopied(claim, v, cited)),
  );
  const byCited = credible.filter((v) => cited.has(v.fact.source));
  const decisive = byCited.length ? byCited : credible;
  const support = strongest(decisive.filter((v) => v.relation === "supports"));
  // "3,120 of the 9,730, just under a third": a share that can be reckoned owes its hedge to the numbers, not to a source that says "a third" of something
  const drifts = support || (derived && isRelative(claim) && !byCited.length) ? [] : decisive.filter(({ relation }) => relation === "drifts");
  const verdict = support ?? strongest(drifts.filter((v) => v.strength >= (isRelative(claim) || isMultiple(claim) ? assertion : sameFact)));
  if (!verdict) return contradiction ? { claim, ruling: "contradicted", verdict: contradiction } : { claim, ruling: "open" };
  const newer = newerToll(claim, decisive, verdicts, written);
  if (newer) return { claim, ruling: "superseded", ...newer };
  if (contradiction && !byCited.length && cited.has(contradiction.fact.source) && isCasualty(claim) && contradiction.strength >= verdict.strength)
    return { claim, ruling: "contradicted", verdict: contradiction };
  // What could be reckoned by chance is no reckoning where another source has the very statement, and the cited one nothing to reckon it from.
  const isReckoned =
    derived &&
    (isRelative(claim) ||
      verdict.strength < assertion ||
      isSumOf(
        claim,
        [...cited].flatMap(({ claims }) => claims),
      ));
  const isMiscited =
    !byCited.length &&
    !isReckoned &&
    !isCredited(claim, verdict.fact.source) &&
    !isAfter(verdict.fact.source, written) &&
    verdict.strength >= sameFact &&
    cannotYield(cited, claim);
  return { claim, ruling: isMiscited ? "miscited" : support ? "supported" : "drifted", verdict };
}

/** From here on two claims are taken to speak of the same thing, and a difference may be asserted. */
const assertion = 0.45;
/** Less need speak for it where three digits or more stand in another order: that is hardly chance. */
const slip = 0.32;
/** A slip between two digits, or a zero too many, is chance more often. */
const smallSlip = 0.41;
/** The source's sentence is the draft's own: that the number could be reckoned from others is chance. */
const sameSentence = 0.85;
/** So it is where the digits of the very toll stand in another order. */
const sameToll = 0.55;
/** And where those of another number do. */
const sameStatement = 0.7;

/** What speaks against the claim: of a cited source, or of one that is not later than the draft and not older than the newest toll. */
function contradictionOf(
  { claim, verdicts, setAside, newestToll, derived }: ClaimComparison,
  cited: ReadonlySet<Source>,
  written: string | undefined,
): Verdict | undefined {
  const asserted = verdicts.filter(({ fact, relation, strength, ofOneWhole }) => {
    if (relation !== "contradicts" || hasBare(fact, claim) || setAside.some((other) => isLaterNumber(other, fact, claim))) return false;
    const mistyped = looksMistyped(claim.figure.value, fact.claim.figure.value) || isKeptNumber(claim.figure, fact.claim.figure);
    const swapped = areSwapped(claim.figure.value, fact.claim.figure.value);
    const chance = !swapped ? sameSentence : isCasualty(claim) && claim.role === fact.claim.role ? sameToll : sameStatement;
    const least = mistyped && significantDigits(claim.figure.value) > 2 ? slip : mistyped && !isCasualty(claim) ? smallSlip : assertion;
    if (strength < (derived && !ofOneWhole ? chance : least)) return false;
    return cited.has(fact.source) || (!isAfter(fact.source, written) && isCurrent(fact, newestToll) && !isNews(claim, fact, written));
  });
  return mostCredible(asserted, cited);
}

/** Less is nothing in common at all. */
const inCommon = 0.12;

/** A headline's "7.2%", where an older source has 6.5% and a newer one 7.2%: that the newer one names another place ("after talks at Acas") makes it no other number. */
const isLaterNumber = ({ fact: { source, claim: other }, strength }: Verdict, fact: Fact, { role, figure }: Claim): boolean =>
  !role &&
  strength >= inCommon &&
  other.figure.value === figure.value &&
  other.figure.dimension === figure.dimension &&
  significantDigits(figure.value) > 1 &&
  isAfter(source, fact.source.date);

/** "planted 1,190 hectares, less than half of its target of 2,500": the source's sentence has the draft's number too, and one of the two without its unit. */
const hasBare = ({ source, claim: { sentence } }: Fact, { figure }: Claim): boolean =>
  figure.value > 12 &&
  toldIn(source, sentence.index).claims.some(
    ({ figure: theirs }) =>
      theirs.value === figure.value && (theirs.dimension === "count") !== (figure.dimension === "count") && (isBareNumber(theirs) || isBareNumber(figure)),
  );

/**
 * A toll that a named authority gives later than the source did, and that has moved as tolls do: the writer's own reporting, which the source could not have.
 * A slip of the hand is none.
 */
function isNews({ role, kind, sourced, citations, figure, running }: Claim, { source, claim: other }: Fact, written: string | undefined): boolean {
  if (kind === "earlier" || citations.length || (sourced !== "attribution" && sourced !== "quotation")) return false;
  if (!written || !source.date || source.date >= written || looksMistyped(figure.value, other.figure.value)) return false;
  // the number that the source's own sentence gives for somebody else has strayed
  if (toldIn(source, other.sentence.index).claims.some(({ figure: theirs }) => theirs.value === figure.value)) return false;
  if (!role) return running === true;
  return !isRising(role) || (figure.value > other.figure.value && figure.value < mostRisen * other.figure.value);
}

/** More than that a toll seldom rises from one report to the next. */
const mostRisen = 4;

/** A support weaker than this, and much weaker than a contradiction, is a coincidence of digits; so is one that is weaker by far. */
const coincidence = 0.25;
const margin = 0.25;
/** What contradicts this surely, another sentence of the same source does not bear out. */
const surely = 0.85;
const farWeaker = 0.5;

const outweighs = (claim: Claim, support: Verdict, contradiction: Verdict): boolean =>
  !isBesideThePoint(claim, support, contradiction) && isStrongEnough(support, contradiction);

/** "Six people survived" where the source has "Five people survived. Six were German": a number that does not say what it counts, beside one that does. */
function isBesideThePoint({ role, kind, figure: { noun } }: Claim, { fact: own, strength }: Verdict, { fact, strength: against }: Verdict): boolean {
  if (own.source !== fact.source || own.claim.sentence.block !== fact.claim.sentence.block || strength > against + asSure) return false;
  const isPlain = role !== undefined && fact.claim.role === role && [kind, own.claim.kind, fact.claim.kind].every((each) => each === "total");
  return isPlain && noun?.elided === false && own.claim.role === undefined && !own.claim.figure.noun && isBareNumber(own.claim.figure);
}

const isStrongEnough = (support: Verdict, { strength, ofOneWhole, fact }: Verdict): boolean =>
  support.strength > strength - margin ||
  ((strength < surely || support.fact.source !== fact.source) &&
    (!ofOneWhole || support.fact.claim.kind === "part") &&
    support.strength >= coincidence &&
    support.strength > strength - farWeaker);

/** The very number in the source that the sentence cites for it, in three digits or more: hardly chance, in whatever words. */
const isCopied = ({ figure }: Claim, { fact }: Verdict, cited: ReadonlySet<Source>): boolean =>
  cited.has(fact.source) && fact.claim.figure.value === figure.value && significantDigits(figure.value) >= 3;

/** From here on the same number is the same fact: that its hedge is another, or that it stands in another source than the cited one, may be said. */
const sameFact = 0.3;

/** Verdicts this close to the strongest are as sure. */
const asSure = 0.15;

/** What the sentence cites decides first, then the newest source, among the verdicts that are about equally sure. */
function mostCredible(verdicts: readonly Verdict[], cited: ReadonlySet<Source>): Verdict | undefined {
  const best = strongest(verdicts);
  const rank = ({ fact: { source } }: Verdict): string => `${cited.has(source) ? 1 : 0}${source.date ?? ""}`;
  return best && verdicts.filter((v) => v.strength >= best.strength - asSure).reduce((a, b) => (rank(b) > rank(a) ? b : a), best);
}

const strongest = (verdicts: readonly Verdict[]): Verdict | undefined =>
  verdicts.reduce<Verdict | undefined>((best, v) => (best && best.strength >= v.strength ? best : v), undefined);
const isAfter = (source: Source, day: string | undefined): boolean => day !== undefined && source.date !== undefined && source.date > day;

/** Of a running toll only the newest facts can be contradicted: an older one was right in its day. */
const isCurrent = ({ source }: Fact, newestToll: string | undefined): boolean => !newestToll || !source.date || source.date >= newestToll;

/** None of the cited sources has the number, and there are cited sources. */
const cannotYield = (cited: ReadonlySet<Source>, claim: Claim): boolean =>
  cited.size > 0 && ![...cited].some((source) => mentions(source, claim) || (isRelative(claim) && givesCounts(source)));

/** Shares are reckoned by the writer more often than copied: that a source with counts of its own does not print one says nothing. */
const givesCounts = ({ claims }: Source): boolean => claims.filter((claim) => !isRelative(claim)).length > 1;
const isRelative = ({ figure }: Claim): boolean => ["percent", "fraction", "ratio"].includes(figure.dimension);
/** "More than three times the limit": any two things may be three times as much as two others. */
const isMultiple = ({ figure }: Claim): boolean => figure.noun?.head === "time";
/** "6,300 by the Courier's count, 380 of them at the mill [@release]": the figure names the source that has it, the citation is for another. */
const isCredited = ({ attribution }: Claim, { publisher }: Source): boolean =>
  publisher !== undefined && attribution?.text.toLowerCase().includes(publisher.toLowerCase()) === true;

/** Whether the source has the number at all, for whatever: then the citation is not plainly wrong. */
const mentions = (source: Source, claim: Claim): boolean =>
  source.claims.some((other) => other.figure.value === claim.figure.value && (claim.figure.value > 12 || sameCount(claim, other)));
