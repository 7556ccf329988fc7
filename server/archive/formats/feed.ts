import { parseFeed } from "feedsmith";
import { type Article, type ArticleMetadata, type Articles, articleOf } from "./article.ts";
import { decodeMarkup } from "./decode-markup.ts";
import { limits } from "./limits.ts";
import { lineOf, textsOf } from "./markup-text.ts";
import { parseXml } from "./xml.ts";

/** RSS, RDF, Atom or JSON Feed: each entry is an article. */
export function readFeed(bytes: Uint8Array): Articles {
  const text = decodeMarkup(bytes);
  // The feed reader is forgiving: half a feed would look like a whole one.
  if (/^\s*</.test(text)) parseXml(text);
  const parsed = parseFeed(text);
  const { publisher, entries } = entriesOf(parsed);
  const problems = entries.length > limits.articles ? [`holds more than ${limits.articles} entries: the rest is not read`] : [];
  const ids = new Map<string, number>();
  const articles: Article[] = [];
  for (const { body, ...metadata } of entries.slice(0, limits.articles)) {
    const base = slugOf(metadata) ?? "entry";
    const seen = ids.get(base) ?? 0;
    ids.set(base, seen + 1);
    const article = articleOf(
      { publisher, ...metadata, title: metadata.title && lineOf(metadata.title) },
      textsOf(body ?? ""),
      seen ? `${base}-${seen + 1}` : base,
    );
    if (article) articles.push(article);
  }
  return { articles, problems: articles.length ? problems : ["holds no entries with text"] };
}

type Entry = ArticleMetadata & { readonly body?: string | undefined };

function entriesOf(parsed: ReturnType<typeof parseFeed<string>>): { readonly publisher: string | undefined; readonly entries: readonly Entry[] } {
  switch (parsed.format) {
    case "rss":
      return {
        publisher: plain(parsed.feed.title),
        entries: (parsed.feed.items ?? []).map((item) => ({
          title: plain(item.title),
          author: item.dc?.creators?.map(plain).join(", ") || plain(item.authors?.[0]),
          date: plain(item.pubDate) ?? plain(item.dc?.dates?.[0]),
          url: plain(item.link),
          guid: plain(item.guid) ?? plain(item.link),
          body: longest(item.content?.encoded, plain(item.description)),
        })),
      };
    case "rdf":
      return {
        publisher: plain(parsed.feed.title),
        entries: (parsed.feed.items ?? []).map((item) => ({
          title: plain(item.title),
          author: item.dc?.creators?.map(plain).join(", "),
          date: plain(item.dc?.dates?.[0]),
          url: plain(item.link),
          guid: plain(item.link),
          body: longest(item.content?.encoded, plain(item.description)),
        })),
      };
    case "atom":
      return {
        publisher: plain(parsed.feed.title),
        entries: (parsed.feed.entries ?? []).map((entry) => ({
          title: plain(entry.title),
          author: entry.authors?.flatMap(({ name }) => name ?? []).join(", "),
          date: plain(entry.published) ?? plain(entry.updated),
          url: (entry.links?.find(({ rel }) => rel === undefined || rel === "alternate") ?? entry.links?.[0])?.href,
          guid: plain(entry.id),
          body: longest(plain(entry.content), plain(entry.summary)),
        })),
      };
    default:
      return {
        publisher: plain(parsed.feed.title),
        entries: (parsed.feed.items ?? []).map((item) => ({
          title: plain(item.title),
          author: item.authors?.flatMap(({ name }) => name ?? []).join(", "),
          date: plain(item.date_published) ?? plain(item.date_modified),
          url: plain(item.url) ?? plain(item.external_url),
          guid: plain(item.id),
          body: longest(item.content_html, item.content_text, item.summary),
        })),
      };
  }
}

/** A feed's value is text, or an object that holds it. */
const plain = (value: unknown): string | undefined =>
  typeof value === "string"
    ? value.trim() || undefined
    : value instanceof Date
      ? value.toISOString()
      : typeof value === "object" && value !== null
        ? plain("value" in value ? value.value : "name" in value ? value.name : undefined)
        : undefined;

const longest = (...bodies: readonly (string | undefined)[]): string | undefined =>
  bodies.reduce((best, body) => ((body?.length ?? 0) > (best?.length ?? 0) ? body : best), undefined);

/** What an entry may be cited by: the last part of its address where that is words, else its title. */
function slugOf({ url, title }: ArticleMetadata): string | undefined {
  const last = url
    ?.replace(/[?#].*$/, "")
    .split("/")
    .filter(Boolean)
    .at(-1)
    ?.replace(/\.\w{2,5}$/, "");
  const slug = last && /[a-z]+[-_][a-z]/i.test(last) ? last : lineOf(title ?? "");
  const key = slug
    .normalize("NFKD")
    .replace(/[^\w\s-]/g, "")
    .trim()
    .replace(/[\s_]+/g, "-")
    .toLowerCase();
  return key.slice(0, longestKey).replace(/-+$/, "") || undefined;
}
const longestKey = 60;
