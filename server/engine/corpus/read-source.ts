import { readClaims } from "../claims/claims.ts";
import { withImplied } from "../claims/implied.ts";
import type { Document, Format, Metadata } from "../document/document.ts";
import { parseDocument } from "../document/parse.ts";
import { type Passage, passagesOf } from "../document/passage.ts";
import { read } from "../extract/read.ts";
import { type Dating, dateSource } from "./dating.ts";
import { packedSource } from "./packed-source.ts";
import type { Provenance, Source } from "./source.ts";

/** What is known of an article beside its text. */
export interface Aside {
  /** The format of the text, where the file name does not tell. */
  readonly format?: Format;
  /** Goes before what the text says of itself. */
  readonly metadata?: Metadata;
  readonly provenance?: Provenance;
}

/** A source's id where its metadata gives none: the file name without folder and ending. */
export const idFromUri = (uri: string): string => decodeURIComponent(uri.replace(/^.*[/\\]/, "")).replace(/\.[^.]+$/, "");

/** Reads one article of the corpus. Never throws. */
export function readSource(uri: string, text: string, { format, metadata, provenance }: Aside = {}): Source {
  const parsed = parseDocument(uri, text, format);
  const document = metadata ? { ...parsed, metadata: { ...parsed.metadata, ...metadata } } : parsed;
  const passages = passagesOf(document);
  return sourceFrom(uri, document, passages, dateSource(document, passages), provenance);
}

/** The article read as of the day on which it was written. */
function sourceFrom(uri: string, document: Document, unread: readonly Passage[], { date, basis, stamped }: Dating, aside: Provenance | undefined): Source {
  const { metadata } = document;
  const provenance = { ...provenanceIn(metadata), ...aside };
  const { passages, ...reading } = read(document, date, unread);
  const about = {
    id: metadata.id?.value ?? idFromUri(uri),
    uri,
    ...(metadata.title && { title: metadata.title.value }),
    ...(metadata.publisher && { publisher: metadata.publisher.value }),
    ...(metadata.author && { author: metadata.author.value }),
    ...(metadata.url && { url: metadata.url.value }),
    ...(date && { date }),
    dateBasis: basis,
    ...(stamped && { stamped }),
    ...(Object.keys(provenance).length && { provenance }),
  };
  return packedSource(about, { reading, claims: withImplied(reading, readClaims({ ...reading, passages })) });
}

const provenanceIn = ({ accessed, embargoed, guid, version }: Metadata): Provenance => ({
  ...(accessed && { accessed: accessed.value }),
  ...(embargoed && { embargoed: embargoed.value }),
  ...(guid && { guid: guid.value }),
  ...(version && { version: version.value }),
});

interface Redated {
  readonly date: string | undefined;
  readonly source: Source;
}
const redated = new WeakMap<Source, Redated>();

/** An undated source beside dated ones: they tell the year of its dates, and so perhaps its day. Reads it again only where they do. */
export function dateBeside(source: Source, neighbours: readonly string[]): Source {
  if (source.dateBasis !== "unknown") return source;
  const { document } = source.reading;
  const passages = passagesOf(document);
  const dating = dateSource(document, passages, neighbours);
  const known = redated.get(source);
  if (known && known.date === dating.date) return known.source;
  const result = dating.date ? sourceFrom(source.uri, document, passages, dating, source.provenance) : source;
  redated.set(source, { date: dating.date, source: result });
  return result;
}
