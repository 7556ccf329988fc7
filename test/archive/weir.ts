// A story to try formats on, and its files.
import { docxOf, htmlOf, newsmlOf, ninjs1Of, ninjs3Of, pdfOf, rssOf, type Story } from "./rewrite.ts";

export const weir: Story = {
  id: "weir",
  title: "Weir gives way",
  publisher: "Valley Post",
  author: "Ida Lund",
  date: "2031-05-06",
  url: "https://valley.example/weir",
  paragraphs: [
    "The weir above Holm gave way on Monday, killing at least 14 people, the fire service said.",
    "“We heard it from the bridge,” said Marta Veld. Some 3,200 homes have no water.",
  ],
};

/** The mail that brings it, with the date as its header has it. */
export const mailOf = (date: string): string =>
  `From: Ida Lund <ida@valley.example>\r\nSubject: ${weir.title}\r\nDate: ${date}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${weir.paragraphs.join("\r\n\r\n")}`;

/** The story as each format that publishers and writers keep articles in; the feed has it twice. By path. */
export async function weirFiles(): Promise<Readonly<Record<string, string | Uint8Array>>> {
  const as = (id: string): Story => ({ ...weir, id, url: `https://valley.example/${id}` });
  return {
    "seeds/page.html": htmlOf(weir),
    "seeds/one.json": ninjs1Of(as("one")),
    "seeds/three.ninjs": ninjs3Of(as("three")),
    "seeds/feed.rss": rssOf([weir, as("again")]),
    "seeds/item.xml": newsmlOf(as("item")),
    "seeds/word.docx": docxOf(weir),
    "seeds/paper.pdf": await pdfOf(weir),
  };
}
