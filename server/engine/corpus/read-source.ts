import { readClaims } from "../claims/claims.ts";
import { parseDocument } from "../document/parse.ts";
import { read } from "../extract/read.ts";
import { dateSource } from "./dating.ts";
import type { Source } from "./source.ts";

/** A source's id where its metadata gives none: the file name without folder and ending. */
export const idFromUri = (uri: string): string => decodeURIComponent(uri.replace(/^.*[/\\]/, "")).replace(/\.[^.]+$/, "");

/** Reads one article of the corpus. Never throws. */
export function readSource(uri: string, text: string): Source {
  const document = parseDocument(uri, text);
  const { metadata } = document;
  const { date, basis, stamped } = dateSource(document);
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
