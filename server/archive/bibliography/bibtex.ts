import type { Entry } from "@retorquere/bibtex-parser";
import { dayOf } from "../formats/day-of.ts";
import type { BibliographyEntry } from "./entry.ts";

/** One slip may make thousands, which nobody reads. */
const mostProblems = 10;

/** BibTeX or BibLaTeX. Broken entries are named, the others read. */
export async function readBibtex(text: string): Promise<{ readonly entries: readonly BibliographyEntry[]; readonly problems: readonly string[] }> {
  const { parse } = await import("@retorquere/bibtex-parser");
  const { entries, errors } = parse(text, { sentenceCase: false, caseProtection: false, unsupported: "ignore" } as Parameters<typeof parse>[1]);
  const problems = errors.slice(0, mostProblems).map(({ error }) => error.split("\n")[0] as string);
  const left = errors.length - problems.length;
  return { entries: entries.flatMap((entry) => entryOf(entry) ?? []), problems: left > 0 ? [...problems, `and ${left} more mistakes`] : problems };
}

function entryOf({ key, fields }: Entry): BibliographyEntry | undefined {
  const text = (...names: readonly string[]) => {
    const found = names.map((name) => (fields as Readonly<Record<string, unknown>>)[name]).find((value) => value !== undefined);
    const value = Array.isArray(found) ? found.filter((part) => typeof part === "string").join(", ") : found;
    return typeof value === "string"
      ? value
          .replace(/<[^>]*>/g, "")
          .replace(/\s+/g, " ")
          .trim() || undefined
      : undefined;
  };
  if (!key) return undefined;
  return {
    id: key,
    title: text("title"),
    publisher: text("journaltitle", "journal", "organization", "publisher", "institution", "howpublished"),
    author: fields.author?.map(({ name, firstName, lastName }) => name ?? [firstName, lastName].filter(Boolean).join(" ")).join(", "),
    date: dayOf(text("date") ?? `${text("day") ?? ""} ${monthOf(text("month"))} ${text("year") ?? ""}`),
    url: text("url"),
    accessed: dayOf(text("urldate") ?? ""),
    file: text("file")
      ?.split(/[;:]/)
      .find((part) => /\.\w+$/.test(part)),
  };
}

const monthOf = (month: string | undefined): string => {
  const number = Number(month);
  return number >= 1 && number <= 12
    ? (["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"][number - 1] as string)
    : (month ?? "");
};
