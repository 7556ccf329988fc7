// Sources rewritten in other formats, as publishers and writers keep them.
import { zipSync } from "fflate";
import { PDFDocument, StandardFonts } from "pdf-lib";
import type { Source } from "../../server/engine/corpus/source.ts";

/** What of a source every format can say. */
export interface Story {
  readonly id: string;
  readonly title?: string | undefined;
  readonly publisher?: string | undefined;
  readonly author?: string | undefined;
  readonly date?: string | undefined;
  readonly url?: string | undefined;
  readonly paragraphs: readonly string[];
}

export function storyOf({ id, reading: { document } }: Source): Story {
  const { title, publisher, author, date, url } = document.metadata;
  const paragraphs = document.blocks
    .filter(({ kind }) => kind !== "title")
    .map(({ start, end }) => document.text.slice(start, end).replace(/\s+/g, " ").trim());
  return { id, title: title?.value, publisher: publisher?.value, author: author?.value, date: date?.value, url: url?.value, paragraphs };
}

const escaped = (text: string): string => text.replace(/[&<>"]/g, (char) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[char] as string);
const element = (name: string, text: string | undefined): string => (text === undefined ? "" : `<${name}>${escaped(text)}</${name}>`);
const marked = ({ paragraphs }: Story): string => paragraphs.map((text) => `<p>${escaped(text)}</p>`).join("\n");

/** A saved page, with what surrounds a text on one. */
export function htmlOf(story: Story): string {
  const { title, publisher, author, date, url } = story;
  const data = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    headline: title,
    datePublished: date && `${date}T09:30:00+00:00`,
    author: author && { "@type": "Person", name: author },
    publisher: publisher && { "@type": "Organization", name: publisher },
    url,
  };
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8">
${element("title", title && `${title} | News`)}
<script type="application/ld+json">${JSON.stringify({ "@graph": [{ "@type": "WebSite", name: "News" }, data] }).replaceAll("<", "\\u003c")}</script>
<style>p { margin: 1em }</style></head>
<body><header><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li><li><a href="/sport">12 results from last night</a></li></ul></nav></header>
<main><article>${element("h1", title)}
<div class="article-body">${marked(story)}</div></article></main>
<aside class="related"><h3>Most read</h3><ul><li><a href="/a">400 jobs to go</a></li><li><a href="/b">Nine held</a></li></ul></aside>
<footer><p>© The publisher. All rights reserved.</p></footer>
<script>console.log("17 dead");</script></body></html>`;
}

export const ninjs1Of = (story: Story): string =>
  JSON.stringify({
    uri: story.url ?? `urn:newsml:wire.example:${story.id}`,
    type: "text",
    version: "1",
    pubstatus: "usable",
    versioncreated: story.date && `${story.date}T09:30:00Z`,
    byline: story.author,
    copyrightholder: story.publisher,
    headline_main: story.title,
    body_text: "See the marked-up version.",
    body_xhtml: marked(story),
  });

export const ninjs3Of = (story: Story): string =>
  JSON.stringify({
    standard: { name: "ninjs", version: "3.0", schema: "https://www.iptc.org/std/ninjs/ninjs-schema_3.0.json" },
    uri: story.url ?? `urn:newsml:wire.example:${story.id}`,
    type: "text",
    version: "1",
    pubStatus: "usable",
    versionCreated: story.date && `${story.date}T09:30:00Z`,
    by: story.author,
    infoSources: story.publisher ? [{ name: story.publisher }] : undefined,
    headlines: story.title === undefined ? undefined : [{ role: "main", value: story.title }],
    bodies: [
      { role: "summary", contentType: "text/plain", value: "999 words." },
      { role: "main", contentType: "application/xhtml+xml", value: marked(story) },
    ],
  });

const mailDate = (day: string): string => new Date(`${day}T09:30:00Z`).toUTCString();

/** One feed with all stories. */
export function rssOf(stories: readonly Story[]): string {
  const items = stories.map(
    (story) => `<item>${element("title", story.title)}${element("dc:creator", story.author)}${element("link", story.url ?? `https://feed.example/${story.id}`)}
${story.date ? `<pubDate>${mailDate(story.date)}</pubDate>` : ""}<description>In short.</description><content:encoded><![CDATA[${marked(story)}]]></content:encoded></item>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>All sources</title><link>https://feed.example/</link>
<description>All sources</description>
${items.join("\n")}
</channel></rss>`;
}

/** What the feed cannot say: the ids that drafts cite, and the publisher of each. */
export const bibliographyOf = (stories: readonly Story[]): string =>
  JSON.stringify(
    stories.map(({ id, url, publisher }) => ({ id, type: "article-newspaper", URL: url ?? `https://feed.example/${id}`, "container-title": publisher })),
    null,
    1,
  );

export const newsmlOf = (story: Story): string => `<?xml version="1.0" encoding="UTF-8"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:wire.example:${story.id}" version="1" standard="NewsML-G2" standardversion="2.34" conformance="power" xml:lang="en">
<catalogRef href="http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_40.xml"/>
<itemMeta><itemClass qcode="ninat:text"/>${story.publisher ? `<provider><name>${escaped(story.publisher)}</name></provider>` : "<provider/>"}
${element("versionCreated", story.date && `${story.date}T09:30:00Z`)}<pubStatus qcode="stat:usable"/></itemMeta>
<contentMeta>${element("by", story.author)}${element("headline", story.title)}</contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head>${element("title", story.title ?? "")}</head><body>
${marked(story)}
</body></html></inlineXML>${story.url ? `<remoteContent contenttype="text/html" href="${escaped(story.url)}"/>` : ""}</contentSet></newsItem>`;

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A Word document with an inserted and a deleted run, as a text that was edited has them. */
export function docxOf({ title, author, date, paragraphs }: Story): Uint8Array {
  const run = (text: string) => `<w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
  const body = paragraphs.map((text) => {
    const [head, tail] = [text.slice(0, text.length >> 1), text.slice(text.length >> 1)];
    return `<w:p>${run(head)}<w:del w:id="1" w:author="x"><w:r><w:delText>500 more</w:delText></w:r></w:del><w:ins w:id="2" w:author="x">${run(tail)}</w:ins></w:p>`;
  });
  const files: Record<string, string> = {
    "[Content_Types].xml": `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    "_rels/.rels": `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    "docProps/core.xml": `<?xml version="1.0"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">${element("dc:title", title)}${element("dc:creator", author)}${element("dcterms:created", date && `${date}T09:30:00Z`)}</cp:coreProperties>`,
    "word/document.xml": `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body.join("")}</w:body></w:document>`,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, bytesOf(text)])));
}

const [width, height, margin, size, leading] = [420, 560, 50, 11, 14];

/** A PDF of several pages: lines wrapped, a running head, page numbers. Letters that its plain font lacks are left out. */
export async function pdfOf({ title, author, date, paragraphs }: Story): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  if (title) pdf.setTitle(title);
  if (author) pdf.setAuthor(author);
  if (date) pdf.setCreationDate(new Date(`${date}T09:30:00Z`));
  const font = await pdf.embedFont(StandardFonts.TimesRoman);
  const known = new Set(font.getCharacterSet());
  const written = (text: string) => [...text].filter((char) => known.has(char.codePointAt(0) as number)).join("");
  let page = pdf.addPage([width, height]);
  let top = height - margin;
  for (const paragraph of paragraphs) {
    for (const line of wrapped(written(paragraph), (text) => font.widthOfTextAtSize(text, size) <= width - 2 * margin)) {
      if (top < margin) {
        page = pdf.addPage([width, height]);
        top = height - margin;
      }
      page.drawText(line, { font, size, x: margin, y: top });
      top -= leading;
    }
    top -= leading;
  }
  for (const [index, printed] of pdf.getPages().entries()) {
    if (pdf.getPageCount() > 1) printed.drawText(`The archive, print ${index + 1}`, { font, size: 8, x: margin, y: height - 25 });
    printed.drawText(String(index + 1), { font, size: 8, x: width / 2, y: 20 });
  }
  return pdf.save();
}

function wrapped(text: string, fits: (line: string) => boolean): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && fits(`${last} ${word}`)) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
