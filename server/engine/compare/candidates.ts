import type { Claim, Group } from "../claims/claim.ts";
import type { Source } from "../corpus/source.ts";
import type { Reading } from "../extract/mentions.ts";
import { type Alignment, type Alignments, likeness, type Rarity, sentenceStems } from "./alignment.ts";
import { passagesIn } from "./by-passage.ts";
import { isCasualty } from "./compatible.ts";
import type { Facts } from "./facts.ts";
import type { Fact } from "./verdict.ts";

/** A fact that a claim may be about, and why it was looked up. */
export interface Candidate {
  readonly fact: Fact;
  /** Likeness of the two sentences, 0 to 1. */
  readonly score: number;
  /** It is the one number that its source gives for the claim's role and group. */
  readonly only: boolean;
}

/** A source with a sentence this close to one of the draft tells the same story. */
const sameStory = 0.3;
/** What a source's only toll of a role and group is worth, whatever the words around it. */
const onlyToll = 0.3;

/** The sources that tell the draft's story: those not later than the draft first, the newest of them before the others; then the undated, then what came later. */
export function storyOf(draft: Reading, alignments: Alignments): readonly Source[] {
  const told = new Set(
    passagesIn(draft).flatMap(({ document, shelf, sentence }) => {
      const own = alignments.slice(sentence, sentence + document.sentences.length);
      return shelf.keep("story", own, () => own.flatMap((aligned) => aligned.filter(({ score }) => score >= sameStory).map(({ source }) => source)));
    }),
  );
  const { written = never } = draft;
  const rank = ({ date }: Source): string => (date === undefined ? "1" : date <= written ? `2${date}` : `0${date}`);
  return [...told].sort((a, b) => (rank(a) > rank(b) ? -1 : rank(a) < rank(b) ? 1 : a.id < b.id ? -1 : 1));
}

/** Sorts after every day: no draft is that late. */
const never = "9999";

/** The facts of alike sentences, those with the claim's number or one that a slip of the hand makes of it, and the story's tolls of its role and group. */
export function candidatesOf(
  claim: Claim,
  stems: ReadonlySet<string>,
  aligned: readonly Alignment[],
  story: readonly Source[],
  facts: Facts,
  rarity: Rarity,
): readonly Candidate[] {
  const scores = new Map<Fact, number>();
  const offer = (fact: Fact, score: number) => scores.set(fact, Math.max(score, scores.get(fact) ?? 0));
  const alike = (fact: Fact) => likeness(stems, stemsOf(fact), rarity);
  for (const alignment of aligned) for (const [fact, score] of factsNear(alignment, facts)) offer(fact, score);
  for (const fact of [...facts.bySlip(claim.figure.value), ...facts.byValue(claim.figure.value)]) if (!scores.has(fact)) offer(fact, alike(fact));
  const only = new Set<Fact>();
  for (const [fact, isOnly] of tollsOf(claim, story, facts)) {
    offer(fact, Math.max(isOnly ? onlyToll : 0, alike(fact)));
    if (isOnly) only.add(fact);
  }
  return [...scores].map(([fact, score]) => ({ fact, score, only: only.has(fact) }));
}

const stemsOf = ({ source, claim }: Fact): ReadonlySet<string> => sentenceStems(source.reading.document)[claim.sentence.index] ?? new Set();

/** The facts of an aligned sentence, and, at less, of the sentences beside it in its paragraph: a statement is often spread over two. */
function* factsNear({ source, sentence, score }: Alignment, { bySentence }: Facts): Generator<[Fact, number]> {
  for (const fact of bySentence(source, sentence.index)) yield [fact, score];
  for (const near of [sentence.index - 1, sentence.index + 1])
    if (source.reading.document.sentences[near]?.block === sentence.block) for (const fact of bySentence(source, near)) yield [fact, score * 0.6];
}

/** Of a story that very many sources tell, the newest tolls stand for all. */
const mostTolls = 64;

/** The tolls of the story's sources for the claim's role and group; where a source gives just one number, no likeness of words is needed. */
function* tollsOf(claim: Claim, story: readonly Source[], facts: Facts): Generator<[Fact, boolean]> {
  if (!claim.role || !isCasualty(claim)) return;
  let left = mostTolls;
  for (const source of story) {
    const tolls = facts
      .tolls(source, claim.role)
      .filter((fact) => (fact.claim.kind === "part") === (claim.kind === "part") && areSame(fact.claim.group, claim.group));
    const isOnly = new Set(tolls.map((fact) => fact.claim.figure.value)).size === 1;
    for (const fact of tolls) yield [fact, isOnly];
    left -= tolls.length;
    if (left <= 0) return;
  }
}

const areSame = (a: Group, b: Group): boolean => a.length === b.length && a.every((key) => b.includes(key));

/** The day of the newest of the story's sources that has a toll of this role, not later than the draft. */
export function newestToll(claim: Claim, story: readonly Source[], facts: Facts, written: string | undefined): string | undefined {
  const { role } = claim;
  if (!role || !isCasualty(claim)) return undefined;
  return story.find((source) => source.date !== undefined && (!written || source.date <= written) && facts.tolls(source, role).length > 0)?.date;
}
