import { type Document, sentenceAt } from "../document/document.ts";
import { matchesOf } from "../document/matches.ts";
import { calendarWords } from "../lexicon/name-words.ts";
import { placeholderNames, romanNouns } from "../lexicon/placeholder-words.ts";
import { sentenceOpeners } from "../lexicon/sentence-openers.ts";
import type { Placeholder } from "./mentions.ts";

/** One alternative a convention: TK and its doublings, XX figures, question marks, blanks, words of work in progress, brackets that hold an instruction. */
const pattern = new RegExp(
  [
    String.raw`((?<![\p{L}\p{N}.’'-])(?:TK)+(?:[- ]TK)*s?(?![\p{L}\p{N}’'])|(?<![\p{L}\p{N}])(?:tk){2,}(?![\p{L}\p{N}]))`,
    String.raw`((?<![\p{L}\p{N}.’'-])(?:(?:\d{1,2})?X{2,}(?:[.,]X{2,})*|X(?:,XXX)+)(?![\p{L}\p{N}’'-]))`,
    String.raw`(?<![^\s([{“"$€£¥#])\?{2,}`,
    String.raw`(?<![\p{L}\p{N}_])_{3,}(?![\p{L}\p{N}_])`,
    String.raw`(?<![\p{L}\p{N}])(?:FIXME|TODO|TO COME|[Ll]orem ipsum(?:\s+dolor(?:\s+sit\s+amet)?)?)(?![\p{L}\p{N}])`,
    String.raw`((?<![\p{L}\p{N}])TB[CDA](?![\p{L}\p{N}]))`,
    String.raw`[[(](?!\^)\s*(?:(?:CHECK|FACT[- ]?CHECK|CONFIRM|VERIFY|TB[CDAN]|TK+|XX+|FIXME|TODO|INSERT|\?)(?![\p{L}\p{N}])[^\][()\n]{0,80}|(?!more\b)(?:\p{L}+\s+){0,3}to\s+come\s*)[\])]`,
    String.raw`\[\s*(?:(?:check|fact-?check|confirm|verify|tb[cdan]|insert|to\s+come|who|when|where|source)\b[^\][()\n]{0,80}|(?:(?:first|last|full|sur|family|place|company|exact|his|her|their)?\s*(?:name|names|surname|title|rank|job|age|date|day|time|year|month|number|figure|figures|amount|sum|total|percentage|place|city|town|country|link|url|quote|citation|reference|photo|picture|caption|headline|byline|dateline))(?:\s+(?:here|tk|TK|to\s+come|needed|tbc|TBC))?\s*\??\s*)\]`,
  ].join("|"),
  "gu",
);

/** What each of the conventions has: most paragraphs have none of it. */
const mayHold = /TK|tktk|X[X,]|\?\?|___|FIXME|TODO|TO COME|orem ipsum|TB[CDA]|[[(]/;

/** What a writer left to be filled in, in text order. Roman numerals, companies and chromosomes are none. */
export function readPlaceholders(document: Document): readonly Placeholder[] {
  if (!mayHold.test(document.prose)) return [];
  const found: Placeholder[] = [];
  for (const { 0: text, 1: tk, 2: xx, 3: due, index: start } of matchesOf(pattern, document.prose)) {
    const end = start + text.length;
    if (tk && isName(text, document.prose, end)) continue;
    if (due && /^\s+\p{Lu}\p{Ll}/u.test(document.prose.slice(end, end + 8))) continue;
    if (xx && isRoman(document.prose, start, end)) continue;
    const sentence = sentenceAt(document, start);
    if (sentence) found.push({ start, end, text: document.text.slice(start, end), sentence: sentence.index });
  }
  return found;
}

/** "TK Maxx", and "TK 1951", a flight. */
const isName = (word: string, prose: string, end: number): boolean =>
  word === "TK" &&
  (/^\s*\d/.test(prose.slice(end, end + 3)) || placeholderNames.has((/^\s+(\p{L}+)/u.exec(prose.slice(end, end + 30))?.[1] ?? "").toLowerCase()));

/** "Super Bowl XX", "Pius XX", "XX chromosomes": a numeral behind a name, or before what it numbers. */
function isRoman(prose: string, start: number, end: number): boolean {
  if (!/^X{2,3}$/.test(prose.slice(start, end))) return false;
  if (romanNouns.has((/^\s+(\p{L}+)/u.exec(prose.slice(end, end + 30))?.[1] ?? "").toLowerCase())) return true;
  const before = /(\p{Lu}\p{L}+)\.?\s+$/u.exec(prose.slice(Math.max(0, start - 30), start))?.[1]?.toLowerCase();
  return before !== undefined && !sentenceOpeners.has(before) && !calendarWords.has(before) && !numbered.has(before);
}

/** Nouns with a number behind them that is never a Roman one: "Route XX" waits for its figure. */
const numbered = new Set("route highway flight room page unit gate exit channel rs usd eur gbp".split(" "));
