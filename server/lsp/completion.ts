import { type CompletionItem, CompletionItemKind, MarkupKind } from "vscode-languageserver";
import { statementOf, wordingOf } from "../engine/compare/evidence.ts";
import type { Fact } from "../engine/compare/verdict.ts";
import type { Source } from "../engine/corpus/source.ts";
import type { Sentence } from "../engine/document/document.ts";
import type { Converter } from "./convert.ts";
import type { CheckedDraft } from "./drafts.ts";
import { escaped, longDate, shortDate } from "./markdown.ts";

/** An open Pandoc citation right before the cursor, up to the key that is being typed. */
const opening = /\[[^[\]]{0,200}?-?@\{?([^\s[\];@{}]*)$/;

/** The keys of sources after `[@`: first those that have a figure of the sentence, then those that tell of the same, then the newest. */
export function completions(draft: CheckedDraft, offset: number, convert: Converter): readonly CompletionItem[] {
  const text = draft.document.getText();
  const typed = opening.exec(text.slice(Math.max(0, offset - 240), offset))?.[1];
  if (typed === undefined) return [];
  const after = /^[^\s[\];@{},.]*/.exec(text.slice(offset, offset + 200))?.[0].length ?? 0;
  const range = convert.range(draft.document, { start: offset - typed.length, end: offset + after });
  const fitting = fittingFacts(draft, sentenceBefore(draft, offset));
  const aligned = alignedSources(draft, sentenceBefore(draft, offset));
  const rank = (source: Source): number => (fitting.has(source) ? 0 : aligned.has(source) ? 1 : 2);
  const sources = draft.check.desk.corpus.sources.toSorted(
    (a, b) => rank(a) - rank(b) || ((a.date ?? "") < (b.date ?? "") ? 1 : (a.date ?? "") > (b.date ?? "") ? -1 : 0),
  );
  return sources.map((source, index) => ({
    label: source.id,
    labelDetails: { description: [source.date && shortDate(source.date), source.publisher, source.title].filter(Boolean).join(" · ") },
    kind: CompletionItemKind.Reference,
    detail: [source.title, source.publisher, source.date && longDate(source.date)].filter(Boolean).join(" · "),
    sortText: String(index).padStart(6, "0"),
    preselect: index === 0 && fitting.has(source),
    textEdit: { range, newText: source.id },
    ...(fitting.has(source) && { documentation: { kind: MarkupKind.Markdown, value: (fitting.get(source) ?? []).map(told).join("\n\n") } }),
  }));
}

const told = (fact: Fact): string => `${escaped(wordingOf(fact))}: *${escaped(statementOf(fact))}*`;

/** The sentence that the cursor stands in or behind. */
function sentenceBefore({ check }: CheckedDraft, offset: number): Sentence | undefined {
  return check.desk.draft.document.sentences.findLast(({ start }) => start <= offset);
}

/** What the sources have of the sentence's figures, best first. */
function fittingFacts({ check }: CheckedDraft, sentence: Sentence | undefined): ReadonlyMap<Source, readonly Fact[]> {
  const found = new Map<Source, Fact[]>();
  for (const { claim, verdicts } of check.desk.comparisons) {
    if (claim.sentence.index !== sentence?.index) continue;
    for (const { fact, relation } of verdicts)
      if (relation === "supports" || relation === "drifts") found.set(fact.source, [...(found.get(fact.source) ?? []), fact]);
  }
  return found;
}

const alignedSources = ({ check }: CheckedDraft, sentence: Sentence | undefined): ReadonlySet<Source> =>
  new Set(sentence && check.desk.alignments[sentence.index]?.map(({ source }) => source));
