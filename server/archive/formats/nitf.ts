import { type Article, type ArticleMetadata, type Articles, articleOf, furtherNotice, nothing } from "./article.ts";
import { decodeMarkup } from "./decode-markup.ts";
import { paragraphsOf } from "./markup-text.ts";
import { child, line, parseXml, type XmlElement } from "./xml.ts";

/** A NITF file. */
export function readNitf(bytes: Uint8Array): Articles {
  const root = parseXml(decodeMarkup(bytes));
  const article = readNitfElement(root.name === "nitf" ? root : (child(root, "nitf") ?? root));
  return article ? { articles: [article], problems: [] } : nothing("holds no text");
}

/** The article of a `nitf` element, which may lie in another format. */
export function readNitfElement(nitf: XmlElement): Article | undefined {
  const data = child(nitf, "head", "docdata");
  const top = child(nitf, "body", "body.head");
  const issued = child(data, "date.issue")?.attributes.norm ?? child(top, "dateline", "story.date")?.attributes.norm;
  const status = data?.attributes["management-status"];
  const released = child(data, "date.release")?.attributes.norm;
  const metadata: ArticleMetadata = {
    title: line(child(top, "hedline", "hl1")) ?? line(child(nitf, "head", "title")),
    publisher: child(nitf, "head", "pubdata")?.attributes.name ?? line(child(top, "distributor")),
    author: line(child(top, "byline", "person")) ?? line(child(top, "byline"))?.replace(/^by\s+/i, ""),
    date: issued ?? child(nitf, "head", "pubdata")?.attributes["date.publication"],
    url: webAddress(child(nitf, "head", "pubdata")?.attributes["ex-ref"]),
    guid: child(data, "doc-id")?.attributes["id-string"],
    version: child(data, "du-key")?.attributes.version,
    withdrawn: status === "canceled" ? "canceled" : status === "withheld" ? "withheld" : undefined,
    embargoed: status === "embargoed" ? (released ?? furtherNotice) : undefined,
  };
  return articleOf(metadata, paragraphsOf(child(nitf, "body", "body.content")?.markup ?? "", { xml: true }));
}

const webAddress = (value: string | undefined): string | undefined => (value && /^https?:/.test(value) ? value : undefined);
