import { idFromUri, readSource } from "../engine/corpus/read-source.ts";
import type { Problem, Source } from "../engine/corpus/source.ts";
import { asideOf, type Bibliography, entryOfFile, entryOfUrl, noBibliography } from "./bibliography/entry.ts";
import { decode } from "./decode.ts";
import { sourceOfArticle } from "./formats/article-source.ts";

export interface ReadSources {
  readonly sources: readonly Source[];
  readonly problems: readonly Problem[];
}

/** Endings of the files whose text is the source. */
export const isTextFile = (path: string): boolean => /\.(txt|md|markdown|news)$/i.test(path);

/** The sources of a file, whatever its format. Never rejects: a broken file is one problem. `pause` is waited for before each article of a file with many. */
export async function readSourceFile(
  uri: string,
  bytes: Uint8Array,
  bibliography: Bibliography = noBibliography,
  pause?: () => Promise<void>,
): Promise<ReadSources> {
  if (!isTextFile(uri)) return readArticles(uri, bytes, bibliography, pause);
  const decoded = decode(bytes);
  if ("text" in decoded) return readText(uri, decoded.text, bibliography);
  return { sources: [], problems: [{ uri, message: decoded.message, ...(decoded.line && { line: decoded.line }) }] };
}

/** The source that a text file is. */
function readText(uri: string, text: string, bibliography: Bibliography = noBibliography): ReadSources {
  if (!text.trim()) return { sources: [], problems: [{ uri, message: "is empty: no source" }] };
  try {
    return { sources: [described(uri, bibliography, (given) => readSource(uri, text, given))], problems: [] };
  } catch (error) {
    return { sources: [], problems: [{ uri, message: `could not be read as a source, by a mistake in Copydesk: ${messageOf(error)}` }] };
  }
}

async function readArticles(uri: string, bytes: Uint8Array, bibliography: Bibliography, pause?: () => Promise<void>): Promise<ReadSources> {
  try {
    if (!bytes.length) throw new Error("is empty: no source");
    const { readerOf } = await import("./formats/readers.ts");
    const read = await readerOf(uri, bytes);
    if (!read) return { sources: [], problems: [] };
    const { articles, problems } = await read(bytes, uri);
    const [first] = articles;
    if (first && articles.length === 1)
      return {
        sources: [described(uri, bibliography, (given) => sourceOfArticle(uri, first, given))],
        problems: problems.map((message) => ({ uri, message })),
      };
    const sources: Source[] = [];
    for (const [index, article] of articles.entries()) {
      await pause?.();
      const part = `${uri}#${index + 1}`;
      const named = { ...article, id: article.id ?? `${idFromUri(uri)}-${index + 1}` };
      sources.push(described(part, bibliography, (given) => sourceOfArticle(part, named, given), named.id));
    }
    return { sources, problems: problems.map((message) => ({ uri, message })) };
  } catch (error) {
    return { sources: [], problems: [{ uri, message: sentence(messageOf(error)) }] };
  }
}

/** A source as its file tells of it; what a bibliography says of the file or its address goes before that. */
function described(uri: string, bibliography: Bibliography, read: (given?: ReturnType<typeof asideOf>) => Source, id?: string): Source {
  const byFile = entryOfFile(bibliography, id ?? uri);
  if (byFile) return read(asideOf(byFile));
  const source = read();
  const byUrl = entryOfUrl(bibliography, source.url);
  return byUrl ? read(asideOf(byUrl)) : source;
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error)).replace(/\s*\n\s*/g, " ");

/** Our own messages say what the file is; those of libraries are put behind what that means. */
const sentence = (message: string): string => (/^(?:is|holds|has|goes|declares|unpacks)\b/.test(message) ? message : `could not be read: ${message}`);
