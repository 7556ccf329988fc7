import type { Corpus } from "../corpus/corpus.ts";
import { contentStems, stem } from "../document/words.ts";
import type { DateMention, DayRange } from "../extract/mentions.ts";
import { happeningKinds, toldBy } from "../lexicon/event-words.ts";
import { withPlainVerbs } from "../lexicon/phrasal-verbs.ts";
import { datedEvents, isOneDay, kindOf } from "./dated-events.ts";
import type { Desk } from "./desk.ts";
import { isMishapTold, storyDays } from "./story-day.ts";

/** The kinds of happening that words name: "the blast" is an explosion. */
export const happeningsIn = (words: string): readonly string[] =>
  contentStems(withPlainVerbs(words))
    .map(kindOf)
    .filter((kind) => happeningKinds.has(kind));

/** The same, with what a happening is told by: a trial by the verdict and the sentence; and with the one word of "the riot". */
export const happeningsTold = (words: string): readonly string[] => {
  const alone = /^\s*(?:the|this|that) (\p{Ll}+)\s*$/u.exec(words)?.[1];
  return [...new Set([...happeningsIn(words), ...contentStems(words).flatMap((word) => toldBy.get(word) ?? []), ...(alone ? [kindOf(stem(alone))] : [])])];
};

/** Of other words ("the match", "the letter") the sources may tell more than one. */
const isTelling: ReadonlySet<string> = new Set([...happeningKinds, ...[...toldBy.values()].flat()]);

/** One day that an event may have happened on, with the draft's mention of it where the draft has one. */
export interface EventDay {
  readonly days: DayRange;
  readonly mention?: DateMention;
}

/**
 * The days that the draft gives a happening of these kinds outside the sentence of `besides`, the nearest before it first;
 * where the draft gives none that is near, the story's day or those that the corpus gives. Empty where too many come into question to tell.
 * Where the sentence tells the `other` end too, it may have told this one before: "voted on 5 March; four days after the vote, on 9 March, ...".
 */
export function eventDays(
  desk: Desk,
  wanted: readonly string[],
  besides: DateMention,
  { askCorpus = true, isNear = () => true, other }: Asked = {},
): readonly EventDay[] {
  if (!wanted.length) return [];
  const isWanted = (words: ReadonlySet<string>) => wanted.some((kind) => words.has(kind)) || isMishapTold(wanted, words);
  const told = datedEvents(desk.draft)
    .filter((event) => isElsewhere(event.mention, besides, other) && isOneDay(event) && isPlain(event.mention) && isWanted(event.words))
    .map(({ days, mention }) => ({ days, mention }))
    .toSorted((a, b) => distance(a.mention, besides) - distance(b.mention, besides));
  if (!askCorpus || told.some(({ days }) => isNear(days))) return told;
  const story = storyDays(desk, wanted);
  return story.length
    ? story.map(({ event: { days } }) => ({ days }))
    : daysInCorpus(
        desk.corpus,
        wanted.filter((kind) => isTelling.has(kind)),
      );
}

interface Asked {
  readonly askCorpus?: boolean;
  readonly isNear?: (days: DayRange) => boolean;
  readonly other?: DateMention | undefined;
}

const isElsewhere = (mention: DateMention, besides: DateMention, other: DateMention | undefined): boolean =>
  mention.sentence !== besides.sentence || (other !== undefined && mention !== other && mention.end < besides.start);

const asked = new WeakMap<Corpus, Map<string, readonly EventDay[]>>();

/** The same at every keystroke: kept. */
function daysInCorpus(corpus: Corpus, wanted: readonly string[]): readonly EventDay[] {
  const answers = asked.get(corpus) ?? new Map<string, readonly EventDay[]>();
  asked.set(corpus, answers);
  const key = wanted.join(" ");
  const answer = answers.get(key) ?? daysTold(corpus, wanted);
  answers.set(key, answer);
  return answer;
}

function daysTold(corpus: Corpus, wanted: readonly string[]): readonly EventDay[] {
  const known = new Map<string, EventDay>();
  if (!wanted.length) return [];
  for (const source of corpus.sources.slice(0, sourcesAsked)) {
    for (const event of datedEvents(source.reading)) {
      if (isOneDay(event) && isPlain(event.mention) && wanted.some((kind) => event.near.has(kind))) known.set(event.days.from, { days: event.days });
    }
  }
  return known.size > candidates ? [] : [...known.values()];
}

const sourcesAsked = 200;
const candidates = 4;
const isPlain = ({ basis, invalid, duration }: DateMention): boolean => (basis === "absolute" || basis === "weekday") && !invalid && !duration;

/** Sentences away, those before the statement first. */
const distance = (mention: DateMention, from: DateMention): number =>
  mention.sentence < from.sentence ? from.sentence - mention.sentence : 1000 + mention.sentence;
