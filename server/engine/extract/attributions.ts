import { type Document, overlaps, proseOf, type Sentence, type Span } from "../document/document.ts";
import { changeBetween } from "../document/kept-lists.ts";
import type { Shelf } from "../document/memory.ts";
import type { Passage, Place } from "../document/passage.ts";
import { pronouns } from "../lexicon/function-words.ts";
import { scopesOf } from "./attribution-scopes.ts";
import { overlapping } from "./by-sentence.ts";
import { beginTurn, type Cast, enter, enterOffice, isSameTurn, newCast, speakerOf, type Turn, takeTurn, turnOf } from "./cast.ts";
import type { Attribution, Name, Quotation, Speaker } from "./mentions.ts";
import { phraseReport } from "./phrase-cues.ts";
import { moved, movedSpan, placedMention } from "./placing.ts";
import type { MarkedQuotation } from "./quotations.ts";
import { colonReport, endOf, type Report, startOf, verbReport } from "./reports.ts";
import { type Token, tokensOf } from "./tokens.ts";

/** What a passage says of who says what, and what it adds to the cast. */
interface Told {
  readonly attributions: readonly Attribution[];
  readonly turn: Turn;
}

interface ToldOfAll {
  readonly lists: readonly (readonly unknown[])[];
  readonly told: readonly Told[];
}

/**
 * Who says what, by passage and counted from its start: each cue with its speaker and the stretches of its sentence that it covers.
 * Who "she" is, the passages before tell: those behind an edit are read again only where it leaves another cast to them.
 */
export function readAttributions(
  passages: readonly Passage[],
  names: readonly (readonly Name[])[],
  quotations: readonly (readonly MarkedQuotation[])[],
  whole: Shelf,
): readonly (readonly Attribution[])[] {
  const lists = [passages.map(({ shelf }) => shelf), names, quotations];
  const { told } = whole.keep<ToldOfAll>("attributions", lists, (before) => {
    const { start, end, oldEnd } = before ? changeBetween(before.lists, lists) : { start: 0, end: passages.length, oldEnd: 0 };
    const cast = newCast();
    const all = before ? before.told.slice(0, start) : [];
    for (const { turn } of all) takeTurn(cast, turn);
    const tell = (at: number) => all.push(toldIn(passages[at] as Passage, of(names, at), of(quotations, at), cast));
    for (let at = start; at < end; at++) tell(at);
    const isOneCast = before && end === oldEnd && all.slice(start).every(({ turn }, at) => isSameTurn(turn, (before.told[start + at] as Told).turn));
    if (isOneCast) for (let at = end; at < passages.length; at++) all.push(before.told[at] as Told);
    else for (let at = end; at < passages.length; at++) tell(at);
    return { lists, told: all };
  });
  return told.map(({ attributions }) => attributions);
}

const of = <M>(lists: readonly (readonly M[])[], at: number): readonly M[] => lists[at] as readonly M[];

function toldIn({ document, shelf, sentence: first, block }: Passage, named: readonly Name[], quoted: readonly MarkedQuotation[], cast: Cast): Told {
  const speeches = shelf.keep("speeches", [named, quoted], () =>
    speechesOf(
      document,
      named,
      quoted.map(({ quotation }) => quotation),
    ),
  );
  beginTurn(cast);
  const speakers = speeches.flatMap((speech) => speakersOf(speech, { ...speech.sentence, index: speech.sentence.index + first, block }, cast));
  const said = speeches.flatMap(({ sayings }) => sayings);
  const attributions = shelf.keep("attributions", [speeches, ...speakers.flatMap(({ name, kind }) => [name, kind])], () =>
    said.map(({ attribution }, index) => ({ ...attribution, speaker: speakers[index] as Speaker })),
  );
  return { attributions, turn: turnOf(cast) };
}

/** A sentence as far as it tells who says what; who "she" is, the sentences before it tell. */
interface Speech {
  readonly sentence: Sentence;
  readonly tokens: readonly Token[];
  /** Each with the text before and behind it. */
  readonly names: readonly { readonly name: Name; readonly preceding: string; readonly following: string }[];
  /** It stands where a pronoun may still mean somebody of the block before. */
  readonly opens: boolean;
  /** It is about somebody who is not named in it: the next sentence may still be about the same. */
  readonly goesOn: boolean;
  readonly sayings: readonly Saying[];
}

interface Saying {
  readonly report: Report;
  readonly attribution: Omit<Attribution, "speaker">;
  /** The names in the speaker's phrase. */
  readonly names: readonly Name[];
  readonly span: Span & { readonly words: string };
}

function speechesOf(document: Document, names: readonly Name[], quotations: readonly Quotation[]): readonly Speech[] {
  const [block] = document.blocks;
  if (block?.kind === "footnote") return [];
  const [nameLists, quotationLists] = [overlapping(document, names), overlapping(document, quotations)];
  return document.sentences.map((sentence, at): Speech => {
    const [named, quoted] = [nameLists[at] as readonly Name[], quotationLists[at] as readonly Quotation[]];
    const all = tokensOf(document, sentence);
    const tokens = masked(all, quoted, sentence);
    return {
      sentence,
      tokens,
      names: named.map((name) => ({
        name,
        preceding: document.prose.slice(Math.max(sentence.start, name.start - 60), name.start),
        following: document.prose.slice(name.end, name.end + 60),
      })),
      opens: Math.min(sentence.start, quoted[0]?.start ?? sentence.start) - (document.sentences[0]?.start ?? 0) < 2,
      goesOn: goesOn(all),
      sayings: sayingsOf(document, sentence, tokens, named),
    };
  });
}

function sayingsOf(document: Document, sentence: Sentence, tokens: readonly Token[], names: readonly Name[]): readonly Saying[] {
  const reports = reportsIn(tokens);
  if (!reports.length) return [];
  const scopes = scopesOf(tokens, reports, sentence);
  return reports.map((report, index): Saying => {
    const { phrase, aside, cue } = report;
    const own = spanOf(tokens, Math.min(phrase.from, aside?.from ?? phrase.from), Math.max(phrase.to, aside?.to ?? phrase.to));
    const whole = spanOf(tokens, startOf(report), Math.max(endOf(report), cue.to));
    return {
      report,
      attribution: {
        start: whole.start,
        end: whole.end,
        text: document.text.slice(whole.start, whole.end),
        sentence: sentence.index,
        cue: spanOf(tokens, cue.from, cue.to),
        content: scopes[index] ?? [],
      },
      names: names.filter((name) => overlaps(name, own)),
      span: { start: own.start, end: own.end, words: proseOf(document, spanOf(tokens, phrase.from, phrase.to)) },
    };
  });
}

/** The speakers of a sentence in its place in the whole, resolved against those who have appeared before. */
function speakersOf({ tokens, names, opens, goesOn: pending, sayings }: Speech, sentence: Sentence, cast: Cast): readonly Speaker[] {
  if (opens) cast.opening = sentence.block;
  if (!sayings.length) enterOffice(cast, tokens, sentence);
  for (const { name, preceding, following } of names) enter(cast, name, sentence, preceding, following);
  const speakers = sayings.map(({ report: { phrase, aside }, names: inside, span }) => speakerOf(cast, tokens, phrase, aside, inside, span, sentence));
  const within = sayings.findLastIndex(
    ({ attribution: { content }, report }, outer) =>
      report.covers === "after" &&
      speakers[outer]?.kind === "person" &&
      sayings.some((inner, at) => at > outer && speakers[at]?.kind === "person" && content.some((span) => overlaps(span, inner.span))),
  );
  // "The prosecutor told them that a nurse had claimed ...": who "he" is then, nobody can tell
  const teller = speakers[within];
  if (teller && cast.lastPerson && cast.lastPerson.name !== teller.name) cast.lastPerson = { ...cast.lastPerson, name: teller.name, rival: true };
  if (!pending) cast.opening = -1;
  return speakers;
}

/** An attribution in its place in the whole. */
export function placedAttribution(attribution: Attribution, place: Place): Attribution {
  const placed = placedMention(attribution, place);
  placed.speaker = moved(attribution.speaker, place.start);
  placed.cue = movedSpan(attribution.cue, place.start);
  placed.content = attribution.content.map((span) => movedSpan(span, place.start));
  return placed;
}

const goesOn = (tokens: readonly Token[]): boolean => pronouns.has(tokens[0]?.lower ?? "") || tokens.some(({ lower }) => lower === "he" || lower === "she");

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

/** The cues of a sentence with those who speak: positions in its tokens. */
function reportsIn(tokens: readonly Token[]): readonly Report[] {
  const reports: Report[] = [];
  for (let at = 0; at < tokens.length; at++) {
    if ((tokens[at] as Token).kind !== "word" && !/^[(:]$/.test((tokens[at] as Token).text)) continue;
    const report = phraseReport(tokens, at) ?? verbReport(tokens, at);
    if (!report) continue;
    const last = reports.at(-1);
    if (last && report.cue.from < last.cue.to) continue;
    reports.push(report);
  }
  const bare = reports.length ? undefined : colonReport(tokens);
  return bare ? [bare] : reports;
}

const spanOf = (tokens: readonly Token[], from: number, to: number): Span => ({
  start: (tokens[from] as Token).start,
  end: (tokens[Math.max(from, to - 1)] as Token).end,
});
