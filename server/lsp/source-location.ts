import type { Location, Range } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { textOf } from "../engine/corpus/packed-source.ts";
import type { Source } from "../engine/corpus/source.ts";
import type { Span } from "../engine/document/document.ts";
import type { Converter } from "./convert.ts";
import { type SourceText, sourceTextScheme } from "./protocol.ts";
import { fileName } from "./uris.ts";

/** Where a file of another format is opened by a client that cannot show its text: offsets of the extracted text are none of the file's. */
export const atTop: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

const documents = new WeakMap<Source, TextDocument>();

/** A source's text as a document of the protocol. Several articles of one file have the file's URI. */
export function documentOf(source: Source): TextDocument {
  const known = documents.get(source) ?? TextDocument.create(fileOf(source), "plaintext", 0, textOf(source));
  documents.set(source, known);
  return known;
}

const fileOf = ({ uri }: Source): string => uri.replace(/#\d+$/, "");

/** Whether the source's text is its file, so that spans of the one are spans of the other. */
export const isOwnText = ({ provenance }: Source): boolean => !provenance?.places;

/** Whether spans of the source's text are places that the client can open. */
const hasPlaces = (source: Source, { showsSourceText }: Converter): boolean => isOwnText(source) || showsSourceText;

/** What the client opens to show a source: its file, or the text read from it. */
export function opensOf(source: Source, { showsSourceText }: Converter): string {
  const file = fileOf(source);
  if (isOwnText(source) || !showsSourceText) return file;
  const name = `${fileName(file)} (${source.uri === file ? "text" : source.id})`;
  return `${sourceTextScheme}:/${encodeURIComponent(name)}?${encodeURIComponent(source.uri)}`;
}

/** A stretch of a source's text: in its file, or in the text read from it. */
export function locationIn(source: Source, span: Span, convert: Converter): Location {
  return { uri: opensOf(source, convert), range: hasPlaces(source, convert) ? convert.range(documentOf(source), span) : atTop };
}

/** The text that such a location is in. */
export function sourceTextOf(source: Source): SourceText {
  const document = documentOf(source);
  const pages = (source.provenance?.places ?? []).filter(({ label }, index, all) => label.startsWith("page ") && label !== all[index - 1]?.label);
  return { text: document.getText(), file: document.uri, pages: pages.map(({ start, label }) => ({ line: document.positionAt(start).line, label })) };
}
