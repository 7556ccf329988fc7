import { contains, type Sentence, type Span } from "../document/document.ts";
import type { Fresh } from "../document/fresh.ts";
import type { Attribution, Citation, Quotation, Reading, Speaker } from "../extract/mentions.ts";
import type { Claim } from "./claim.ts";

export interface Sourcing {
  readonly sourced: Claim["sourced"];
  /** The attribution whose scope covers the figure: of several one with a known speaker, and the tightest. */
  readonly attribution?: Attribution;
  /** Inside a quotation with a speaker: position in `Reading.quotations`. */
  readonly quotation?: number;
}

/** By RULES.md "When is a figure sourced". */
export function sourcingOf(reading: Reading, figure: Span, sentence: Sentence): Sourcing {
  const kind = reading.document.blocks[sentence.block]?.kind;
  const sourcing: Fresh<Sourcing> = { sourced: "no" };
  const attribution = attributionOf(bySentence(attributionsOf, reading.attributions, sentence.index), figure);
  if (attribution) sourcing.attribution = attribution;
  const at = quotationAround(reading.quotations, figure);
  if (at >= 0 && reading.quotations[at]?.speaker) sourcing.quotation = at;
  if (kind === "title" || kind === "heading" || kind === "footnote" || isVague(figure)) sourcing.sourced = "not-needed";
  else if (sourcing.quotation !== undefined) sourcing.sourced = "quotation";
  else if (attribution) sourcing.sourced = "attribution";
  else if (bySentence(citationsOf, reading.citations, sentence.index).length) sourcing.sourced = "citation";
  else if (reading.ledIn.some((list) => contains(list, figure))) sourcing.sourced = "attribution";
  else if (reading.ownSources.some(({ covers }) => contains(covers, figure))) sourcing.sourced = "own-source";
  return sourcing;
}

function attributionOf(attributions: readonly Attribution[], figure: Span): Attribution | undefined {
  const covering = attributions.filter(({ content, speaker }) => content.some((span) => contains(span, figure)) || isTheSpeaker(speaker, figure));
  if (covering.length < 2) return covering[0];
  return covering.toSorted((a, b) => Number(isNobody(a.speaker)) - Number(isNobody(b.speaker)) || width(a) - width(b))[0];
}

/** "Two survivors said": the number counts those who speak; not one in a clause about the speaker. */
const isTheSpeaker = ({ start, words }: Speaker, figure: Span): boolean => figure.start >= start && figure.start < start + words.length;
/** "The league says its list has 23 names": the league, not "its". */
const isNobody = ({ kind, name, words }: Speaker): boolean => kind === "vague" || (kind === "pronoun" && name === words);
const isVague = (figure: Span & { readonly form?: string }): boolean => figure.form === "vague";
const width = ({ content }: Attribution): number => content.reduce((sum, { start, end }) => sum + end - start, 0);

const attributionsOf = new WeakMap<readonly Attribution[], Map<number, Attribution[]>>();
const citationsOf = new WeakMap<readonly Citation[], Map<number, Citation[]>>();

/** The mentions of one sentence, from an index built once a list. */
function bySentence<T extends { readonly sentence: number }>(
  cache: WeakMap<readonly T[], Map<number, T[]>>,
  mentions: readonly T[],
  sentence: number,
): readonly T[] {
  let index = cache.get(mentions);
  if (!index) {
    index = new Map();
    for (const mention of mentions) {
      const list = index.get(mention.sentence);
      if (list) list.push(mention);
      else index.set(mention.sentence, [mention]);
    }
    cache.set(mentions, index);
  }
  return index.get(sentence) ?? [];
}

/** Quotations are disjoint and in order. */
function quotationAround(quotations: readonly Quotation[], figure: Span): number {
  let low = 0;
  let high = quotations.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const quotation = quotations[middle] as Quotation;
    if (figure.end <= quotation.start) high = middle - 1;
    else if (figure.start >= quotation.end) low = middle + 1;
    else return middle;
  }
  return -1;
}
