import type { Claim } from "../claims/claim.ts";
import type { Reading } from "../extract/mentions.ts";
import type { Alignments } from "./alignment.ts";
import { isCasualty, sameCount } from "./compatible.ts";
import { relate } from "./interval.ts";
import type { Judgement } from "./judgement.ts";
import type { ClaimComparison, Verdict } from "./verdict.ts";

/** A source with a sentence this close to one of the story's opening tells that story. */
const sameStory = 0.3;

/**
 * A headline and an item of a list have too few words to be likened to a sentence of a source. "Train smash: 16 dead" speaks of what the story opens with, and
 * "Dead: 32" of what the items beside it speak of: where the newest source that tells the same gives just one toll, and nothing in the draft bears out another,
 * that toll speaks against theirs.
 */
export function withTerse(
  draft: Reading,
  comparisons: readonly ClaimComparison[],
  judgements: readonly Judgement[],
  alignments: Alignments,
): readonly Judgement[] {
  const kindOf = ({ sentence }: Claim) => draft.document.blocks[sentence.block]?.kind;
  const isTerse = (claim: Claim) => kindOf(claim) === "title" || kindOf(claim) === "item";
  if (!judgements.some(({ claim, ruling }) => ruling === "open" && isToll(claim) && isTerse(claim))) return judgements;
  const opening = draft.document.blocks.findIndex(({ kind }) => kind === "paragraph");
  const told = new Set(
    draft.document.sentences.flatMap(({ block, index }) =>
      block === opening ? (alignments[index] ?? []).flatMap(({ source, score }) => (score >= sameStory ? source : [])) : [],
    ),
  );
  return judgements.map((judgement, at) => {
    const { claim, ruling } = judgement;
    const kind = kindOf(claim);
    if (ruling !== "open" || !isToll(claim) || !isTerse(claim)) return judgement;
    const verdict = onlyToll(comparisons[at] as ClaimComparison, draft.written);
    if (!verdict || judgements.some((other) => other !== judgement && bearsOut(other.claim, claim))) return judgement;
    const { source } = verdict.fact;
    const isOfStory =
      kind === "title"
        ? told.has(source)
        : judgements.some(
            (other) => isBeside(draft, other.claim, claim) && other.ruling === "supported" && isCasualty(other.claim) && other.verdict?.fact.source === source,
          );
    return isOfStory ? { claim, ruling: "contradicted", verdict } : judgement;
  });
}

const isToll = (claim: Claim): boolean =>
  isCasualty(claim) && (claim.kind === "total" || claim.kind === "incident") && !claim.asOf.earlier && claim.figure.form === "number";

/** What the newest source says, if it gives one toll and no other. */
function onlyToll({ claim, verdicts, setAside, newestToll, derived }: ClaimComparison, written: string | undefined): Verdict | undefined {
  if (derived) return undefined;
  const isNewest = ({ fact: { source } }: Verdict) => source.date === newestToll && !(written && source.date && source.date > written);
  const ofRole = [...verdicts, ...setAside].filter((verdict) => verdict.fact.claim.role === claim.role && isNewest(verdict) && isToll(verdict.fact.claim));
  const [first] = ofRole.toSorted((a, b) => b.strength - a.strength);
  return first?.relation === "contradicts" && ofRole.every(({ fact }) => fact.claim.figure.value === first.fact.claim.figure.value) ? first : undefined;
}

const bearsOut = (other: Claim, claim: Claim): boolean =>
  (other.role === claim.role || sameCount(claim, other)) && !["conflict", "open"].includes(relate(claim.figure, other.figure));

/** Items of one list. */
function isBeside({ document }: Reading, a: Claim, b: Claim): boolean {
  const [from, to] = [a.sentence.block, b.sentence.block].sort((x, y) => x - y) as [number, number];
  return from !== to && document.blocks.slice(from, to + 1).every(({ kind }) => kind === "item");
}
