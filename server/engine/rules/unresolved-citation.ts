import { barOf } from "../compare/barred.ts";
import type { Desk } from "../compare/desk.ts";
import { editDistance, nearest } from "../compare/spelling.ts";
import { sourceOf } from "../corpus/corpus.ts";
import type { Citation } from "../extract/mentions.ts";
import { replace } from "../fixes/replace.ts";
import type { Rule } from "./rule.ts";

export const unresolvedCitation: Rule = {
  id: "unresolved-citation",
  family: "citation",
  severity: "error",
  needs: "corpus",
  docs: {
    summary: "A citation names a source that is not in the corpus, or may not be used.",
    what: "Flags the key of a Pandoc citation or of a footnote that is neither the id nor the URL of a source, and any citation of a story that its publisher has cancelled or withheld, or that is under embargo on the draft's day.",
    why: "A reader who follows it finds nothing, and what it was to vouch for rests on nothing.",
    example: "The corpus has *agency-0304*.\n\n- Wrong: “Eighteen lorries got in [@agency-0403].”\n- Right: “Eighteen lorries got in [@agency-0304].”",
    instead:
      "A link to a page that is no source is an ordinary link. A footnote that is a note in words cites nothing. The quick fixes offer the keys that look most like it.",
  },
  *check(desk) {
    const { draft, corpus } = desk;
    const reported = new Set<number>();
    for (const citation of draft.citations) {
      const { kind, key, keySpan, loose } = citation;
      const bar = reported.has(keySpan.start) ? undefined : barOf(desk, key);
      if (bar) {
        reported.add(keySpan.start);
        yield { ...keySpan, message: bar };
      }
      if (kind === "link" || /^https?:/i.test(key) || sourceOf(corpus, key) || reported.has(keySpan.start)) continue;
      const near = nearest(key, corpus.byId.keys());
      if (loose && !(near[0] && editDistance(key, near[0]) <= 2)) continue;
      reported.add(keySpan.start);
      const meant = likelySources(desk, citation, near);
      yield {
        ...keySpan,
        message: `There is no source “${key}” in the corpus${meant[0] ? `; did you mean ${meant[0]}?` : "."}`,
        fixes: meant.map((id) => replace(keySpan, id)),
      };
    }
  },
};

/** The keys that look alike and the sources that say what the sentence says, best first: a source that says it counts for more than a key that looks like it. */
function likelySources({ alignments }: Desk, { sentence }: Citation, near: readonly string[]): string[] {
  const scores = new Map(near.map((id, rank) => [id, 0.6 / (rank + 1)]));
  const said = new Map<string, number>();
  for (const { source, score } of alignments[sentence] ?? []) said.set(source.id, Math.max(said.get(source.id) ?? 0, score));
  for (const [id, score] of said) if (scores.has(id) || score >= 0.5) scores.set(id, (scores.get(id) ?? 0) + score);
  return [...scores]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, 3)
    .map(([id]) => id);
}
