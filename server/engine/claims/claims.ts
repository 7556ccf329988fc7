import type { Sentence } from "../document/document.ts";
import type { Citation, DateMention, Figure, Mention, Name, Reading } from "../extract/mentions.ts";
import { tokensOf } from "../extract/tokens.ts";
import { asOfInSentence, datesOf } from "./as-of.ts";
import type { AsOf, Claim, Role } from "./claim.ts";
import { clauseAround, spanOf } from "./clause.ts";
import { cuesOf } from "./cues.ts";
import { groupOf } from "./group.ts";
import { kindOf } from "./kind.ts";
import { measureOf } from "./measure.ts";
import { placeOf, placesOf } from "./place.ts";
import { place } from "./placed.ts";
import { rolesOf } from "./role.ts";
import { sourcingOf } from "./sourcing.ts";

/** One claim a figure, in text order. */
export function readClaims(reading: Reading): readonly Claim[] {
  const figures = bySentence(reading.figures);
  const mentions: Mentions = { figures, names: bySentence(reading.names), dates: bySentence(reading.dates), citations: bySentence(reading.citations) };
  const claims: Claim[] = [];
  for (const sentence of reading.document.sentences) if (figures.has(sentence.index)) claims.push(...claimsOf(reading, sentence, mentions, claims));
  return claims;
}

interface Mentions {
  readonly figures: ReadonlyMap<number, readonly Figure[]>;
  readonly names: ReadonlyMap<number, readonly Name[]>;
  readonly dates: ReadonlyMap<number, readonly DateMention[]>;
  readonly citations: ReadonlyMap<number, readonly Citation[]>;
}

function bySentence<T extends Mention>(mentions: readonly T[]): ReadonlyMap<number, readonly T[]> {
  const found = new Map<number, T[]>();
  for (const mention of mentions) {
    const list = found.get(mention.sentence);
    if (list) list.push(mention);
    else found.set(mention.sentence, [mention]);
  }
  return found;
}

function claimsOf(reading: Reading, sentence: Sentence, mentions: Mentions, earlier: readonly Claim[]): readonly Claim[] {
  const tokens = tokensOf(reading.document, sentence);
  const figures = (mentions.figures.get(sentence.index) ?? []).map((figure) => place(tokens, figure));
  const names = placesOf(tokens, mentions.names.get(sentence.index) ?? []);
  const dates = datesOf(tokens, mentions.dates.get(sentence.index) ?? [], reading.written);
  const citations = mentions.citations.get(sentence.index) ?? [];
  const paragraph = paragraphBefore(sentence, earlier);
  const roles = rolesOf(tokens, cuesOf(tokens), figures).map((role, i) => role ?? topic(figures[i]?.figure, paragraph));
  return figures.map((placed, i): Claim => {
    const { figure } = placed;
    const role = roles[i];
    const clause = clauseAround(tokens, placed);
    const asOf = asOfInSentence(tokens, dates, figures, i, clause, reading.written) ?? inherited(paragraph, dates.length > 0, reading.written);
    const sourcing = sourcingOf(reading, figure, sentence);
    return {
      figure,
      sentence,
      ...(role && { role }),
      measure: measureOf(figure, role),
      group: groupOf(tokens, placed, figures[i + 1]?.first ?? tokens.length),
      place: placeOf(tokens, names, figures, i, clause),
      asOf,
      kind: kindOf(tokens, figures, i, role, i > 0 ? roles.slice(0, i) : paragraph.map((claim) => claim.role), asOf),
      ...(sourcing.attribution && { attribution: sourcing.attribution }),
      citations,
      ...(sourcing.quotation !== undefined && { quotation: sourcing.quotation }),
      sourced: sourcing.sourced,
      clause: spanOf(tokens, clause.from, clause.to),
    };
  });
}

/** The claims of the sentence before in the same paragraph. */
function paragraphBefore(sentence: Sentence, claims: readonly Claim[]): readonly Claim[] {
  const last = claims.at(-1);
  return last && last.sentence.block === sentence.block ? claims.slice(-6).filter((claim) => claim.sentence.index === last.sentence.index) : [];
}

/** "The count reached 45": of whom the sentence before spoke. */
function topic(figure: Figure | undefined, before: readonly Claim[]): Role | undefined {
  if (!figure || figure.dimension !== "count" || !figure.noun || !/^(?:count|figure|tally|number|total)$/.test(figure.noun.head)) return undefined;
  return before.find((claim) => claim.role)?.role;
}

function inherited(before: readonly Claim[], dated: boolean, written: string | undefined): AsOf {
  const above = before.find((claim) => claim.asOf.range && claim.asOf.basis !== "written")?.asOf;
  if (above?.range && !dated && written && Math.abs(Date.parse(written) - Date.parse(above.range.to)) > 60 * 86_400_000)
    return { basis: "paragraph", range: above.range, earlier: false };
  return written ? { basis: "written", range: { from: written, to: written }, earlier: false } : { basis: "unknown", earlier: false };
}
