import { type FoldingRange, FoldingRangeKind } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { frontMatterIn } from "../engine/document/front-matter.ts";

/** The front matter of a draft or a source folds away. */
export function foldingRanges(document: TextDocument): readonly FoldingRange[] {
  const endLine = document.positionAt(frontMatterIn(document.getText())?.end ?? 0).line;
  return endLine > 0 ? [{ startLine: 0, endLine, kind: FoldingRangeKind.Region, collapsedText: "---" }] : [];
}
