import { contentStems } from "../document/words.ts";
import { daysBetween } from "../extract/calendar.ts";
import type { DateMention, Duration, Reading } from "../extract/mentions.ts";
import { kindOf } from "./dated-events.ts";

/** Hours or minutes between two clock times of the draft that are not what it says. */
export interface ClockSlip {
  readonly mention: DateMention;
  readonly from: DateMention;
  readonly to: DateMention;
  /** Minutes between, as they are. */
  readonly minutes: { readonly low: number; readonly high: number };
}

const reach = 60;
const slack = 20;

/** "left at 7pm ... shortly before midnight, less than three hours later": the two clock times before an elapsed time of hours. */
export function clockSlips(draft: Reading): readonly ClockSlip[] {
  return draft.dates.flatMap((mention, index) => {
    const { duration, direction } = mention;
    if (!duration || (direction !== "after" && direction !== "before") || (duration.unit !== "hour" && duration.unit !== "minute")) return [];
    const [to, from] = clocksBefore(draft, index);
    if (!to || !from || mention.start - to.end > reach || mention.anchor !== undefined) return [];
    if (/\p{L}{3}/u.test(draft.document.prose.slice(to.end, mention.start).replace(hedges, ""))) return [];
    if (!isCountedFrom(draft, mention, from)) return [];
    const [first, second] = direction === "after" ? [from, to] : [to, from];
    const minutes = minutesBetween(first, second);
    return !minutes || fits(duration, minutes) ? [] : [{ mention, from: first, to: second, minutes }];
  });
}

/** "Less than six hours after the fight": the sentence of the first time tells of a fight too. "Six hours later" counts from the time itself. */
function isCountedFrom({ document: { prose, sentences } }: Reading, mention: DateMention, from: DateMention): boolean {
  const sentenceOf = ({ sentence }: DateMention): string => prose.slice(sentences[sentence]?.start, sentences[sentence]?.end);
  const named = prose.slice(mention.end, sentences[mention.sentence]?.end).split(/[,;:.(–—]/)[0] ?? "";
  if (mention.type !== "duration" || from.sentence === mention.sentence) return true;
  const told = new Set(contentStems(sentenceOf(from)).map(kindOf));
  return contentStems(named).some((word) => told.has(kindOf(word)));
}

const hedges = /\b(?:more|less|fewer|than|just|over|under|about|around|nearly|almost|some|only|barely|little)\b/g;

/** The last two clock times before it, in its own sentence or the one before, the nearer first. */
function clocksBefore({ dates }: Reading, index: number): readonly DateMention[] {
  const sentence = dates[index]?.sentence ?? 0;
  return dates
    .slice(Math.max(0, index - 4), index)
    .filter((date) => date.clock && date.sentence >= sentence - 1)
    .toReversed()
    .slice(0, 2);
}

function minutesBetween(first: DateMention, second: DateMention): { low: number; high: number } | undefined {
  if (!first.clock || !second.clock || first.clock.high - first.clock.low > 120 || second.clock.high - second.clock.low > 120) return undefined;
  const sameAnchor = first.basis === "clock" || second.basis === "clock";
  const days = sameAnchor || !first.range || !second.range ? 0 : daysBetween(first.range.from, second.range.from);
  const low = second.clock.low - first.clock.high + days * 1440;
  const high = second.clock.high - first.clock.low + days * 1440;
  return high < 0 ? { low: low + 1440, high: high + 1440 } : { low, high };
}

function fits({ low, high, unit, approximate }: Duration, minutes: { readonly low: number; readonly high: number }): boolean {
  const per = unit === "hour" ? 60 : 1;
  const loose = (approximate ? 0.25 : 0.1) * minutes.high;
  return minutes.high >= low * per - Math.min(slack, loose + 1) && minutes.low <= high * per + Math.min(slack, loose + 1);
}
