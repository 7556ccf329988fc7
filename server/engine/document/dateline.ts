import type { Dateline, Span } from "./document.ts";
import { readWrittenDate } from "./written-date.ts";

const capitals = String.raw`\p{Lu}[\p{Lu}\p{M}.'’-]+(?:[ ]\p{Lu}[\p{Lu}\p{M}.'’-]*)*`;
const word = String.raw`\p{Lu}[\p{L}\p{M}.'’-]*`;
const words = `${word}(?:[ ](?:${word}|de|del|la|el|al|of|the)){0,4}`;
/** `CITY, Country, March 4 2031 (Agency) - Prose`: place, what follows it, and the dash. */
const dashed = new RegExp(
  String.raw`^(?<place>${words})(?<rest>(?:,[ \n]?[^,;:()\n—–-]{1,30}){0,3})(?<agency>[ \n]?\([^()\n]{1,40}\))?[ \n]*[-–—]+\s+(?=["“‘'\p{Lu}\p{N}$£€])`,
  "u",
);
const stopped = new RegExp(String.raw`^(?<place>${capitals})(?<rest>(?:,[ ][^,;:()\n.]{1,30}){0,2})(?:\.\s+|:\s+)(?=["“‘]?\p{Lu})`, "u");
const opened = new RegExp(String.raw`^(?<place>${words}):\s+(?=["“‘]?[\p{Lu}\p{N}])`, "u");
/** Labels that stand where a city may stand. */
const labels =
  /^(?:update|updated|correction|analysis|opinion|editor|note|breaking|exclusive|watch|listen|live|summary|explainer|factbox|background|advisory|caution|warning|photo|video)\b/i;

/**
 * The dateline at the start of a text's first paragraph, with the white space behind it. `undated`: the text has a title and no date; only then may `City: ` open it.
 * A place not in capitals needs a date or an agency beside it.
 */
export function readDateline(prose: string, paragraph: Span, undated: boolean): Dateline | undefined {
  const head = prose.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + 200));
  const match = dashed.exec(head) ?? stopped.exec(head) ?? (undated ? opened.exec(head) : null);
  const place = match?.groups?.place;
  if (!match || !place || labels.test(place)) return undefined;
  const rest = match.groups?.rest ?? "";
  const date = readWrittenDate(rest);
  const shouted = /^[\p{Lu}\p{M}.'’ -]{3,}$/u.test(place) && /\p{Lu}{3}/u.test(place);
  const dashes = /[-–—]\s+$/.test(match[0]);
  if (dashes && !shouted && !date && !match.groups?.agency) return undefined;
  if (!dashes && !shouted && !undated) return undefined;
  if (!dashes && rest && !date) return undefined;
  return {
    start: paragraph.start,
    end: paragraph.start + match[0].length,
    place,
    ...(date && { month: date.month, day: date.day, ...(date.year && { year: date.year }) }),
  };
}
