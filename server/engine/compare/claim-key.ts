import type { Claim } from "../claims/claim.ts";

/** What a claim says in its sentence, wherever that stands in the text: claims of one key in equal sentences are one claim. */
export function claimKey({ sentence: { start: from }, figure, attribution, quotation, clause, citations, ...said }: Claim): string {
  const { start, end, sentence, hedge, noun, ...counted } = figure;
  return JSON.stringify([
    said,
    counted,
    [start - from, end - from, clause.start - from, clause.end - from],
    hedge && [hedge.kind, hedge.verb, hedge.start - from, hedge.end - from],
    noun && { ...noun, start: noun.start - from, end: noun.end - from },
    attribution && [attribution.speaker.name, attribution.speaker.words, attribution.speaker.kind],
    quotation !== undefined,
    citations.map(({ key }) => key),
  ]);
}
