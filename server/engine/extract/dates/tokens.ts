import { matchesOf } from "../../document/matches.ts";

/** A word, a number or a mark of the prose. A possessive ending is no part of its word: "today's" is `today`. */
export interface Token {
  readonly kind: "word" | "number" | "mark";
  readonly text: string;
  readonly lower: string;
  /** Offsets into the file. */
  readonly start: number;
  readonly end: number;
}

export type Tokens = readonly Token[];

const pattern = /\p{L}[\p{L}\p{M}]*(?:['’][\p{L}\p{M}]+)*|\d+(?:[.,]\d+)*|\S/gu;

export function tokenise(prose: string, start: number, end: number): Token[] {
  const tokens: Token[] = [];
  for (const match of matchesOf(pattern, prose.slice(start, end))) {
    const first = match[0].charCodeAt(0);
    const kind = first >= 48 && first <= 57 ? "number" : match[0].length > 1 || /\p{L}/u.test(match[0]) ? "word" : "mark";
    const text = kind === "word" && mayBePossessive(match[0]) ? match[0].replace(/['’]s?$/u, "") : match[0];
    const at = start + match.index;
    tokens.push({ kind, text, lower: text.toLowerCase(), start: at, end: at + text.length });
  }
  return tokens;
}

/** Cheaper than the replacement, and mostly false. */
const mayBePossessive = (word: string): boolean => isApostrophe(word.at(-1)) || (word.endsWith("s") && isApostrophe(word.at(-2)));
const isApostrophe = (mark: string | undefined): boolean => mark === "’" || mark === "'";

export const lower = (tokens: Tokens, i: number): string => tokens[i]?.lower ?? "";
/** No blank between this token and the one before it. */
export const joined = (tokens: Tokens, i: number): boolean => tokens[i] !== undefined && tokens[i]?.start === tokens[i - 1]?.end;
export const isCapitalised = (tokens: Tokens, i: number): boolean => /^\p{Lu}/u.test(tokens[i]?.text ?? "");
export const isDash = (tokens: Tokens, i: number): boolean => /^[-–—‑]$/.test(tokens[i]?.text ?? "");
/** The number's value without separators, or undefined. */
export function integer(tokens: Tokens, i: number): number | undefined {
  const token = tokens[i];
  return token?.kind === "number" && /^\d+$/.test(token.text) ? Number(token.text) : undefined;
}

/** Whether the words stand here one after another; returns the position after them. */
export function after(tokens: Tokens, i: number, ...words: readonly string[]): number | undefined {
  return words.every((word, k) => lower(tokens, i + k) === word) ? i + words.length : undefined;
}
