import type { Corpus } from "../corpus/corpus.ts";
import type { Source } from "../corpus/source.ts";
import { stem } from "../document/words.ts";
import { daysBetween } from "../extract/calendar.ts";
import type { Reading } from "../extract/mentions.ts";
import { type DatedEvent, datedEvents, kindOf } from "./dated-events.ts";
import type { Desk } from "./desk.ts";

/** A source's lede that tells on which day the story's main event happened. */
interface StoryDay {
  readonly source: Source;
  readonly event: DatedEvent;
}

/** A day, the ledes that give it, and how many sources date anything to it. */
interface Day {
  readonly ledes: readonly StoryDay[];
  readonly sources: number;
}

/**
 * The days of the event that the sources are about, where it is of one of the wanted kinds: "the crash" is the one that a lede tells of. The likeliest comes
 * first: the day of a lede that most texts speak of, the draft among them, two at least; of two the earlier, for what followed is told after it. Days that
 * ledes give without such a word come last: the event may have been on one of them.
 */
export function storyDays({ corpus, draft }: Pick<Desk, "corpus" | "draft">, wanted: readonly string[]): readonly StoryDay[] {
  const days = daysOf(corpus);
  if (!days.size) return [];
  const own = new Set(daysNamed(draft));
  const texts = (day: string, { sources }: Day): number => sources + Number(own.has(day));
  const isWanted = (words: ReadonlySet<string>): boolean => wanted.some((kind) => (disasters.has(kind) && words.has(kind)) || mishaps.has(kind));
  const told = [...days].filter(([day, told]) => texts(day, told) > 1).toSorted(([a, x], [b, y]) => texts(b, y) - texts(a, x) || (a < b ? -1 : 1));
  const [wantedDays, others] = [[] as StoryDay[], [] as StoryDay[]];
  for (const [, { ledes }] of told) {
    const lede = ledes.find(({ event }) => isWanted(event.words));
    if (lede) wantedDays.push(lede);
    else others.push(...ledes.slice(0, 1));
  }
  return wantedDays.length ? [...wantedDays, ...others] : [];
}

/** Happenings that a story has one of; a raid or an arrest may be one of several. */
const disasters: ReadonlySet<string> = new Set(
  "explosion earthquake fire crash sink landslide flood storm derail collapse burst eruption riot stampede shooting"
    .split(" ")
    .map((word) => kindOf(stem(word))),
);
/** Words for whatever has happened. */
const mishaps: ReadonlySet<string> = new Set("disaster tragedy catastrophe accident".split(" ").map(stem));

/** "The disaster" is whatever mishap has been told. */
export const isMishapTold = (wanted: readonly string[], words: ReadonlySet<string>): boolean =>
  wanted.some((kind) => mishaps.has(kind)) && [...words].some((word) => disasters.has(word));

const known = new WeakMap<Corpus, ReadonlyMap<string, Day>>();

function daysOf(corpus: Corpus): ReadonlyMap<string, Day> {
  let days = known.get(corpus);
  if (!days) {
    const sources = corpus.sources.slice(0, sourcesAsked);
    const ledes = sources.flatMap(ledeDays);
    const named = sources.map(({ reading }) => new Set(daysNamed(reading)));
    const dayOf = ({ event }: StoryDay): string => event.days.from;
    days = new Map(
      ledes.map((lede): [string, Day] => [
        dayOf(lede),
        { ledes: ledes.filter((other) => dayOf(other) === dayOf(lede)), sources: named.filter((days) => days.has(dayOf(lede))).length },
      ]),
    );
    known.set(corpus, days);
  }
  return days;
}

const daysNamed = (reading: Reading): readonly string[] => datedEvents(reading).flatMap((event) => (isNamed(event) ? [event.days.from] : []));

/** Very many sources tell no more than these. */
const sourcesAsked = 200;
/** Sentences of a lede. */
const ledeLength = 2;

/** The days of a source's lede. */
function ledeDays(source: Source): Day["ledes"] {
  const { reading } = source;
  const { document } = reading;
  const first = document.sentences.find(({ block }) => document.blocks[block]?.kind !== "title")?.index ?? 0;
  return datedEvents(reading)
    .filter((event) => event.mention.sentence >= first && event.mention.sentence < first + ledeLength && isNamed(event))
    .map((event) => ({ source, event }));
}

/** A night or a weekend is one time. */
const mostDays = 2;

const isNamed = ({ mention: { basis, duration, invalid }, days, isStatement, isCompared }: DatedEvent): boolean =>
  (basis === "absolute" || basis === "weekday" || basis === "relative") &&
  !duration &&
  !invalid &&
  !isStatement &&
  !isCompared &&
  daysBetween(days.from, days.to) < mostDays;
