import { readSource } from "../../engine/corpus/read-source.ts";
import type { Place, Provenance, Source } from "../../engine/corpus/source.ts";
import type { Metadata } from "../../engine/document/document.ts";
import type { Article } from "./article.ts";
import { dayOf } from "./day-of.ts";

/** The text of an article as the engine reads it: front matter and plain paragraphs, each with its place in the file. */
function textOfArticle({ id, metadata: { title, publisher, author, date, url }, paragraphs }: Article): {
  readonly text: string;
  readonly places: readonly Place[];
} {
  const fields = Object.entries({ id, title, publisher, author, date: date && dayOf(date), url });
  const front = fields.map(([key, value]) => (value ? `${key}: ${scalar(value)}\n` : "")).join("");
  let text = front && `---\n${front}---\n`;
  const places: Place[] = [];
  for (const [index, paragraph] of paragraphs.entries()) {
    text += text && "\n";
    const label = paragraph.page === undefined ? `paragraph ${index + 1}` : `page ${paragraph.page}`;
    // A line that begins so would be a comment.
    places.push({ start: text.length, end: text.length + paragraph.text.length, label });
    text += `${paragraph.text.replace(/^#!/gm, "# ")}\n`;
  }
  return { text, places };
}

/** A YAML scalar in which nothing is escaped, so that it reads as it stands. */
function scalar(value: string): string {
  const line = value.replace(/[\s\p{Cc}]+/gu, " ").trim();
  return /["\\]/.test(line) ? `>-\n  ${line}` : `"${line}"`;
}

/** An article as a source of the corpus. `given` goes before what the article says of itself. */
export function sourceOfArticle(uri: string, article: Article, given: { readonly metadata?: Metadata; readonly provenance?: Provenance } = {}): Source {
  const { text, places } = textOfArticle(article);
  const { guid, version, withdrawn } = article.metadata;
  const embargoed =
    article.metadata.embargoed && (/^\d{4}-\d\d-\d\d/.test(article.metadata.embargoed) ? article.metadata.embargoed : dayOf(article.metadata.embargoed));
  return readSource(uri, text, {
    format: "plain",
    ...(given.metadata && { metadata: given.metadata }),
    provenance: {
      places,
      ...(guid && { guid }),
      ...(version && { version }),
      ...(withdrawn && { withdrawn }),
      ...(embargoed && { embargoed }),
      ...given.provenance,
    },
  });
}
