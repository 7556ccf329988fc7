import type { Claim, ClaimKind, Role } from "../claims/claim.ts";
import { originalsAmong } from "../corpus/copies.ts";
import { isCasualty, objectionToPlace, sameSpeaker } from "./compatible.ts";
import type { Fact, Verdict } from "./verdict.ts";

/** Roles whose toll can only rise; the missing may be found and the displaced go home. */
const rising: ReadonlySet<Role> = new Set<Role>(["killed", "injured"]);
export const isRising = (role: Role): boolean => rising.has(role);
/** From here on a newer toll is taken to count the same people; a little earlier where it names the place that the older source names. */
const sameToll = 0.3;
const sameTollThere = 0.2;

/** The day a fact holds for: its article's, unless it is given as an earlier count. */
const dayOf = ({ source, claim }: Fact): string | undefined =>
  claim.asOf.earlier || claim.kind === "earlier" ? (claim.asOf.range?.to ?? source.date) : source.date;

/** Kinds of claim that state a toll as it stands; an earlier count, a change and a remainder do not. */
const standing: ReadonlySet<ClaimKind> = new Set(["total", "incident", "part"]);

/**
 * The newer toll that replaces the one which the claim repeats, if there is one: a source later than every source that supports the claim,
 * not later than the draft, that counts the same people. A toll that the draft itself gives as an earlier count is fine.
 */
export function newerToll(
  claim: Claim,
  supports: readonly Verdict[],
  verdicts: readonly Verdict[],
  written: string | undefined,
): { verdict: Verdict; older: Fact } | undefined {
  if (!isCasualty(claim) || claim.asOf.earlier || !standing.has(claim.kind)) return undefined;
  const newer = verdicts.filter((v) => v.relation === "contradicts" && !(written && (v.fact.source.date ?? "") > written));
  const replacing = (older: Fact): Verdict | undefined => newer.filter((v) => replaces(v, older, claim)).toSorted((a, b) => b.strength - a.strength)[0];
  const ofRole = supports.filter(({ fact }) => fact.claim.role === claim.role);
  const standingNow = ofRole.filter(({ fact }) => fact.claim.kind !== "earlier");
  const bearing = standingNow.length ? standingNow : ofRole.length ? ofRole : supports;
  const told = bearing.map(({ fact }) => fact).toSorted((a, b) => byDay(dayOf(b) ?? unknown, dayOf(a) ?? unknown));
  if (!told.some(replacing)) return undefined;
  // What a copy says is as old as its original.
  const originalOf = originalsAmong(told.map(({ source }) => source));
  const older = told.find(({ source }) => originalOf(source) === source);
  const verdict = older && replacing(older);
  return verdict && { verdict, older };
}

const byDay = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Sorts after every day: a support of unknown age may be the newest. */
const unknown = "9999";

function replaces({ fact, strength }: Verdict, older: Fact, claim: Claim): boolean {
  const { asOf, role, place, figure, kind } = claim;
  const [before, day] = [dayOf(older), dayOf(fact)];
  if (!before || !day || day <= before || strength < (sharesPlace(older, fact) ? sameTollThere : sameToll)) return false;
  if (asOf.basis === "sentence" && asOf.range && asOf.range.to < day) return false;
  if (older.claim.place.length && objectionToPlace(place, fact.claim.place)) return false;
  if (isElsewhere(claim, fact) || areOtherParts(older.claim, fact.claim)) return false;
  if (fact.claim.figure.value > figure.value) return true;
  const isPart = fact.claim.kind === "part" && kind !== "part";
  return !isPart && (fact.claim.revisedDown === true || !(role && rising.has(role)));
}

/** The draft names a place of which the newer source says nothing at all, and somebody else counts there. */
function isElsewhere({ place: [place], attribution }: Claim, { source, claim }: Fact): boolean {
  if (!place || !attribution || !claim.attribution || sameSpeaker(attribution, claim.attribution)) return false;
  return !source.reading.document.prose.includes(place);
}

/** "seven hurt, two of them firefighters" and "five of the seven people have gone home": parts of one toll, each of its own kind. */
const areOtherParts = (a: Claim, b: Claim): boolean =>
  a.kind === "part" && b.kind === "part" && a.figure.noun !== undefined && !a.figure.noun.elided && a.figure.noun.head !== b.figure.noun?.head;

const sharesPlace = ({ claim: a }: Fact, { claim: b }: Fact): boolean => a.place[0] !== undefined && a.place[0] === b.place[0];
