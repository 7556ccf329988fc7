import { type InlayHint, InlayHintKind } from "vscode-languageserver";
import { statementOf, wordingOf } from "../engine/compare/evidence.ts";
import type { Judgement } from "../engine/compare/judgement.ts";
import { sourceOf } from "../engine/corpus/corpus.ts";
import type { Span } from "../engine/document/document.ts";
import type { Converter } from "./convert.ts";
import type { CheckedDraft } from "./drafts.ts";
import { wordsOf } from "./here.ts";
import { locationIn } from "./source-location.ts";

/** After a figure: the source that has it, unless it is cited there; or the number that a newer source or all of them have instead. */
export function inlayHints(draft: CheckedDraft, within: Span, convert: Converter): readonly InlayHint[] {
  const { document, desk, check } = draft;
  return check.desk.judgements.flatMap((judgement): InlayHint[] => {
    const { claim, verdict } = judgement;
    const { end } = wordsOf(claim.figure);
    if (!verdict || claim.sourced === "not-needed" || end < within.start || end > within.end) return [];
    const { source, claim: told } = verdict.fact;
    const isCited = claim.citations.some(({ key }) => sourceOf(desk.corpus, key) === source);
    const value = labelOf(judgement, isCited);
    if (value === undefined) return [];
    const location = locationIn(source, told.sentence, convert);
    const tooltip = `${wordingOf(verdict.fact)}: ${statementOf(verdict.fact)}`;
    return [{ position: convert.position(document, end), label: [{ value, location, tooltip }], kind: InlayHintKind.Parameter, paddingLeft: true }];
  });
}

function labelOf({ ruling, verdict }: Judgement, isCited: boolean): string | undefined {
  if (!verdict) return undefined;
  const { source, claim } = verdict.fact;
  if (ruling === "superseded") return `newer: ${claim.figure.text}`;
  if (ruling === "contradicted") return `${source.id}: ${claim.figure.text}`;
  return ruling === "open" || isCited ? undefined : source.id;
}
