import { type DocumentSymbol, SymbolKind } from "vscode-languageserver";
import type { ClaimComparison } from "../engine/compare/verdict.ts";
import { type Block, proseOf, type Span } from "../engine/document/document.ts";
import type { Converter } from "./convert.ts";
import type { CheckedDraft } from "./drafts.ts";
import { wordsOf } from "./here.ts";

const kinds: Readonly<Record<Block["kind"], SymbolKind>> = {
  title: SymbolKind.File,
  heading: SymbolKind.Namespace,
  paragraph: SymbolKind.String,
  item: SymbolKind.String,
  quote: SymbolKind.String,
  footnote: SymbolKind.Key,
};

/** The draft's outline: headline, headings and paragraphs, each with its figures. */
export function documentSymbols({ document, check }: CheckedDraft, convert: Converter): readonly DocumentSymbol[] {
  const { draft, comparisons } = check.desk;
  const byBlock = grouped(comparisons);
  const range = (span: Span) => convert.range(document, span);
  return draft.document.blocks
    .filter((block) => block.kind !== "footnote" && block.sentences.length > 0)
    .map((block) => ({
      name: shortened(proseOf(draft.document, block).replace(/ +(?=[.,;:!?])/g, "")),
      kind: kinds[block.kind],
      range: range(block),
      selectionRange: range(block.sentences[0] ?? block),
      children: (byBlock.get(block.index) ?? []).map(({ claim: { figure, role, sourced } }) => ({
        name: proseOf(draft.document, wordsOf(figure)),
        detail: [role, sourced === "no" ? "no source" : ""].filter(Boolean).join(", "),
        kind: SymbolKind.Number,
        range: range(wordsOf(figure)),
        selectionRange: range(figure),
      })),
    }));
}

function grouped(comparisons: readonly ClaimComparison[]): ReadonlyMap<number, readonly ClaimComparison[]> {
  const found = new Map<number, ClaimComparison[]>();
  for (const comparison of comparisons) {
    const { block } = comparison.claim.sentence;
    found.set(block, [...(found.get(block) ?? []), comparison]);
  }
  return found;
}

/** The first words of a paragraph. */
const shortened = (text: string): string => (text.length <= 60 ? text : `${/^.{1,59}(?=\s|$)/.exec(text)?.[0] ?? text.slice(0, 59)}…`);
