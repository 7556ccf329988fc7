import { readClaims } from "../claims/claims.ts";
import type { Document } from "../document/document.ts";
import { parseDocument } from "../document/parse.ts";
import { read } from "../extract/read.ts";
import { type Dating, dateSource } from "./dating.ts";
import type { Source } from "./source.ts";

/** A source's id where its metadata gives none: the file name without folder and ending. */
export const idFromUri = (uri: string): string => decodeURIComponent(uri.replace(/^.*[/\\]/, "")).replace(/\.[^.]+$/, "");

/** Reads one article of the corpus. Never throws. */
export function readSource(uri: string, text: string): Source {
  const document = parseDocument(uri, text);
  return sourceFrom(uri, document, dateSource(document));
}

/** The article read as of the day on which it was written. */
function sourceFrom(uri: string, document: Document, { date, basis, stamped }: Dating): Source {
  const { metadata } = document;
  const reading = read(document, date);
  return {
    id: metadata.id?.value ?? idFromUri(uri),
    uri,
    ...(metadata.title && { title: metadata.title.value }),
    ...(metadata.publisher && { publisher: metadata.publisher.value }),
    ...(metadata.author && { author: metadata.author.value }),
    ...(metadata.url && { url: metadata.url.value }),
    ...(date && { date }),
    dateBasis: basis,
    ...(stamped && { stamped }),
    reading,
    claims: readClaims(reading),
  };
}

interface Redated {
  readonly date: string | undefined;
  readonly source: Source;
}
const redated = new WeakMap<Source, Redated>();

/** An undated source beside dated ones: they tell the year of its dates, and so perhaps its day. Reads it again only where they do. */
export function dateBeside(source: Source, neighbours: readonly string[]): Source {
  if (source.dateBasis !== "unknown") return source;
  const dating = dateSource(source.reading.document, neighbours);
  const known = redated.get(source);
  if (known && known.date === dating.date) return known.source;
  const result = dating.date ? sourceFrom(source.uri, source.reading.document, dating) : source;
  redated.set(source, { date: dating.date, source: result });
  return result;
}
