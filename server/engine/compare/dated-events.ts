import type { Source } from "../corpus/source.ts";
import type { Document, Sentence, Span } from "../document/document.ts";
import { eachKept, flatKept, startsOf } from "../document/kept-lists.ts";
import { bareShelf } from "../document/memory.ts";
import { contentStems, stem } from "../document/words.ts";
import type { DateMention, DayRange, PassageReading, Reading } from "../extract/mentions.ts";
import { eventKinds } from "../lexicon/event-words.ts";
import { emptyVerbs, pastVerbs } from "../lexicon/past-verbs.ts";
import { withPlainVerbs } from "../lexicon/phrasal-verbs.ts";
import { irregularPasts, reportingVerbs } from "../lexicon/reporting-verbs.ts";
import { smallNumbers, tensNumbers } from "../lexicon/time-words.ts";

/** A date and the words of the clause that it dates. */
export interface DatedEvent {
  readonly mention: DateMention;
  /** Position in `Reading.dates`. */
  readonly index: number;
  readonly days: DayRange;
  /** Kinds of the clause's content words; of a short clause, of the one before it too. */
  readonly words: ReadonlySet<string>;
  /** The few words next to the date that are no names: what happened. */
  readonly near: ReadonlySet<string>;
  /** Kinds of the clause's past tenses and participles. */
  readonly verbs: ReadonlySet<string>;
  /** Kinds of the words of a definite description right before the date: "the day of mourning on 17 May". */
  readonly described: ReadonlySet<string>;
  /** The description and the date are one name: "the alert of 6 June". */
  readonly isNamed: boolean;
  /** Stems of capitalised words of the clause. */
  readonly names: ReadonlySet<string>;
  /** Numbers of the sentence, in digits or words, dates left out. */
  readonly numbers: ReadonlySet<string>;
  /** Those of the clause. */
  readonly clauseNumbers: ReadonlySet<string>;
  /** One more of its kind: "another raid", "more funerals". */
  readonly isRepeat: boolean;
  /** Only named for comparison: "one fewer than on Wednesday", "down from Thursday's close". */
  readonly isCompared: boolean;
  /** Only of the noun behind it: "those wounded in Wednesday's bombing". */
  readonly isOfNoun: boolean;
  /** Of a day that was changed: "postponed to", "a week later than planned". */
  readonly isMoved: boolean;
  /** Dates a statement ("police said on Tuesday"), not an event. */
  readonly isStatement: boolean;
}

/** The kind of happening a stem stands for: "blast" and "explosion" are one. */
export const kindOf = (word: string): string => eventKinds.get(word) ?? word;

const sayingStems = new Set([...reportingVerbs].flatMap(([verb, kind]) => (kind === "tally" || verb === "declare" || verb === "attack" ? [] : [stem(verb)])));
const isSaying = (word: string): boolean => !word.endsWith("ing") && sayingStems.has(stem(irregularPasts.get(word.toLowerCase()) ?? word));

const cache = new WeakMap<Reading, readonly DatedEvent[]>();

/** All dates of a text that lie on known days, with what they date. */
export function datedEvents(reading: Reading): readonly DatedEvent[] {
  let events = cache.get(reading);
  if (!events) {
    events = reading.passages ? eventsOfPassages(reading.passages, reading) : eventsIn(reading);
    cache.set(reading, events);
  }
  return events;
}

function eventsOfPassages(passages: readonly PassageReading[], { dates, shelf = bareShelf }: Reading): readonly DatedEvent[] {
  const readings = passages.map(({ reading }) => reading);
  const lists = eachKept(shelf, "events by passage", [readings], [], (at) => datedEvents(readings[at] as Reading));
  const before = startsOf(readings.map((reading) => reading.dates));
  return flatKept(shelf, "events", passages, lists, (event, _, at) => {
    const index = (before[at] as number) + event.index;
    return { ...event, index, mention: dates[index] as DateMention };
  });
}

const bySentence = new WeakMap<Reading, Map<number, readonly DatedEvent[]>>();

/** Those of one sentence: of most sources a draft meets no other. */
export function datedEventsOf(reading: Reading, sentence: number): readonly DatedEvent[] {
  const known = bySentence.get(reading) ?? new Map<number, readonly DatedEvent[]>();
  bySentence.set(reading, known);
  const isThere = (mention: DateMention) => mention.sentence === sentence;
  const events = known.get(sentence) ?? (reading.passages ? datedEvents(reading).filter(({ mention }) => isThere(mention)) : eventsIn(reading, isThere));
  known.set(sentence, events);
  return events;
}

const inSources = new WeakMap<Sentence, readonly DatedEvent[]>();

/** The same of a source that may be packed, kept with its sentence. */
export function datedEventsTold(source: Source, sentence: Sentence): readonly DatedEvent[] {
  const events = inSources.get(sentence) ?? datedEventsOf(source.reading, sentence.index);
  inSources.set(sentence, events);
  return events;
}

type Dated = DateMention & { readonly range: DayRange };
const isDating = (mention: DateMention): mention is Dated =>
  mention.range !== undefined && mention.type !== "duration" && mention.type !== "set" && mention.basis !== "vague" && mention.basis !== "clock";

/** One day, or as written one month or one year. */
export const isOneDay = ({ days }: DatedEvent): boolean => days.from === days.to;

const eventsIn = (reading: Reading, isWanted: (mention: DateMention) => boolean = () => true): readonly DatedEvent[] =>
  reading.dates.flatMap((mention, index) => (isWanted(mention) && isDating(mention) ? [eventOf(reading, mention, index)] : []));

/** How many dates on either side may stand in the same sentence. */
const neighbours = 4;

function eventOf(reading: Reading, mention: Dated, index: number): DatedEvent {
  const clause = ownPart(reading, mention, index, clauseAround(reading, mention, countsFrom(reading, mention, index)));
  const blank = (span: Span) => withPlainVerbs(withoutDates(reading, span, index)).replace(findings, "findings");
  const left = ownClause(openedSmall(blank({ start: clause.start, end: mention.start }).replace(asides, " ")));
  const told = blank({ start: mention.end, end: clause.end });
  const right = told.replace(tag, "");
  const subject = subjectOf(reading.document, clause, mention.sentence);
  const words = new Set(contentStems(`${subject} ${left} ${right}`).map(kindOf));
  const nearText = [...left.split(",").map((part) => lastWords(part, 6)), firstWords(right, 6)].join(" ");
  const near = new Set(
    [...nearText.matchAll(/\p{L}[\p{L}’'-]*/gu)].filter(([word]) => !/^\p{Lu}/u.test(word)).flatMap(([word]) => contentStems(word).map(kindOf)),
  );
  return {
    mention,
    index,
    days: mention.range,
    words,
    near,
    verbs: new Set(
      wordsOf(`${left} ${right}`)
        .filter(isTelling)
        .map((word) => kindOf(stem(word))),
    ),
    described: new Set(partOfTime.test(left) ? [] : contentStems(description.exec(left)?.[1] ?? "").map(kindOf)),
    isNamed: /\bof\s*$/.test(left) && !partOfTime.test(left),
    names: new Set([...` ${subject} ${left} ${right}`.matchAll(/(?<=[\p{Ll}\d,;:'’"“”)]\s+)\p{Lu}[\p{L}’'-]+/gu)].flatMap(([word]) => contentStems(word))),
    numbers: numbersIn(sentenceNumbers(reading, mention, index)),
    clauseNumbers: numbersIn(`${left} ${right}`),
    isRepeat: repeated.test(`${left} ${right}`) || newest.test(left),
    isCompared: /\bthan(?: on| in)?\s*$/.test(left) || compared.test(left) || (/\b(?:from|to|against|over|with|on)\s*$/.test(left) && /^['’]s\b/.test(told)),
    isOfNoun: /^['’]s\b/.test(told),
    isMoved: moved.test(sentenceText(reading, mention)),
    isStatement: [...(toldOf.test(left) ? [] : wordsOf(left).slice(-2).filter(isNoName)), ...(tagged.test(told) ? [] : wordsOf(told).slice(0, 1))].some(
      isSaying,
    ),
  };
}

/** "On Thursday, two days after the storm came ashore": what follows is of another day. */
function countsFrom({ dates, document }: Reading, mention: DateMention, index: number): boolean {
  const next = dates[index + 1];
  return (
    next?.sentence === mention.sentence &&
    next.duration !== undefined &&
    (next.direction === "after" || next.direction === "before") &&
    /^\s*[,(–—]\s*(?:\p{L}+ ){0,2}$/u.test(document.prose.slice(mention.end, next.start))
  );
}

const nextVerb = /\s(?:and|but|then)\s+(?:then |later |was |were |is |will )?(\p{Ll}+)/gu;

/** "Resigned on 3 May and flew to Lima on 5 May": of two dates in one clause, each with its own verb. */
function ownPart({ document: { prose }, dates }: Reading, mention: DateMention, index: number, { start, end }: Span): Span {
  const [before, after] = [dates[index - 1], dates[index + 1]];
  const parts = (from: number, to: number): number[] =>
    [...prose.slice(from, to).matchAll(nextVerb)].flatMap(({ index: at, 1: word = "" }) => (isTelling(word) ? [from + at] : []));
  const opens = before && before.start >= start ? parts(before.end, mention.start).at(-1) : undefined;
  const closes = after && after.end <= end ? parts(mention.end, after.start)[0] : undefined;
  return { start: opens ?? start, end: closes ?? end };
}

/** What opens a clause of its own, the last of them. */
const lastOpening = /\b(?:since|until|before|after|(?:and|but|said|says|added|confirmed|announced) that)\b(?!.*\b(?:since|until|before|after|that)\b)/;

/** "53 deaths since the first patient was admitted on", "before the law takes effect on": what has gone on since, or goes on till then, is of other days. */
function ownClause(left: string): string {
  const at = left.search(lastOpening);
  const after = left.slice(Math.max(0, at));
  return wordsOf(after).some(isTelling) || present.test(after) ? after : left;
}

function numbersIn(text: string): ReadonlySet<string> {
  const words = [...text.toLowerCase().matchAll(/\p{L}+(?:-\p{L}+)?/gu)].flatMap(([word]) => {
    const [tens = "", ones = ""] = word.split("-");
    return smallNumbers.get(word) ?? (tensNumbers.has(tens) ? (tensNumbers.get(tens) ?? 0) + (smallNumbers.get(ones) ?? 0) : []);
  });
  return new Set([...[...text.matchAll(/\d[\d,.]*\d|\d/g)].map(([number]) => number.replaceAll(",", "")), ...words.filter((value) => value > 1).map(String)]);
}

const sentenceNumbers = (reading: Reading, mention: DateMention, index: number): string =>
  withoutDates(reading, reading.document.sentences[mention.sentence] ?? mention, index, mention);

const sentenceText = ({ document }: Reading, mention: DateMention): string => {
  const { start, end } = document.sentences[mention.sentence] ?? mention;
  return document.prose.slice(start, end);
};

/** "plants across the State on Monday" states nothing. */
const isNoName = (word: string): boolean => !/^\p{Lu}/u.test(word);
/** "died on Wednesday, said the doctor": the date is not of what was said. */
const tagged = /^\s*[,–—]/;
/** "was admitted on", "had been reported missing on", "is expected by", "to report by", "its report by": no saying of that day. */
const toldOf = /\b(?:is|are|be|was|were|been|must|will|would|should|shall|can|may|to|the|a|its|his|her|their) \p{Ll}+(?: \p{Ll}+)?\s*$/u;
const present = /\b(?:is|are|comes|opens|takes|ends|begins|starts|closes|expires|leaves)\b/;
/** A report that somebody is to make; that somebody reported tells nothing. */
const findings = /\b(?<=\b(?:to|its|his|her|their|the|a|an|final|interim|preliminary|full|first) )report\b/g;
/** "a third man", "the second group", but not what an apposition counts: ", the third rise this year". */
const repeated = /\b(?:more(?! than)|another|(?<!,\s*(?:the|its|his|her|their)\s)(?:second|third|fourth)|further|again|additional)\b/i;
const moved =
  /\b(?:postponed?|delay(?:ed)?|rescheduled?|deferred|adjourned|originally|brought forward|put (?:off|back)|than (?:planned|expected|scheduled)|had been (?:planned|due|scheduled))\b/i;
/** "Compared with 303 in 2029", "up nine from 2029": the date of the other number. */
const compared = /\b(?:compared (?:with|to)|against|versus|(?:up|down)(?: by)? [^\s,]+ from|(?:up|down) from) (?:[^\s,]+ ){0,4}(?:in|on)?\s*$/;
const newest = /\b(?:new|next|latest)\b|\bthe last \p{Ll}+s\b/iu;
/** "In the early hours of", "on the morning of", "at the end of": a time, and no name of what happened. */
const partOfTime =
  /\b(?:hours?|morning|afternoon|evening|night|eve|end|beginning|start|middle|course|weekend|week|days?|minutes|summer|winter|spring|autumn) of\s*$/;
const description = /\bthe ((?:\p{Ll}+[ -]){1,5})(?:on|of)\s*$/u;
const wordsOf = (text: string): string[] => text.match(/\p{L}+/gu) ?? [];
const isTelling = (word: string): boolean => (pastVerbs.has(word) || word === "born" || /^\p{Ll}{2,}ed$/u.test(word)) && !emptyVerbs.has(word);
const lastWords = (text: string, count: number): string => text.trim().split(/\s+/).slice(-count).join(" ");
const firstWords = (text: string, count: number): string =>
  text
    .replace(/^[\s,;)]+/, "")
    .split(/\s+/)
    .slice(0, count)
    .join(" ");

/** The text of a span, other dates in it blanked. */
function withoutDates({ document, dates }: Reading, { start, end }: Span, index: number, itself?: DateMention): string {
  let text = document.prose.slice(start, end);
  for (let at = Math.max(0, index - neighbours); at <= index + neighbours; at++) {
    const other = at === index ? itself : dates[at];
    if (other && other.start < end && other.end > start) {
      const [from, to] = [Math.max(other.start, start) - start, Math.min(other.end, end) - start];
      text = text.slice(0, from) + " ".repeat(to - from) + text.slice(to);
    }
  }
  return text;
}

const borders = new Set([",", ";", ":", "(", ")", "—", "–", "“", "”", '"']);
const shortClause = 2;
/** "according to survivors", "survivors said": tells nothing of the event. */
const tag =
  /^\s*[,–—]\s*(?:according to\b.*$|(?:\p{L}+ ){0,6}(?:said|says|told \p{L}+|announced|confirmed)(?:(?: on| late| early)? \p{Lu}\p{Ll}+day)?(?: (?:morning|afternoon|evening|night))?[.\s]*$)/u;
/** "the first patient, who worked at a tea stall, was admitted on": the clause goes on behind it. */
const isAside = /^\s*(?:who|whose|which)\b/;
/** "Born in Lima in 1935, she published", "Quito, first elected in 2015, apologised": of what follows, only who it was belongs to the date. */
const isParticiple =
  /^\s*(?:(?:first|last|only|re|\p{L}+ly)[ -])?(?:\p{L}{3,}ed|born|built|made|sold|sunk|struck|hit|held|bought|broken|begun|won|found|set up|brought|shot) /iu;
const verb =
  /\b(?:is|are|has|have|will|would|can|may|must|was|were|had|did|said|says|\p{Ll}{2,}ed|\p{Ll}{3,}es|began|came|won|lost|led|went|left|fell|made|gave|took|got|sold|bought|wrote|broke|kept|held|ran)\b/u;
/** "on 2 November, and her brother had given himself up": of another day. */
const goesOn = /^\s*,?\s*(?:and|but|while|whereas|though|although)\b/;
const asides = /,\s*(?:who|whose|which|(?:\p{L}+ly )?(?:\p{Ll}{3,}ed|built|born|sold|held|won|lost|seen|known))\b[^,;:()]*,/gu;

/** "Born in Lima in 1935": the first word is no name. */
const openedSmall = (text: string): string => (isParticiple.test(text) ? text.replace(/\p{Lu}/u, (letter) => letter.toLowerCase()) : text);

const hasNoSubject = /^\s*(?:is|are|was|were|has|have|had|will|would|can|could|may|must|should)\b/;
/** Words of a subject before its aside. */
const subjectWords = 4;

/** "The bridge, which opened in 1974", "Its head, Ola Berg, will leave in March": who or what a clause tells of that opens behind the comma. */
function subjectOf({ sentences, prose }: Document, { start, end }: Span, sentence: number): string {
  const clause = prose.slice(start, end);
  const before = prose.slice(sentences[sentence]?.start ?? start, start).split(clauseBorder);
  const [named = "", aside = ""] = before.at(-1)?.trim() ? ["", ""] : before.slice(-3, -1);
  if (isAside.test(clause) || isParticiple.test(clause)) return lastWords(aside, subjectWords);
  if (!hasNoSubject.test(clause)) return "";
  return `${lastWords(named, subjectWords)} ${wordsOf(aside).length > subjectWords ? "" : aside}`;
}
const clauseBorder = /[,;:()—–“”"]/;

/**
 * Between the nearest clause borders. What opens the sentence or explains the date ("18 May, a day of mourning") takes in what stands behind it; of a short
 * clause, what stands before it and before an aside belongs to it.
 */
function clauseAround({ document }: Reading, mention: DateMention, endsClause: boolean): Span {
  const sentence = document.sentences[mention.sentence] ?? mention;
  const { prose } = document;
  let start = borderBefore(prose, mention.start, sentence.start);
  let end = endsClause ? mention.end : borderAfter(prose, mention.end, sentence.end);
  const opening = prose.slice(start, mention.start);
  const saysOf = (from: number, to: number): number => contentStems(prose.slice(from, to).replace(tag, "")).length;
  if (!endsClause && end - mention.end < 3 && !isAside.test(opening)) {
    const behind = borderAfter(prose, Math.min(end + 1, sentence.end), sentence.end);
    const rest = prose.slice(end, behind);
    if (isParticiple.test(opening)) {
      const at = rest.search(verb);
      if (start === sentence.start) end = at < 0 ? behind : end + at;
    } else if (start === sentence.start || !goesOn.test(rest)) end = behind;
  }
  for (let tries = 0; tries < 2 && start > sentence.start && prose[start - 1] !== ";"; tries++) {
    if (!(tries && isAside.test(prose.slice(start, mention.start))) && saysOf(start, mention.start) + saysOf(mention.end, end) > shortClause) break;
    start = borderBefore(prose, start - 1, sentence.start);
  }
  return { start, end };
}

function borderBefore(prose: string, from: number, limit: number): number {
  for (let at = from - 1; at >= limit; at--) if (isBorder(prose, at)) return at + 1;
  return limit;
}

function borderAfter(prose: string, from: number, limit: number): number {
  for (let at = from; at < limit; at++) if (isBorder(prose, at)) return at;
  return limit;
}

/** A comma inside a number is none. */
const isBorder = (prose: string, at: number): boolean => borders.has(prose[at] ?? "") && !(prose[at] === "," && /\d/.test(prose[at + 1] ?? ""));
