import type { Source } from "../engine/corpus/source.ts";
import { dayOf } from "./formats/day-of.ts";

/** What a source is filed under. */
export interface SourceMetadata {
  readonly title?: string | undefined;
  readonly publisher?: string | undefined;
  readonly author?: string | undefined;
  readonly date?: string | undefined;
  readonly url?: string | undefined;
  readonly accessed?: string | undefined;
}

/** A source as a file of its own: clean front matter, then its text from the first paragraph to the last, without what was scraped with it. */
export function cleanSource(
  { title, publisher, author, url, stamped, date, dateBasis, provenance, reading: { document } }: Source,
  given: SourceMetadata,
): string {
  const day = (given.date && dayOf(given.date)) ?? stamped ?? (dateBasis === "text" ? undefined : date);
  const fields = {
    title: given.title ?? title,
    publisher: given.publisher ?? publisher,
    author: given.author ?? author,
    date: day,
    url: given.url ?? url,
    accessed: given.accessed ?? provenance?.accessed,
    embargoed: provenance?.embargoed,
    guid: provenance?.guid,
    version: provenance?.version,
  };
  const front = Object.entries(fields).flatMap(([key, value]) =>
    value ? [`${key}: ${/^(?:date|accessed|embargoed)$/.test(key) ? value : scalar(value)}\n`] : [],
  );
  const prose = document.blocks.filter(({ kind, start, end }) => kind === "footnote" || (kind !== "title" && document.prose.slice(start, end).trim()));
  const [first, last] = [prose[0], prose.at(-1)];
  const body = first && last ? document.text.slice(lineStart(document.text, first.start), last.end).trimEnd() : "";
  return `---\n${front.join("")}---\n\n${body.replace(/\r\n?/g, "\n")}\n`;
}

/** The marks of a heading or an item stand before what is read of it. */
function lineStart(text: string, offset: number): number {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  return /^[ \t]*(?:#{1,6}|[-*•>]|\d+[.)])[ \t]+$/.test(text.slice(start, offset)) ? start : offset;
}

function scalar(value: string): string {
  const line = value.replace(/[\s\p{Cc}]+/gu, " ").trim();
  return /["\\]/.test(line) ? `>-\n  ${line}` : `"${line}"`;
}

/** What a source may be called: the name of its file where that is one, else its title. */
export function keyFor(name: string | undefined, { title, publisher, date, stamped }: Source): string {
  const words = name && !/^(?:stdin|index|page|download|untitled|document)?[-_ ]?\d*$/i.test(name) ? name : (title ?? publisher ?? "source");
  const slug = words
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}\s._-]/gu, "")
    .trim()
    .replace(/[\s_]+/g, "-")
    .toLowerCase();
  const short = slug.length <= longestKey ? slug : slug.slice(0, longestKey + 1).replace(/-[^-]*$/, "");
  return words === name || !(stamped ?? date) ? short || "source" : `${short}-${stamped ?? date}`;
}
const longestKey = 50;
