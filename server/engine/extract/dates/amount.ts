import { durationHedges, smallNumbers, tensNumbers, timeUnits } from "../../lexicon/time-words.ts";
import type { Duration } from "../mentions.ts";
import { after, isDash, joined, lower, type Tokens } from "./tokens.ts";

interface Amount {
  readonly low: number;
  readonly high: number;
  readonly next: number;
  readonly approximate: boolean;
  /** "a week": not written as a number. */
  readonly article: boolean;
}

const exact = (value: number, next: number): Amount => ({ low: value, high: value, next, approximate: false, article: false });
const loose = (low: number, high: number, next: number): Amount => ({ low, high, next, approximate: true, article: false });

/** "forty-two", "42", "1,400", "2.5". */
export function readNumber(tokens: Tokens, i: number): { value: number; next: number } | undefined {
  const token = tokens[i];
  if (token?.kind === "number") {
    const text = token.text.replace(/,(?=\d{3}(?:\D|$))/g, "");
    return /^\d+(?:\.\d+)?$/.test(text) ? { value: Number(text), next: i + 1 } : undefined;
  }
  const ten = tensNumbers.get(lower(tokens, i));
  if (ten !== undefined) {
    const one = isDash(tokens, i + 1) && joined(tokens, i + 1) ? smallNumbers.get(lower(tokens, i + 2)) : undefined;
    return one && one < 10 ? { value: ten + one, next: i + 3 } : { value: ten, next: i + 1 };
  }
  const small = smallNumbers.get(lower(tokens, i));
  if (small === undefined) return undefined;
  return lower(tokens, i + 1) === "hundred" ? { value: small * 100, next: i + 2 } : { value: small, next: i + 1 };
}

function readOneAmount(tokens: Tokens, i: number): Amount | undefined {
  const number = readNumber(tokens, i);
  if (number) {
    const half = after(tokens, number.next, "and", "a", "half");
    return half ? exact(number.value + 0.5, half) : (withQuarters(tokens, number) ?? exact(number.value, number.next));
  }
  const word = lower(tokens, i);
  if (word === "half") return exact(0.5, after(tokens, i + 1, "a") ?? after(tokens, i + 1, "an") ?? (isDash(tokens, i + 1) ? i + 2 : i + 1));
  if (word === "several") return loose(3, 10, i + 1);
  if (word === "few") return loose(2, 9, i + 1);
  if (word === "couple") return loose(2, 3, after(tokens, i + 1, "of") ?? i + 1);
  if (word === "dozen") return exact(12, i + 1);
  if (word !== "a" && word !== "an") return undefined;
  const quarter = after(tokens, i + 1, "quarter", "of", "a");
  if (quarter) return exact(0.25, quarter);
  if (/^(?:few|couple|dozen)$/.test(lower(tokens, i + 1))) return readOneAmount(tokens, i + 1);
  return { low: 1, high: 1, next: i + 1, approximate: false, article: true };
}

/** "two and three-quarter" hours, "one and a quarter". */
function withQuarters(tokens: Tokens, { value, next }: { readonly value: number; readonly next: number }): Amount | undefined {
  if (lower(tokens, next) !== "and") return undefined;
  if (/^three-quarters?$/.test(lower(tokens, next + 1))) return exact(value + 0.75, next + 2);
  const at = isDash(tokens, next + 2) ? next + 3 : next + 2;
  const count = /^(?:a|one)$/.test(lower(tokens, next + 1)) ? 1 : lower(tokens, next + 1) === "three" ? 3 : 0;
  return count && /^quarters?$/.test(lower(tokens, at)) ? exact(value + count / 4, at + 1) : undefined;
}

/** "42", "a", "two or three", "10 to 15", "a couple of". */
function readAmount(tokens: Tokens, i: number): Amount | undefined {
  const first = readOneAmount(tokens, i);
  if (!first || first.article || first.approximate) return first;
  const dash = isDash(tokens, first.next) && joined(tokens, first.next);
  if (!dash && !/^(?:to|or|and)$/.test(lower(tokens, first.next))) return first;
  if (lower(tokens, first.next) === "and" && lower(tokens, i - 1) !== "between") return first;
  const second = readNumber(tokens, first.next + 1);
  return second && second.value > first.low ? { ...first, high: second.value, next: second.next, approximate: true } : first;
}

const adjectives = new Set(
  "consecutive straight full calendar more long short whole working business further additional extra other successive intense brutal gruelling grueling tense frantic".split(
    " ",
  ),
);

export interface Amounted {
  readonly from: number;
  readonly next: number;
  readonly duration: Duration;
  readonly article: boolean;
  readonly hyphenated: boolean;
  readonly plural: boolean;
}

/** An amount of time: "42 days", "a week", "half a century", "two and a half years", "six-hour", "two hours and 15 minutes". */
export function readAmountOfTime(tokens: Tokens, i: number): Amounted | undefined {
  const amount = readAmount(tokens, i);
  if (!amount) return undefined;
  const hyphenated = isDash(tokens, amount.next);
  let at = hyphenated || lower(tokens, amount.next) === "]" ? amount.next + 1 : amount.next;
  for (let skipped = 0; skipped < 2 && adjectives.has(lower(tokens, at)); skipped++) at++;
  const name = lower(tokens, at);
  const unit = timeUnits.get(name);
  if (!unit || name === "second" || name === "min" || (amount.article && /^(?:weekend|quarter|night)$/.test(name))) return undefined;
  if (amount.low >= 1000 && !name.endsWith("s") && lower(tokens, at + 1) !== "old" && lower(tokens, at + 2) !== "old") return undefined;
  let [low, high, next] = [amount.low * unit.per, amount.high * unit.per, at + 1];
  const half = after(tokens, next, "and", "a", "half");
  if (half) [low, high, next] = [low + unit.per / 2, high + unit.per / 2, half];
  const rest = half || hyphenated ? undefined : readRest(tokens, next, unit.unit);
  if (rest) [low, high, next] = [low + rest.value, high + rest.value, rest.next];
  const bounds = hedge(tokens, i, low, high);
  return {
    from: i,
    next,
    article: amount.article,
    hyphenated,
    plural: name.endsWith("s"),
    duration: { ...bounds, unit: unit.unit, approximate: bounds.approximate || amount.approximate },
  };
}

const smaller = { minute: 1 / 60, hour: 1 / 24, day: 1 / 7, week: 7 / 30.44, month: 1 / 12, year: 1 } as const;
const order = ["minute", "hour", "day", "week", "month", "year"] as const;

/** "... and 15 minutes": the part in the next smaller unit. */
function readRest(tokens: Tokens, i: number, unit: Duration["unit"]): { value: number; next: number } | undefined {
  const at = after(tokens, i, "and") ?? after(tokens, i, ",") ?? i;
  const number = readNumber(tokens, at);
  const next = number && timeUnits.get(lower(tokens, number.next));
  const below = order[order.indexOf(unit) - 1] ?? "minute";
  if (!number || !next || next.per !== 1) return undefined;
  if (next.unit === below && unit !== "month") return { value: number.value * smaller[below], next: number.next + 1 };
  return unit === "year" && next.unit === "month" ? { value: number.value / 12, next: number.next + 1 } : undefined;
}

/** Where the hedge before an amount begins: up to four words back. */
export function hedgeBefore(tokens: Tokens, i: number): { kind: NonNullable<ReturnType<typeof durationHedges.get>>; words: number } | undefined {
  for (let words = 4; words >= 1; words--) {
    let phrase = "";
    for (let k = words; k >= 1; k--) phrase += (phrase ? " " : "") + lower(tokens, i - k);
    const kind = durationHedges.get(phrase);
    if (kind) return { kind, words };
  }
  return undefined;
}

function hedge(tokens: Tokens, i: number, low: number, high: number): { low: number; high: number; approximate: boolean } {
  switch (hedgeBefore(tokens, i)?.kind) {
    case "more":
    case "at-least":
      return { low, high: Number.POSITIVE_INFINITY, approximate: false };
    case "less":
    case "at-most":
      return { low: 0, high, approximate: false };
    case "nearly":
    case "about":
      return { low, high, approximate: true };
    default:
      return { low, high, approximate: false };
  }
}
