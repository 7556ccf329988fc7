/** What a publisher says of its article. Values are as written; days may be in any common form. */
export interface ArticleMetadata {
  readonly title?: string | undefined;
  readonly publisher?: string | undefined;
  readonly author?: string | undefined;
  readonly date?: string | undefined;
  readonly url?: string | undefined;
  readonly guid?: string | undefined;
  readonly version?: string | undefined;
  readonly withdrawn?: "canceled" | "withheld" | undefined;
  readonly embargoed?: string | undefined;
}

/** The end of an embargo that has none. */
export const furtherNotice = "9999-12-31";

export interface Paragraph {
  readonly text: string;
  /** From 1, where the format has pages. */
  readonly page?: number;
}

/** One article as a file of another format holds it. */
export interface Article {
  /** What it may be cited by, where the file's name does not tell it from the others in the file. */
  readonly id?: string;
  readonly metadata: ArticleMetadata;
  readonly paragraphs: readonly Paragraph[];
}

/** What a file holds. A problem is said of the file; the articles that could be read are there all the same. */
export interface Articles {
  readonly articles: readonly Article[];
  readonly problems: readonly string[];
}

/** Reads the articles of a file. May throw: whoever calls it makes one problem of it. */
export type Reader = (bytes: Uint8Array, uri: string) => Articles | Promise<Articles>;

export const nothing = (...problems: readonly string[]): Articles => ({ articles: [], problems });

/** An article, unless there is neither text nor a word of its withdrawal. */
export function articleOf(metadata: ArticleMetadata, texts: readonly string[], id?: string): Article | undefined {
  const paragraphs = texts.filter((text) => text !== metadata.title).map((text) => ({ text }));
  return paragraphs.length || metadata.withdrawn ? { ...(id && { id }), metadata, paragraphs } : undefined;
}
