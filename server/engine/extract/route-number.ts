import { isPlural } from "../lexicon/plurals.ts";
import type { NumberExpression } from "./number.ts";
import type { Token } from "./tokens.ts";

type Tokens = readonly Token[];
const lower = (tokens: Tokens, i: number): string => tokens[i]?.lower ?? "";

/** "buses on the 460 were turned back": a line by its number. */
export const onRoute = (tokens: Tokens, number: NumberExpression): boolean => isLine(tokens, number) || isTaken(tokens, number);

/** "a stop on the 73 route", "the 14 tram": one line, by its number. */
const isLine = (tokens: Tokens, { first, end, spelled }: NumberExpression): boolean =>
  !spelled &&
  /^\d{1,3}$/.test(tokens[first]?.text ?? "") &&
  /^(?:the|a)$/.test(lower(tokens, first - 1)) &&
  /^(?:route|bus|tram|trolleybus|streetcar)$/.test(lower(tokens, end)) &&
  !(tokens[end + 1]?.kind === "word" && isPlural(lower(tokens, end + 1)));

const isTaken = (tokens: Tokens, { first, end, spelled }: NumberExpression): boolean =>
  !spelled &&
  /^\d{1,4}$/.test(tokens[first]?.text ?? "") &&
  lower(tokens, first - 1) === "the" &&
  /^(?:on|by|via|aboard|took|takes?|caught|catch(?:es)?|rode|rides?|driving|drove|drives?)$/.test(lower(tokens, first - 2)) &&
  tokens
    .slice(Math.max(0, first - 9), first)
    .some((token) => /^(?:bus|buses|trams?|trains?|coach|coaches|services?|line|route|passengers|commuters|drivers?)$/.test(token.lower)) &&
  !isPlural(lower(tokens, end)) &&
  !(tokens[end]?.kind === "word" && isPlural(lower(tokens, end + 1)));
