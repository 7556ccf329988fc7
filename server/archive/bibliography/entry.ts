import type { Aside } from "../../engine/corpus/read-source.ts";
import type { Located, Metadata } from "../../engine/document/document.ts";

/** What a bibliography says of one source. Days are ISO. */
export interface BibliographyEntry {
  readonly id: string;
  readonly title?: string | undefined;
  readonly publisher?: string | undefined;
  readonly author?: string | undefined;
  readonly date?: string | undefined;
  readonly url?: string | undefined;
  readonly accessed?: string | undefined;
  /** The name of the file that holds the text, where the bibliography tells. */
  readonly file?: string | undefined;
}

/** The entries of the bibliographies of a corpus, by what they may be found by. */
export interface Bibliography {
  readonly byFile: ReadonlyMap<string, BibliographyEntry>;
  readonly byUrl: ReadonlyMap<string, BibliographyEntry>;
}

export const noBibliography: Bibliography = { byFile: new Map(), byUrl: new Map() };

/** Of several entries for a file or an address the first counts. */
export function bibliographyOf(entries: readonly BibliographyEntry[]): Bibliography {
  const byFile = new Map<string, BibliographyEntry>();
  const byUrl = new Map<string, BibliographyEntry>();
  const add = (map: Map<string, BibliographyEntry>, key: string | undefined, entry: BibliographyEntry) => {
    if (key && !map.has(key)) map.set(key, entry);
  };
  for (const entry of entries) if (entry.file) add(byFile, nameOf(entry.file), entry);
  for (const entry of entries) {
    add(byFile, entry.id, entry);
    add(byUrl, entry.url && addressOf(entry.url), entry);
  }
  return { byFile, byUrl };
}

/** The entry of a file: its `file`, or its id is the file's name with or without the ending. */
export function entryOfFile({ byFile }: Bibliography, uri: string): BibliographyEntry | undefined {
  if (!byFile.size) return undefined;
  const name = decodeURIComponent(nameOf(uri));
  return byFile.get(name) ?? byFile.get(name.replace(/\.[^.]+$/, ""));
}

export const entryOfUrl = ({ byUrl }: Bibliography, url: string | undefined): BibliographyEntry | undefined =>
  url && byUrl.size ? byUrl.get(addressOf(url)) : undefined;

/** What the entry says, as it goes before what a text says of itself. */
export function asideOf({ id, title, publisher, author, date, url, accessed }: BibliographyEntry): Pick<Aside, "metadata" | "provenance"> {
  const values = Object.entries({ id, title, publisher, author, date, url }).filter(([, value]) => value);
  const metadata: Metadata = Object.fromEntries(values.map(([key, value]): [string, Located<string>] => [key, { value: value as string }]));
  return { metadata, ...(accessed && { provenance: { accessed } }) };
}

const nameOf = (path: string): string => path.replace(/^.*[/\\]/, "");
const addressOf = (url: string): string => url.replace(/^https?:\/\/(?:www\.)?/, "").replace(/[/#]+$/, "");
