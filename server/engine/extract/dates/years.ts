import type { Match } from "./expression.ts";
import { integer, isDash, joined, lower, type Tokens } from "./tokens.ts";

const strongCues = new Set(
  "in since by until till during circa early late mid year years between fiscal spring summer autumn winter fall from ad through throughout".split(" "),
);
const weakCues = new Set("of for to after before around and the a an this that its his her their and’s or".split(" "));
const functionWords = new Set(
  "in on at to and or but for with when as after before by was were is has had would will who which that from the a an he she it they we of where while until".split(
    " ",
  ),
);
/** Words that make the number after them a name: "Resolution 1973". */
export const namingWords: ReadonlySet<string> = new Set(
  "resolution flight route highway road boeing airbus no number title section page article chapter room gate unit model series act code channel level terminal".split(
    " ",
  ),
);
const decadeWords: ReadonlyMap<string, number> = new Map(
  "twenties thirties forties fifties sixties seventies eighties nineties".split(" ").map((word, i) => [word, 1920 + i * 10]),
);

/** 1000 to 2999, four digits without a separator. */
const yearNumber = (tokens: Tokens, i: number): number | undefined => {
  const value = tokens[i]?.text.length === 4 ? integer(tokens, i) : undefined;
  return value !== undefined && value >= 1000 && value < 2200 ? value : undefined;
};

/** "from 1980 to 1988", "between 2015 and 2018", "1980-88", "2000 - 2050", "the 1990s", "the sixties", "the 20th century", "in 2019". */
export function readYear(tokens: Tokens, i: number): Match | undefined {
  return readYearSpan(tokens, i) ?? readDecade(tokens, i) ?? readCentury(tokens, i) ?? readSingleYear(tokens, i);
}

function readYearSpan(tokens: Tokens, i: number): Match | undefined {
  const opening = /^(?:from|between)$/.test(lower(tokens, i)) ? lower(tokens, i) : undefined;
  const at = opening ? i + 1 : i;
  const first = yearNumber(tokens, at);
  if (first === undefined) return undefined;
  const middle = lower(tokens, at + 1);
  const words = opening === "from" ? /^(?:to|until|till|through)$/ : opening === "between" ? /^and$/ : undefined;
  const full = yearNumber(tokens, at + 2);
  if (words?.test(middle) && full !== undefined) return span(i, at + 3, first, full);
  if (!isDash(tokens, at + 1) && middle !== "/") return undefined;
  if (full !== undefined && (first >= 1500 || opening)) return isCount(tokens, at + 3) ? undefined : span(i, at + 3, first, full);
  const short = tokens[at + 2]?.text.length === 2 && joined(tokens, at + 1) && joined(tokens, at + 2) ? integer(tokens, at + 2) : undefined;
  if (short === undefined || first < 1500) return undefined;
  const last = first - (first % 100) + short;
  return span(i, at + 3, first, last < first ? last + 100 : last);
}

const span = (from: number, next: number, a: number, b: number): Match => ({ from, next, written: { kind: "absolute", from: { year: a }, to: { year: b } } });

function readDecade(tokens: Tokens, i: number): Match | undefined {
  const year = yearNumber(tokens, i);
  if (year !== undefined && year % 10 === 0 && lower(tokens, i + 1) === "s" && joined(tokens, i + 1)) return decade(i, i + 2, year);
  const short = integer(tokens, i + 1);
  if (/^['’‘]$/.test(tokens[i]?.text ?? "") && short !== undefined && short % 10 === 0 && lower(tokens, i + 2) === "s" && joined(tokens, i + 2))
    return decade(i, i + 3, 1900 + short);
  const word = lower(tokens, i - 1) === "the" ? decadeWords.get(lower(tokens, i)) : undefined;
  return word ? decade(i, i + 1, word) : undefined;
}

const decade = (from: number, next: number, year: number): Match => ({ from, next, written: { kind: "absolute", from: { year, years: 10 } } });

function readCentury(tokens: Tokens, i: number): Match | undefined {
  const number = integer(tokens, i);
  if (!number || number > 22 || !/^(?:st|nd|rd|th)$/.test(lower(tokens, i + 1))) return undefined;
  const at = isDash(tokens, i + 2) ? i + 3 : i + 2;
  if (!/^centur(?:y|ies)$/.test(lower(tokens, at))) return undefined;
  return { from: i, next: at + 1, written: { kind: "absolute", from: { year: (number - 1) * 100, years: 100 } } };
}

/** A plural in lower case after a four-digit number: a count ("2000 people"), unless a preposition of time stands before. */
const datedNouns = new Set("levels prices figures elections talks protests riots floods elections terms standards dollars games finals attacks".split(" "));
const isCount = (tokens: Tokens, i: number): boolean =>
  !datedNouns.has(lower(tokens, i)) &&
  tokens[i]?.kind === "word" &&
  /^\p{Ll}/u.test(tokens[i]?.text ?? "") &&
  !functionWords.has(lower(tokens, i)) &&
  /(?:s|people|men|women|children|troops|police|dead|percent)$/.test(lower(tokens, i));

function readSingleYear(tokens: Tokens, i: number): Match | undefined {
  const year = yearNumber(tokens, i);
  if (year === undefined || (joined(tokens, i) && /^[-–/$£€#.:]$/.test(lower(tokens, i - 1)))) return undefined;
  if (/^[-–%°]$/.test(lower(tokens, i + 1)) && joined(tokens, i + 1) && lower(tokens, i + 2) !== "based") return undefined;
  if (/^[$£€#]$/.test(lower(tokens, i - 1)) || namingWords.has(lower(tokens, i - 1)) || (lower(tokens, i - 1) === "." && lower(tokens, i - 2) === "no"))
    return undefined;
  return isYear(tokens, i, year) ? { from: i, next: i + 1, written: { kind: "absolute", from: { year } } } : undefined;
}

function isYear(tokens: Tokens, i: number, year: number): boolean {
  const before = lower(tokens, i - 1);
  if (/^(?:hours|hrs|gmt|utc|hrs|years?|days?|weeks?|months?)$/.test(lower(tokens, i + 1))) return false;
  if (strongCues.has(before))
    return year >= 1000 && !(year % 100 === 0 && year < 1900 && isCount(tokens, i + 1)) && !(year % 1000 === 0 && isCount(tokens, i + 1));
  if (year < 1700) return false;
  if (weakCues.has(before)) return !isCount(tokens, i + 1) || (year >= 1900 && year % 100 !== 0 && year < 2100);
  const next = tokens[i + 1];
  if (year < 1900 || year > 2099) return before === "(" || before === ",";
  return next === undefined || next.kind === "mark" || functionWords.has(next.lower) || /^\p{Lu}/u.test(next.text);
}
