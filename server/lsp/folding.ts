import { type FoldingRange, FoldingRangeKind } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { readFrontMatter } from "../engine/document/front-matter.ts";

/** The front matter of a draft or a source folds away. */
export function foldingRanges(document: TextDocument): readonly FoldingRange[] {
  const { end } = readFrontMatter(document.getText());
  const endLine = document.positionAt(end).line;
  return endLine > 0 ? [{ startLine: 0, endLine, kind: FoldingRangeKind.Region, collapsedText: "---" }] : [];
}
