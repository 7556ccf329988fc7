import type { Location, Range } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Source } from "../engine/corpus/source.ts";
import type { Span } from "../engine/document/document.ts";
import type { Converter } from "./convert.ts";

/** Where a file of another format is opened: offsets of the extracted text are none of the file's. */
export const atTop: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

const documents = new WeakMap<Source, TextDocument>();

/** A source's text as a document of the protocol. Several articles of one file have the file's URI. */
export function documentOf(source: Source): TextDocument {
  const known = documents.get(source) ?? TextDocument.create(source.uri.replace(/#\d+$/, ""), "plaintext", 0, source.reading.document.text);
  documents.set(source, known);
  return known;
}

/** Whether the source's text is its file, so that spans of the one are spans of the other. */
export const isOwnText = ({ provenance }: Source): boolean => !provenance?.places;

/** A stretch of a source's text in its file. */
export function locationIn(source: Source, span: Span, convert: Converter): Location {
  const document = documentOf(source);
  return { uri: document.uri, range: isOwnText(source) ? convert.range(document, span) : atTop };
}
