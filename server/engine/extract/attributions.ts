import { type Document, overlaps, proseOf, type Sentence, type Span } from "../document/document.ts";
import { type Memory, noMemory } from "../document/memory.ts";
import { pronouns } from "../lexicon/function-words.ts";
import { scopesOf } from "./attribution-scopes.ts";
import { type Cast, enter, newCast, speakerOf } from "./cast.ts";
import type { Attribution, Name, Quotation } from "./mentions.ts";
import { phraseReport } from "./phrase-cues.ts";
import { endOf, type Report, startOf, verbReport } from "./reports.ts";
import { type Token, tokensOf } from "./tokens.ts";

/** Who says what, in text order: each cue with its speaker and the stretches of its sentence that it covers. */
export function readAttributions(
  document: Document,
  names: readonly Name[],
  quotations: readonly Quotation[],
  memory: Memory = noMemory,
): readonly Attribution[] {
  const cast = newCast();
  const found: Attribution[] = [];
  let nextName = 0;
  let nextQuotation = 0;
  for (const sentence of document.sentences) {
    while (nextName < names.length && (names[nextName] as Name).end <= sentence.start) nextName++;
    while (nextQuotation < quotations.length && (quotations[nextQuotation] as Quotation).end <= sentence.start) nextQuotation++;
    const named = within(names, nextName, sentence);
    if (document.blocks[sentence.block]?.kind === "footnote") continue;
    const quoted = within(quotations, nextQuotation, sentence);
    const opens = Math.min(sentence.start, quoted[0]?.start ?? sentence.start) - (document.blocks[sentence.block]?.sentences[0]?.start ?? 0) < 2;
    const all = tokensOf(document, sentence);
    if (opens) cast.opening = sentence.block;
    const tokens = masked(all, quoted, sentence);
    found.push(...attribute(document, sentence, tokens, named, cast, memory));
    if (!goesOn(all)) cast.opening = -1;
  }
  return found;
}

/** A sentence about somebody who is not named in it: the next may still be about the same. */
const goesOn = (tokens: readonly Token[]): boolean => pronouns.has(tokens[0]?.lower ?? "") || tokens.some(({ lower }) => lower === "he" || lower === "she");

function within<T extends Span>(list: readonly T[], from: number, span: Span): readonly T[] {
  let to = from;
  while (to < list.length && (list[to] as T).start < span.end) to++;
  return list.slice(from, to);
}

/** A quotation is one token: what is said inside reports nothing for the sentence around it. */
function masked(tokens: readonly Token[], quotations: readonly Quotation[], sentence: Span): readonly Token[] {
  if (!quotations.length) return tokens;
  const kept: Token[] = [];
  let next = 0;
  for (const token of tokens) {
    while (next < quotations.length && (quotations[next] as Quotation).end <= token.start) next++;
    const quotation = quotations[next];
    if (!quotation || !overlaps(token, quotation)) kept.push(token);
    else if (kept.at(-1)?.end !== Math.min(quotation.end, sentence.end)) kept.push(quoteToken(quotation, sentence));
  }
  return kept;
}

const quoteToken = (quotation: Quotation, sentence: Span): Token => ({
  text: '"',
  lower: '"',
  kind: "mark",
  start: Math.max(quotation.start, sentence.start),
  end: Math.max(Math.min(quotation.end, sentence.end), Math.max(quotation.start, sentence.start) + 2),
});

function attribute(document: Document, sentence: Sentence, tokens: readonly Token[], names: readonly Name[], cast: Cast, memory: Memory): Attribution[] {
  const reports = memory.recall("reports", tokens.map(({ text, start, end }) => (end - start > text.length ? "“”" : text)).join(" "), () => reportsIn(tokens));
  for (const name of names) enter(cast, name, sentence, document.prose.slice(name.end, name.end + 60));
  if (!reports.length) return [];
  const scopes = scopesOf(tokens, reports, sentence);
  return reports.map((report, index) => {
    const { phrase, aside, cue } = report;
    const own = spanOf(tokens, Math.min(phrase.from, aside?.from ?? phrase.from), Math.max(phrase.to, aside?.to ?? phrase.to));
    const main = spanOf(tokens, phrase.from, phrase.to);
    const whole = spanOf(tokens, startOf(report), Math.max(endOf(report), cue.to));
    const speaker = speakerOf(
      cast,
      tokens,
      phrase,
      aside,
      names.filter((name) => overlaps(name, own)),
      { ...own, words: proseOf(document, main) },
      sentence,
    );
    return {
      ...whole,
      text: document.text.slice(whole.start, whole.end),
      sentence: sentence.index,
      speaker,
      cue: spanOf(tokens, cue.from, cue.to),
      content: scopes[index] ?? [],
    };
  });
}

/** The cues of a sentence with those who speak: positions in its tokens. */
function reportsIn(tokens: readonly Token[]): readonly Report[] {
  const reports: Report[] = [];
  for (let at = 0; at < tokens.length; at++) {
    if ((tokens[at] as Token).kind !== "word") continue;
    const report = phraseReport(tokens, at) ?? verbReport(tokens, at);
    if (!report) continue;
    const last = reports.at(-1);
    if (last && report.cue.from < last.cue.to) continue;
    reports.push(report);
  }
  return reports;
}

const spanOf = (tokens: readonly Token[], from: number, to: number): Span => ({
  start: (tokens[from] as Token).start,
  end: (tokens[Math.max(from, to - 1)] as Token).end,
});
