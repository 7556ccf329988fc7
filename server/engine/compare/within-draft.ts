import type { Claim } from "../claims/claim.ts";
import type { Reading } from "../extract/mentions.ts";
import { likeness, sentenceStems } from "./alignment.ts";
import { isCasualty, objectionToPlace, objectionToSpeaker, rangesMeet, sameCount } from "./compatible.ts";
import { relate } from "./interval.ts";

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
export function disagreements(draft: Reading, claims: readonly Claim[], rare: (stem: string) => number): readonly Disagreement[] {
  const stems = (claim: Claim) => sentenceStems(draft.document)[claim.sentence.index] ?? new Set<string>();
  const tolls = claims.filter(
    (claim) => isCasualty(claim) && (claim.kind === "total" || claim.kind === "incident") && !claim.asOf.earlier && claim.figure.form === "number",
  );
  const inTitle = (claim: Claim) => ["title", "heading"].includes(draft.document.blocks[claim.sentence.block]?.kind ?? "");
  const body = tolls.filter((claim) => !inTitle(claim));
  const found: Disagreement[] = [];
  for (const title of tolls.filter(inTitle)) {
    const same = body.filter((claim) => claim.role === title.role && sameGroup(title, claim) && !objectionToPlace(title.place, claim.place));
    if (
      sumsUp(title, body) ||
      claims.some(
        (claim) =>
          !inTitle(claim) && (claim.role === title.role || sameCount(title, claim)) && !["conflict", "open"].includes(relate(title.figure, claim.figure)),
      )
    )
      continue;
    if (same[0]) found.push({ first: title, second: same[0] });
  }
  const byKey = new Map<string, Claim>();
  for (const claim of body) {
    const key = `${claim.role} ${[...claim.group].sort().join(" ")}`;
    const before = byKey.get(key);
    if (!before) byKey.set(key, claim);
    else if (
      !objectionToPlace(before.place, claim.place) &&
      mayBeCompared(before, claim) &&
      likeness(stems(before), stems(claim), rare) >= sameStatement &&
      relate(before.figure, claim.figure) === "conflict"
    )
      found.push({ first: before, second: claim });
  }
  return found;
}

/** "Fifteen die" over "Eleven women and four children died": the parts of one sentence make up the headline's toll. */
function sumsUp(title: Claim, body: readonly Claim[]): boolean {
  const sums = new Map<number, number>();
  for (const { role, sentence, figure } of body) if (role === title.role) sums.set(sentence.index, (sums.get(sentence.index) ?? 0) + figure.value);
  return [...sums.values()].includes(title.figure.value);
}

const sameGroup = (title: Claim, claim: Claim): boolean =>
  title.group.every((key) => claim.group.includes(key)) || claim.group.every((key) => title.group.includes(key));

function mayBeCompared(a: Claim, b: Claim): boolean {
  if (a.sentence.block === b.sentence.block && a.sentence.index === b.sentence.index) return false;
  if (objectionToSpeaker(a.attribution, b.attribution) || (a.attribution === undefined) !== (b.attribution === undefined)) return false;
  return !a.asOf.range || !b.asOf.range || rangesMeet(a.asOf.range, b.asOf.range);
}
