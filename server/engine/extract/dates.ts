import { type Document, sentenceAt } from "../document/document.ts";
import type { Fresh } from "../document/fresh.ts";
import { carriedKept, flatKept } from "../document/kept-lists.ts";
import { bareShelf, type Shelf } from "../document/memory.ts";
import { type Passage, type Place, passagesOf } from "../document/passage.ts";
import type { Match } from "./dates/expression.ts";
import { type Resolved, resolve } from "./dates/resolve.ts";
import { scan } from "./dates/scan.ts";
import { isPresentAround, tenseAround } from "./dates/tense.ts";
import { lower, type Tokens, tokenise } from "./dates/tokens.ts";
import type { DateMention, DayRange } from "./mentions.ts";
import { moved, placedMention } from "./placing.ts";

/** Time expressions, in text order; relative ones are resolved against `written` (ISO day) where known. */
export function readDates(document: Document, written: string | undefined, passages: readonly Passage[] = passagesOf(document)): readonly DateMention[] {
  return placedDates(passages, datesOfPassages(passages, written));
}

/** The time expressions of each passage, counted from its start: days spoken of in one are what the next counts from. */
export const datesOfPassages = (passages: readonly Passage[], written: string | undefined, whole: Shelf = bareShelf): readonly (readonly DateMention[])[] =>
  carriedKept<readonly DateMention[], SpokenOf>(whole, "dates", [passages.map(({ shelf }) => shelf)], [written], {}, isSameDay, (at, { last, lastPeriod }) => {
    const { document, shelf } = passages[at] as Passage;
    const { mentions, spokenOf } = shelf.keep("dates", [written, last?.from, last?.to, lastPeriod?.from, lastPeriod?.to], () =>
      readBlock(document, written, { last, lastPeriod }),
    );
    return { value: mentions, after: spokenOf };
  });

/** The dates of passages in their places in the whole. */
export const placedDates = (passages: readonly Passage[], dates: readonly (readonly DateMention[])[], whole: Shelf = bareShelf): readonly DateMention[] =>
  flatKept(whole, "placed dates", passages, dates, (mention, passage, _, first) => placed(mention, passage, first));

/** The days that a text has spoken of last, from which the next "the day before" counts. */
interface SpokenOf {
  readonly last?: DayRange | undefined;
  readonly lastPeriod?: DayRange | undefined;
}

const isSameDay = (a: SpokenOf, b: SpokenOf): boolean =>
  a.last?.from === b.last?.from && a.last?.to === b.last?.to && a.lastPeriod?.from === b.lastPeriod?.from && a.lastPeriod?.to === b.lastPeriod?.to;

/** The dates of one block, and what has been spoken of by its end. */
interface BlockDates {
  readonly mentions: readonly DateMention[];
  readonly spokenOf: SpokenOf;
}

function readBlock(document: Document, written: string | undefined, { last, lastPeriod }: SpokenOf): BlockDates {
  const mentions: DateMention[] = [];
  const tokens = tokenise(document.prose, 0, document.prose.length);
  for (const match of scan(tokens)) {
    const start = tokens[match.from]?.start ?? 0;
    const end = tokens[match.next - 1]?.end ?? 0;
    const resolved = resolve(match.written, {
      written,
      last,
      lastPeriod,
      isSince: lower(tokens, match.from - 1) === "since",
      tense: () => tenseAround(tokens, match.from, match.next),
    });
    const mention: Fresh<DateMention> = {
      ...resolved,
      start,
      end,
      text: document.text.slice(start, end),
      sentence: sentenceAt(document, start)?.index ?? 0,
    };
    // "10am on Wednesday" is that Wednesday, at a time.
    if (match.clock) [mention.type, mention.clock] = ["time", match.clock];
    tell(mention, tokens, match, written);
    mentions.push(mention);
    const { range } = resolved;
    if (range && isSpokenOf(resolved)) [last, lastPeriod] = [range, range];
    else if (range && resolved.basis === "absolute" && !resolved.value?.includes("/")) lastPeriod = range;
  }
  bind(document, mentions);
  return { mentions, spokenOf: { last, lastPeriod } };
}

/** A mention in its place in the whole; `first` mentions lie before its passage. */
function placed(mention: DateMention, place: Place, first: number): DateMention {
  const copy = placedMention(mention, place);
  if (mention.weekday) copy.weekday = moved(mention.weekday, place.start);
  if (mention.anchor !== undefined) copy.anchor = mention.anchor + first;
  return copy;
}

/** How the clause looks at it: for an elapsed time, whether it runs up to now; for a day still to come, in which tense. */
function tell(mention: Fresh<DateMention>, tokens: Tokens, { from, next }: Match, written: string | undefined): void {
  const { direction, basis, range, granularity } = mention;
  if (direction === "after" && basis === "anaphoric") {
    if (isPresentAround(tokens, from, next)) mention.toWriting = true;
  } else if (basis === "absolute" && granularity === "day" && range && written && range.from > written) mention.tense = tenseAround(tokens, from, next);
}

/** A day that the next "the day before" or "two weeks later" counts from. */
const isSpokenOf = ({ range, granularity, basis, duration }: Resolved): boolean =>
  range !== undefined && granularity === "day" && basis !== "vague" && (duration === undefined || basis === "anaphoric");

/** Gives elapsed times their anchor, and clock times the day of their sentence. */
function bind(document: Document, mentions: DateMention[]): void {
  for (let i = 0; i < mentions.length; i++) {
    const mention = mentions[i] as DateMention;
    if (mention.basis === "clock") mentions[i] = { ...mention, ...dayOfClock(mentions, i) };
    else if (mention.basis === "anaphoric" && mention.duration && !mention.range) mentions[i] = { ...mention, ...anchorOf(document, mentions, i) };
  }
}

function dayOfClock(mentions: readonly DateMention[], i: number): Partial<DateMention> {
  const mention = mentions[i] as DateMention;
  const isDay = (other: DateMention | undefined): other is DateMention =>
    other?.sentence === mention.sentence && other.granularity === "day" && other.range !== undefined && other.range.from === other.range.to;
  for (let away = 1; away <= 3; away++) {
    for (const at of [i + away, i - away]) {
      const other = mentions[at];
      if (isDay(other)) return { anchor: at, ...(other.range && { range: other.range }) };
    }
  }
  return {};
}

const anchorReach = 80;

/** "two weeks after Hamas's 7 October attack": the next date of the same clause. */
function anchorOf(document: Document, mentions: readonly DateMention[], i: number): Partial<DateMention> {
  const mention = mentions[i] as DateMention;
  const next = mentions[i + 1];
  if (!next?.range || next.sentence !== mention.sentence || next.start - mention.end > anchorReach) return {};
  return /[,;:.!?—]\s/.test(document.prose.slice(mention.end, next.start)) ? {} : { anchor: i + 1 };
}
