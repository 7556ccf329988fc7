import type { Document } from "../document/document.ts";
import type { Passage } from "../document/passage.ts";
import { dayNumber, isDay, isoDay, partsOf } from "../extract/calendar.ts";
import { readDates } from "../extract/dates.ts";
import type { Corpus } from "./corpus.ts";
import { derived } from "./derived.ts";
import { textOf } from "./packed-source.ts";
import type { DatingBasis, Source } from "./source.ts";
import type { Steps } from "./steps.ts";
import { writtenByText } from "./text-dating.ts";

export interface Dating {
  /** ISO day of writing. */
  readonly date?: string;
  readonly basis: DatingBasis;
  /** ISO day of the stamp, where there is one. */
  readonly stamped?: string;
}

/**
 * When a source was written: its metadata, unless the text shows that it is older than its stamp (RULES.md "As-of date").
 * `neighbours` are the ISO days of the corpus's other sources: they tell the year where a text has none.
 */
export function dateSource(document: Document, passages: readonly Passage[], neighbours: readonly string[] = []): Dating {
  const stamped = document.metadata.date?.value;
  if (stamped) {
    const older = writtenByText(document, readDates(document, stamped, passages), stamped);
    return older ? { date: older, basis: "text", stamped } : { date: stamped, basis: "metadata", stamped };
  }
  const filed = dateOfDateline(document, neighbours);
  if (filed) return { date: filed, basis: "dateline" };
  const hint = median(neighbours);
  const date = hint && writtenByText(document, readDates(document, hint, passages), undefined);
  return date && isOfTheStory(date, neighbours) ? { date, basis: "text" } : { basis: "unknown" };
}

/** A text that speaks of old dates only tells nothing about its own day. */
const isOfTheStory = (date: string, neighbours: readonly string[]): boolean =>
  neighbours.some((neighbour) => Math.abs(dayNumber(date) - dayNumber(neighbour)) <= storyDays);
const storyDays = 31;

const median = (days: readonly string[]): string | undefined => days.toSorted()[days.length >> 1];

/** What a draft's day is told by. */
interface Days {
  /** By the length of their texts: a draft's text is compared with few others at each keystroke. */
  readonly byLength: ReadonlyMap<number, readonly Source[]>;
  /** The ISO days of its sources, each once. */
  readonly distinct: readonly string[];
}

/** What `dateDraft` needs of a corpus. */
export const corpusDays = derived(function* (corpus: Corpus): Steps<Days> {
  const byLength = new Map<number, Source[]>();
  for (const source of corpus.sources) {
    const { length } = textOf(source);
    const known = byLength.get(length);
    if (known) known.push(source);
    else byLength.set(length, [source]);
    yield;
  }
  return { byLength, distinct: [...new Set(corpus.sources.flatMap(({ date }) => date ?? []))] };
});

/** The draft's ISO day: metadata, else its dateline with the year that the corpus suggests, else unknown. An article of the corpus keeps its day there. */
export function dateDraft(document: Document, corpus: Corpus): string | undefined {
  const { byLength, distinct } = corpusDays.of(corpus);
  const itself = byLength.get(document.text.length)?.find((source) => textOf(source) === document.text);
  return itself ? itself.date : (document.metadata.date?.value ?? dateOfDateline(document, distinct));
}

/** `TOKARI, March 4 -`: in the year that brings it nearest to one of the neighbours. */
function dateOfDateline({ metadata: { dateline } }: Document, neighbours: readonly string[]): string | undefined {
  if (!dateline?.month || !dateline.day) return undefined;
  const { month, day } = dateline;
  if (dateline.year) return isDay(dateline.year, month, day) ? isoDay(dateline.year, month, day) : undefined;
  let best: { date: string; away: number } | undefined;
  for (const neighbour of neighbours) {
    const { year } = partsOf(neighbour);
    for (const y of [year, year - 1, year + 1]) {
      if (!isDay(y, month, day)) continue;
      const date = isoDay(y, month, day);
      const away = Math.abs(dayNumber(date) - dayNumber(neighbour));
      if (!best || away < best.away) best = { date, away };
    }
  }
  return best?.date;
}
