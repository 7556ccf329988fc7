import type { DocumentLink } from "vscode-languageserver";
import { sourceOf } from "../engine/corpus/corpus.ts";
import type { Converter } from "./convert.ts";
import type { CheckedDraft } from "./drafts.ts";
import { opensOf } from "./source-location.ts";

/** From the key of each citation to the file of its source. */
export function documentLinks({ document, desk, check }: CheckedDraft, convert: Converter): readonly DocumentLink[] {
  return check.desk.draft.citations.flatMap(({ key, keySpan }) => {
    const source = sourceOf(desk.corpus, key);
    return source ? [{ range: convert.range(document, keySpan), target: opensOf(source, convert), tooltip: source.title ?? source.id }] : [];
  });
}
