import { toldIn } from "../corpus/packed-source.ts";
import { contentStems } from "../document/words.ts";
import { daysBetween } from "../extract/calendar.ts";
import { likeness } from "./alignment.ts";
import { anniversaryOn, missedDay } from "./anniversaries.ts";
import { byPassage } from "./by-passage.ts";
import { rangesMeet } from "./compatible.ts";
import { isSameHappening, sourceEvents } from "./date-conflicts.ts";
import { type DatedEvent, datedEvents, isOneDay, kindOf } from "./dated-events.ts";
import type { Desk } from "./desk.ts";
import { type Rarity, rarityOf } from "./sentence-index.ts";

/** Two dates that the draft gives one event, in text order. */
export interface DateInconsistency {
  readonly first: DatedEvent;
  readonly second: DatedEvent;
  /** The day that the second should have: the first's, or its anniversary. */
  readonly right: string;
}

const sameEvent = 0.5;
/** How far apart in the text's dates two mentions are compared: keeps the cost linear. */
const window = 40;

const known = new WeakMap<Desk, readonly DateInconsistency[]>();

/** Pairs of dates of the draft for one event: the same words next to both, in two sentences, on two days that lie near each other. */
export function dateInconsistencies(desk: Desk): readonly DateInconsistency[] {
  const before = known.get(desk);
  if (before) return before;
  const all = inconsistenciesOf(desk);
  known.set(desk, all);
  return all;
}

function inconsistenciesOf(desk: Desk): readonly DateInconsistency[] {
  const rarity = rarityOf(desk.corpus);
  const events = datedEvents(desk.draft).filter(isGiven);
  const anniversaries = byPassage(desk.draft, "anniversaries", [], ({ reading }) =>
    datedEvents(reading)
      .filter(isGiven)
      .map((event) => anniversaryOn(reading, event)),
  ).flat();
  const found: DateInconsistency[] = [];
  events.forEach((second, at) => {
    const anniversary = anniversaries[at];
    if (anniversary) {
      const dated = events
        .slice(Math.max(0, at - window), at + window)
        .map((first) => ({ first, right: first !== second && missedDay(anniversary, second, first) }));
      const [only, ...others] = dated.filter((pair): pair is { first: DatedEvent; right: string } => Boolean(pair.right));
      if (only && others.every(({ right }) => right === only.right)) found.push({ ...only, second });
      return;
    }
    for (let i = at - 1; i >= Math.max(0, at - window); i--) {
      const first = events[i] as DatedEvent;
      if (first.mention.sentence === second.mention.sentence || rangesMeet(first.days, second.days) || !areNear(first, second)) continue;
      if (!isDescribed(first, second) && !isRepeated(first, second, rarity) && !areLinked(desk, first, second)) continue;
      found.push({ first, second, right: first.days.from });
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

/** Two sentences say the same of two days. */
function isRepeated(first: DatedEvent, second: DatedEvent, rarity: Rarity): boolean {
  const near = inBoth(first.near, second.near);
  const told =
    near >= 2 || (near === 1 && (inBoth(first.names, second.names) >= 2 || (inBoth(first.verbs, second.verbs) >= 1 && inBoth(first.words, second.words) >= 4)));
  return told && likeness(first.words, second.words, rarity) >= sameEvent && isSameHappening(first, second);
}

const inBoth = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => [...a].filter((word) => b.has(word)).length;

/** "... declared Sunday, 18 May, a day of mourning", then "the day of mourning on 17 May". */
function isDescribed(first: DatedEvent, second: DatedEvent): boolean {
  const { described } = second;
  return described.size >= 2 && [...described].every((word) => first.words.has(word));
}

const linkedDays = 2;
const linkedWords = 3;

/**
 * Of two days to come, a source has the second for what it describes in the words of the first: the sources disagree, and the draft follows both.
 * Or it has the first, and tells by its words that the description means the same: "a motion, to be put to the vote on the 8th", then "the vote of the 9th".
 */
function areLinked(desk: Desk, first: DatedEvent, second: DatedEvent): boolean {
  const { written } = desk.draft;
  if (!written || !second.described.size || first.days.from <= written || second.days.from <= written) return false;
  if (Math.abs(daysBetween(first.days.from, second.days.from)) > linkedDays) return false;
  for (const { alignment, event } of [...sourceEvents(desk, first), ...sourceEvents(desk, second)]) {
    const here = rangesMeet(event.days, first.days);
    if ((!here && !rangesMeet(event.days, second.days)) || !isOneDay(event)) continue;
    const stems = new Set(contentStems(toldIn(alignment.source, alignment.sentence.index).prose).map(kindOf));
    if ([...second.described].every((word) => stems.has(word)) && [...first.words].filter((word) => stems.has(word)).length >= (here ? 2 : linkedWords))
      return true;
  }
  return false;
}
