import type { Reading } from "../extract/mentions.ts";
import type { Alignment } from "./alignment.ts";
import { type DatedEvent, datedEventsOf, datedEventsTold } from "./dated-events.ts";
import { looksMistyped, significantDigits } from "./digits.ts";

/** Sentences this alike tell one thing, in whatever words, where something else speaks for it. */
const sameThing = 0.45;
/** More alike must those be that share but their words. */
const sameWords = 0.5;
/** And those that say what was said. */
const sameStatement = 0.6;
/** What is said twice with the same numbers is surely the same statement. */
const surely = 1;

/**
 * How sure it is that two dates are of one event though their clauses have other verbs, 0 if nothing tells. Of two sentences that are alike and have one such date each
 * that is so where both have the same large number ("restored to 5,200 households", "supplies were back for 5,200 homes"), or where only a slip of the hand parts the dates.
 */
export function toldAlike(draft: Reading, mine: DatedEvent, theirs: DatedEvent, { source, sentence, score }: Alignment, isSlip: boolean): number {
  if (score < sameThing || mine.isMoved !== theirs.isMoved || mine.isOfNoun || theirs.isOfNoun) return 0;
  const isLike = ({ mention }: DatedEvent) => mention.granularity === mine.mention.granularity;
  const own = datedEventsOf(draft, mine.mention.sentence).filter(isLike);
  const told = datedEventsTold(source, sentence).filter(isLike);
  if (own.length > 1 || told.length > 1 || !isLike(theirs)) return 0;
  const shared = [...mine.numbers].filter((number) => theirs.numbers.has(number)).map(Number);
  if (mine.isStatement || theirs.isStatement)
    return mine.isStatement && theirs.isStatement && score >= sameStatement && shared.length > 1 && shared.some(isRare) ? surely : 0;
  if (shared.some(isRare)) return score;
  return isSlip && mine.isRepeat === theirs.isRepeat && score >= sameWords && mayBeSame(mine.numbers, theirs.numbers) ? score - onlySlip : 0;
}

/** Without a number to hold on to, a slip must make up for much. */
const onlySlip = 0.2;

const isRare = (number: number): boolean => number >= 100 && significantDigits(number) > 1;

/** None says a number that the other leaves out and has another for, but for a slip of the hand. */
const mayBeSame = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  !a.size || !b.size || [...a].some((mine) => b.has(mine) || [...b].some((theirs) => looksMistyped(Number(mine), Number(theirs))));
