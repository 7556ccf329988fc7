import type { Claim } from "../claims/claim.ts";
import type { Reading } from "../extract/mentions.ts";
import { eraOf } from "./era.ts";

const nowhere = { start: 0, end: 0 };

/** All that a claim says, wherever in its draft it stands: two claims with one key are compared alike with the same facts. */
export function claimKey(draft: Reading, claim: Claim): string {
  const { figure, sentence, attribution, citations, clause, quotation, ...rest } = claim;
  const { prose } = draft.document;
  return JSON.stringify([
    rest,
    prose.slice(sentence.start, sentence.end),
    { ...figure, sentence: 0, start: figure.start - sentence.start, end: 0, hedge: figure.hedge?.kind, noun: figure.noun && { ...figure.noun, ...nowhere } },
    attribution && [attribution.text, { ...attribution.speaker, ...nowhere }],
    citations.map(({ key }) => key),
    clause.start - sentence.start,
    clause.end - clause.start,
    quotation !== undefined,
    eraOf(draft, claim),
  ]);
}
