// Between offsets of the engine (UTF-16 code units) and positions of the protocol, in the encoding that the client chose.
import { type Position, PositionEncodingKind, type Range, type TextDocumentContentChangeEvent } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Span } from "../engine/document/document.ts";

export interface Converter {
  readonly encoding: PositionEncodingKind;
  /** The client opens the text of sources that are no text files, by URIs of the scheme `sourceTextScheme`. */
  readonly showsSourceText: boolean;
  readonly position: (document: TextDocument, offset: number) => Position;
  readonly range: (document: TextDocument, span: Span) => Range;
  readonly offset: (document: TextDocument, position: Position) => number;
  /** The document after an edit: a new value, so that a check never sees the text change under it. */
  readonly update: (document: TextDocument, changes: readonly TextDocumentContentChangeEvent[], version: number) => TextDocument;
}

/** UTF-16 unless the client offers only UTF-8, or prefers it. */
export const chooseEncoding = (offered: readonly PositionEncodingKind[] | undefined): PositionEncodingKind =>
  offered?.find((kind) => kind === PositionEncodingKind.UTF8 || kind === PositionEncodingKind.UTF16) ?? PositionEncodingKind.UTF16;

export function converterFor(encoding: PositionEncodingKind, showsSourceText = false): Converter {
  const utf8 = encoding === PositionEncodingKind.UTF8;
  const position = (document: TextDocument, offset: number): Position => {
    const { line, character } = document.positionAt(offset);
    if (!utf8) return { line, character };
    const start = document.offsetAt({ line, character: 0 });
    return { line, character: utf8Length(document.getText(), start, start + character) };
  };
  const offset = (document: TextDocument, { line, character }: Position): number => {
    if (!utf8) return document.offsetAt({ line, character });
    const start = document.offsetAt({ line, character: 0 });
    const end = document.offsetAt({ line, character: Number.MAX_SAFE_INTEGER });
    return utf16Offset(document.getText(), start, end, character);
  };
  return {
    encoding,
    showsSourceText,
    position,
    offset,
    range: (document, { start, end }) => ({ start: position(document, start), end: position(document, end) }),
    update: (document, changes, version) =>
      changes.reduce<TextDocument>((current, change) => {
        const text = current.getText();
        const next =
          "range" in change ? text.slice(0, offset(current, change.range.start)) + change.text + text.slice(offset(current, change.range.end)) : change.text;
        return TextDocument.create(current.uri, current.languageId, version, next);
      }, document),
  };
}

const bytesOf = (code: number): number => (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4);

function utf8Length(text: string, start: number, end: number): number {
  let bytes = 0;
  for (let at = start; at < end; ) {
    const code = text.codePointAt(at) as number;
    bytes += bytesOf(code);
    at += code > 0xffff ? 2 : 1;
  }
  return bytes;
}

function utf16Offset(text: string, start: number, end: number, bytes: number): number {
  let left = bytes;
  let at = start;
  while (at < end && left > 0) {
    const code = text.codePointAt(at) as number;
    left -= bytesOf(code);
    if (left < 0) break;
    at += code > 0xffff ? 2 : 1;
  }
  return at;
}
