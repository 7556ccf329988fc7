import type { Claim, Group } from "../claims/claim.ts";
import { casualtyRoles } from "../claims/claim.ts";
import { contentStems } from "../document/words.ts";
import { daysBetween } from "../extract/calendar.ts";
import type { Attribution, DayRange, Figure } from "../extract/mentions.ts";
import { groupsOf, isPerson } from "../lexicon/people.ts";
import { currencyNames } from "../lexicon/units.ts";
import { looksMistyped, significantDigits } from "./digits.ts";
import { meansTheSame } from "./meanings.ts";
import { editDistance } from "./spelling.ts";

/** Why two claims may not be about the same thing, in words an editor reads; undefined when nothing speaks against it. */
export type Objection = string | undefined;

/** What is counted: role, dimension and noun must be the same. */
export function objectionToMeasure(draft: Claim, source: Claim): Objection {
  const [a, b] = [draft.figure, source.figure];
  if (a.each !== b.each) return "one is so many for each, the other a number";
  if (isBare(source) && !isBare(draft)) return looksMistyped(a.value, b.value) || a.value === b.value ? undefined : `${b.text} does not say what it counts`;
  if (isBare(source) && isBare(draft) && Math.max(a.value, b.value) > 20 * Math.min(a.value, b.value) && !looksMistyped(a.value, b.value))
    return "neither says what it counts";
  const exchanged = areUnitsExchanged(a, b);
  if (!sameDimension(draft, source) && !exchanged) return `${a.text} and ${b.text} measure different things`;
  if (draft.role && source.role && draft.role !== source.role) return `one counts ${draft.role}, the other ${source.role}`;
  if (isCasualty(draft) !== isCasualty(source))
    return mayCountPeople(draft, source) && slips(a.value, b.value) ? undefined : "only one of them is a casualty figure";
  if (draft.role && draft.role === source.role) return undefined;
  if (draft.measure === source.measure || exchanged) return undefined;
  const [x, y] = [a.noun?.words, b.noun?.words];
  if (a.noun && b.noun && x && y && !x.some((word) => y.includes(word)) && !meansTheSame(a.noun.head, b.noun.head) && !mayBeThose(a, b))
    return `one counts ${a.noun.head}, the other ${b.noun.head}`;
  return undefined;
}

/** Three digits or more in another order are hardly chance, though only one of the sentences says what became of the people. */
const slips = (a: number, b: number): boolean => significantDigits(a) > 2 && looksMistyped(a, b);
const mayCountPeople = (a: Claim, b: Claim): boolean =>
  [a, b].every(({ role, figure: { noun } }) => role !== undefined || !noun || noun.elided || isPerson(noun.head));

/** People may be voters or villagers, where three digits or more stand in another order, or two of a large number. */
const mayBeThose = (a: Figure, b: Figure): boolean =>
  (slips(a.value, b.value) || (Math.min(a.value, b.value) >= 1000 && looksMistyped(a.value, b.value))) &&
  [a, b].some(({ noun }) => noun?.head === "person") &&
  [a, b].every(({ noun }) => noun !== undefined && isPerson(noun.head));

/** For the same number, it is enough that the nouns may be the same: one of them may have been left out, or the role not understood. */
export function sameCount(draft: Claim, source: Claim): boolean {
  if (isBare(source) && !isBare(draft)) return true;
  if (!sameDimension(draft, source) || (draft.role && source.role && draft.role !== source.role)) return false;
  if (
    draft.attribution &&
    source.attribution &&
    sameSpeaker(draft.attribution, source.attribution) &&
    draft.figure.value === source.figure.value &&
    draft.figure.value > 12
  )
    return true;
  const [a, b] = [draft.figure.noun, source.figure.noun];
  if (a && b && draft.figure.value > 12 && isPerson(a.head) && isPerson(b.head)) return true;
  if (draft.measure === source.measure || !a || !b || a.head === b.head || a.words.some((word) => b.words.includes(word))) return true;
  return (a.elided || b.elided) && countsPeople(draft) === countsPeople(source);
}

const countsPeople = ({ role, figure: { noun } }: Claim): boolean => role !== undefined || (noun !== undefined && isPerson(noun.head));

/** A level ("87 injured") is no change ("87 more injured"), and what remains of a whole is neither. */
export function objectionToKind(draft: Claim, source: Claim): Objection {
  const [a, b] = [settled(draft), settled(source)];
  const ofWhole = [...wholeGroup(draft), ...wholeGroup(source)];
  const sharesGroup = draft.group.some((key) => source.group.includes(key) && !ofWhole.includes(key));
  if (
    (draft.kind === "part") !== (source.kind === "part") &&
    isCasualty(draft) &&
    draft.role !== "critical" &&
    !sharesGroup &&
    !namesAny(draft.place, source.place) &&
    (ofWhole.length > 0 || isNobodySpecial(draft, source))
  )
    return "one is a part, the other a whole";
  return a === b ? undefined : `one is a ${a}, the other a ${b}`;
}

/** "Six of the guards who died" are guards because their whole is: so are the other guards. */
const wholeGroup = ({ kind, figure: { noun } }: Claim): Group => (kind === "part" && noun?.whole ? (groupsOf.get(noun.head) ?? []) : []);

/** Neither noun tells a kind of people ("melon pickers") that a part and a total could share. */
const isNobodySpecial = (a: Claim, b: Claim): boolean =>
  !a.figure.noun ||
  !b.figure.noun ||
  a.figure.noun.elided ||
  b.figure.noun.elided ||
  a.figure.noun.head !== b.figure.noun.head ||
  generic.test(a.figure.noun.head);
const generic = /^(?:person|people|dead|death|body|victim|other|injured|wounded|missing)$/;
const namesAny = (a: readonly string[], b: readonly string[]): boolean => a.some((place) => names(b, place));

const settled = ({ kind }: Claim): string => (kind === "increase" || kind === "decrease" ? "change" : kind === "remainder" ? "remainder" : "level");

export const isCasualty = (claim: Claim): boolean => claim.role !== undefined && casualtyRoles.has(claim.role);

/** A number whose noun and unit were left out ("Traders quoted 840", "up from 410 in June"): it counts what its sentence is about. */
export const isBare = ({ figure, role }: Claim): boolean => !role && figure.dimension === "count" && !figure.noun;

/** "a limit of 80", "by 11 to four", "40 of them": what it counts or measures was written before. */
export const isBareNumber = ({ dimension, noun }: Figure): boolean => dimension === "count" && (!noun || noun.elided === true);

/** What a number measures, as a key: the same for all that `objectionToMeasure` may let pass, but for bare numbers. */
export const dimensionOf = ({ figure: { dimension, unit = "" } }: Claim): string => (relative.has(dimension) ? "relative" : `${dimension} ${unit}`);

/** "900 acres" for 900 hectares, "€40 million" for £40 million: the number was kept, and not what it measures. A dollar may be that of any country, as a peso may be, but no peso a dollar. */
export const areUnitsExchanged = (a: Figure, b: Figure): boolean =>
  a.value === b.value &&
  a.form === "number" &&
  b.form === "number" &&
  a.dimension === b.dimension &&
  a.unit !== undefined &&
  b.unit !== undefined &&
  a.unit !== b.unit &&
  /^(?:length|area|mass|volume|speed|money)$/.test(a.dimension) &&
  ![a.unit, b.unit].some((unit) => loose.has(unit)) &&
  (a.dimension !== "money" || currencyName(a.unit) !== currencyName(b.unit));

/** And it is a number that two things of a story seldom share. */
export const isKeptNumber = (a: Figure, b: Figure): boolean => significantDigits(a.value) > 1 && areUnitsExchanged(a, b);

/** A ton may be a tonne, a mile at sea a nautical one, and a cent or a penny a part of any money. */
const loose: ReadonlySet<string> = new Set(["ton", "nmi", "cent", "penny"]);
/** What the money of several countries is called. */
const currencyName = (unit: string): string => currencyNames.get(unit) ?? unit;

const relative = new Set(["percent", "fraction", "ratio"]);
function sameDimension({ figure: a }: Claim, { figure: b }: Claim): boolean {
  if (relative.has(a.dimension) && relative.has(b.dimension)) return true;
  return a.dimension === b.dimension && a.unit === b.unit;
}

/** Whose: each may leave something unsaid, but they may not say different things. Men at work are men: "19 men" may be the 19 soldiers, if nobody counts women beside them. */
export function objectionToGroup(draft: Group, source: Group): Objection {
  if (areMenAtWork(draft, source) || areMenAtWork(source, draft)) return undefined;
  const onlyDraft = draft.filter((key) => !source.includes(key));
  const onlySource = source.filter((key) => !draft.includes(key));
  if (!onlyDraft.length || !onlySource.length) return undefined;
  return `one counts ${draft.join(" ")}, the other ${source.join(" ")}`;
}

const areMenAtWork = (men: Group, others: Group): boolean =>
  men.length === 1 && men[0] === "man" && others.length === 1 && !!others[0] && !someOfAll.has(others[0]);

/** Eleven women are no wrong number of 15 people, nor 15 people of 11 women: fewer of a sex, an age or a side may be some of all. */
export function objectionToSome(draft: Claim, source: Claim): Objection {
  const [few, many] = draft.figure.value < source.figure.value ? [draft, source] : [source, draft];
  const some = few.group.find((key) => someOfAll.has(key));
  return some && !many.group.length && many.kind !== "part" ? `one counts all, the other ${some}` : undefined;
}

const someOfAll: ReadonlySet<string> = new Set(["woman", "child", "man", "civilian", "elderly", "foreign"]);

/** Where: they differ when each names a place that the other does not. */
export function objectionToPlace(draft: readonly string[], source: readonly string[]): Objection {
  const [a, b] = [draft[0], source[0]];
  if (!a || !b || names(source, a) || names(draft, b)) return undefined;
  return `one is about ${a}, the other about ${b}`;
}

function names(places: readonly string[], place: string): boolean {
  const wanted = contentStems(place);
  return places.some((other) => {
    const stems = contentStems(other);
    return wanted.every((stem) => hasWord(stems, stem)) || stems.every((stem) => hasWord(wanted, stem));
  });
}

/** A misspelt place is the same place: the slip is a finding of its own. */
const hasWord = (stems: readonly string[], wanted: string): boolean =>
  stems.includes(wanted) || (wanted.length > 3 && stems.some((stem) => stem.length > 3 && stem[0] === wanted[0] && editDistance(stem, wanted, 1) === 1));

export const rangesMeet = (a: DayRange, b: DayRange): boolean => a.from <= b.to && b.from <= a.to;

/** When: two sentences that each name a day must name days that can be the same. */
export function objectionToTime(draft: Claim, source: Claim): Objection {
  const [a, b] = [draft.asOf, source.asOf];
  if (isCasualty(draft) && b.basis === "written") {
    const isPast = a.basis === "sentence" ? draft.kind === "earlier" && a.range && b.range && a.range.to < b.range.from : a.earlier && !b.earlier;
    if (isPast) return "one is an earlier count";
    if (a.basis === "sentence" && isLong(a.range)) return "one is of a whole year, the other of one event";
    // "Six more bodies were found on Thursday": nothing of which Wednesday's source could tell
    if (a.basis === "sentence" && settled(draft) === "change" && a.range && b.range && a.range.from > b.range.to)
      return `the source is older than ${span(a.range)}`;
  }
  if (a.basis !== "sentence" || b.basis !== "sentence" || !a.range || !b.range || rangesMeet(a.range, b.range)) return undefined;
  return `one is of ${span(a.range)}, the other of ${span(b.range)}`;
}

const isLong = (range: DayRange | undefined): boolean => range !== undefined && daysBetween(range.from, range.to) > 300;
const span = ({ from, to }: DayRange): string => (from === to ? from : `${from} to ${to}`);

/** Who says so: two named speakers that share no word of their names are two. */
export function objectionToSpeaker(draft: Attribution | undefined, source: Attribution | undefined): Objection {
  if (!draft || !source || !isNamed(draft) || draft.speaker.kind !== source.speaker.kind) return undefined;
  if (isAnyCompany(draft) !== isAnyCompany(source)) return undefined;
  return sameSpeaker(draft, source) ? undefined : `one is said by ${draft.speaker.name}, the other by ${source.speaker.name}`;
}

/** "The airline", "the agency": the one that the other text calls by its name. */
const isAnyCompany = ({ speaker }: Attribution): boolean =>
  /^(?:company|firm|airline|carrier|agency|group|operator|maker|manufacturer|carmaker|retailer|lender|brewer|miner|bank|club|charity|organi[sz]ation|institute|institution|developer|insurer|supplier|utility|owner|chain|publisher|pollster|exchange|foundation|association|federation|society|trust)$/.test(
    speaker.name,
  );

/** Two persons or two organisations can be told apart; a person may speak for an organisation, and "officials" may be anybody's. */
const isNamed = ({ speaker }: Attribution): boolean => speaker.kind === "person" || speaker.kind === "organisation";

export function sameSpeaker(a: Attribution, b: Attribution): boolean {
  const [x, y] = [calledBy(a), calledBy(b)];
  return x.stems.some((stem) => y.stems.includes(stem)) || x.initials === b.speaker.name || y.initials === a.speaker.name;
}

interface Called {
  readonly stems: readonly string[];
  readonly initials: string;
}

const known = new WeakMap<Attribution, Called>();

function calledBy(attribution: Attribution): Called {
  let called = known.get(attribution);
  if (!called) {
    const { name, words } = attribution.speaker;
    called = { stems: contentStems(`${name} ${words}`), initials: [...name.matchAll(/\b\p{Lu}/gu)].join("") };
    known.set(attribution, called);
  }
  return called;
}
