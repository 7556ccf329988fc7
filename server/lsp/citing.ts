import type { Position } from "vscode-languageserver";
import { citeFix } from "../engine/fixes/cite.ts";
import type { Converter } from "./convert.ts";
import type { CheckedDraft } from "./drafts.ts";
import type { Citing } from "./protocol.ts";

/** Cites a source in the sentence at a position: the one that holds it, else the last before it in its block. Undefined where there is neither. */
export function citing(
  { document, desk, check }: CheckedDraft,
  { position, source: id }: { readonly position: Position; readonly source: string },
  convert: Converter,
): Citing | undefined {
  const { draft } = check.desk;
  const offset = convert.offset(document, position);
  const block = draft.document.blocks.find(({ start, end }) => start <= offset && offset <= end);
  const sentence = block?.sentences.findLast(({ start }) => start <= offset) ?? block?.sentences[0];
  const source = desk.corpus.byId.get(id);
  if (!sentence || !source || block?.kind === "title") return undefined;
  const edits = citeFix(check.desk, sentence, source).edits.map((edit) => ({ range: convert.range(document, edit), newText: edit.newText }));
  return { version: document.version, edits };
}
