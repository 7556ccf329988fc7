import { textOf, toldIn } from "../corpus/packed-source.ts";
import type { Source } from "../corpus/source.ts";
import type { Document, Span } from "../document/document.ts";
import type { Figure } from "../extract/mentions.ts";
import type { Evidence } from "../finding.ts";
import type { Fact } from "./verdict.ts";

/** A source as a writer knows it: its id, and its date where that is known. */
export const cite = (source: Source): string => (source.date ? `${source.id} (${source.date})` : source.id);

/** The words of a fact as evidence: the sentence that states it. */
export function evidenceOf(fact: Fact, note?: string): Evidence {
  const { start, end } = fact.claim.sentence;
  return { source: fact.source.id, start, end, quote: wordsOf(fact).quote, note: note ?? `${cite(fact.source)} has ${wordingOf(fact)}` };
}

/** The figure of a fact as its source writes it, in quotation marks, with the words around it that make it readable. */
export const wordingOf = (fact: Fact): string => wordsOf(fact).wording;

/** How a fact's number stands against the draft's: the source's own sentence may have that too, for something else. */
export const against = (fact: Fact, { value, text }: Figure): string =>
  wordsOf(fact).values.includes(value)
    ? `${cite(fact.source)} has ${wordingOf(fact)} here; ${text} is of something else.`
    : `${cite(fact.source)} has ${wordingOf(fact)}, and no source bears out ${text}.`;

/** The sentence that states a fact, as one line of prose. */
export const statementOf = (fact: Fact): string => wordsOf(fact).statement;

interface Words {
  readonly wording: string;
  readonly statement: string;
  /** Verbatim. */
  readonly quote: string;
  /** All numbers of the sentence. */
  readonly values: readonly number[];
}

const known = new WeakMap<Fact, Words>();

/** Read once a fact: most findings outlive an edit, and their sources may be packed. */
function wordsOf(fact: Fact): Words {
  let words = known.get(fact);
  if (!words) {
    const { sentence, prose, claims } = toldIn(fact.source, fact.claim.sentence.index);
    const { start, end } = readable(fact.claim.figure);
    words = {
      wording: `“${oneLine(prose.slice(start - sentence.start, end - sentence.start))}”`,
      statement: oneLine(prose),
      quote: textOf(fact.source).slice(sentence.start, sentence.end),
      values: claims.map(({ figure }) => figure.value),
    };
    known.set(fact, words);
  }
  return words;
}

/** A figure with the hedge and the noun that stand beside it. */
const readable = ({ start, end, hedge, noun }: Figure): Span => ({
  start: hedge && hedge.end <= start && start - hedge.end < 3 ? hedge.start : start,
  end: noun && noun.start >= end && noun.start - end < 3 ? noun.end : end,
});

/** Another place of the draft itself as evidence. */
export const draftEvidence = (document: Document, { start, end }: Span, note: string): Evidence => ({
  start,
  end,
  quote: document.text.slice(start, end),
  note,
});

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();
