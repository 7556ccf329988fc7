import type { Claim } from "../claims/claim.ts";
import type { Reading } from "../extract/mentions.ts";
import { likeness, sentenceStems } from "./alignment.ts";
import { isCasualty, objectionToPlace, objectionToSome, objectionToSpeaker, rangesMeet, sameCount } from "./compatible.ts";
import { relate } from "./interval.ts";
import type { Rarity } from "./sentence-index.ts";

/** Two sentences of the draft this alike state the same thing. */
const sameStatement = 0.35;

/** Two statements of the draft about the same toll that cannot both be right. */
export interface Disagreement {
  readonly first: Claim;
  readonly second: Claim;
}

/**
 * The tolls on which the draft contradicts itself: a headline against the body, or two paragraphs.
 * A headline's toll is compared with every toll of its role; it stands if one of them bears it out. Two body statements are compared only
 * when group and place are the same, neither is given as an earlier count, and no two speakers disagree.
 */
export function disagreements(draft: Reading, claims: readonly Claim[], rarity: Rarity): readonly Disagreement[] {
  const inTitle = (claim: Claim) => ["title", "heading"].includes(draft.document.blocks[claim.sentence.block]?.kind ?? "");
  const tolls = claims.filter(isToll);
  const titles = tolls.filter(inTitle);
  const body = titles.length ? tolls.filter((claim) => !inTitle(claim)) : tolls;
  const text = titles.length ? claims.filter((claim) => !inTitle(claim)) : [];
  return [...titles.flatMap((title) => againstBody(title, body, text)), ...withinBody(draft, body, rarity)];
}

const isToll = (claim: Claim): boolean =>
  isCasualty(claim) && (claim.kind === "total" || claim.kind === "incident") && !claim.asOf.earlier && claim.figure.form === "number";

function againstBody(title: Claim, body: readonly Claim[], text: readonly Claim[]): readonly Disagreement[] {
  const bearsOut = (claim: Claim) =>
    (claim.role === title.role || sameCount(title, claim)) && !["conflict", "open"].includes(relate(title.figure, claim.figure));
  if (sumsUp(title, body) || text.some(bearsOut)) return [];
  const second = body.find(
    (claim) => claim.role === title.role && sameGroup(title, claim) && !objectionToSome(title, claim) && !objectionToPlace(title.place, claim.place),
  );
  return second ? [{ first: title, second }] : [];
}

function withinBody(draft: Reading, body: readonly Claim[], rarity: Rarity): readonly Disagreement[] {
  const stems = (claim: Claim) => sentenceStems(draft.document)[claim.sentence.index] ?? new Set<string>();
  const firsts = new Map<string, Claim>();
  return body.flatMap((second) => {
    const key = `${second.role} ${[...second.group].sort().join(" ")}`;
    const first = firsts.get(key);
    if (!first) firsts.set(key, second);
    const disagree =
      first &&
      !objectionToPlace(first.place, second.place) &&
      ((mayBeCompared(first, second) && likeness(stems(first), stems(second), rarity) >= sameStatement) || areTheSame(first, second, body)) &&
      relate(first.figure, second.figure) === "conflict" &&
      !ofOtherDays(draft, first, second);
    return disagree ? [{ first, second }] : [];
  });
}

/** A sentence that opens with "The 14 dead": those of whom the draft has spoken, if it has given no more than one toll of them. */
function areTheSame(first: Claim, { figure, role, sentence, place, attribution }: Claim, body: readonly Claim[]): boolean {
  if (sentence.index === first.sentence.index || figure.start - sentence.start > "The ".length || objectionToSpeaker(first.attribution, attribution))
    return false;
  if (figure.reference !== "known" || figure.hedge || !/^(?:dead|injured|wounded|missing|victim|fatality|casualty|death|body)$/.test(figure.noun?.head ?? ""))
    return false;
  const others = body.filter((other) => other.role === role && other.sentence !== sentence);
  return place.length === 0 && new Set(others.map(({ figure: { value } }) => value)).size === 1;
}

/** "Fifteen die" over "Eleven women and four children died": the parts of one sentence make up the headline's toll. */
function sumsUp(title: Claim, body: readonly Claim[]): boolean {
  const sums = new Map<number, number>();
  for (const { role, sentence, figure } of body) if (role === title.role) sums.set(sentence.index, (sums.get(sentence.index) ?? 0) + figure.value);
  return [...sums.values()].includes(title.figure.value);
}

const sameGroup = (title: Claim, claim: Claim): boolean =>
  title.group.every((key) => claim.group.includes(key)) || claim.group.every((key) => title.group.includes(key));

/** One sentence tells of a fortnight, the other of a day in it. */
function ofOtherDays({ dates }: Reading, a: Claim, b: Claim): boolean {
  const spans = ({ sentence }: Claim) =>
    dates.flatMap(({ sentence: at, type, basis, range }) =>
      at === sentence.index && type === "date" && basis === "absolute" && range ? [`${range.from} ${range.to}`] : [],
    );
  const [x, y] = [spans(a), spans(b)];
  return x.length > 0 && y.length > 0 && !x.some((span) => y.includes(span));
}

function mayBeCompared(a: Claim, b: Claim): boolean {
  if (a.sentence.block === b.sentence.block && a.sentence.index === b.sentence.index) return false;
  if (objectionToSpeaker(a.attribution, b.attribution) || (a.attribution === undefined) !== (b.attribution === undefined)) return false;
  const [x, y] = [a.asOf, b.asOf];
  if (!x.range || !y.range) return true;
  // one day's count is no count of the fortnight around it
  return x.basis === "sentence" && y.basis === "sentence" ? x.range.from === y.range.from && x.range.to === y.range.to : rangesMeet(x.range, y.range);
}
