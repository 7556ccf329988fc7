import type { Block, Document, Sentence, Span } from "../document/document.ts";
import { months, possessives, timeWords, weekdays } from "../lexicon/function-words.ts";
import type { Attribution, Citation } from "./mentions.ts";
import { isCapital, speaks } from "./noun-phrase.ts";
import { type Token, tokensOf } from "./tokens.ts";

/**
 * The lists whose lead-in tells who says so: "The governor said:" over its items, "Among the findings of the inquiry:", "By the numbers (company filing)";
 * or whose last line does: "Source: Met Office". A colon ends no sentence.
 * A span a list, counted from the start of the document.
 */
export function readLeadIns(document: Document, attributions: readonly Attribution[], citations: readonly Citation[]): readonly Span[] {
  const { blocks } = document;
  const spans: Span[] = [];
  for (let at = 1; at < blocks.length; at++) {
    const [before, first] = [blocks[at - 1], blocks[at]];
    if (!first || !before || !isItem(document, first) || isItem(document, before) || before.kind === "title") continue;
    const lead = before.sentences.at(-1);
    let last = at;
    while (isItem(document, blocks[last + 1])) last++;
    const list = { start: first.start, end: (blocks[last] ?? first).end };
    if (lead && opensList(document, before, lead) && tellsWho(document, lead, [...attributions, ...citations])) spans.push(list);
    else if (isSourced(document, list.end)) spans.push(list);
    at = last;
  }
  return spans;
}

/** An item of a list, or a paragraph of lines with a bullet that Markdown does not know. */
const isItem = ({ text }: Document, block: Block | undefined): boolean =>
  block !== undefined && (block.kind === "item" || (block.kind === "paragraph" && /^\s*[•‣◦▪·–—]\s/.test(text.slice(block.start, block.start + 8))));

/** It ends in a colon, or is a line of its own that no full stop ends: "The case in numbers, as set out by the Crown", "Where the money goes (source: budget book)". */
function opensList({ prose }: Document, { start, end, sentences }: Block, lead: Sentence): boolean {
  const words = prose.slice(lead.start, end).replace(/[\s*_]+$/, "");
  return /:\W*$/.test(words) || (sentences.length === 1 && end - start < longestTitle && !/[.!?]["”']?$/.test(words));
}

const longestTitle = 120;

/** "Source: Office for National Statistics" under a list; at the end of a text it is boilerplate, and no prose. */
const isSourced = ({ text }: Document, end: number): boolean => /^\s*\n[*_(\s]*sources?:\s*\S/i.test(text.slice(end, end + longestTitle));

function tellsWho(document: Document, lead: Sentence, markers: readonly { readonly sentence: number }[]): boolean {
  if (markers.some(({ sentence }) => sentence === lead.index)) return true;
  const tokens = tokensOf(document, lead);
  return namesSource(tokens) || tokens.some(({ lower }, at) => sayings.test(lower) && (hasOwner(tokens, at) || hasAuthor(tokens, at)));
}

/** "(source: budget book)", "(as of Tuesday, state health department)": the brackets at the end of a title hold who says so, behind their last comma. */
function namesSource(tokens: readonly Token[]): boolean {
  const open = tokens.findLastIndex(({ text }) => text === "(");
  const close = tokens.findIndex(({ text }, at) => at > open && text === ")");
  if (open < 1 || close < 0 || tokens.slice(close + 1).some(({ kind }) => kind !== "mark")) return false;
  const inside = tokens.slice(open + 1, close);
  if (/^sources?$/.test(inside[0]?.lower ?? "") && inside.length > 1) return true;
  const last = inside.slice(inside.findLastIndex(({ text }) => /^[,;]$/.test(text)) + 1);
  return last.some(({ lower, text }) => speaks(lower.replace(/'s$/, "")) || /^\p{Lu}{2,6}$/u.test(text));
}

/** What is said or counted, by the noun. */
const sayings =
  /^(?:announcements?|promises|pledges|findings?|recommendations?|demands|claims|conclusions?|proposals?|estimates?|forecasts?|figures|numbers|statistics|data|results|highlights|points|advice|tally|count|list|breakdown|summary|timeline|version)$/;

/** "the ministry's figures", "CMA data", "its findings"; "Friday's figures" are nobody's. */
function hasOwner(tokens: readonly Token[], at: number): boolean {
  const isOwned = tokens.slice(Math.max(0, at - 4), at).some((token) => {
    const word = token.lower.replace(/'s?$/, "");
    return possessives.has(word) || (/'s?$/.test(token.lower) && isSomebody(token, word));
  });
  const before = tokens[at - 1];
  return isOwned || (at > 1 && before !== undefined && isSomebody(before, before.lower));
}

/** "the findings of the inquiry", "figures from the ministry", "the announcements she made". */
function hasAuthor(tokens: readonly Token[], at: number): boolean {
  const next = tokens.slice(at + 1, at + 6);
  if (next.slice(0, 2).some(({ lower }) => /^(?:he|she|they|it)$/.test(lower))) return true;
  return /^(?:of|from|by)$/.test(next[0]?.lower ?? "") && next.slice(1).some((token) => isSomebody(token, token.lower));
}

const isSomebody = (token: Token, word: string): boolean =>
  !weekdays.has(word) && !months.has(word) && !timeWords.has(word) && (isCapital(token) || speaks(word));
