import type { Paragraph } from "./article.ts";

/** A line of a page: `top` grows upward, as in PDF. */
export interface PageLine {
  readonly text: string;
  readonly top: number;
  readonly height: number;
  readonly left: number;
}

/** The paragraphs of pages: lines joined where they stand close, running heads and page numbers left out, words that were parted at the end of a line made whole. */
export function pageParagraphs(pages: readonly (readonly PageLine[])[]): Paragraph[] {
  const running = runningHeads(pages);
  const words = new Set(pages.flatMap((lines) => lines.flatMap(({ text }) => text.toLowerCase().match(/[\p{L}-]+/gu) ?? [])));
  const paragraphs: { text: string; page: number }[] = [];
  for (const [index, all] of pages.entries()) {
    const edges = edgesOf(all);
    const lines = all.filter((line) => !edges.has(line) || !(running.has(bare(line.text)) || isPageNumber(line.text)));
    const leading = leadingOf(lines);
    let previous: PageLine | undefined;
    for (const line of lines) {
      const last = paragraphs.at(-1);
      const joins = previous ? isSameParagraph(previous, line, leading) : last !== undefined && runsOver(last.text, line.text);
      if (last && joins) last.text = join(last.text, line.text, words);
      else paragraphs.push({ text: line.text, page: index + 1 });
      previous = line;
    }
  }
  return paragraphs;
}

/** The distance between most lines of the page. */
function leadingOf(lines: readonly PageLine[]): number {
  const gaps = lines.flatMap((line, index) => {
    const gap = index ? (lines[index - 1] as PageLine).top - line.top : 0;
    return gap > 0 ? [gap] : [];
  });
  return gaps.toSorted((a, b) => a - b)[(gaps.length - 1) >> 2] ?? 0;
}

const isSameParagraph = (above: PageLine, below: PageLine, leading: number): boolean => {
  const gap = above.top - below.top;
  // A line further up begins a new column, where a sentence may run on.
  if (gap <= 0) return runsOver(above.text, below.text);
  return gap <= leading * 1.3 && Math.abs(above.height - below.height) <= 0.2 * Math.max(above.height, below.height);
};

/** A paragraph that stops within a sentence goes on over the page. */
const runsOver = (above: string, below: string): boolean => !/[.!?:”"’)]$/.test(above) && /^[\p{Ll}\d]/u.test(below);

/** A hyphen at the end of a line goes where the word is written without it elsewhere in the text. */
function join(above: string, below: string, words: ReadonlySet<string>): string {
  const parted = /([\p{L}-]*\p{L})[-\u00ad]$/u.exec(above);
  const rest = parted && /^\p{Ll}[\p{L}-]*/u.exec(below)?.[0];
  if (!parted || !rest) return `${above} ${below}`;
  const isOneWord = above.endsWith("\u00ad") || words.has(`${parted[1]}${rest}`.toLowerCase());
  return (isOneWord ? above.slice(0, -1) : above) + below;
}

const bare = (text: string): string => text.replace(/\d+/g, "#");
const isPageNumber = (text: string): boolean => /^(?:page\s+)?[-–]?\s*\d{1,4}(?:\s*(?:\/|of)\s*\d{1,4})?\s*[-–]?$/i.test(text);

/** The two highest and the two lowest lines of a page, wherever in its stream they come. */
function edgesOf(lines: readonly PageLine[]): ReadonlySet<PageLine> {
  const sorted = lines.toSorted((a, b) => b.top - a.top);
  return new Set([...sorted.slice(0, 2), ...sorted.slice(-2)]);
}

/** What stands at the edges of most pages, figures aside. */
function runningHeads(pages: readonly (readonly PageLine[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const lines of pages) {
    for (const edge of new Set([...edgesOf(lines)].map(({ text }) => bare(text)))) counts.set(edge, (counts.get(edge) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= 2 && count * 2 > pages.length).map(([text]) => text));
}
