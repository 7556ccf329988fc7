import type { Source } from "../corpus/source.ts";
import { daysBetween } from "../extract/calendar.ts";
import type { Reading } from "../extract/mentions.ts";
import { type Alignment, likeness, rarity } from "./alignment.ts";
import { rangesMeet } from "./compatible.ts";
import { type DatedEvent, datedEvents } from "./dated-events.ts";
import type { Desk } from "./desk.ts";

/** A date of the draft beside the date that a source gives the same event. */
export interface DateConflict {
  readonly draft: DatedEvent;
  readonly source: Source;
  readonly event: DatedEvent;
  /** How alike the two clauses are, 0 to 1. */
  readonly likeness: number;
}

const sentenceLikeness = 0.3;
const sameEvent = 0.42;
const samePeriod = 0.65;
const perhapsSameEvent = 0.25;
/** A sentence that agrees on the day and is this much like the draft's is taken for its source. */
const agreeing = 0.45;
/** Two sentences with one date each are about one event when they are this much more alike than two clauses need be. */
const onlyDayMargin = 0.1;

/** Dates of the draft that every source that speaks of the event contradicts. Silent as soon as one agrees, or when it may be another event. */
export function dateConflicts(desk: Desk): readonly DateConflict[] {
  return datedEvents(desk.draft).flatMap((draft) => {
    if (!isComparable(draft)) return [];
    const judged = judgeEvent(desk, draft);
    return judged.agrees || !judged.conflict ? [] : [judged.conflict];
  });
}

/** What the sources' sentences on the same thing say of one date of the draft. */
export function judgeEvent(desk: Desk, draft: DatedEvent): { readonly agrees: boolean; readonly conflict?: DateConflict } {
  let conflict: DateConflict | undefined;
  let agreement = 0;
  for (const { alignment, event, same } of sourceEvents(desk, draft)) {
    if (agreesWith(draft, event)) {
      // The day may be right for this event where the sentence speaks of it at all.
      agreement = Math.max(agreement, same >= perhapsSameEvent ? 1 : alignment.score);
      continue;
    }
    if (alignment.score < sentenceLikeness || !isComparable(event) || !isSameHappening(draft, event)) continue;
    const sure = Math.max(same, isOnlyDay(desk.draft, draft) && isOnlyDay(alignment.source.reading, event) ? alignment.score - onlyDayMargin : 0);
    if (sure < (isDay(draft) ? sameEvent : samePeriod)) continue;
    if (!conflict || sure > conflict.likeness) conflict = { draft, source: alignment.source, event, likeness: sure };
  }
  return { agrees: agreement >= agreeing || (conflict !== undefined && isSpokenOf(desk.draft, draft, conflict.event)), ...(conflict && { conflict }) };
}

/** The draft's sentence has the source's day too: both are in it. */
const isSpokenOf = ({ dates }: Reading, draft: DatedEvent, event: DatedEvent): boolean =>
  dates.some((date) => date.sentence === draft.mention.sentence && date !== draft.mention && date.range && rangesMeet(date.range, event.days));

/** The sentence has no other date: whatever it tells happened then. */
const isOnlyDay = (reading: Reading, event: DatedEvent): boolean =>
  !datedEvents(reading).some((other) => other !== event && other.mention.sentence === event.mention.sentence);

/** The dates in the source sentences that are aligned with the sentence of a date, and how alike the clauses are. */
export function* sourceEvents(desk: Desk, draft: DatedEvent): Iterable<{ readonly alignment: Alignment; readonly event: DatedEvent; readonly same: number }> {
  const rare = rarity(desk.corpus);
  for (const alignment of desk.alignments[draft.mention.sentence] ?? []) {
    for (const event of datedEvents(alignment.source.reading)) {
      if (event.mention.sentence === alignment.sentence.index) yield { alignment, event, same: likeness(draft.words, event.words, rare) };
    }
  }
}

const exact = new Set(["absolute", "weekday", "relative"]);

/** A day, month or year that was written as such: nothing counted from other dates, no statement's day. */
function isComparable({ mention, days, isStatement }: DatedEvent): boolean {
  if (isStatement || !exact.has(mention.basis) || mention.duration || mention.invalid) return false;
  if (mention.granularity === "day" || mention.granularity === "minute") return days.from === days.to || mention.value?.includes("/") === true;
  return mention.basis === "absolute" && !mention.value?.includes("/");
}

/** The days meet; a bare weekday is taken for either of two weeks, since its tense may have been misread. */
function agreesWith(draft: DatedEvent, event: DatedEvent): boolean {
  if (rangesMeet(draft.days, event.days)) return daysBetween(event.days.from, event.days.to) <= Math.max(7, daysBetween(draft.days.from, draft.days.to));
  if (draft.mention.basis !== "weekday" && event.mention.basis !== "weekday") return false;
  return Math.abs(daysBetween(draft.days.from, event.days.from)) % 7 === 0 && Math.abs(daysBetween(draft.days.from, event.days.from)) <= 14;
}

/** The same thing happened: a word next to the date is shared, no two figures and no two sets of names differ, both are as exact. */
export function isSameHappening(draft: DatedEvent, event: DatedEvent): boolean {
  if (draft.mention.granularity !== event.mention.granularity && !(isDay(draft) && isDay(event))) return false;
  if (![...draft.near].some((word) => event.words.has(word)) || ![...event.near].some((word) => draft.words.has(word))) return false;
  return !differ(draft.numbers, event.numbers) && !differ(draft.names, event.names);
}

const isDay = ({ mention }: DatedEvent): boolean => mention.granularity === "day" || mention.granularity === "minute";

/** Both name something, and nothing is named by both. */
const differ = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => a.size > 0 && b.size > 0 && ![...a].some((word) => b.has(word));
