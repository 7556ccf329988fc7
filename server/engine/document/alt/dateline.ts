import { months } from "../../lexicon/months.ts";
import type { Dateline, Span } from "../document.ts";

const place = String.raw`\p{Lu}[\p{Lu}.'’]*\p{Lu}[\p{Lu}.'’]*(?:[ -][\p{Lu}.'’]+){0,3}`;
const titled = String.raw`\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+){0,2}`;
const region = String.raw`(?:, (?:${titled}|${place}))?`;
const agency = String.raw`(?: \(\p{Lu}[\p{L}. ]{0,30}\))`;
const day = String.raw`(?:,? (?:(?<month>\p{Lu}\p{Ll}+\.?) (?<day>\d{1,2})|(?<day2>\d{1,2}) (?<month2>\p{Lu}\p{Ll}+\.?))(?:,? (?<year>\d{4}))?)`;
const dash = String.raw`(?: ?[—–]\s*| --? +)`;

const forms = [
  new RegExp(`^(?<place>${place})${region}${agency}?${day}?${agency}?${dash}(?=\\S)`, "u"),
  new RegExp(`^(?<place>${titled})${region}${agency}${day}?${dash}(?=\\S)`, "u"),
  new RegExp(`^(?<place>${titled})${region}${day}${agency}?${dash}(?=\\S)`, "u"),
  new RegExp(`^(?<place>${place})\\.\\s+(?=["“‘]?\\p{Lu}\\p{Ll})`, "u"),
];
const colon = new RegExp(`^(?<place>${titled}):\\s+(?=\\S)`, "u");

/** The dateline that opens a paragraph: `TOKARI, March 4 -`, `LIMA (Reuters) —`; with `city` also `Lima: prose`, as scraped articles have it. */
export function readDateline(prose: string, { start, end }: Span, city: boolean): Dateline | undefined {
  const opening = prose.slice(start, Math.min(end, start + 120));
  const match = forms.map((form) => form.exec(opening)).find(Boolean) ?? (city ? colon.exec(opening) : undefined);
  if (!match?.groups) return undefined;
  const { month, month2, day: first, day2, year } = match.groups;
  const number = months.get((month ?? month2 ?? "").toLowerCase().replace(".", ""));
  return {
    start,
    end: start + match[0].length,
    place: match.groups["place"] as string,
    ...(number && { month: number, day: Number(first ?? day2) }),
    ...(number && year && { year: Number(year) }),
  };
}
