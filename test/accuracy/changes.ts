import type { Article } from "./articles.ts";

/** Slips of the hand, made on purpose: where one can be made is told by patterns of its own, so that what the engine does not understand is counted as well. */
export type ChangeKind = "toll" | "date" | "full name" | "single name" | "quotation";
export const changeKinds: readonly ChangeKind[] = ["toll", "date", "full name", "single name", "quotation"];

export interface Change {
  readonly kind: ChangeKind;
  /** What was changed, in the text before the change. */
  readonly start: number;
  readonly end: number;
  readonly from: string;
  readonly to: string;
}

interface Site {
  readonly start: number;
  readonly text: string;
}

/** A generator of numbers in [0, 1) that is the same on every run (mulberry32, seeded by FNV-1a). */
export function generator(seed: string): () => number {
  let state = 2166136261;
  for (let i = 0; i < seed.length; i++) state = Math.imul(state ^ seed.charCodeAt(i), 16777619);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** The changes of a kind in an article: every site, or as many as `most`, spread evenly. */
export function changesOf(kind: ChangeKind, { id, text }: Article, most: number): readonly Change[] {
  const sites = [...siteFinders[kind](text)].filter(({ start }) => start >= bodyStart(text));
  const step = Math.max(1, sites.length / most);
  return Array.from({ length: Math.min(most, sites.length) }, (_, i) => sites[Math.floor(i * step)] as Site).flatMap((site) => {
    const random = generator(`${id} ${kind} ${site.start}`);
    const to = alter[kind](site.text, random, text);
    return to === undefined || to === site.text ? [] : [{ kind, start: site.start, end: site.start + site.text.length, from: site.text, to }];
  });
}

export const apply = (text: string, { start, end, to }: Change): string => text.slice(0, start) + to + text.slice(end);

/** Front matter and the line of a date stamp are no prose. */
function bodyStart(text: string): number {
  const front = /^---\n[\s\S]*?\n---\n/.exec(text) ?? /^ ?date \d{4}-\d\d-\d\d/.exec(text);
  return front ? front[0].length : 0;
}

const words = "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split(" ");
const number = String.raw`(?:\d{1,3}(?:,\d{3})+|\d+|${words.join("|")})`;
const people = `(?:people|persons|civilians|soldiers|troops|men|women|children|workers|passengers|others|Palestinians|Israelis|Syrians|Iraqis|Americans|Lebanese|militants|fighters|policemen|(?:police )?officers|residents|protesters|firefighters|students|victims|patients|crew members|spectators|hostages|bodies)`;
const fate = `(?:killed|dead|died|deaths|injured|wounded|hurt|missing|fatalities)`;
/** "14 people were killed", "killing at least 14", "14 dead", "a death toll of 14". */
const tolls = [
  new RegExp(
    String.raw`(?<![\d.,$€£-])\b(${number})(?: more| other)?(?: [A-Za-z-]+){0,2}? ?${people}? ?(?:were |was |had |have |has |been |are |is |reported |confirmed |also |being )*\b${fate}\b`,
    "gi",
  ),
  new RegExp(
    String.raw`\b(?:killed|killing|injured|injuring|wounded|wounding|toll (?:of|to|at|stood at|reached|rose to)|the deaths of|claimed the lives of) (?:at least |more than |about |around |some |nearly |over |up to )?(${number})\b(?! ?(?:%|per|percent|km|kilomet|mile|years?\b|days?\b|hours?\b|weeks?\b|months?\b|-|,?\d))`,
    "gi",
  ),
];

function* tollSites(text: string): Generator<Site> {
  const seen = new Set<number>();
  for (const pattern of tolls)
    for (const match of text.matchAll(pattern)) {
      const found = match[1] as string;
      const start = match.index + match[0].indexOf(found);
      if (seen.has(start) || /^(?:19|20)\d\d$/.test(found) || /years?\b|-old|percent|per cent/i.test(match[0]) || /[\d.,$€£-]$/.test(text.slice(0, start)))
        continue;
      seen.add(start);
      yield { start, text: found };
    }
}

/** Another number that nobody would call the same: two digits swapped, or some more or fewer. */
function otherNumber(found: string, random: () => number): string {
  const word = words.indexOf(found.toLowerCase());
  if (word >= 0) {
    const other = words[(word + 1 + Math.floor(random() * 5)) % words.length] as string;
    return /^[A-Z]/.test(found) ? other.charAt(0).toUpperCase() + other.slice(1) : other;
  }
  const digits = found.replaceAll(",", "");
  const swapped = digits.length > 1 ? digits.slice(0, -2) + digits.slice(-1) + digits.slice(-2, -1) : digits;
  const value = swapped !== digits && !swapped.startsWith("0") && random() < 0.5 ? Number(swapped) : other(Number(digits), random);
  return found.includes(",") || value >= 10000 ? value.toLocaleString("en-US") : String(value);
}

/** Changes one digit of those that count. */
function other(value: number, random: () => number): number {
  const zeros = /0*$/.exec(String(value))?.[0].length ?? 0;
  const unit = 10 ** zeros;
  const step = (1 + Math.floor(random() * (value / unit < 10 ? 3 : 8))) * unit;
  return random() < 0.5 && value - step > unit ? value - step : value + step;
}

const months = "January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.|Feb\\.|Aug\\.|Sept\\.|Oct\\.|Nov\\.|Dec\\.";
const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** The day of a month, and weekdays, in sentences: not in a byline, or a line that is a date and nothing else. */
function* dateSites(text: string): Generator<Site> {
  const patterns = [
    new RegExp(`(?:${months}) (\\d{1,2})\\b(?!:)`, "g"),
    new RegExp(`(?<![\\d-])\\b(\\d{1,2}) (?:${months})`, "g"),
    new RegExp(`\\b(${weekdays.join("|")})\\b`, "g"),
  ];
  for (const pattern of patterns)
    for (const match of text.matchAll(pattern)) {
      const found = match[1] as string;
      const start = match.index + match[0].indexOf(found);
      const line = text.slice(text.lastIndexOf("\n", start) + 1, (text.indexOf("\n", start) + 1 || text.length + 1) - 1);
      if (line.split(" ").length > 8 && !line.includes(" | ")) yield { start, text: found };
    }
}

function otherDay(found: string, random: () => number): string {
  const weekday = weekdays.indexOf(found);
  if (weekday >= 0) return weekdays[(weekday + 1 + Math.floor(random() * 6)) % 7] as string;
  return String(((Number(found) - 1 + 2 + Math.floor(random() * 20)) % 28) + 1);
}

const capital = String.raw`\p{Lu}\p{Ll}+`;
const noName = new Set(
  `${weekdays.join(" ")} ${months.replaceAll("|", " ")} According After Although American British During However Image Meanwhile Photo President Minister General Secretary Several These Their There This Those Under When While With`.split(
    " ",
  ),
);

/** Words with a capital that stand nowhere in lower case, within a sentence: names. `full`: behind another such word. */
function* nameSites(text: string, full: boolean): Generator<Site> {
  const lower = new Set([...text.matchAll(/(?<!\p{L})\p{Ll}+/gu)].map(([word]) => word));
  const seen = new Set<string>();
  for (const match of text.matchAll(new RegExp(String.raw`(?<=\p{Ll},? )(${capital}(?: ${capital})*)(?![\p{L}-])`, "gu"))) {
    const name = match[0].split(" ");
    const word = name.at(-1) as string;
    if (full !== name.length > 1 || word.length < 5 || seen.has(match[0]) || noName.has(word)) continue;
    if (name.some((part) => lower.has(part.toLowerCase()) || noName.has(part))) continue;
    seen.add(match[0]);
    yield { start: match.index + match[0].length - word.length, text: word };
  }
}

/** Slips of the pen inside a word: a letter left out, doubled, swapped with the next, replaced. */
const slips: readonly ((word: string, at: number) => string)[] = [
  (word, at) => word.slice(0, at) + word.slice(at + 1),
  (word, at) => word.slice(0, at) + word.charAt(at) + word.slice(at),
  (word, at) => word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2),
  (word, at) => word.slice(0, at) + (/[aeiou]/.test(word.charAt(at)) ? "u" : "n") + word.slice(at + 1),
];

function misspelt(word: string, random: () => number, text: string): string | undefined {
  const slip = slips[Math.floor(random() * slips.length)] as (word: string, at: number) => string;
  const wrong = slip(word, 1 + Math.floor(random() * (word.length - 2)));
  return text.includes(wrong) ? undefined : wrong;
}

/** A word of four letters or more in lower case, in the midst of a quotation of six words or more. */
function* quotationSites(text: string): Generator<Site> {
  for (const quotation of text.matchAll(/“([^“”\n]{30,600})”|"([^"\n]{30,600})"/g)) {
    const content = quotation[1] ?? quotation[2] ?? "";
    if (content.split(" ").length < 6 || /^[ ,]/.test(content)) continue;
    const inside = [...content.matchAll(/(?<=[\p{L},] )\p{Ll}{4,}(?= \p{L})/gu)];
    const random = generator(`${quotation.index}`);
    const word = inside[Math.floor(random() * inside.length)];
    if (word) yield { start: quotation.index + 1 + word.index, text: word[0] };
  }
}

/** A word of the article instead, of about the same length: what a tired hand puts in its place. */
function otherWord(word: string, random: () => number, text: string): string | undefined {
  const candidates = [...new Set([...text.matchAll(/(?<=\p{Ll} )\p{Ll}{4,}(?= \p{Ll})/gu)].map(([other]) => other))].filter(
    (other) => other.slice(0, 4) !== word.slice(0, 4) && Math.abs(other.length - word.length) < 3,
  );
  return candidates[Math.floor(random() * candidates.length)];
}

const siteFinders: Readonly<Record<ChangeKind, (text: string) => Iterable<Site>>> = {
  toll: tollSites,
  date: dateSites,
  "full name": (text) => nameSites(text, true),
  "single name": (text) => nameSites(text, false),
  quotation: quotationSites,
};

const alter: Readonly<Record<ChangeKind, (found: string, random: () => number, text: string) => string | undefined>> = {
  toll: otherNumber,
  date: otherDay,
  "full name": misspelt,
  "single name": misspelt,
  quotation: otherWord,
};
