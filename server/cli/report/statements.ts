import type { Desk } from "../../engine/compare/desk.ts";
import { textOf } from "../../engine/corpus/packed-source.ts";
import type { Source } from "../../engine/corpus/source.ts";
import { type Sentence, type Span, sentenceAt } from "../../engine/document/document.ts";
import { figureSpan } from "../../engine/extract/mentions.ts";

/** A stretch of a source. */
interface Passage extends Span {
  readonly source: string;
}

/** What a fact-checker ticks off: a figure, a date, a quotation or a name, with the passages of the sources that say so. */
export interface Statement extends Span {
  readonly kind: "figure" | "date" | "quotation" | "name";
  /** A source says so. */
  readonly supported: boolean;
  /** The draft says who says so. */
  readonly attributed: boolean;
  readonly evidence: readonly Passage[];
}

/** All statements of a draft, in text order; a name where it first stands. */
export function statementsOf(desk: Desk): readonly Statement[] {
  return [...figures(desk), ...dates(desk), ...quotations(desk), ...names(desk)].toSorted((a, b) => a.start - b.start || b.end - a.end);
}

function figures({ judgements, comparisons }: Desk): readonly Statement[] {
  return judgements.flatMap(({ claim, ruling, verdict }, at) => {
    if (claim.figure.form === "vague") return [];
    const { start, end } = figureSpan(claim.figure);
    const supporting = comparisons[at]?.verdicts.filter(({ relation }) => relation === "supports") ?? [];
    const best = ruling === "supported" && verdict ? [verdict] : supporting.slice(0, 1);
    const shown = best.length ? best : verdict ? [verdict] : [];
    return {
      start: Math.min(start, claim.figure.hedge?.end === start - 1 ? claim.figure.hedge.start : start),
      end,
      kind: "figure" as const,
      supported: ruling === "supported" || ruling === "drifted",
      attributed: claim.sourced !== "no" && claim.sourced !== "not-needed",
      evidence: shown.map(({ fact: { source, claim: theirs } }) => passage(source, theirs.sentence)),
    };
  });
}

/** A date is borne out by the same days in a sentence that tells the same, else anywhere in the sources. */
function dates({ draft, alignments, corpus }: Desk): readonly Statement[] {
  const byValue = new Map<string, Passage>();
  for (const source of corpus.sources)
    for (const date of source.reading.dates) {
      const sentence = date.value && !byValue.has(date.value) ? sentenceAt(source.reading.document, date.start) : undefined;
      if (date.value && sentence) byValue.set(date.value, passage(source, sentence));
    }
  return draft.dates.flatMap(({ start, end, type, value, range, invalid, sentence }) => {
    if (type !== "date" || (!range && !invalid)) return [];
    const beside = (alignments[sentence] ?? []).find((aligned) =>
      aligned.source.reading.dates.some((date) => date.value === value && date.sentence === aligned.sentence.index),
    );
    const found = beside ? passage(beside.source, beside.sentence) : value === undefined ? undefined : byValue.get(value);
    return { start, end, kind: "date" as const, supported: found !== undefined, attributed: false, evidence: found ? [found] : [] };
  });
}

/** Words in quotation marks, which a source has in the same order. */
function quotations({ draft, corpus }: Desk): readonly Statement[] {
  const texts = corpus.sources.map((source) => ({ source, ...folded(textOf(source)) }));
  return draft.quotations.flatMap(({ start, end, content, fragment, speaker }) => {
    if (fragment) return [];
    const words = folded(draft.document.text.slice(content.start, content.end)).words;
    const found = words.trim() ? texts.find((text) => text.words.includes(words)) : undefined;
    const offset = found?.starts[found.words.slice(0, found.words.indexOf(words) + 1).split(" ").length - 2];
    const sentence = found && offset !== undefined ? sentenceAt(found.source.reading.document, offset) : undefined;
    const evidence = found && sentence ? [passage(found.source, sentence)] : [];
    return { start, end, kind: "quotation" as const, supported: found !== undefined, attributed: speaker !== undefined, evidence };
  });
}

/** Words without case and marks, each between blanks, and where each starts. */
function folded(text: string): { readonly words: string; readonly starts: readonly number[] } {
  const found = [...text.matchAll(/[\p{L}\p{N}]+(?:[’'][\p{L}]+)*/gu)];
  return { words: ` ${found.map(([word]) => word.toLowerCase().replaceAll("’", "'")).join(" ")} `, starts: found.map(({ index }) => index) };
}

function names({ draft, corpus }: Desk): readonly Statement[] {
  const known = new Map<string, Passage>();
  for (const source of corpus.sources)
    for (const { text, start } of source.reading.names) {
      const sentence = known.has(text) ? undefined : sentenceAt(source.reading.document, start);
      if (sentence) known.set(text, passage(source, sentence));
    }
  const seen = new Set<string>();
  const lastWords = new Set<string>();
  return draft.names.flatMap(({ start, end, text, words }) => {
    if (seen.has(text)) return [];
    seen.add(text);
    // A surname alone is the person named in full before.
    if (words.length === 1 && lastWords.has(text)) return [];
    if (text.includes(" ")) lastWords.add(text.slice(text.lastIndexOf(" ") + 1));
    const found = known.get(text);
    return { start, end, kind: "name" as const, supported: found !== undefined, attributed: false, evidence: found ? [found] : [] };
  });
}

const passage = ({ id }: Source, { start, end }: Sentence): Passage => ({ source: id, start, end });
