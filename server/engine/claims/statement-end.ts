import type { Token } from "../extract/tokens.ts";
import { smallNumbers } from "../lexicon/number-words.ts";

type Tokens = readonly Token[];
const lower = (tokens: Tokens, i: number): string => tokens[i]?.lower ?? "";

/** The end of what stands in commas after the noun: "fighters of the Front, who had been treated there, also died", "30 people, including seven officers, were killed". */
export function asideEnd(tokens: Tokens, from: number): number {
  for (let i = from; i < from + 6; i++)
    if (tokens[i]?.text === ",") {
      if (!opensAside.test(lower(tokens, i + 1)) && !isNumber(tokens, i + 1) && !isNamed(tokens, i + 1)) return from;
      for (let k = i + 2; k < Math.min(tokens.length, i + 25); k++)
        if (tokens[k]?.text === "," && tokens[k + 1]?.kind === "word" && !/^(?:and|or)$/.test(lower(tokens, k + 1))) return k + 1;
      return from;
    }
  return from;
}

/** "14 people, six of them children, drowned". */
const isNumber = (tokens: Tokens, i: number): boolean => tokens[i]?.kind === "number" || (smallNumbers.get(lower(tokens, i)) ?? 0) > 0;
const opensAside = /^(?:who|including|among|most|many|some|all|mostly|mainly|both|aged)$/;

/** "one officer, Sgt. Ann Poole, died": the name of those counted, up to a comma. */
function isNamed(tokens: Tokens, from: number): boolean {
  let to = from;
  while (/^\p{Lu}/u.test(tokens[to]?.text ?? "") || tokens[to]?.text === ".") to++;
  return to > from && to - from < 7 && tokens[to]?.text === ",";
}

/** Where what is said of a number ends: at a comma, a bracket, or a conjunction that opens a new statement. A relative clause does not end it, nor does where they come from. */
export function borderAfter(tokens: Tokens, from: number): number {
  for (let i = from; i < tokens.length; i++) {
    const { text, lower: word } = tokens[i] as Token;
    if (/^[;:()—“”"]$/.test(text)) return i;
    if (text === ",") {
      if (relativeAhead(tokens, i + 1)) continue;
      return i;
    }
    if (/^(?:and|but|while|as|after|before|when|because|since|where|although|though|until|or|including|leaving|bringing|taking|from|against)$/.test(word)) {
      if (word === "and" && (verbAhead(tokens, i + 1) || (tokens[i - 1]?.kind === "number" && tokens[i + 1]?.kind === "number"))) continue;
      if (word === "since" && /^(?:have|has|had)$/.test(lower(tokens, i - 1))) continue;
      if (word === "from" && (/^(?:their|its)$/.test(lower(tokens, i + 1)) || (i === from && /^\p{Lu}/u.test(tokens[i + 1]?.text ?? "")))) continue;
      if (
        word === "as" &&
        /^(?:listed|missing|dead|injured|reported|classified|counted|described|confirmed|registered|being)$/.test(lower(tokens, i + 1) || lower(tokens, i - 1))
      )
        continue;
      if (word === "as" && /^(?:listed|reported|classified|counted|described|confirmed|registered)$/.test(lower(tokens, i - 1))) continue;
      return i;
    }
  }
  return tokens.length;
}

const relativeAhead = (tokens: Tokens, i: number): boolean => /^(?:who|all|most|many|some|mostly|mainly)$/.test(lower(tokens, i));
const verbAhead = (tokens: Tokens, i: number): boolean => /^(?:were|was|are|is|have|had|has|then|later|died|presumed)$/.test(lower(tokens, i));
