import { auxiliaries, clauseOpeners, prepositions } from "../lexicon/function-words.ts";
import { fractionWords, scales, shortScales, smallNumbers, vagueQuantities } from "../lexicon/number-words.ts";
import { pastVerbs } from "../lexicon/past-verbs.ts";
import { firstWords } from "../lexicon/phrase-ends.ts";
import { currencyCodes, currencyLetters, currencySigns } from "../lexicon/units.ts";
import type { Figure } from "./mentions.ts";
import { type Token, wordsOf } from "./tokens.ts";

/** A number expression: tokens `first` to `end` (exclusive). A range has two different ends, a vague word an interval. */
export interface NumberExpression {
  readonly first: number;
  readonly end: number;
  readonly low: number;
  readonly high: number;
  readonly value: number;
  readonly form: Figure["form"];
  /** Written in words alone. */
  readonly spelled: boolean;
  /** "one in five". */
  readonly ratio?: boolean;
  /** "a couple of hundred": the words themselves say that it is no exact count. */
  readonly loose?: boolean;
}

type Tokens = readonly Token[];

/** The number expression that begins at token `i`, if one does. */
export function readNumber(tokens: Tokens, i: number): NumberExpression | undefined {
  if (!mayBegin(tokens[i] as Token)) return undefined;
  const found = vague(tokens, i) ?? fraction(tokens, i) ?? couple(tokens, i) ?? plain(tokens, i);
  if (!found) return undefined;
  return found.form === "number" ? (ratio(tokens, found) ?? range(tokens, found) ?? found) : found;
}

const openers: ReadonlySet<string> = new Set(["a", "an", "half", ...smallNumbers.keys(), ...firstWords(vagueQuantities.keys()).keys()]);

/** "12", "twelve", "twenty-four". */
export const isNumber = (token: Token | undefined): boolean => token?.kind === "number" || smallNumbers.has(token?.lower.split("-")[0] ?? "");

/** Most words cannot begin a number: told apart before anything is looked up. */
function mayBegin({ kind, lower }: Token): boolean {
  if (kind !== "word") return kind === "number";
  const hyphen = lower.indexOf("-");
  return openers.has(hyphen > 0 ? lower.slice(0, hyphen) : lower);
}

const lower = (tokens: Tokens, i: number): string => tokens[i]?.lower ?? "";
export const adjoining = (tokens: Tokens, i: number): boolean => i > 0 && tokens[i - 1]?.end === tokens[i]?.start;
const number = (first: number, end: number, value: number, spelled: boolean): NumberExpression => ({
  first,
  end,
  low: value,
  high: value,
  value,
  form: "number",
  spelled,
});

const vagueOpeners = firstWords(vagueQuantities.keys());

function vague(tokens: Tokens, i: number): NumberExpression | undefined {
  for (let length = Math.min(vagueOpeners.get(lower(tokens, i)) ?? 0, tokens.length - i); length > 0; length--) {
    const phrase = wordsOf(tokens, i, i + length);
    const interval = vagueQuantities.get(phrase);
    if (!interval) continue;
    if (length === 1 && (phrase === "scores" || phrase === "hundreds") && /^\d/.test(lower(tokens, i - 1))) return undefined;
    const [low, high] = interval;
    return { first: i, end: i + length, low, high, value: Math.round((low + high) / 2), form: "vague", spelled: true };
  }
  return undefined;
}

/** "two-thirds", "three quarters", "a third", "one-eighth", "half". */
function fraction(tokens: Tokens, i: number): NumberExpression | undefined {
  const word = lower(tokens, i);
  const of = (end: number, over: number, under: number): NumberExpression => ({ ...number(i, end, over / under, true), form: "fraction" });
  if (word.includes("-")) {
    const parts = word.split("-");
    if (parts.length > 2) return undefined;
    const [over, under] = [smallNumbers.get(parts[0] as string), fractionWords.get(parts[1] as string)];
    // "seventy-third" is an ordinal
    return over && under && over < 20 ? of(i + 1, over, under) : undefined;
  }
  const next = lower(tokens, i + 1);
  const after = lower(tokens, i + 2);
  if (word === "half") return half(tokens, i);
  const over = word === "a" ? 1 : smallNumbers.get(word);
  const under = over ? fractionWords.get(next) : undefined;
  if (!over || !under || (over > 1 && !next.endsWith("s")) || (over === 1 && next.endsWith("s"))) return undefined;
  // "a third person", "a second half": an ordinal before its noun
  if (
    over === 1 &&
    !/^(?:of|the|in|from|to|more|less|fewer|as|larger|smaller|higher|lower|were|was|are|is|have|had|since|over|by|and|or|on|at|after|when|while|compared|$|[.,;:)—–”"])/.test(
      after,
    )
  )
    return undefined;
  if (
    over === 1 &&
    next !== "half" &&
    after !== "of" &&
    !/^(?:more|less|fewer|larger|smaller|higher|lower)$/.test(after) &&
    !/^(?:by|about|nearly|almost|roughly|around|over|than|just|some|least|or|is|was|fell|dropped|rose|to|under|only|barely|up|down)$/.test(lower(tokens, i - 1))
  )
    return undefined;
  if (next === "half" && after !== "of") return undefined;
  return of(i + 2, over, under);
}

function half(tokens: Tokens, i: number): NumberExpression | undefined {
  const next = lower(tokens, i + 1);
  if (next === "a" || next === "an") {
    const scale = scales.get(lower(tokens, i + 2));
    return scale ? number(i, i + 3, scale / 2, true) : undefined;
  }
  const scale = scales.get(next);
  if (scale) return number(i, i + 2, scale / 2, true);
  const before = lower(tokens, i - 1);
  if (/^(?:first|second|other|final|opening|latter|one|and|a|the)$/.test(before) && next !== "of") return undefined;
  if (next === "of" && /^(?:it|this|that)$/.test(lower(tokens, i + 2)) && lower(tokens, i + 3) !== "amount") return undefined;
  return /^(?:of|the|its|their|his|her|those|these|were|was|are|that|[.,;])$/.test(next) ? { ...number(i, i + 1, 0.5, true), form: "fraction" } : undefined;
}

/** "a couple of hundred", "a couple of dozen". */
function couple(tokens: Tokens, i: number): NumberExpression | undefined {
  if (lower(tokens, i) !== "a" || lower(tokens, i + 1) !== "couple" || lower(tokens, i + 2) !== "of") return undefined;
  const scale = scales.get(lower(tokens, i + 3));
  return scale ? { ...number(i, i + 4, 2 * scale, true), loose: true } : undefined;
}

/** A number in digits, in words, or both ("1.4 million", "two hundred and fifty", "a dozen"). */
function plain(tokens: Tokens, i: number): NumberExpression | undefined {
  return tokens[i]?.kind === "number" ? digits(tokens, i) : words(tokens, i);
}

/** The value of digits as printed: 3,785; 1.4; 22 300 is two numbers. */
function digitsValue(text: string): number | undefined {
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text)) return Number(text.replaceAll(",", ""));
  if (/^\d{1,3}(?:,\d{2})*,\d{3}$/.test(text)) return Number(text.replaceAll(",", ""));
  return /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : undefined;
}

function digits(tokens: Tokens, i: number): NumberExpression | undefined {
  const base = digitsValue(tokens[i]?.text ?? "");
  if (base === undefined) return undefined;
  let [value, end] = withHalf(tokens, base, i + 1);
  const word = lower(tokens, end);
  const scale = scales.get(word) ?? (adjoining(tokens, end) ? shortScale(tokens, end) : /^(?:bn|mn|tn|trn)$/.test(word) ? shortScales.get(word) : undefined);
  if (scale && !(word === "dozen" && base > 20)) {
    value = rounded(value * scale);
    end++;
  } else if (tokens[end]?.text === "-" && adjoining(tokens, end) && scales.has(lower(tokens, end + 1))) {
    value = rounded(value * (scales.get(lower(tokens, end + 1)) as number));
    end += 2;
  }
  return number(i, end, value, false);
}

/** "m" after digits is a million beside money or people, else metres; "b" alone only beside money. */
function shortScale(tokens: Tokens, at: number): number | undefined {
  const { text = "", lower: word = "" } = tokens[at] ?? {};
  const scale = shortScales.get(word);
  if (!scale || (word !== "m" && word !== "b")) return scale;
  // "€20-30m": the sign stands before the lower end
  const sign = tokens[/^[-–]$/.test(tokens[at - 2]?.text ?? "") ? at - 4 : at - 2]?.text ?? "";
  if (currencySigns.has(sign) || currencyLetters.has(sign) || currencyCodes.has(sign)) return scale;
  if (text === "B") return scale;
  return word === "m" &&
    /^(?:people|residents|citizens|voters|users|customers|homes|households|children|adults|jobs|[a-z]*(?:dollars|euros|pounds|soles|crowns|rupees|pesos|yuan|yen|francs|rand|rupiah|shillings|roubles|rubles|kronor|kroner|reais|naira))$/.test(
      lower(tokens, at + 1),
    )
    ? scale
    : undefined;
}

const rounded = (value: number): number => Number(value.toPrecision(15));

/** "two and a half". */
function withHalf(tokens: Tokens, value: number, end: number): [number, number] {
  return lower(tokens, end) === "and" && lower(tokens, end + 1) === "a" && lower(tokens, end + 2) === "half" ? [value + 0.5, end + 3] : [value, end];
}

function words(tokens: Tokens, i: number): NumberExpression | undefined {
  let end = i;
  let total = 0;
  let current: number | undefined;
  /** What may still be added: units after tens, anything under a hundred after "hundred". */
  let room = Number.POSITIVE_INFINITY;
  if (/^an?$/.test(lower(tokens, i)) && scales.has(lower(tokens, i + 1))) [current, end] = [1, i + 1];
  for (;;) {
    const word = lower(tokens, end);
    const joined = word === "and" && current !== undefined && room >= 100 && Number.isFinite(room) && under(tokens, end + 1, room) !== undefined;
    const at = joined ? end + 1 : end;
    const add = under(tokens, at, room);
    if (add !== undefined && (current === undefined || room < Number.POSITIVE_INFINITY)) {
      current = (current ?? 0) + add;
      room = add >= 20 && add % 10 === 0 ? 10 : 1;
      end = at + 1;
      continue;
    }
    const scale = scales.get(word);
    if (scale && current !== undefined && current < scale * (scale === 100 ? 1 : 1e6)) {
      if (scale <= 100) [current, room] = [current * scale, 100];
      else {
        total += current * scale;
        [current, room] = [0, 1000];
      }
      end++;
      continue;
    }
    break;
  }
  if (current === undefined) return undefined;
  const [value, after] = withHalf(tokens, total + current, end);
  const scale = after > end ? scales.get(lower(tokens, after)) : undefined;
  return scale ? number(i, after + 1, value * scale, true) : number(i, after, value, true);
}

/** The number word at `i` if it is smaller than `limit`: "four", "twenty", "twenty-four". */
function under(tokens: Tokens, i: number, limit: number): number | undefined {
  const word = lower(tokens, i);
  const whole = smallNumbers.get(word);
  if (whole !== undefined || !word.includes("-")) return whole !== undefined && whole < limit ? whole : undefined;
  const [ten, one, more] = word.split("-");
  const [tens, ones] = [smallNumbers.get(ten ?? ""), smallNumbers.get(one ?? "")];
  if (tens === undefined || ones === undefined || tens < 20 || ones <= 0 || ones >= 10 || more !== undefined) return undefined;
  return tens + ones < limit ? tens + ones : undefined;
}

const commonDenominators: ReadonlySet<number> = new Set([2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 50, 100, 1000, 10_000, 100_000]);

/** "one in five", "nine out of ten": a share. "14 out of 40 lorries" is two counts. */
function ratio(tokens: Tokens, over: NumberExpression): NumberExpression | undefined {
  const plainIn = lower(tokens, over.end) === "in" ? 1 : 0;
  const outOf = lower(tokens, over.end) === "out" && lower(tokens, over.end + 1) === "of" ? 2 : 0;
  if (!plainIn && !outOf) return oneOfSoMany(tokens, over);
  const below = plain(tokens, over.end + plainIn + outOf);
  if (!below || !commonDenominators.has(below.value) || over.value >= below.value || over.value > 99 || !Number.isInteger(over.value)) return undefined;
  if (plainIn && over.value > 9 && below.value !== 100 && below.value < 1000) return undefined;
  if (outOf && below.value !== 10 && below.value !== 100) return undefined;
  return { ...number(over.first, below.end, over.value / below.value, over.spelled), form: "fraction", ratio: true };
}

/** "one job in eight", "one woman in 40": a share; "one man in two cars" is none. */
function oneOfSoMany(tokens: Tokens, one: NumberExpression): NumberExpression | undefined {
  if (one.value !== 1 || !one.spelled || tokens[one.end]?.kind !== "word" || lower(tokens, one.end + 1) !== "in") return undefined;
  const below = prepositions.has(lower(tokens, one.end)) ? undefined : plain(tokens, one.end + 2);
  if (!below || !commonDenominators.has(below.value)) return undefined;
  const next = tokens[below.end];
  if (next && next.kind === "word" && !auxiliaries.has(next.lower) && !clauseOpeners.has(next.lower) && !pastVerbs.has(next.lower)) return undefined;
  if (next && next.kind === "mark" && !/^[.,;:)?!"”—–]$/.test(next.text)) return undefined;
  return { ...number(one.first, below.end, 1 / below.value, true), form: "fraction", ratio: true };
}

/** "4,000-5,000", "20 to 30", "two or three", "between 20 and 30": the caller says nothing of what stands before. */
function range(tokens: Tokens, low: NumberExpression): NumberExpression | undefined {
  const joint = lower(tokens, low.end);
  const before = lower(tokens, low.first - (/^[$£€¥₹]$/.test(tokens[low.first - 1]?.text ?? "") ? 2 : 1));
  const dash = /^[-–—]$/.test(joint) && adjoining(tokens, low.end) && adjoining(tokens, low.end + 1);
  const between = before === "between" && joint === "and";
  if (!dash && !between && joint !== "to" && joint !== "or") return undefined;
  const sign = tokens[low.end + 1]?.text ?? "";
  const at = low.end + 1 + (/^[$£€¥₹]$/.test(sign) ? 1 : 0);
  const high = plain(tokens, at);
  if (!high) return undefined;
  const inScale = low.value * scaleOf(tokens, high);
  const scaled = high.value >= 1e6 && low.value < 1000 && inScale <= high.value ? inScale : low.value;
  if (joint === "or" && (!low.spelled || high.value !== low.value + 1)) return undefined;
  if (joint === "to" && !between && (scaled >= high.value || changes(tokens, low.first))) return undefined;
  if (dash && scaled === high.value) return undefined;
  const ends = [scaled, high.value].sort((a, b) => a - b) as [number, number];
  return { first: low.first, end: high.end, low: ends[0], high: ends[1], value: (ends[0] + ends[1]) / 2, form: "range", spelled: low.spelled };
}

const scaleOf = (tokens: Tokens, { end }: NumberExpression): number => scales.get(lower(tokens, end - 1)) ?? shortScales.get(lower(tokens, end - 1)) ?? 1;

/** Is the number what something rose or fell from? Then "from 31 to 26" is two figures, no range. */
export function changes(tokens: Tokens, at: number): boolean {
  for (let i = at - 1; i >= 0 && i > at - 10; i--)
    if (
      /^(?:rose|risen|rising|rise|rises|fell|fallen|falling|fall|falls|increas\w*|decreas\w*|dropp?\w*|grew|grown|growing|grow|climb\w*|declin\w*|rais\w*|cut|cuts|up|down|jump\w*|soar\w*|surg\w*|slipp?\w*|shrank|shrunk|slump\w*|plung\w*|halv\w*|doubl\w*|tripl\w*|chang\w*|went|gone|revis\w*|reduc\w*|lower\w*|edg\w*|swell\w*|swollen|expand\w*|moved|going|go|goes|gain\w*|los(?:t|ing|es|e)|improv\w*|by|lift\w*|tumbl\w*)$/.test(
        lower(tokens, i),
      )
    )
      return true;
  return false;
}
