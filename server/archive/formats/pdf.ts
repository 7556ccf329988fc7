import { getDocumentProxy } from "unpdf";
import { type Articles, nothing, type Paragraph } from "./article.ts";
import { limits } from "./limits.ts";
import { type PageLine, pageParagraphs } from "./page-layout.ts";

/** A PDF with text in it: its paragraphs, each with its page. Pictures of text are not read. */
export async function readPdf(bytes: Uint8Array): Promise<Articles> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes), { maxImageSize: 1, verbosity: 0, isEvalSupported: false, stopAtErrors: false });
  try {
    const info = (await pdf.getMetadata()).info as Readonly<Record<string, unknown>>;
    const pages: PageLine[][] = [];
    for (let number = 1; number <= Math.min(pdf.numPages, limits.pages); number++) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      pages.push(linesOf(items as readonly TextItem[]));
      page.cleanup();
    }
    const problems = pdf.numPages > limits.pages ? [`has more than ${limits.pages} pages: the rest is not read`] : [];
    const title = textOf(info.Title);
    const metadata = {
      title: title && !/^(?:microsoft word|untitled|document\d*\b)|\.(?:docx?|pdf|indd|qxd|tmp)$/i.test(title) ? title : undefined,
      author: textOf(info.Author),
      date: textOf(info.CreationDate),
    };
    const paragraphs: readonly Paragraph[] = pageParagraphs(pages).filter(({ text }) => text !== metadata.title);
    return paragraphs.length ? { articles: [{ metadata, paragraphs }], problems } : nothing("holds no text: its pages may be pictures");
  } finally {
    await pdf.cleanup();
  }
}

interface TextItem {
  readonly str?: string;
  readonly width?: number;
  readonly height?: number;
  readonly transform?: readonly number[];
  readonly hasEOL?: boolean;
}

/** The lines of a page in the order in which it is read. */
function linesOf(items: readonly TextItem[]): PageLine[] {
  const lines: { text: string; top: number; height: number; end: number; left: number }[] = [];
  let open = false;
  for (const { str, width = 0, height = 0, transform, hasEOL } of items) {
    if (str === undefined) continue;
    const [left, top] = [transform?.[4] ?? 0, transform?.[5] ?? 0];
    const last = lines.at(-1);
    if (open && last && Math.abs(last.top - top) < Math.max(1, last.height / 2)) {
      const gap = left - last.end;
      last.text += (gap > last.height * 0.2 && !/\s$/.test(last.text) && !/^\s/.test(str) ? " " : "") + str;
      last.end = left + width;
      last.height = Math.max(last.height, height);
    } else if (str.trim()) lines.push({ text: str, top, height, end: left + width, left });
    open = !hasEOL && (open || str.trim() !== "");
  }
  return lines.map(({ text, top, height, left }) => ({ text: text.replace(/\s+/g, " ").trim(), top, height, left })).filter(({ text }) => text);
}

const textOf = (value: unknown): string | undefined => (typeof value === "string" ? value.trim() || undefined : undefined);
