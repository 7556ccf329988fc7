import { type SemanticTokens, SemanticTokensBuilder, type SemanticTokensLegend } from "vscode-languageserver";
import type { Span } from "../engine/document/document.ts";
import type { Converter } from "./convert.ts";
import type { CheckedDraft } from "./drafts.ts";

/** What is coloured in a draft; the extension gives each type a standard one to fall back on. */
const types = ["figure", "hedge", "attribution", "citation"] as const;
export const semanticTokensLegend: SemanticTokensLegend = { tokenTypes: [...types], tokenModifiers: [] };

/** Figures, their hedges, the words that attribute, the keys of citations; of two that overlap the first. */
export function semanticTokens({ document, check }: CheckedDraft, convert: Converter): SemanticTokens {
  const { figures, attributions, citations } = check.desk.draft;
  const all: readonly (readonly [Span, (typeof types)[number]])[] = [
    ...figures.flatMap((figure) => [[figure, "figure"] as const, ...(figure.hedge ? [[figure.hedge, "hedge"] as const] : [])]),
    ...attributions.map(({ cue }) => [cue, "attribution"] as const),
    ...citations.map(({ keySpan }) => [keySpan, "citation"] as const),
  ];
  const builder = new SemanticTokensBuilder();
  let at = 0;
  for (const [span, type] of all.toSorted(([a], [b]) => a.start - b.start || a.end - b.end)) {
    const { start, end } = convert.range(document, span);
    // A token stays within its line.
    if (span.start < at || start.line !== end.line) continue;
    builder.push(start.line, start.character, end.character - start.character, types.indexOf(type), 0);
    at = span.end;
  }
  return builder.build();
}
