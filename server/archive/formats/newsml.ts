import { type Article, type Articles, articleOf, furtherNotice } from "./article.ts";
import { decodeMarkup } from "./decode-markup.ts";
import { limits } from "./limits.ts";
import { lineOf, paragraphsOf, textsOf } from "./markup-text.ts";
import { readNitfElement } from "./nitf.ts";
import { all, child, line, parseXml, type XmlElement } from "./xml.ts";

/** IPTC NewsML-G2: one news item, or a message with several. Items of pictures, video and packages are passed over. */
export function readNewsml(bytes: Uint8Array): Articles {
  const root = parseXml(decodeMarkup(bytes));
  const items = root.name === "newsItem" ? [root] : all(root, "newsItem");
  const texts = items.filter((item) => !/:(?!text$)/.test(child(item, "itemMeta", "itemClass")?.attributes.qcode ?? ""));
  const problems = texts.length > limits.articles ? [`holds more than ${limits.articles} items: the rest is not read`] : [];
  const articles: Article[] = [];
  for (const [index, item] of texts.slice(0, limits.articles).entries()) {
    const article = readItem(item, texts.length > 1 ? idOf(item, index) : undefined);
    if (article) articles.push(article);
    else problems.push(`${texts.length > 1 ? `item ${index + 1} ` : ""}holds no text`);
  }
  return { articles, problems };
}

function readItem(item: XmlElement, id: string | undefined): Article | undefined {
  const meta = child(item, "itemMeta");
  const content = child(item, "contentMeta");
  const status = (child(meta, "pubStatus")?.attributes.qcode ?? child(meta, "pubStatus")?.attributes.uri)?.replace(/^.*[:/]/, "");
  const body = readBody(child(item, "contentSet"));
  const headline = line(child(content, "headline")) ?? line(child(meta, "title")) ?? body?.metadata.title;
  return articleOf(
    {
      ...body?.metadata,
      title: headline && lineOf(headline),
      publisher: party(child(meta, "provider")) ?? line(child(content, "creditline")) ?? party(child(content, "infoSource")),
      author: line(child(content, "by")) ?? party(child(content, "creator")) ?? body?.metadata.author,
      date: line(child(meta, "versionCreated")) ?? line(child(content, "contentCreated")),
      url: pageOf(child(item, "contentSet")),
      guid: item.attributes.guid,
      version: item.attributes.version,
      withdrawn: status === "canceled" || status === "withheld" ? status : undefined,
      // Empty, it holds until the publisher says otherwise.
      embargoed: child(meta, "embargoed") && (line(child(meta, "embargoed")) ?? furtherNotice),
    },
    body?.texts ?? [],
    id,
  );
}

interface Body {
  readonly metadata: Article["metadata"];
  readonly texts: readonly string[];
}

/** The text of an item: NITF, XHTML or plain, whichever comes first. */
function readBody(contents: XmlElement | undefined): Body | undefined {
  for (const inner of contents?.children ?? []) {
    if (inner.name === "inlineData") return { metadata: {}, texts: textsOf(inner.text) };
    if (inner.name !== "inlineXML") continue;
    const nitf = child(inner, "nitf");
    if (nitf) {
      const { metadata, paragraphs } = readNitfElement(nitf) ?? { metadata: {}, paragraphs: [] };
      return { metadata, texts: paragraphs.map(({ text }) => text) };
    }
    const root = inner.children[0];
    return { metadata: {}, texts: paragraphsOf(child(root, "body")?.markup ?? inner.markup, { xml: true }) };
  }
  return undefined;
}

const party = (element: XmlElement | undefined): string | undefined =>
  line(child(element, "name")) ?? element?.attributes.literal ?? element?.attributes.qcode?.replace(/^.*:/, "");

/** The same story as a page on the web. */
const pageOf = (contents: XmlElement | undefined): string | undefined =>
  contents?.children.find(
    ({ name, attributes }) => name === "remoteContent" && /html/.test(attributes.contenttype ?? "") && /^https?:/.test(attributes.href ?? ""),
  )?.attributes.href;

const idOf = (item: XmlElement, index: number): string =>
  item.attributes.guid
    ?.split(/[:/]/)
    .at(-1)
    ?.replace(/[^\w.-]+/g, "-") || `item-${index + 1}`;
