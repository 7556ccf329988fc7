import { weekdays } from "../lexicon/function-words.ts";
import type { NumberExpression } from "./number.ts";
import type { Token } from "./tokens.ts";

type Tokens = readonly Token[];
const lower = (tokens: Tokens, i: number): string => tokens[i]?.lower ?? "";

/** A time of day without its "o'clock": "the hands are still at 6.20". */
export const isClock = (tokens: Tokens, number: NumberExpression): boolean =>
  toTheHour(tokens, number) || pointed(tokens, number) || behindNumber(tokens, number) || ofDay(tokens, number);

/** "Talks are set for Monday at 10", "tomorrow at nine". */
const ofDay = (tokens: Tokens, { first, end, value }: NumberExpression): boolean =>
  value <= 24 &&
  Number.isInteger(value) &&
  lower(tokens, first - 1) === "at" &&
  (weekdays.has(lower(tokens, first - 2)) || /^(?:today|tonight|tomorrow)$/.test(lower(tokens, first - 2))) &&
  (tokens[end]?.kind !== "word" || /^(?:in|and|for|with|when|on|outside|before|at)$/.test(lower(tokens, end)));

/** "down from 147,000 at 11": the hour of another number. */
const behindNumber = (tokens: Tokens, { first, end, value, spelled }: NumberExpression): boolean =>
  !spelled &&
  value <= 12 &&
  lower(tokens, first - 1) === "at" &&
  tokens[first - 2]?.kind === "number" &&
  (tokens[end] === undefined || /^[,.;)]$/.test(tokens[end]?.text ?? ""));

/** "minutes after 6 when", "just before nine". */
const toTheHour = (tokens: Tokens, { first, end, value }: NumberExpression): boolean =>
  value <= 24 &&
  Number.isInteger(value) &&
  /^(?:after|before|past)$/.test(lower(tokens, first - 1)) &&
  /^(?:minutes|moments|seconds|shortly|just|soon|well)$/.test(lower(tokens, first - 2)) &&
  /^[,.;]$|^$|^(?:and|when|on|he|she|they|the|as|a|in|that)$/.test(lower(tokens, end));

const pointed = (tokens: Tokens, { first, end }: NumberExpression): boolean =>
  end === first + 1 &&
  /^(?:[01]?\d|2[0-3])\.[0-5]\d$/.test(tokens[first]?.text ?? "") &&
  /^(?:at|until|till|by|since|before|after)$/.test(lower(tokens, first - 1)) &&
  /^[,.;]$|^$|^(?:and|when|on|it|he|she|they|the)$/.test(lower(tokens, end));
