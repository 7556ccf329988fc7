import { overlaps } from "../document/document.ts";
import type { Suppression } from "../extract/mentions.ts";
import { givesReason } from "../extract/silences.ts";
import type { Finding } from "../finding.ts";
import { remove } from "../fixes/remove.ts";
import type { Rule } from "./rule.ts";

export const unusedSuppression: Rule = {
  id: "unused-suppression",
  family: "hygiene",
  severity: "warning",
  needs: "corpus",
  docs: {
    summary: "A suppression comment suppresses nothing.",
    what: "Flags a `copydesk-ignore` comment, or a rule named in one, that silences no finding.",
    why: "A comment that outlives its reason hides the next mistake in the same place. One that names its figure, as in `unsourced-figure(3,785)`, expires when that figure changes.",
    example: "- Wrong: `<!-- copydesk-ignore-next-line weekday-mismatch: dated by the court -->` over a line whose dates are right.\n- Right: no comment.",
    instead: "The quick fix removes the comment, or the one rule from its list. Comments for a rule that the configuration switches off are left alone.",
  },
  check: () => [],
  *afterwards({ draft: { suppressions, document }, config }, findings) {
    const used = new Set(findings.map(({ suppressedBy }) => suppressedBy));
    const isUnused = (index: number) => !used.has(index) && config.rules[suppressions[index]?.rule ?? ""] !== "off";
    for (const [index, suppression] of suppressions.entries()) {
      if (!isUnused(index)) continue;
      const { start, end, rule, ruleSpan } = suppression;
      const list = sameComment(suppressions, index);
      const all = list.every(isUnused);
      const next = suppressions[index + 1];
      const previous = suppressions[index - 1];
      const item =
        index !== list.at(-1) && next
          ? { start: ruleSpan.start, end: next.ruleSpan.start }
          : { start: index !== list[0] && previous ? previous.ruleSpan.end : ruleSpan.start, end: ruleSpan.end };
      yield {
        ...(list.length > 1 ? ruleSpan : { start, end }),
        message: messageOf(suppression, all, config.suppressionReason === "required", isLate(suppression, findings)),
        fixes: [all ? remove(document, { start, end }, "Remove the comment") : remove(document, item, `Remove ${rule} from the comment`)],
      };
    }
  },
};

/** What it was meant for stands before it. */
const isLate = ({ rule, passes }: Suppression, findings: readonly Finding[]): boolean =>
  findings.some((finding) => finding.rule === rule && finding.suppressedBy === undefined && passes !== undefined && overlaps(passes, finding));

function messageOf(suppression: Suppression, all: boolean, reasonRequired: boolean, late: boolean): string {
  const { rule, figure } = suppression;
  if (reasonRequired && !givesReason(suppression)) return `It silences nothing without a reason: ${rule}: why?`;
  if (figure) return `${rule} flags nothing here for ${figure}: ${all ? "the comment" : "it"} was given for a figure that has changed, or can go.`;
  if (late) return `It silences only what follows it in its block: put it before what ${rule} flags.`;
  return `Nothing here is flagged by ${rule}: ${all ? "the comment" : "it"} can go.`;
}

/** The positions of the suppressions that one comment holds. */
function sameComment(suppressions: readonly Suppression[], index: number): number[] {
  const { start } = suppressions[index] as Suppression;
  let first = index;
  while (suppressions[first - 1]?.start === start) first--;
  const positions: number[] = [];
  for (let at = first; suppressions[at]?.start === start; at++) positions.push(at);
  return positions;
}
