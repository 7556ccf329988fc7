import { months } from "../../lexicon/months.ts";
import type { Metadata, Span } from "../document.ts";

const stampLine = /^\uFEFF?[ \t]*date (\d{4}-\d\d-\d\d)(?=\s)[ \t]*/;

/** The first line ` date 2031-03-04 `, directly followed by prose: its span and date. */
export function readStamp(text: string, from: number): ({ readonly metadata: Metadata } & Span) | undefined {
  const match = stampLine.exec(text.slice(from, from + 60));
  if (!match) return undefined;
  const at = from + match[0].indexOf(match[1] as string);
  return { start: from, end: from + match[0].length, metadata: { date: { value: match[1] as string, span: { start: at, end: at + 10 } } } };
}

const british = /\b(\d{1,2}) (\p{Lu}\p{Ll}+\.?),? (\d{4})\b/u;
const american = /\b(\p{Lu}\p{Ll}+\.?) (\d{1,2}),? (\d{4})\b/u;
const iso = /\b(\d{4})-(\d\d)-(\d\d)\b/;

/** `By Jane Doe | Reuters | March 4, 2031`: author, publisher and date, as far as they are there; undefined when the line is no byline. */
export function readByline(line: string, at: number): Metadata | undefined {
  const parts = line.split("|").map((part) => part.trim());
  const byline = /^By \p{Lu}/u.test(line) && line.length <= 160 && !/[.!?]$/.test(line.trim());
  const date = dayIn(line);
  if (
    !byline &&
    !(
      date &&
      line.length <= 60 &&
      /^(?:(?:published|updated|posted)\b|\p{Lu}\p{Ll}+\.? \d{1,2},? \d{4}$|\d{1,2} \p{Lu}\p{Ll}+ \d{4}$|\d{4}-\d\d-\d\d$)/iu.test(line.trim())
    )
  )
    return undefined;
  const span = { start: at, end: at + line.length };
  const publisher = parts.slice(1).find((part) => part && !dayIn(part));
  return {
    ...(byline && { author: { value: (parts[0] as string).replace(/^By\s+/, ""), span } }),
    ...(publisher && { publisher: { value: publisher, span } }),
    ...(date && { date: { value: date, span } }),
  };
}

function dayIn(text: string): string | undefined {
  const whole = iso.exec(text);
  if (whole) return whole[0];
  const [day, month, year] = british.exec(text)?.slice(1) ?? [];
  const [month2, day2, year2] = american.exec(text)?.slice(1) ?? [];
  const number = months.get((month ?? month2 ?? "").toLowerCase().replace(".", ""));
  return number ? `${year ?? year2}-${String(number).padStart(2, "0")}-${(day ?? day2 ?? "").padStart(2, "0")}` : undefined;
}
