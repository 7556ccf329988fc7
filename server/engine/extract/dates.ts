import { type Document, type Span, sentenceAt } from "../document/document.ts";
import { type Memory, noMemory } from "../document/memory.ts";
import type { Match } from "./dates/expression.ts";
import { type Resolved, resolve } from "./dates/resolve.ts";
import { scan } from "./dates/scan.ts";
import { isPresentAround, tenseAround } from "./dates/tense.ts";
import { lower, type Tokens, tokenise } from "./dates/tokens.ts";
import type { DateMention, DayRange } from "./mentions.ts";

/** Time expressions, in text order; relative ones are resolved against `written` (ISO day) where known. */
export function readDates(document: Document, written: string | undefined, memory: Memory = noMemory): readonly DateMention[] {
  const mentions: DateMention[] = [];
  let spokenOf: SpokenOf = {};
  for (const block of document.blocks) {
    const text = document.text.slice(block.start, block.end);
    const prose = document.prose.slice(block.start, block.end);
    const place = { start: block.start, sentence: block.sentences[0]?.index ?? 0, index: mentions.length };
    const cuts = block.sentences.map(({ start }) => start - block.start).join();
    const key = JSON.stringify([written, spokenOf, cuts, prose, text === prose ? 0 : text]);
    const read = memory.recall("dates", key, () => readBlock(document, block, written, spokenOf, place));
    for (const mention of read.mentions) mentions.push(placed(mention, place));
    spokenOf = read.spokenOf;
  }
  return mentions;
}

/** The days that a text has spoken of last, from which the next "the day before" counts. */
interface SpokenOf {
  readonly last?: DayRange;
  readonly lastPeriod?: DayRange;
}

/** Where a block stands: its offset, its first sentence, and how many mentions lie before it. */
interface Place {
  readonly start: number;
  readonly sentence: number;
  readonly index: number;
}

/** The dates of one block, counted from its own start, and what has been spoken of by its end. */
interface BlockDates {
  readonly mentions: readonly DateMention[];
  readonly spokenOf: SpokenOf;
}

function readBlock(document: Document, block: Span, written: string | undefined, { last, lastPeriod }: SpokenOf, place: Place): BlockDates {
  const mentions: DateMention[] = [];
  let spokenOf: SpokenOf = { ...(last && { last }), ...(lastPeriod && { lastPeriod }) };
  const tokens = tokenise(document.prose, block.start, block.end);
  for (const match of scan(tokens)) {
    const span: Span = { start: tokens[match.from]?.start ?? 0, end: tokens[match.next - 1]?.end ?? 0 };
    const resolved = resolve(match.written, {
      written,
      last: spokenOf.last,
      lastPeriod: spokenOf.lastPeriod,
      isSince: lower(tokens, match.from - 1) === "since",
      tense: () => tenseAround(tokens, match.from, match.next),
    });
    mentions.push({
      ...span,
      text: document.text.slice(span.start, span.end),
      sentence: sentenceAt(document, span.start)?.index ?? place.sentence,
      ...atClock(resolved, match),
      ...told(resolved, tokens, match, written),
    });
    if (isSpokenOf(resolved)) spokenOf = { ...spokenOf, ...(resolved.range && { last: resolved.range }) };
    if (isSpokenOf(resolved) || (resolved.basis === "absolute" && resolved.range && !resolved.value?.includes("/")))
      spokenOf = { ...spokenOf, ...(resolved.range && { lastPeriod: resolved.range }) };
  }
  bind(document, mentions, 0);
  return { mentions: mentions.map((mention) => placed(mention, { start: -place.start, sentence: -place.sentence, index: 0 })), spokenOf };
}

/** A mention counted from another start. */
const placed = (mention: DateMention, { start, sentence, index }: Place): DateMention => ({
  ...mention,
  start: mention.start + start,
  end: mention.end + start,
  sentence: mention.sentence + sentence,
  ...(mention.weekday && { weekday: { ...mention.weekday, start: mention.weekday.start + start, end: mention.weekday.end + start } }),
  ...(mention.anchor !== undefined && { anchor: mention.anchor + index }),
});

/** "10am on Wednesday" is that Wednesday, at a time. */
const atClock = (resolved: Resolved, { clock }: Match): Resolved => (clock ? { ...resolved, type: "time", clock } : resolved);

/** How the clause looks at it: for an elapsed time, whether it runs up to now; for a day still to come, in which tense. */
function told({ direction, basis, range, granularity }: Resolved, tokens: Tokens, { from, next }: Match, written: string | undefined): Partial<DateMention> {
  if (direction === "after" && basis === "anaphoric") return isPresentAround(tokens, from, next) ? { toWriting: true } : {};
  return basis === "absolute" && granularity === "day" && range && written && range.from > written ? { tense: tenseAround(tokens, from, next) } : {};
}

/** A day that the next "the day before" or "two weeks later" counts from. */
const isSpokenOf = ({ range, granularity, basis, duration }: Resolved): boolean =>
  range !== undefined && granularity === "day" && basis !== "vague" && (duration === undefined || basis === "anaphoric");

/** Gives elapsed times their anchor, and clock times the day of their sentence. */
function bind(document: Document, mentions: DateMention[], first: number): void {
  for (let i = first; i < mentions.length; i++) {
    const mention = mentions[i] as DateMention;
    if (mention.basis === "clock") mentions[i] = { ...mention, ...dayOfClock(mentions, i, first) };
    else if (mention.basis === "anaphoric" && mention.duration && !mention.range) mentions[i] = { ...mention, ...anchorOf(document, mentions, i) };
  }
}

function dayOfClock(mentions: readonly DateMention[], i: number, first: number): Partial<DateMention> {
  const mention = mentions[i] as DateMention;
  const isDay = (other: DateMention | undefined): other is DateMention =>
    other?.sentence === mention.sentence && other.granularity === "day" && other.range !== undefined && other.range.from === other.range.to;
  for (let away = 1; away <= 3; away++) {
    for (const at of [i + away, i - away]) {
      const other = at >= first ? mentions[at] : undefined;
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
