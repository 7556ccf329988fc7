import type { CodeLens } from "vscode-languageserver";
import type { ClaimComparison } from "../engine/compare/verdict.ts";
import type { Converter } from "./convert.ts";
import type { CheckedDraft } from "./drafts.ts";
import { shortDate } from "./markdown.ts";

/** Above each paragraph with figures that need a source: how many, how many have one, and how new the sources are. */
export function codeLenses({ document, check }: CheckedDraft, convert: Converter): readonly CodeLens[] {
  const byBlock = new Map<number, ClaimComparison[]>();
  for (const comparison of check.desk.comparisons) {
    if (comparison.claim.sourced === "not-needed") continue;
    const { block } = comparison.claim.sentence;
    const list = byBlock.get(block);
    if (list) list.push(comparison);
    else byBlock.set(block, [comparison]);
  }
  return [...byBlock].flatMap(([index, comparisons]) => {
    const block = check.desk.draft.document.blocks[index];
    // No command: it only tells.
    return block ? [{ range: convert.range(document, { start: block.start, end: block.start }), command: { title: summary(comparisons), command: "" } }] : [];
  });
}

function summary(comparisons: readonly ClaimComparison[]): string {
  const sourced = comparisons.filter(({ claim }) => claim.sourced !== "no").length;
  const days = comparisons.flatMap(({ verdicts }) => verdicts.filter(({ relation }) => relation === "supports" || relation === "drifts"));
  const newest = days
    .flatMap(({ fact }) => fact.source.date ?? [])
    .toSorted()
    .at(-1);
  const parts = [`${comparisons.length} ${comparisons.length === 1 ? "figure" : "figures"}`, `${sourced} sourced`];
  return [...parts, ...(newest ? [`newest source ${shortDate(newest)}`] : [])].join(" · ");
}
