import type { Source } from "../corpus/source.ts";
import { startsOf } from "../document/kept-lists.ts";
import { daysBetween } from "../extract/calendar.ts";
import type { DayRange, Reading } from "../extract/mentions.ts";
import { distinguishers } from "../lexicon/event-words.ts";
import { type Alignment, likeness } from "./alignment.ts";
import { byPassage, passagesIn } from "./by-passage.ts";
import { rangesMeet } from "./compatible.ts";
import { type DatedEvent, datedEvents, datedEventsOf, datedEventsTold, kindOf } from "./dated-events.ts";
import type { Desk } from "./desk.ts";
import { rarityOf, sentenceIndex } from "./sentence-index.ts";
import { toldAlike } from "./told-alike.ts";

/** A date of the draft beside the date that a source gives the same event. */
export interface DateConflict {
  readonly draft: DatedEvent;
  readonly source: Source;
  readonly event: DatedEvent;
  /** How alike the two clauses are, 0 to 1. */
  readonly likeness: number;
}

const sentenceLikeness = 0.3;
/** Less is needed where the clauses themselves say the same in other words. */
const clauseLikeness = 0.15;
const sameEvent = 0.42;
const samePeriod = 0.65;
const sameStatement = 0.75;
/** The same day of the same verb in a sentence on the same thing. */
const sameVerb = 0.6;
const leastAgreement = 0.3;
const weaker = 0.6;
/** Two sentences with one date each are about one event when they are this much more alike than two clauses need be. */
const onlyDayMargin = 0.1;
/** More so where they share but one word next to the date. */
const oneWordMargin = 0.35;
/** A sentence that has the draft's day too contradicts it only by a clause this much alike. */
const sameClause = 0.6;
/** A weekday or "yesterday" is never so far from the day that it was written for. */
const daysOfLate = 60;
const daysOfYear = 366;
/** A month is mistaken for one of the few around it. */
const daysOfMonths = 130;
/** More dates than these a sentence does not have. */
const sentenceDates = 12;

/** What dates are compared with. */
type Table = Pick<Desk, "draft" | "alignments" | "corpus">;

/** Dates of the draft that every source that speaks of the event contradicts. Silent as soon as one agrees, or when it may be another event. */
export function dateConflicts({ draft, alignments, corpus }: Table): readonly DateConflict[] {
  const events = datedEvents(draft);
  const found = byPassage(draft, "date conflicts", [sentenceIndex.of(corpus)], ({ reading, sentence }) =>
    conflictsIn({ draft: reading, corpus, alignments: alignments.slice(sentence, sentence + reading.document.sentences.length) }),
  );
  const own = passagesIn(draft).map(({ reading }) => datedEvents(reading));
  const firsts = startsOf(own);
  return found.flatMap((conflicts, at) =>
    conflicts.map((conflict) => ({
      ...conflict,
      draft: events[(firsts[at] as number) + (own[at] as readonly DatedEvent[]).indexOf(conflict.draft)] as DatedEvent,
    })),
  );
}

const conflictsIn = (table: Table): readonly DateConflict[] =>
  datedEvents(table.draft).flatMap((draft) => {
    if (!(isComparable(draft) || isYearsAgo(draft)) || isSpeakersWord(table.draft, draft)) return [];
    const judged = judgeEvent(table, draft);
    return judged.agrees || !judged.conflict ? [] : [judged.conflict];
  });

/** What the sources' sentences on the same thing say of one date of the draft. An agreement counts where it is not much weaker than the contradiction. */
function judgeEvent(desk: Table, draft: DatedEvent): { readonly agrees: boolean; readonly conflict?: DateConflict } {
  let conflict: DateConflict | undefined;
  let agreement = 0;
  let telling: Alignment | undefined;
  const agreeing = new Set<Alignment>();
  for (const { alignment, event, same } of sourceEvents(desk, draft)) {
    if (agreesWith(draft, event)) {
      const isTold = [...draft.verbs].some((word) => event.verbs.has(word));
      agreement = Math.max(agreement, same, isTold ? sameVerb : 0, isOnlyDayTold(alignment) ? alignment.score - onlyDayMargin : 0);
      agreeing.add(alignment);
      continue;
    }
    // what the source dates after the day of writing, the draft cannot tell as past
    if (desk.draft.written && event.days.from > desk.draft.written && draft.days.to <= desk.draft.written) continue;
    // nor does what has happened tell the day of what is still to come
    if (desk.draft.written && draft.days.from > desk.draft.written && event.days.to < (alignment.source.date ?? "")) continue;
    // "On Thursday" is of late, and no wrong day of years ago
    const distance = Math.abs(daysBetween(draft.days.from, event.days.from));
    if (draft.mention.basis !== "absolute" && !isYearsAgo(draft) && distance > daysOfLate) continue;
    // nor is "in March", without a year
    if (draft.mention.granularity === "month" && draft.mention.yearInferred && distance > daysOfYear) continue;
    if (alignment.score < (same + slipMargin(draft, event) >= sameClause ? clauseLikeness : sentenceLikeness) || !(isComparable(event) || isCountedOn(event)))
      continue;
    const told = toldAlike(desk.draft, draft, event, alignment, slipMargin(draft, event) > 0);
    if (!told && !isSameHappening(draft, event, alignment.shared)) continue;
    const only = !draft.isStatement && !event.isStatement && isOnlyDay(desk.draft, draft) && isOnlyDayTold(alignment);
    const likest = Math.max(same, only ? alignment.score - (sharedNear(draft, event) > 1 ? onlyDayMargin : oneWordMargin) : 0);
    const sure = atOneTime(draft, event) * sameTime + Math.max(likest, told);
    if (sure + slipMargin(draft, event) < threshold(draft, event)) continue;
    if (!told && threshold(draft, event) === sameStatement && !haveSameWords(draft, event)) continue;
    if (sure > (conflict?.likeness ?? 0)) [conflict, telling] = [{ draft, source: alignment.source, event, likeness: sure }, alignment];
  }
  if (!conflict) return { agrees: agreement > 0 };
  // "£400 in 2026, going up to £650 in 2028": both sentences tell both
  if (telling && agreeing.has(telling) && (conflict.likeness < sameClause || conflict.event.isOfNoun || isYearBeside(desk.draft, draft, conflict.event)))
    return { agrees: true };
  return { agrees: agreement >= Math.max(leastAgreement, weaker * conflict.likeness) || isSpokenOf(desk.draft, draft, conflict.event), conflict };
}

/** The 12th for the 21st, the 3rd for the 13th, 1947 for 1974, 21 April of another year, 30 June for 30 July: two days that only a slip of the hand parts are hardly two events. */
function slipMargin({ mention: { basis, granularity }, days: x }: DatedEvent, { mention: { granularity: other }, days: y }: DatedEvent): number {
  if (basis !== "absolute" || granularity !== other) return 0;
  const [year, rest] = [x.from.slice(0, 4), x.from.slice(4)];
  if (granularity === "year") return isSlipOf(year, y.from.slice(0, 4)) ? slip : 0;
  if (rest === y.from.slice(4)) return otherYear;
  if (x.from.slice(8) === y.from.slice(8) && Math.abs(daysBetween(x.from, y.from)) < 32) return slip;
  return x.from.slice(0, 7) === y.from.slice(0, 7) && isSlipOf(String(Number(x.from.slice(8))), String(Number(y.from.slice(8)))) ? slip : 0;
}
const slip = 0.1;
const otherYear = 0.2;

/** Two digits in the other order, one too many, or another ten: the 24th for the 14th. */
const isSlipOf = (a: string, b: string): boolean =>
  a !== b &&
  (a.length === b.length
    ? (a.length === 2 && a[1] === b[1]) ||
      [...a].some((digit, at) => digit === b[at + 1] && a[at + 1] === b[at] && a.slice(0, at) === b.slice(0, at) && a.slice(at + 2) === b.slice(at + 2))
    : a.endsWith(b) || b.endsWith(a) || a.startsWith(b) || b.startsWith(a));

/** "At 2.40am on Thursday" and "at 2.40am on Friday": one hour in two sentences that are alike is one event's. */
const atOneTime = ({ mention: { clock: a } }: DatedEvent, { mention: { clock: b } }: DatedEvent): number =>
  Number(a !== undefined && b !== undefined && a.low === b.low && a.high === a.low && b.high === b.low && a.low % 60 !== 0);
const sameTime = 0.15;

/** People say things every day: only the same words are the same statement. A month or year is shared by more events than a day. */
const threshold = (draft: DatedEvent, event: DatedEvent): number =>
  draft.isStatement || event.isStatement ? sameStatement : isDay(draft) ? sameEvent : samePeriod;

/** The draft's sentence has the source's day too: both are in it. */
const isSpokenOf = ({ dates }: Reading, draft: DatedEvent, event: DatedEvent): boolean =>
  dates
    .slice(Math.max(0, draft.index - sentenceDates), draft.index + sentenceDates)
    .some(
      (date) => date.sentence === draft.mention.sentence && date !== draft.mention && date.range && isShort(date.range) && rangesMeet(date.range, event.days),
    );

/** The draft's sentence has the source's year too. */
const isYearBeside = ({ dates }: Reading, draft: DatedEvent, event: DatedEvent): boolean =>
  draft.mention.granularity === "year" &&
  dates.some((date) => date.sentence === draft.mention.sentence && date.granularity === "year" && date.range && rangesMeet(date.range, event.days));

/** The sentence has no other date: whatever it tells happened then. */
const isOnlyDay = (reading: Reading, event: DatedEvent): boolean => datedEventsOf(reading, event.mention.sentence).length === 1;

const isOnlyDayTold = ({ source, sentence }: Alignment): boolean => datedEventsTold(source, sentence).length === 1;

/** The dates in the source sentences that are aligned with the sentence of a date, and how alike the clauses are. */
export function* sourceEvents(desk: Table, draft: DatedEvent): Iterable<{ readonly alignment: Alignment; readonly event: DatedEvent; readonly same: number }> {
  const rarity = rarityOf(desk.corpus);
  for (const alignment of desk.alignments[draft.mention.sentence] ?? []) {
    for (const event of datedEventsTold(alignment.source, alignment.sentence)) {
      yield { alignment, event, same: clauseShare * likeness(draft.words, event.words, rarity) + (1 - clauseShare) * likeness(draft.near, event.near, rarity) };
    }
  }
}

/** How much the whole clause counts, beside the words next to the date: a sentence may tell two days. */
const clauseShare = 0.6;

/** "Tonight" in a quotation is the speaker's, not the writer's. */
const isSpeakersWord = ({ quotations }: Reading, { mention }: DatedEvent): boolean =>
  mention.basis !== "absolute" && quotations.some(({ start, end }) => start <= mention.start && mention.end <= end);

const exact = new Set(["absolute", "weekday", "relative"]);

/** A day, month or year that was written as such: nothing counted from other dates. */
function isComparable({ mention, days, isCompared }: DatedEvent): boolean {
  if (isCompared || !exact.has(mention.basis) || mention.duration || mention.invalid || /^since\b/i.test(mention.text)) return false;
  if (mention.granularity === "day" || mention.granularity === "minute") return days.from === days.to || mention.value?.includes("/") === true;
  return mention.basis === "absolute" && !mention.value?.includes("/");
}

/** "Built 27 years ago": a year, by another count. */
export const isYearsAgo = ({ mention: { direction, duration } }: DatedEvent): boolean =>
  direction === "ago" && duration?.unit === "year" && duration.low === duration.high && !duration.approximate;

/** By how many years a number of years may be off: the anniversary may be to come, and round numbers are rounded. */
const yearsRounded = (years: number): number => (years % 5 ? 1 : Math.max(2, 0.15 * years));

export const yearOf = ({ days }: DatedEvent): number => Number(days.from.slice(0, 4));

/** "The president resigned the following morning", in a source that has just told of which morning. */
const isCountedOn = ({ mention: { basis, granularity, invalid }, days, isCompared }: DatedEvent): boolean =>
  basis === "anaphoric" && granularity === "day" && days.from === days.to && !isCompared && !invalid;

const haveSameWords = (draft: DatedEvent, event: DatedEvent): boolean => {
  const shared = [...draft.words].filter((word) => event.words.has(word)).length;
  return draft.numbers.size === event.numbers.size && shared >= 0.75 * (draft.words.size + event.words.size - shared);
};
const sharedNear = (draft: DatedEvent, event: DatedEvent): number => [...draft.near].filter((word) => event.near.has(word)).length;
const isShort = ({ from, to }: DayRange): boolean => daysBetween(from, to) <= 7;

/** The days meet; a bare weekday is taken for either of two weeks, since its tense may have been misread. */
function agreesWith(draft: DatedEvent, event: DatedEvent): boolean {
  if (isYearsAgo(draft)) return Math.abs(yearOf(draft) - yearOf(event)) <= yearsRounded(draft.mention.duration?.low ?? 0);
  if (
    (draft.mention.yearInferred || event.mention.yearInferred) &&
    draft.days.from.slice(4) === event.days.from.slice(4) &&
    draft.days.to.slice(4) === event.days.to.slice(4)
  )
    return true;
  if (rangesMeet(draft.days, event.days))
    return isShort(event.days) || daysBetween(event.days.from, event.days.to) <= daysBetween(draft.days.from, draft.days.to);
  if (draft.mention.basis !== "weekday" && event.mention.basis !== "weekday") return false;
  return Math.abs(daysBetween(draft.days.from, event.days.from)) % 7 === 0 && Math.abs(daysBetween(draft.days.from, event.days.from)) <= 14;
}

/** The same thing happened: its verb or a word next to the date is shared, and verbs, figures and names do not differ, both are as exact. */
export function isSameHappening(draft: DatedEvent, event: DatedEvent, shared: readonly string[] = []): boolean {
  if (draft.isRepeat !== event.isRepeat || draft.isMoved !== event.isMoved || isOther(draft, event) || isOther(event, draft) || areToldApart(draft, event))
    return false;
  const names = [...draft.names].some((word) => event.names.has(word));
  const sharesVerb = [...draft.verbs].some((word) => event.verbs.has(word));
  if (draft.mention.granularity !== event.mention.granularity && !(isDay(draft) && isDay(event)) && !(isMonthOf(draft, event) && sharesVerb)) return false;
  if (!sharesVerb && (![...draft.near].some((word) => event.words.has(word)) || ![...event.near].some((word) => draft.words.has(word)))) return false;
  return (
    (!differ(draft.verbs, event.verbs) ||
      atOneTime(draft, event) > 0 ||
      sharedNear(draft, event) > 2 ||
      shared.some((word) => draft.verbs.has(kindOf(word))) ||
      (names && tellsToo(draft, event))) &&
    (!differ(draft.numbers, event.numbers) ||
      (sharesVerb && sharedNear(draft, event) > (slipMargin(draft, event) > 0 ? 1 : sameFewWords) && !differ(draft.clauseNumbers, event.clauseNumbers))) &&
    // whom the source names elsewhere in its sentence, it does not leave out
    (!differ(draft.names, event.names) || [...draft.names].some((name) => shared.includes(name)))
  );
}

/** So many words next to both dates: what else the sentences count, they count beside it. */
const sameFewWords = 2;

/** "Four died when gas blew up", "a leak tore through the shop, killing four": what one tells with its verb, the other tells too. */
const tellsToo = (draft: DatedEvent, event: DatedEvent): boolean =>
  [...draft.verbs].some((word) => event.words.has(word)) || [...event.verbs].some((word) => draft.words.has(word));

/** "Nine hours after the alert of 6 June" dates the alert alone. */
const isOther = ({ isNamed, described }: DatedEvent, { words }: DatedEvent): boolean =>
  isNamed && described.size > 0 && ![...described].some((word) => words.has(word));

/** "The minister" and "the deputy minister"; "visited the camp" and "visited the hospital", where the clauses share little else. */
function areToldApart(draft: DatedEvent, event: DatedEvent): boolean {
  const [mine, theirs] = [without(draft.near, event.words), without(event.near, draft.words)];
  if ([...mine, ...theirs].some((word) => distinguishers.has(word))) return true;
  const isObject = (word: string): boolean => !draft.verbs.has(word) && !event.verbs.has(word);
  return mine.some(isObject) && theirs.some(isObject) && Math.max(draft.words.size, event.words.size) < fewWords && !slipMargin(draft, event);
}
const without = (words: ReadonlySet<string>, others: ReadonlySet<string>): readonly string[] => [...words].filter((word) => !others.has(word));
/** A clause of fewer words says one thing: another object is another thing. */
const fewWords = 4;

/** "Arrested in February", where the source has the day; of other years it may have been another arrest. */
const isMonthOf = (draft: DatedEvent, event: DatedEvent): boolean =>
  draft.mention.granularity === "month" &&
  draft.mention.basis === "absolute" &&
  isDay(event) &&
  event.mention.basis === "absolute" &&
  Math.abs(daysBetween(draft.days.from, event.days.from)) < daysOfMonths;

const isDay = ({ mention }: DatedEvent): boolean => mention.granularity === "day" || mention.granularity === "minute";

/** Both name something, and nothing is named by both. */
const differ = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => a.size > 0 && b.size > 0 && ![...a].some((word) => b.has(word));
