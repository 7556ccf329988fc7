import type { Metadata, Span } from "./document.ts";
import { isoOf, readWrittenDate } from "./written-date.ts";

type Byline = Pick<Metadata, "author" | "publisher" | "date">;

const separator = /\s*[|·•]\s*/g;
const dateLine = /^(?:(?:first )?(?:published|updated|posted)(?: on)?:?\s+)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(?=[\p{L}\d])/iu;

/**
 * Reads a line that says who wrote a text, for whom and when: `By Jane Doe | Reuters | March 4, 2031`, `Reuters | 4 March 2031`, `By Jane Doe`, `Published 4 March 2031`.
 * Undefined where the line may be prose.
 */
export function readByline(prose: string, line: Span): Byline | undefined {
  const text = prose.slice(line.start, line.end);
  if (text.length > 200) return undefined;
  const parts = partsOf(text);
  const dated = parts.map((part) => ({ part, date: wholeDate(part.text) }));
  const byAuthor = /^by\s+\p{Lu}/iu.test(parts[0]?.text ?? "");
  const named = byAuthor && !/[.!?:;]["”’]?$/.test(text.trim()) && (parts.length > 1 || text.trim().split(/\s+/).length <= 10);
  if (!named && !(parts.length > 1 && dated.some(({ date }) => date)) && !(parts.length === 1 && dated[0]?.date)) return undefined;
  const at = ({ text: value, start }: Part) => ({ value, span: { start: line.start + start, end: line.start + start + value.length } });
  let byline: Byline = {};
  for (const { part, date } of dated) {
    const iso = date && isoOf(date);
    const by = /^by\s+/i.exec(part.text);
    if (iso && date)
      byline = { ...byline, date: { value: iso, span: { start: line.start + part.start + date.start, end: line.start + part.start + date.end } } };
    else if (by && !byline.author) byline = { ...byline, author: at({ text: part.text.slice(by[0].length), start: part.start + by[0].length }) };
    else if (!byline.publisher && !date) byline = { ...byline, publisher: at(part) };
  }
  return byline;
}

interface Part {
  readonly text: string;
  readonly start: number;
}

function partsOf(line: string): Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (const match of [...line.matchAll(separator), undefined]) {
    const raw = line.slice(at, match?.index);
    const text = raw.trim();
    if (text) parts.push({ text, start: at + raw.indexOf(text) });
    if (match) at = match.index + match[0].length;
  }
  return parts;
}

/** A date that is the whole part, but for "Published", a weekday before it or a clock time behind it. */
function wholeDate(text: string) {
  const date = readWrittenDate(text);
  if (!date) return undefined;
  const before = dateLine.exec(text)?.[0].length ?? 0;
  return date.start <= before && /^(?:,?\s*(?:at\s+)?\d{1,2}[:.]\d\d.*)?$/.test(text.slice(date.end)) ? date : undefined;
}
