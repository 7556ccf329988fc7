import { currencies, currencyCodes, currencyLetters, currencySigns, units } from "../lexicon/units.ts";
import type { Dimension } from "./mentions.ts";
import type { NumberExpression } from "./number.ts";
import { type Token, tokenize } from "./tokens.ts";

/** What a number measures. `first` and `end` are the tokens of number, currency and unit together. */
export interface Measured {
  readonly dimension: Dimension;
  readonly unit?: string;
  readonly first: number;
  readonly end: number;
  /** The tokens of a currency written after the amount: they stand as its noun. */
  readonly nounEnd?: number;
}

const lower = (tokens: readonly Token[], i: number): string => tokens[i]?.lower ?? "";
const touches = (tokens: readonly Token[], i: number): boolean => tokens[i - 1]?.end === tokens[i]?.start;

/** The unit of a number, before it (currency, magnitude) or after it. */
export function measure(tokens: readonly Token[], number: NumberExpression): Measured {
  return money(tokens, number) ?? unitAfter(tokens, number) ?? magnitude(tokens, number) ?? plain(number);
}

const plain = ({ first, end, form, ratio }: NumberExpression): Measured => ({
  dimension: form === "fraction" ? (ratio ? "ratio" : "fraction") : "count",
  first,
  end,
});

function money(tokens: readonly Token[], { first, end, form }: NumberExpression): Measured | undefined {
  if (form === "fraction") return undefined;
  // "R2.7 million", "Rs 400", "Rs. 400"
  const at = tokens[first - 1]?.text === "." && tokens[first - 2]?.text === "Rs" ? first - 2 : first - 1;
  const letters = tokens[at]?.text ?? "";
  const currency = currencyLetters.get(letters);
  if (currency && (letters.length > 1 || touches(tokens, first))) return { dimension: "money", unit: currency, first: at, end };
  const sign = tokens[first - 1];
  if (sign && (currencySigns.has(sign.text) || currencyCodes.has(sign.text))) {
    const prefix = tokens[first - 2];
    const together = prefix && prefix.end === sign.start && /^\p{Lu}{1,3}$/u.test(prefix.text) ? `${prefix.text}${sign.text}` : "";
    // "T$310 million", "EC$40": a dollar of another country's
    const code = (currencySigns.get(together) ?? together) || (currencySigns.get(sign.text) ?? sign.text);
    return { dimension: "money", unit: code, first: together ? first - 2 : first - 1, end };
  }
  // "214p": pence, and no lines of a screen
  if (tokens[end]?.text === "p" && touches(tokens, end) && !/^(?:480|720|1080|1440|2160)$/.test(tokens[end - 1]?.text ?? ""))
    return { dimension: "money", unit: "penny", first, end: end + 1 };
  if (currencyCodes.has(tokens[end]?.text ?? "")) return { dimension: "money", unit: lower(tokens, end).toUpperCase(), first, end: end + 1 };
  const [word, next] = [lower(tokens, end), lower(tokens, end + 1)];
  if (!currencies.has(word) && !currencies.has(next)) return undefined;
  for (const length of [2, 1]) {
    const name = length === 2 ? `${word} ${next}` : word;
    const code = currencies.get(name) ?? (length === 2 ? currencies.get(next) : undefined);
    if (!code || (length === 2 && !currencies.has(name) && !nationality(tokens[end]))) continue;
    if (/^pounds?$/.test(name) && lower(tokens, end + 1) === "of" && !/^(?:taxpayers?|public|money)$/.test(lower(tokens, end + 2)))
      return { dimension: "mass", unit: "lb", first, end: end + 1 };
    if (name === "won" && tokens[end]?.text !== "won") continue;
    if (/^(?:won|real|sol|lev|colon|kip|crowns?)$/.test(name) && !/\d|million|billion|trillion/.test(tokens[end - 1]?.lower ?? "")) continue;
    return { dimension: "money", unit: code, first, end, nounEnd: end + length };
  }
  return undefined;
}

/** "Swiss francs", "US dollars", "Australian dollars": one capitalised word before the currency. */
const nationality = (token: Token | undefined): boolean => token !== undefined && /^\p{Lu}/u.test(token.text);

function unitAfter(tokens: readonly Token[], { first, end, form }: NumberExpression): Measured | undefined {
  if (form === "fraction") return undefined;
  const scale = tokens[end]?.text ?? "";
  if (/^[CF]$/.test(scale) && touches(tokens, end)) return { dimension: "temperature", unit: scale, first, end: end + 1 };
  const hyphen = tokens[end]?.text === "-" && touches(tokens, end) && touches(tokens, end + 1) ? 1 : 0;
  const at = end + hyphen;
  if (/^magnitude$/.test(lower(tokens, at))) return { dimension: "magnitude", first, end: hyphen ? at + 1 : end };
  if (!unitStarts.has(lower(tokens, at))) return undefined;
  for (let length = Math.min(longestUnit, tokens.length - at); length > 0; length--) {
    const phrase = asWritten(tokens, at, at + length);
    const unit = units.get(phrase);
    if (!unit || phrase === "in" || (/^(?:m|g|l)$/.test(phrase) && !touches(tokens, at))) continue;
    if (phrase === "mi" || (/^(?:degree|degrees)$/.test(phrase) && lower(tokens, at + 1) === "in")) continue;
    return { dimension: unit.dimension, unit: unit.symbol, first, end: at + length };
  }
  return undefined;
}

/** In tokens: "kilometres an hour", "km/h". */
const longestUnit = 4;
const unitStarts: ReadonlySet<string> = new Set([...units.keys()].map((unit) => lower(tokenize(unit, 0), 0)));

function asWritten(tokens: readonly Token[], from: number, to: number): string {
  let text = lower(tokens, from);
  for (let i = from + 1; i < to; i++) text += touches(tokens, i) ? lower(tokens, i) : ` ${lower(tokens, i)}`;
  return text;
}

/** "magnitude 6.9", "a magnitude of 6.7". */
function magnitude(tokens: readonly Token[], { first, end }: NumberExpression): Measured | undefined {
  const before = lower(tokens, first - 1);
  const named = before === "magnitude" || (/^(?:of|at|as)$/.test(before) && lower(tokens, first - 2) === "magnitude");
  const asVerb = /^(?:at|as|to)$/.test(before) && tokens.slice(Math.max(0, first - 6), first).some((token) => token.lower === "magnitude");
  return named || asVerb ? { dimension: "magnitude", first, end } : undefined;
}
