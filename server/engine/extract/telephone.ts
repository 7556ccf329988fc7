import { adjoining, type NumberExpression } from "./number.ts";
import type { Token } from "./tokens.ts";

type Tokens = readonly Token[];
const lower = (tokens: Tokens, i: number): string => tokens[i]?.lower ?? "";

/** A telephone number, or one that is written like one: 9/11, 24/7. */
export const isTelephone = (tokens: Tokens, number: NumberExpression): boolean => call(tokens, number) || dialled(tokens, number);

/** Telephone numbers, 9/11, 24/7: digits in a row, or with a slash. */
function call(tokens: Tokens, { first, end, spelled }: NumberExpression): boolean {
  if (spelled) return false;
  const text = tokens[first]?.text ?? "";
  if (/^0\d/.test(text)) return true;
  if (tokens[end]?.kind === "number" || (tokens[first - 1]?.kind === "number" && tokens[first - 2]?.text !== "/")) return /^\d{2,}$/.test(text);
  const joined = (at: number): boolean => /^[/-]$/.test(tokens[at]?.text ?? "") && adjoining(tokens, at) && adjoining(tokens, at + 1);
  if (tokens[end]?.text === "/" && joined(end) && tokens[end + 1]?.kind === "number") return true;
  return joined(end) && tokens[end]?.text === "-" && tokens[end + 1]?.kind === "number";
}

/** "call 911", "dial 112 or 999", "text HELP to 741741", "the number to ring is 116". */
function dialled(tokens: Tokens, { first, end, spelled }: NumberExpression): boolean {
  if (
    spelled ||
    !/^\d{3,}$/.test(tokens[first]?.text ?? "") ||
    (tokens[end]?.kind === "word" && !/^(?:and|or|if|for|in|on|to|at|from|immediately|now)$/.test(lower(tokens, end)))
  )
    return false;
  let at = first - 1;
  for (let joint = at; /^(?:or|and|,)$/.test(lower(tokens, joint)); joint = at) {
    if (tokens[joint - 1]?.text === ",") joint--;
    if (tokens[joint - 1]?.kind !== "number") break;
    at = joint - 2;
    while (tokens[at]?.kind === "number") at--;
  }
  if (/^(?:call|calls|called|calling|dial\w*|ring|rang|phone|phoned|text|telephone|hotline|helpline|on)$/.test(lower(tokens, at)))
    return lower(tokens, at) !== "on" || tokens.slice(Math.max(0, at - 6), at).some(({ lower }) => dialling.test(lower));
  if (/^[,(]$/.test(lower(tokens, at))) return /^[,.)]$/.test(lower(tokens, end)) && isLineNumber(tokens, at - 1);
  return /^(?:is|to|:)$/.test(lower(tokens, at)) && tokens.slice(Math.max(0, at - 8), at).some(({ lower }) => dialling.test(lower));
}

/** "the helpline, 1077,", "the emergency number (112)". */
const isLineNumber = (tokens: Tokens, at: number): boolean =>
  /^(?:hotline|helpline|helplines|hotlines)$/.test(lower(tokens, at)) ||
  (/^(?:number|line)$/.test(lower(tokens, at)) &&
    /^(?:emergency|toll-free|free|phone|telephone|help|freephone|crisis|control|hotline|helpline|information|ambulance|whatsapp)$/.test(lower(tokens, at - 1)));

const dialling = /^(?:call|dial|ring|phone|text|telephone|hotline|helpline)$/;
