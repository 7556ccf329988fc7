import { sourceOf } from "../engine/corpus/corpus.ts";
import type { Source } from "../engine/corpus/source.ts";
import type { Sentence } from "../engine/document/document.ts";
import type { Edit, Fix } from "../engine/finding.ts";
import { compatibleEdits } from "../engine/fixes/apply.ts";
import { citeFix } from "../engine/fixes/cite.ts";
import type { CheckedDraft } from "./drafts.ts";

/** Cites the best source of each sentence whose figures the sources support and that cites none of them yet; attributed ones too. */
export function citeAllEdits({ check, desk }: CheckedDraft): readonly Edit[] {
  const wanted = new Map<Sentence, Source>();
  const cited = new Set<Sentence>();
  for (const { claim, ruling, verdict } of check.desk.judgements) {
    if (claim.citations.some(({ key }) => sourceOf(desk.corpus, key))) cited.add(claim.sentence);
    if (ruling !== "supported" || !verdict || claim.sourced === "not-needed" || claim.sourced === "own-source") continue;
    if (!wanted.has(claim.sentence)) wanted.set(claim.sentence, verdict.fact.source);
  }
  const fixes = [...wanted].flatMap(([sentence, source]): Fix[] => (cited.has(sentence) ? [] : [citeFix(check.desk, sentence, source)]));
  return compatibleEdits(fixes);
}
