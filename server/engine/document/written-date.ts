import { months } from "../lexicon/months.ts";
import type { Span } from "./document.ts";

const month = [...months.keys()].sort((a, b) => b.length - a.length).join("|");
const forms = new RegExp(
  `\\b(?:(?<iso>\\d{4}-\\d\\d-\\d\\d)|(?<m1>${month})\\.?\\s+(?<d1>\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s+(?<y1>\\d{4}))?|(?<d2>\\d{1,2})(?:st|nd|rd|th)?\\s+(?<m2>${month})\\b\\.?(?:,?\\s+(?<y2>\\d{4}))?)(?!\\p{L}|\\d)`,
  "iu",
);

/** A calendar day written in letters or as ISO, American or British order; the year may be missing. Offsets are into the given text. */
export interface WrittenDate extends Span {
  readonly year?: number;
  readonly month: number;
  readonly day: number;
}

/** The first day named in the text that the calendar knows. */
export function readWrittenDate(text: string): WrittenDate | undefined {
  const match = forms.exec(text);
  if (!match?.groups) return undefined;
  const { iso, m1, d1, y1, m2, d2, y2 } = match.groups;
  const [year, monthNumber, day] = iso ? iso.split("-").map(Number) : [Number(y1 ?? y2 ?? 0), months.get((m1 ?? m2 ?? "").toLowerCase()), Number(d1 ?? d2)];
  if (!monthNumber || !day || day > daysIn(monthNumber, year || 2024)) return undefined;
  return { start: match.index, end: match.index + match[0].length, month: monthNumber, day, ...(year && { year }) };
}

const daysIn = (monthNumber: number, year: number): number =>
  monthNumber > 12
    ? 0
    : monthNumber === 2
      ? year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
        ? 29
        : 28
      : [4, 6, 9, 11].includes(monthNumber)
        ? 30
        : 31;

const pad = (value: number): string => String(value).padStart(2, "0");

/** The ISO day; undefined where the year is not written. */
export const isoOf = ({ year, month: m, day }: WrittenDate): string | undefined =>
  year ? `${String(year).padStart(4, "0")}-${pad(m)}-${pad(day)}` : undefined;
