import type { CancellationToken, Location } from "vscode-languageserver";
import type { Claim } from "../engine/claims/claim.ts";
import type { Relation } from "../engine/compare/verdict.ts";
import { sourceOf } from "../engine/corpus/corpus.ts";
import type { Source } from "../engine/corpus/source.ts";
import type { Span } from "../engine/document/document.ts";
import type { Converter } from "./convert.ts";
import type { CheckedDraft, Drafts } from "./drafts.ts";
import type { EveryDraft } from "./every-draft.ts";
import { citationAt, figureAt, wordsOf } from "./here.ts";
import { locationIn } from "./source-location.ts";

/** To speak of the same figure is to use it, rightly or not. */
const uses: ReadonlySet<Relation> = new Set(["supports", "drifts"]);

/** From a figure of a draft: the sources' figures of the same. From a citation: the draft's other citations of that source. */
export function draftReferences({ document, desk, check }: CheckedDraft, offset: number, convert: Converter): readonly Location[] {
  const draft = { document, desk, check } as CheckedDraft;
  const citation = citationAt(draft, offset);
  if (citation) {
    const source = sourceOf(desk.corpus, citation.key);
    const same = check.desk.draft.citations.filter(({ key }) => key === citation.key || (source && sourceOf(desk.corpus, key) === source));
    return same.map(({ keySpan }) => ({ uri: document.uri, range: convert.range(document, keySpan) }));
  }
  const facts = (figureAt(draft, offset)?.verdicts ?? []).filter(({ relation }) => uses.has(relation)).map(({ fact }) => fact);
  return facts.map(({ source, claim }) => locationIn(source, wordsOf(claim.figure), convert));
}

/** From a figure of a source: the figures of all drafts that rest on it. */
export async function sourceReferences(
  source: Source,
  offset: number,
  drafts: Drafts,
  every: EveryDraft,
  convert: Converter,
  token?: CancellationToken,
): Promise<readonly Location[]> {
  const claim = source.claims.find(({ figure }) => wordsOf(figure).start <= offset && offset <= wordsOf(figure).end);
  if (!claim) return [];
  const found: Location[] = [];
  for await (const { document, isOpen } of every(token)) {
    const draft = await drafts.check(document);
    if (!isOpen) drafts.forget(document.uri);
    if (draft) found.push(...usesOf(draft, source, claim).map((span) => ({ uri: document.uri, range: convert.range(document, span) })));
  }
  return found;
}

const usesOf = ({ check }: CheckedDraft, source: Source, claim: Claim): readonly Span[] =>
  check.desk.comparisons
    .filter(({ verdicts }) =>
      verdicts.some(({ fact, relation }) => fact.source.uri === source.uri && fact.claim.figure.start === claim.figure.start && uses.has(relation)),
    )
    .map((comparison) => wordsOf(comparison.claim.figure));
