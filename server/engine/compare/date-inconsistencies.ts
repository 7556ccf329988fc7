import { daysBetween } from "../extract/calendar.ts";
import { likeness, rarity } from "./alignment.ts";
import { rangesMeet } from "./compatible.ts";
import { isSameHappening, judgeEvent } from "./date-conflicts.ts";
import { type DatedEvent, datedEvents, isOneDay } from "./dated-events.ts";
import type { Desk } from "./desk.ts";

/** Two dates that the draft gives one event, in text order. */
export interface DateInconsistency {
  readonly first: DatedEvent;
  readonly second: DatedEvent;
}

const sameEvent = 0.5;
/** How far apart in the text's dates two mentions are compared: keeps the cost linear. */
const window = 40;

/** Pairs of dates of the draft for one event: the same words next to both, in two sentences, on two days that lie near each other. */
export function dateInconsistencies(desk: Desk): readonly DateInconsistency[] {
  const rare = rarity(desk.corpus);
  const events = datedEvents(desk.draft).filter(isGiven);
  const found: DateInconsistency[] = [];
  events.forEach((second, at) => {
    for (let i = at - 1; i >= Math.max(0, at - window); i--) {
      const first = events[i] as DatedEvent;
      if (first.mention.sentence === second.mention.sentence || rangesMeet(first.days, second.days) || !areNear(first, second)) continue;
      const shared = [...first.near].filter((word) => second.near.has(word));
      const alike = shared.length >= 2 && likeness(first.words, second.words, rare) >= sameEvent && isSameHappening(first, second);
      if (!alike && !areLinked(desk, first, second)) continue;
      found.push({ first, second });
      break;
    }
  });
  return found;
}

const isGiven = (event: DatedEvent): boolean =>
  isOneDay(event) && !event.isStatement && !event.mention.duration && event.mention.granularity === "day" && event.mention.basis !== "anaphoric";

/** A slip of the day, not two happenings of a running story weeks apart; two bare weekdays are two days of reporting. */
function areNear(first: DatedEvent, second: DatedEvent): boolean {
  if (first.mention.basis === "weekday" && second.mention.basis === "weekday") return false;
  return Math.abs(daysBetween(first.days.from, second.days.from)) <= 31;
}

/** The corpus knows both for one: a source has the second's day for what, by its words, is the first. */
function areLinked(desk: Desk, first: DatedEvent, second: DatedEvent): boolean {
  return false && judgeEvent(desk, first).agrees && judgeEvent(desk, second).agrees;
}
