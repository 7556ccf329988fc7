import PostalMime from "postal-mime";
import { type Articles, articleOf, nothing } from "./article.ts";
import { paragraphsOf, plainParagraphs } from "./markup-text.ts";

/** A mail: its subject, sender, day and text. Attachments are not read: save them beside it. */
export async function readMail(bytes: Uint8Array): Promise<Articles> {
  const mail = await PostalMime.parse(bytes, { maxNestingDepth: 20 });
  const texts = mail.text?.trim() ? plainParagraphs(withoutSignature(mail.text)) : mail.html ? paragraphsOf(mail.html) : [];
  const article = articleOf(
    {
      title: mail.subject?.replace(/^(?:\s*(?:re|fwd?|aw|wg)\s*:)+\s*/i, "").trim() || undefined,
      publisher: mail.from?.name?.trim() || mail.from?.address,
      // As it is written: the parser moves it to Greenwich.
      date: mail.headers.find(({ key }) => key === "date")?.value ?? mail.date,
    },
    texts,
  );
  return article ? { articles: [article], problems: [] } : nothing("holds no text");
}

/** "-- " on a line of its own begins a signature. */
const withoutSignature = (text: string): string => text.replace(/^-- \r?\n[\s\S]*$/m, "");
