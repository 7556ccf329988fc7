import { checkDraft } from "../check.ts";
import { cite } from "../compare/evidence.ts";
import type { Relation } from "../compare/verdict.ts";
import { type Voice, voicesOf } from "../compare/voices.ts";
import type { EngineConfig } from "../config.ts";
import type { Corpus } from "../corpus/corpus.ts";

const relations: Readonly<Record<Relation, string>> = {
  supports: "supports it",
  drifts: "has the number, but hedges it otherwise",
  contradicts: "has another number, perhaps of something else",
  unrelated: "is about something else",
};

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

/** What the sources have on the figures of a statement, as plain text for a language model: each with its key, date and sentence, best first. `day` is the ISO day of which the statement speaks. */
export function figureAnswer(statement: string, day: string | undefined, corpus: Corpus, config: EngineConfig): string {
  const { desk } = checkDraft("untitled:statement.md", `---\n${day ? `date: ${day}\n` : ""}---\n\n${statement}\n`, corpus, config);
  const { text } = desk.draft.document;
  const parts = desk.comparisons.map(({ claim: { figure, sentence }, verdicts }) => {
    const head = `“${oneLine(text.slice(figure.hedge?.start ?? figure.start, figure.noun?.end ?? figure.end))}” in: ${oneLine(text.slice(sentence.start, sentence.end))}`;
    return [
      head,
      ...(verdicts.length
        ? voicesOf(verdicts.slice(0, mostVerdicts))
            .slice(0, mostSources)
            .map((verdict) => verdictText(verdict, day))
        : ["  No source speaks of it. Do not state it as sourced."]),
    ].join("\n");
  });
  return parts.length ? `${parts.join("\n\n")}\n` : "There is no figure in this statement: give a whole sentence with the number in it.\n";
}

const mostSources = 10;
const mostVerdicts = 60;

function verdictText({ fact: { source, claim }, relation, copies }: Voice, day: string | undefined): string {
  const isLater = relation === "contradicts" && day !== undefined && source.date !== undefined && source.date > day;
  const quote = source.reading.document.text.slice(claim.sentence.start, claim.sentence.end);
  return `  ${cite(source)}${source.publisher ? `, ${source.publisher},` : ""} ${isLater ? "has another number, for a later day" : relations[relation]}: “${oneLine(quote)}” Cite it as [@${source.id}].${copies.length ? ` ${copies.map(({ id }) => id).join(", ")} ${copies.length > 1 ? "print" : "prints"} the same text, which is no second source.` : ""}`;
}
