import { contains, type Document, overlaps, type Sentence, sentenceAt } from "../document/document.ts";
import { isGivenName } from "../lexicon/given-names.ts";
import { isPerson } from "../lexicon/people.ts";
import { singular } from "../lexicon/plurals.ts";
import { roleNouns } from "../lexicon/speakers.ts";
import type { Attribution, Quotation, Speaker } from "./mentions.ts";
import { isCapital } from "./noun-phrase.ts";
import { type Token, tokensOf } from "./tokens.ts";

/** The quotations again, each with the speaker that its sentence, or the quotation that it continues, gives it. */
export function bindSpeakers(document: Document, quotations: readonly Quotation[], attributions: readonly Attribution[]): readonly Quotation[] {
  const bySentence = new Map<number, Attribution[]>();
  for (const attribution of attributions) {
    const list = bySentence.get(attribution.sentence);
    if (list) list.push(attribution);
    else bySentence.set(attribution.sentence, [attribution]);
  }
  const bound: Quotation[] = [];
  quotations.forEach((quotation, index) => {
    const own = ownSpeaker(document, quotation, bySentence);
    const continues = quotation.continues ?? (own && !own.loose ? undefined : continued(document, quotation, bound[index - 1], index - 1));
    const speaker =
      (own && !own.loose ? own.speaker : undefined) ??
      (continues === undefined ? undefined : bound[continues]?.speaker) ??
      own?.speaker ??
      introduced(document, quotation, bySentence) ??
      beside(document, quotation);
    bound.push({ ...quotation, ...(speaker && { speaker }), ...(continues !== undefined && { continues }) });
  });
  return backwards(bound);
}

/** A paragraph that was left open has its speaker at its end or in the next one: "... ¶ "...," she said. */
function backwards(quotations: readonly Quotation[]): readonly Quotation[] {
  const result = [...quotations];
  for (let index = result.length - 1; index > 0; index--) {
    const { continues, speaker } = result[index] as Quotation;
    const before = continues === undefined ? undefined : result[continues];
    if (before && !before.speaker && speaker) result[continues as number] = { ...before, speaker };
  }
  return result;
}

/** The tag right behind or before the quotation, else the tightest report that covers it; `loose` where it only stands in the same sentence. */
function ownSpeaker(
  document: Document,
  quotation: Quotation,
  bySentence: ReadonlyMap<number, readonly Attribution[]>,
): { readonly speaker: Speaker; readonly loose: boolean } | undefined {
  const last = sentenceAt(document, quotation.end - 1)?.index ?? quotation.sentence;
  const behind = [...(bySentence.get(last) ?? []), ...(bySentence.get(last + 1) ?? [])].find(
    ({ start }) => start >= quotation.end && start - quotation.end < 40 && /^[\s,]*$/.test(document.prose.slice(quotation.end, start)),
  );
  if (behind && (behind.sentence === last || /\p{Ll}/u.test(document.prose.charAt(behind.start)))) return { speaker: behind.speaker, loose: false };
  const reports = bySentence.get(quotation.sentence) ?? [];
  const before = reports.findLast(({ end }) => end <= quotation.start && /^[\s,:]*(?:that\s)?$/.test(document.prose.slice(end, quotation.start)));
  if (before) return { speaker: before.speaker, loose: false };
  const covering = [...reports, ...(last === quotation.sentence ? [] : (bySentence.get(last) ?? []))].filter(({ content }) =>
    content.some((span) => overlaps(span, quotation)),
  );
  const tightest = covering.toSorted((a, b) => width(a) - width(b))[0];
  return tightest && { speaker: tightest.speaker, loose: false };
}

const width = ({ content }: Attribution): number => content.reduce((sum, { start, end }) => sum + end - start, 0);

/** `"A," she said. "B"`: between the two stands nothing but the tag of the first. */
function continued(document: Document, quotation: Quotation, before: Quotation | undefined, index: number): number | undefined {
  if (!before?.speaker) return undefined;
  const block = document.blocks[document.sentences[quotation.sentence]?.block ?? -1];
  if (!block || !contains(block, before)) return undefined;
  const between = document.prose.slice(before.end, quotation.start);
  if (between.includes(";") || (quotation.fragment && !/,\s*$/.test(between))) return undefined;
  const sentences = (between.match(/[.!?](?=\s|$)/g) ?? []).length;
  return between.length < 240 && sentences <= (quotation.fragment ? 1 : 2) ? index : undefined;
}

/** A sentence or paragraph of nothing but a quotation goes to the last speaker of the sentence before it. */
function introduced(document: Document, quotation: Quotation, bySentence: ReadonlyMap<number, readonly Attribution[]>): Speaker | undefined {
  const sentence = document.sentences[quotation.sentence];
  if (!sentence || !standsAlone(document, quotation, sentence)) return undefined;
  const earlier = bySentence.get(quotation.sentence - 1) ?? [];
  const speakers = new Set(earlier.map(({ speaker }) => speaker.name));
  const last = earlier.at(-1)?.speaker;
  if (!last || speakers.size !== 1 || last.kind === "vague") return undefined;
  const previous = document.sentences[quotation.sentence - 1];
  return previous && sentence.block - previous.block <= 1 ? last : undefined;
}

/** Its sentence has nothing but the quotation. */
function standsAlone(document: Document, quotation: Quotation, sentence: Sentence): boolean {
  if (quotation.fragment || document.prose.slice(sentence.start, quotation.start).trim()) return false;
  return !/[\p{L}\p{N}]/u.test(document.prose.slice(quotation.end, sentenceAt(document, quotation.end - 1)?.end ?? quotation.end));
}

/** 'The ferryman shook his head. "I counted 11."': somebody speaks of whom the paragraph tells, though it does not say so: nobody can be held to it. */
function beside(document: Document, quotation: Quotation): Speaker | undefined {
  const sentence = document.sentences[quotation.sentence];
  if (!sentence) return undefined;
  if (!standsAlone(document, quotation, sentence)) return quotation.fragment ? nobodyBound(firstOf(document, sentence, quotation)) : undefined;
  const last = sentenceAt(document, quotation.end - 1)?.index ?? sentence.index;
  for (const at of [sentence.index - 1, last + 1]) {
    const next = document.sentences[at];
    const person = next?.block === sentence.block ? tokensOf(document, next).find(isSomebody) : undefined;
    if (person) return nobodyBound(person);
  }
  return undefined;
}

const nobodyBound = (person: Token | undefined): Speaker | undefined =>
  person && { start: person.start, end: person.end, words: person.text, name: person.text, kind: "vague" };

/** 'The minister put it down to "40 years of neglect"': whoever the sentence is about, if that is somebody. */
function firstOf(document: Document, sentence: Sentence, { start }: Quotation): Token | undefined {
  const tokens = tokensOf(document, sentence).filter(({ end }) => end <= start);
  return tokens.slice(0, 6).find((token) => !/^(?:he|she)$/.test(token.lower) && isSomebody(token));
}

const isSomebody = (token: Token): boolean => {
  const { lower } = token;
  return /^(?:he|she)$/.test(lower) || roleNouns.has(lower) || (isPerson(lower) && singular(lower) === lower) || (isCapital(token) && isGivenName(lower));
};
