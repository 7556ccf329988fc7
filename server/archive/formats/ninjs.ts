import { decode } from "../decode.ts";
import { type Article, type ArticleMetadata, type Articles, articleOf, nothing } from "./article.ts";
import { limits } from "./limits.ts";
import { lineOf, textsOf } from "./markup-text.ts";

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);

/** IPTC ninjs, one item or a list of them. Versions 1.x name a body by its role (`body_xhtml`), 2.x list `bodies`, 3.x write `contentType` for `contenttype`: all are read. */
export function readNinjs(bytes: Uint8Array): Articles {
  const decoded = decode(bytes);
  if (!("text" in decoded)) return nothing(decoded.message);
  const value: unknown = JSON.parse(decoded.text);
  const items = (Array.isArray(value) ? value : [value]).filter(isObject).map(lowerKeys);
  const many = items.length > 1;
  const articles: Article[] = [];
  const problems: string[] = items.length > limits.articles ? [`holds more than ${limits.articles} items: the rest is not read`] : [];
  for (const [index, item] of items.slice(0, limits.articles).entries()) {
    const article = readItem(item, many ? lastPart(textOf(item.uri)) : undefined);
    if (article) articles.push(article);
    else if (/^(?:text|)$/.test(textOf(item.type) ?? "")) problems.push(`${many ? `item ${index + 1} ` : ""}holds no text`);
  }
  return { articles, problems };
}

/** Whether JSON looks like ninjs: every version has `uri`, and says what it is in other keys of its own. */
export function isNinjs(value: unknown): boolean {
  const first = Array.isArray(value) ? value[0] : value;
  if (!isObject(first) || typeof first.uri !== "string") return false;
  return Object.keys(first).some((key) => /^(?:version_?created|pubstatus|headlines?|bod(?:y|ies)|standard)(?:_|$)/i.test(key));
}

function readItem(item: Json, id: string | undefined): Article | undefined {
  const uri = textOf(item.uri);
  const status = textOf(item.pubstatus)?.replace(/^.*:/, "").toLowerCase();
  const metadata: ArticleMetadata = {
    title: headlineOf(item),
    publisher: textOf(item.provider) ?? nameOf(item.infosources) ?? nameOf(item.infosource) ?? textOf(item.source) ?? textOf(item.copyrightholder),
    author: textOf(item.by) ?? textOf(item.byline) ?? nameOf(item.bylines),
    date: textOf(item.versioncreated) ?? textOf(item.contentcreated) ?? textOf(item.firstcreated),
    url: uri && /^https?:/.test(uri) ? uri : undefined,
    guid: uri,
    version: textOf(item.version),
    withdrawn: status === "canceled" || status === "cancelled" ? "canceled" : status === "withheld" ? "withheld" : undefined,
    embargoed: textOf(item.embargoed),
  };
  return articleOf(metadata, textsOf(bodyOf(item)), id);
}

const headlineOf = (item: Json): string | undefined => {
  const all = [...valuesOf(item.headlines), ...named(item, "headline")];
  const main = all.find(({ role }) => /^(?:main|)$/.test(role)) ?? all[0];
  const title = main?.value ?? textOf(item.title);
  return title === undefined ? undefined : lineOf(title);
};

/** The body proper: neither caption nor summary; marked up rather than plain, since that has its paragraphs. */
function bodyOf(item: Json): string {
  const all = [...valuesOf(item.bodies), ...named(item, "body")].filter(({ role }) => !/caption|summary|teaser|abstract|alt/.test(role));
  const best = all.toSorted((a, b) => Number(isMarkup(b.value)) - Number(isMarkup(a.value)) || b.value.length - a.value.length)[0];
  return best?.value ?? valuesOf(item.descriptions)[0]?.value ?? named(item, "description")[0]?.value ?? "";
}
const isMarkup = (value: string): boolean => /<p[\s>]/i.test(value);

interface Value {
  readonly role: string;
  readonly value: string;
}

const valuesOf = (list: unknown): readonly Value[] =>
  (Array.isArray(list) ? list : []).flatMap((entry) =>
    isObject(entry) && typeof entry.value === "string" ? [{ role: (textOf(entry.role) ?? "").toLowerCase(), value: entry.value }] : [],
  );

/** `body_xhtml` and `body`, with what stands behind the underscore as the role. */
const named = (item: Json, key: string): readonly Value[] =>
  Object.entries(item).flatMap(([name, value]) =>
    (name === key || name.startsWith(`${key}_`)) && typeof value === "string" ? [{ role: name.slice(key.length + 1), value }] : [],
  );

const nameOf = (list: unknown): string | undefined =>
  (Array.isArray(list) ? list : [])
    .flatMap((entry) => (isObject(entry) ? (textOf(entry.name) ?? []) : []))
    .slice(0, 3)
    .join(", ") || undefined;

const textOf = (value: unknown): string | undefined =>
  typeof value === "string" ? value.trim() || undefined : typeof value === "number" ? String(value) : undefined;
const lastPart = (uri: string | undefined): string | undefined =>
  uri
    ?.split(/[:/]/)
    .filter(Boolean)
    .at(-1)
    ?.replace(/[^\w.-]+/g, "-");

/** 3.x writes camel case where 2.x does not. */
const lowerKeys = (value: Json): Json =>
  Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key.toLowerCase(),
      Array.isArray(inner)
        ? inner.map((entry) => (isObject(entry) ? Object.fromEntries(Object.entries(entry).map(([k, v]) => [k.toLowerCase(), v])) : entry))
        : inner,
    ]),
  );
