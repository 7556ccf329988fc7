import { editDistance, nearest } from "../compare/spelling.ts";
import { sourceOf } from "../corpus/corpus.ts";
import { replace } from "../fixes/replace.ts";
import type { Rule } from "./rule.ts";

export const unresolvedCitation: Rule = {
  id: "unresolved-citation",
  family: "citation",
  severity: "error",
  docs: {
    summary: "A citation names a source that is not in the corpus.",
    what: "Flags the key of a Pandoc citation or of a footnote that is neither the id nor the URL of a source.",
    why: "A reader who follows it finds nothing, and what it was to vouch for rests on nothing.",
    example: "The corpus has *agency-0304*.\n\n- Wrong: “Eighteen lorries got in [@agency-0403].”\n- Right: “Eighteen lorries got in [@agency-0304].”",
    instead:
      "A link to a page that is no source is an ordinary link. A footnote that is a note in words cites nothing. The quick fixes offer the keys that look most like it.",
  },
  *check({ draft, corpus }) {
    const reported = new Set<number>();
    for (const { kind, key, keySpan, loose } of draft.citations) {
      if (kind === "link" || /^https?:/i.test(key) || sourceOf(corpus, key) || reported.has(keySpan.start)) continue;
      const near = nearest(key, corpus.byId.keys());
      if (loose && !(near[0] && editDistance(key, near[0]) <= 2)) continue;
      reported.add(keySpan.start);
      yield {
        ...keySpan,
        message: `There is no source “${key}” in the corpus${near[0] ? `; did you mean ${near[0]}?` : "."}`,
        fixes: near.map((id) => replace(keySpan, id)),
      };
    }
  },
};
