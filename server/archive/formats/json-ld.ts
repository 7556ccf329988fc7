import { lineOf } from "./markup-text.ts";

/** What a page's JSON-LD says of its article. */
export interface LinkedArticle {
  readonly title?: string | undefined;
  readonly publisher?: string | undefined;
  readonly author?: string | undefined;
  readonly date?: string | undefined;
  readonly url?: string | undefined;
  readonly body?: string | undefined;
}

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]);

/** The first article among the page's JSON-LD scripts; broken ones are passed over. */
export function linkedArticle(scripts: readonly string[]): LinkedArticle {
  for (const script of scripts) {
    const node = articleNode(parsed(script), 4);
    if (!node) continue;
    const publisher = textOf(named(node.publisher)) ?? textOf(named(node.sourceOrganization));
    return {
      title: textOf(node.headline) ?? textOf(node.name),
      publisher,
      author:
        listOf(node.author)
          .flatMap((author) => textOf(named(author)) ?? [])
          .join(", ") || undefined,
      date: textOf(node.datePublished) ?? textOf(node.dateCreated) ?? textOf(node.dateModified),
      url: address(node.url) ?? address(isObject(node.mainEntityOfPage) ? node.mainEntityOfPage["@id"] : node.mainEntityOfPage),
      body: typeof node.articleBody === "string" ? node.articleBody : undefined,
    };
  }
  return {};
}

function parsed(script: string): unknown {
  try {
    return JSON.parse(script.replace(/^\s*(?:<!--|\/\/<!\[CDATA\[)|(?:-->|\/\/\]\]>)\s*$/g, ""));
  } catch {
    return undefined;
  }
}

function articleNode(value: unknown, depth: number): Json | undefined {
  if (depth === 0) return undefined;
  if (Array.isArray(value)) return value.slice(0, 100).reduce<Json | undefined>((found, entry) => found ?? articleNode(entry, depth - 1), undefined);
  if (!isObject(value)) return undefined;
  const isArticle = listOf(value["@type"]).some((type) => typeof type === "string" && /(?:Article|LiveBlogPosting|BlogPosting|Report)$/.test(type));
  return isArticle ? value : articleNode(value["@graph"], depth - 1);
}

const named = (value: unknown): unknown => (isObject(value) ? value.name : Array.isArray(value) ? named(value[0]) : value);
const textOf = (value: unknown): string | undefined => (typeof value === "string" && !/^https?:/.test(value) ? lineOf(value) || undefined : undefined);
const address = (value: unknown): string | undefined => (typeof value === "string" && /^https?:/.test(value) ? value : undefined);
