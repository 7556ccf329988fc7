import { type Desk as Comparison, layOut } from "../engine/compare/desk.ts";
import { cite, wordingOf } from "../engine/compare/evidence.ts";
import type { ClaimComparison, Fact } from "../engine/compare/verdict.ts";
import { originalsAmong } from "../engine/corpus/copies.ts";
import type { Source } from "../engine/corpus/source.ts";
import type { Converter } from "./convert.ts";
import { wordsOf } from "./here.ts";
import type { SourceFigure } from "./protocol.ts";
import { locationIn } from "./source-location.ts";
import type { Desk } from "./workspace.ts";

/** From here on two sources are taken to speak of the same thing. */
const sameThing = 0.45;

const compared = new WeakMap<Source, { readonly corpus: Desk["corpus"]; readonly comparison: Comparison }>();

/** The source laid on the desk as if it were a draft: how its figures compare with those of the others. */
function comparisonOf(source: Source, { corpus, project }: Desk): Comparison {
  const known = compared.get(source);
  if (known?.corpus === corpus) return known.comparison;
  const comparison = layOut(
    source.reading,
    source.claims.filter(({ implied }) => !implied),
    corpus,
    project.config,
  );
  compared.set(source, { corpus, comparison });
  return comparison;
}

/** A source's figures, with what the other sources say otherwise. Vague ones are left out. */
export function sourceFigures(source: Source, desk: Desk, convert: Converter): readonly SourceFigure[] {
  const { text } = source.reading.document;
  return comparisonOf(source, desk)
    .comparisons.filter(({ claim }) => claim.figure.form !== "vague")
    .map(({ claim: { figure, sentence }, verdicts }) => ({
      text: oneLine(text.slice(wordsOf(figure).start, wordsOf(figure).end)),
      quote: oneLine(text.slice(sentence.start, sentence.end)),
      range: locationIn(source, wordsOf(figure), convert).range,
      conflicts: conflictsOf(source, verdicts),
    }));
}

/** One a source, copies of one text counted once. A later toll is news, no conflict: only what holds for the same day or has no day is one. */
function conflictsOf(source: Source, verdicts: ClaimComparison["verdicts"]): readonly string[] {
  const others = new Map<Source, Fact>();
  for (const { fact, relation, strength } of verdicts) {
    const isSameDay = !fact.source.date || !source.date || fact.source.date === source.date;
    if (relation !== "contradicts" || strength < sameThing || fact.source === source || !isSameDay || others.has(fact.source)) continue;
    others.set(fact.source, fact);
  }
  const originalOf = originalsAmong(others.keys());
  const isRepeated = ({ source: copy, claim }: Fact) => {
    const original = originalOf(copy);
    return original !== copy && others.get(original)?.claim.figure.value === claim.figure.value;
  };
  return [...others.values()].filter((fact) => !isRepeated(fact)).map((fact) => `${cite(fact.source)} has ${wordingOf(fact)}`);
}

export const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();
