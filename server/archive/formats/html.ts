import { Readability } from "@mozilla/readability";
import { type ArticleMetadata, type Articles, articleOf, nothing } from "./article.ts";
import { decodeMarkup } from "./decode-markup.ts";
import { type LinkedArticle, linkedArticle } from "./json-ld.ts";
import { isTooMuch, lineOf, paragraphsOf, plainParagraphs } from "./markup-text.ts";

/** A saved page: its main text, and what its JSON-LD and meta elements say of it. */
export async function readHtml(bytes: Uint8Array): Promise<Articles> {
  const html = decodeMarkup(bytes);
  const article = isTooMuch(html) ? articleOf({}, paragraphsOf(html)) : await readPage(html);
  return article ? { articles: [article], problems: [] } : nothing("holds no text");
}

interface Page {
  readonly title?: string | null;
  readonly querySelector: (selector: string) => Element | null;
  readonly querySelectorAll: (selector: string) => Iterable<Element>;
}
interface Element {
  readonly textContent: string | null;
  readonly innerHTML: string;
  readonly getAttribute: (name: string) => string | null;
}

async function readPage(html: string) {
  const { parseHTML } = await import("linkedom/worker");
  const { document } = parseHTML(/<html[\s>]/i.test(html) ? html : `<!doctype html><html><head></head><body>${html}</body></html>`);
  const page = document as unknown as Page;
  const linked = linkedArticle([...page.querySelectorAll('script[type="application/ld+json"]')].map(({ textContent }) => textContent ?? ""));
  const whole = page.querySelector("article")?.innerHTML ?? page.querySelector("main")?.innerHTML ?? page.querySelector("body")?.innerHTML ?? html;
  const found = metadataOf(page, linked);
  // It takes the page apart: everything else is read before.
  const main = new Readability(document, { charThreshold: shortestArticle }).parse();
  const metadata: ArticleMetadata = {
    ...found,
    title: found.title ?? clean(main?.title),
    author: found.author ?? clean(main?.byline),
    publisher: found.publisher ?? clean(main?.siteName),
    date: found.date ?? clean(main?.publishedTime),
  };
  const shown = paragraphsOf(main?.content ?? whole).filter((text) => !furniture.test(text));
  const told = linked.body ? plainParagraphs(lineBreaks(linked.body)) : [];
  // A page that shows only the beginning may carry the whole text in its data.
  return articleOf(metadata, lengthOf(told) > 1.5 * lengthOf(shown) ? told : shown);
}

/** Labels of what stands between the paragraphs. */
const furniture = /^(?:advert(?:isement)?|sponsored(?: content)?|related(?: (?:articles|stories))?|read more|share(?: this)?|story continues below)$/i;

/** Below it, the main text is looked for less strictly. */
const shortestArticle = 250;

function metadataOf(page: Page, linked: LinkedArticle): ArticleMetadata {
  const metas = new Map<string, string>();
  for (const meta of page.querySelectorAll("meta")) {
    const name = (meta.getAttribute("property") ?? meta.getAttribute("name") ?? meta.getAttribute("itemprop"))?.toLowerCase();
    const content = clean(meta.getAttribute("content"));
    if (name && content && !metas.has(name)) metas.set(name, content);
  }
  const meta = (...names: readonly string[]) => names.map((name) => metas.get(name)).find((value) => value !== undefined);
  const author = meta("author", "dc.creator", "parsely-author", "article:author");
  return {
    title: linked.title ?? meta("og:title", "dc.title", "twitter:title") ?? clean(page.querySelector("h1")?.textContent) ?? clean(page.title),
    publisher: linked.publisher ?? meta("og:site_name", "dc.publisher", "application-name"),
    author: linked.author ?? (author && /^https?:/.test(author) ? undefined : author),
    date:
      linked.date ??
      meta(
        "article:published_time",
        "datepublished",
        "date",
        "dc.date",
        "dc.date.issued",
        "pubdate",
        "publish-date",
        "parsely-pub-date",
        "og:published_time",
      ) ??
      clean(page.querySelector("article time[datetime], time[pubdate], time[itemprop=datePublished]")?.getAttribute("datetime")),
    url: linked.url ?? webAddress(page.querySelector('link[rel="canonical"]')?.getAttribute("href")) ?? webAddress(meta("og:url")),
  };
}

const clean = (value: string | null | undefined): string | undefined => (value ? lineOf(value) || undefined : undefined);
const webAddress = (value: string | null | undefined): string | undefined => (value && /^https?:\/\//.test(value) ? value : undefined);
const lengthOf = (texts: readonly string[]): number => texts.reduce((sum, text) => sum + text.length, 0);
const lineBreaks = (text: string): string => (/<p[\s>]/i.test(text) ? paragraphsOf(text).join("\n\n") : text);
