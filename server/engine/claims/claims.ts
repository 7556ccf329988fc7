import type { Sentence } from "../document/document.ts";
import type { Fresh } from "../document/fresh.ts";
import { eachKept, flatKept, startsOf } from "../document/kept-lists.ts";
import { bareShelf, type Shelf } from "../document/memory.ts";
import type { Attribution, Citation, DateMention, Figure, Mention, Name, PassagedReading, PassageReading, Reading } from "../extract/mentions.ts";
import { movedSpan } from "../extract/placing.ts";
import { type Token, tokensOf } from "../extract/tokens.ts";
import { auxiliaries } from "../lexicon/function-words.ts";
import { asOfInSentence, datesOf, givenAsFirst, hadCounted, isRunning } from "./as-of.ts";
import { type AsOf, type Claim, type ClaimKind, casualtyRoles, type Role } from "./claim.ts";
import { clauseAround, spanOf } from "./clause.ts";
import { cuesOf } from "./cues.ts";
import { isDenied } from "./denied.ts";
import { groupOf } from "./group.ts";
import { kindOf } from "./kind.ts";
import { isLeftOver } from "./left-over.ts";
import { measureOf } from "./measure.ts";
import { isOfOthers } from "./of-others.ts";
import { placeOf, placesOf } from "./place.ts";
import { type Placed, place, tokenAt } from "./placed.ts";
import { isRevisedDown } from "./revised.ts";
import { countsPeople, rolesOf } from "./role.ts";
import { sourcingOf } from "./sourcing.ts";
import { wholeOf } from "./whole.ts";

/** One claim a figure, in text order: the passages' claims in their places in the whole, made of the whole's own mentions. */
export function readClaims(reading: PassagedReading): readonly Claim[] {
  const { passages, shelf = bareShelf } = reading;
  const citations = bySentence(reading.citations);
  const figures = startsOf(passages.map(({ reading: own }) => own.figures));
  const attributions = startsOf(passages.map(({ reading: own }) => own.attributions));
  const quotations = startsOf(passages.map(({ reading: own }) => own.quotations));
  const place = (claim: Claim, { reading: own, start, sentence }: PassageReading, at: number): Claim => {
    const { attribution, quotation } = claim;
    const index = claim.sentence.index + sentence;
    const copy: Fresh<Claim> = { ...claim };
    copy.figure = reading.figures[(figures[at] as number) + own.figures.indexOf(claim.figure)] as Figure;
    copy.sentence = reading.document.sentences[index] as Sentence;
    copy.citations = citations.get(index) ?? [];
    copy.clause = movedSpan(claim.clause, start);
    if (attribution) copy.attribution = reading.attributions[(attributions[at] as number) + own.attributions.indexOf(attribution)] as Attribution;
    if (quotation !== undefined) copy.quotation = quotation + (quotations[at] as number);
    return copy;
  };
  return flatKept(shelf, "claims", passages, claimsByPassage(passages, shelf), place);
}

/** The claims of each passage, counted from its start. */
export const claimsByPassage = (passages: readonly PassageReading[], shelf: Shelf): readonly (readonly Claim[])[] =>
  eachKept(shelf, "claims by passage", [passages.map(({ reading }) => reading)], [], (at) => claimsOfPassage(passages[at] as PassageReading));

/** The claims of one passage, counted from its start: one a figure, in text order. */
const claimsOfPassage = ({ reading, shelf }: PassageReading): readonly Claim[] => shelf.keep("claims", [reading], () => claimsIn(reading));

/** The claims of all figures of a reading, in text order. */
export function claimsIn(reading: Reading): readonly Claim[] {
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
  const cues = cuesOf(tokens);
  const paragraph = paragraphBefore(sentence, earlier);
  const roles = rolesOf(tokens, cues, figures).map(
    (role, i) => role ?? (cues.length ? undefined : topic(tokens, figures[i] as Placed, reading, sentence, paragraph)),
  );

  let kind: ClaimKind = "total";
  let leftOver = false;
  return figures.map((placed, i): Claim => {
    const { figure } = placed;
    const role = roles[i];
    const clause = clauseAround(tokens, placed);
    const counted = asOfInSentence(tokens, dates, figures, i, clause, reading.written) ?? inherited(paragraph, dates.length > 0, reading.written);
    const asOf = givenAsFirst(tokens, placed.first) ? { ...counted, earlier: true } : counted;
    const rolesBefore = i > 0 ? roles.slice(0, i) : paragraph.map((claim) => claim.role);
    const found = kindOf(tokens, figures, i, role, rolesBefore, asOf);
    kind = found === "total" && kind === "part" && continuesBreakdown(tokens, figures[i - 1], placed) ? "part" : found;
    if (kind === "total" && role && roles.slice(0, i).includes(role) && hadCounted(tokens, placed.first, clause.from)) kind = "earlier";
    if (kind === "part" && i === 0 && role && isOfThose(tokens, placed) && paragraph.length && paragraph.every((claim) => !claim.role)) kind = "total";
    if (kind === "part" && role && casualtyRoles.has(role) && isOfOthers(tokens, cues, placed, role, rolesBefore)) kind = "total";
    leftOver ||= isLeftOver(tokens, placed, clause);
    const sourcing = sourcingOf(reading, figure, sentence);
    const claim: Fresh<Claim> = {
      figure,
      sentence,
      measure: measureOf(figure, role),
      group: groupOf(tokens, placed, figures[i + 1]?.first ?? tokens.length),
      place: placeOf(tokens, names, figures, i, clause),
      asOf,
      kind,
      citations,
      sourced: sourcing.sourced,
      clause: spanOf(tokens, clause.from, clause.to),
    };
    if (role) claim.role = role;
    if (isRunning(tokens, clause)) claim.running = true;
    if (isDenied(tokens, placed)) claim.denied = true;
    const whole = wholeOf(tokens, figures, i);
    if (whole !== undefined) claim.whole = whole;
    if (leftOver) claim.leftOver = true;
    if (role && isRevisedDown(tokens, placed.first, clause.from)) claim.revisedDown = true;
    if (sourcing.attribution) claim.attribution = sourcing.attribution;
    if (sourcing.quotation !== undefined) claim.quotation = sourcing.quotation;
    return claim;
  });
}

/** "Sixty walked to the shaft. Seventeen of those were treated": of those of whom nothing had happened, all to whom it did. */
const isOfThose = (tokens: readonly Token[], { end }: Placed): boolean =>
  tokens[end]?.lower === "of" && /^(?:those|them|these)$/.test(tokens[end + 1]?.lower ?? "");

/** "49 of them died in A, 21 in B and 11 in C": a list without verbs goes on as it began. */
function continuesBreakdown(tokens: readonly Token[], before: Placed | undefined, here: Placed): boolean {
  if (!before || (here.figure.noun && !here.figure.noun.elided)) return false;
  const between = tokens.slice(before.after, here.first);
  return (
    between.some((token) => token.text === "," || token.lower === "and") &&
    !between.slice(-4).some((token) => auxiliaries.has(token.lower) || /^[;:]$/.test(token.text))
  );
}

/** The claims of the sentence before in the same paragraph. */
function paragraphBefore(sentence: Sentence, claims: readonly Claim[]): readonly Claim[] {
  const last = claims.at(-1);
  return last && last.sentence.block === sentence.block ? claims.slice(-6).filter((claim) => claim.sentence.index === last.sentence.index) : [];
}

/** "The count reached 45", "The ministry says 27", "They are 38 civilians": of whom the sentences before spoke. */
function topic(tokens: readonly Token[], placed: Placed, reading: Reading, sentence: Sentence, before: readonly Claim[]): Role | undefined {
  const { noun, hedge, start } = placed.figure;
  if (!countsPeople(placed)) return undefined;
  if (isOfThose(tokens, placed)) return onlyRole(before);
  const next = tokens[placed.end];
  const lead = hedge && hedge.end <= start ? tokenAt(tokens, hedge.start) : placed.first;
  // "Shelters have taken in 3,100": those of another verb
  if (!noun && /^(?:in|into|up|out|off|for|with|from)$/.test(tokens[lead - 1]?.lower ?? "")) return undefined;
  if (!noun && next?.kind === "word" && !/^(?:in|at|from|dead|on|by|and|as)$/.test(next.lower)) return undefined;
  const tally = noun ? /^(?:count|figure|tally|number|total)$/.test(noun.head) : true;
  const pronoun = /^(?:they|these|those)$/.test(tokens[0]?.lower ?? "") || (tokens[0]?.lower === "of" && /^(?:them|those|these)$/.test(tokens[1]?.lower ?? ""));
  const counting = /^(?:counted|counts|lists|listed|documented|recorded|registered|confirmed|put|puts|gave|gives)$/.test(
    tokens.slice(0, placed.first).findLast((token) => token.kind === "word")?.lower ?? "",
  );
  if (!tally && !pronoun && !counting) return undefined;
  return before.find((claim) => claim.role)?.role ?? (before.length ? undefined : spokenOf(reading, sentence));
}

/** "Five of them were children": of those alone of whom the sentence before spoke. */
function onlyRole(before: readonly Claim[]): Role | undefined {
  const roles = new Set(before.flatMap(({ role }) => role ?? []));
  return roles.size === 1 ? [...roles][0] : undefined;
}

/** The dead, the injured or the missing, where the sentence before in the paragraph speaks of them without a number. */
function spokenOf({ document }: Reading, sentence: Sentence): Role | undefined {
  for (let i = sentence.index - 1; i >= 0 && i > sentence.index - 3; i--) {
    const above = document.sentences[i];
    if (!above || above.block !== sentence.block) return undefined;
    const cue = cuesOf(tokensOf(document, above)).find(({ words }) => /^(?:dead|death toll|toll|injured|wounded|missing|deaths)$/.test(words));
    if (cue) return cue.meanings[0]?.role;
  }
  return undefined;
}

function inherited(before: readonly Claim[], dated: boolean, written: string | undefined): AsOf {
  const above = before.find((claim) => claim.asOf.range && claim.asOf.basis !== "written")?.asOf;
  if (above?.range && !dated && written && Math.abs(Date.parse(written) - Date.parse(above.range.to)) > 60 * 86_400_000)
    return { basis: "paragraph", range: above.range, earlier: false };
  return written ? { basis: "written", range: { from: written, to: written }, earlier: false } : { basis: "unknown", earlier: false };
}
