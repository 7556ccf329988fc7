import type { Source } from "../../engine/corpus/source.ts";

const partsOf = (day: string) => ({ "date-parts": [day.split("-").map(Number)] });

/** Sources as CSL-JSON. What is not known is left out. */
export function cslJsonOf(sources: readonly Source[]): string {
  const items = sources.map(({ id, title, publisher, author, url, stamped, date, provenance }) => ({
    id,
    type: "article-newspaper",
    ...(title && { title }),
    ...(author && { author: author.split(/\s*,\s*|\s+and\s+/).map((literal) => ({ literal })) }),
    ...(publisher && { "container-title": publisher }),
    ...((stamped ?? date) && { issued: partsOf((stamped ?? date) as string) }),
    ...(provenance?.accessed && { accessed: partsOf(provenance.accessed) }),
    ...(url && { URL: url }),
  }));
  return `${JSON.stringify(items, null, 2)}\n`;
}

/** Sources as BibLaTeX. */
export function bibtexOf(sources: readonly Source[]): string {
  return sources
    .map(({ id, title, publisher, author, url, stamped, date, provenance }) => {
      const fields = {
        title: title && `{${escaped(title)}}`,
        author: author
          ?.split(/\s*,\s*|\s+and\s+/)
          .map((name) => `{${escaped(name)}}`)
          .join(" and "),
        journaltitle: publisher && escaped(publisher),
        date: stamped ?? date,
        url: url?.replace(/[{}\\]/g, encodeURIComponent),
        urldate: provenance?.accessed,
      };
      const lines = Object.entries(fields).flatMap(([key, value]) => (value ? [`  ${key} = {${value}},\n`] : []));
      return `@article{${id.replace(/[\s,{}"#%~\\]/g, "-")},\n${lines.join("")}}\n`;
    })
    .join("\n");
}

const escaped = (text: string): string =>
  text.replace(/[\\{}]|[&%$#_]|[~^]/g, (char) =>
    char === "\\" ? "\\textbackslash{}" : char === "~" ? "\\textasciitilde{}" : char === "^" ? "\\textasciicircum{}" : `\\${char}`,
  );
