import { parseDocument } from "yaml";
import { dayOf } from "../formats/day-of.ts";
import type { BibliographyEntry } from "./entry.ts";

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);

/** CSL-JSON or CSL YAML (a list, or `references:`), or a plain map of ids to title, publisher, date and url. Throws where it is broken. */
export function readCsl(text: string): readonly BibliographyEntry[] {
  const document = parseDocument(text, { logLevel: "silent", uniqueKeys: false });
  const [error] = document.errors;
  if (error?.message.startsWith("Maximum call stack")) throw new Error("is nested too deeply");
  if (error) throw new Error(`line ${error.linePos?.[0].line ?? 1}: ${error.message.split("\n")[0]?.replace(/ at line .*$/, "")}`);
  const value: unknown = document.toJS({ maxAliasCount: 100 });
  const list = Array.isArray(value)
    ? value
    : isObject(value)
      ? (listIn(value) ?? Object.entries(value).map(([id, entry]) => (isObject(entry) ? { id, ...entry } : entry)))
      : [];
  return list.flatMap((entry) => (isObject(entry) ? (entryOf(entry) ?? []) : []));
}

const listIn = (value: Json): readonly unknown[] | undefined => [value.references, value.sources, value.items].find(Array.isArray);

function entryOf(entry: Json): BibliographyEntry | undefined {
  const id = textOf(entry.id);
  if (id === undefined) return undefined;
  return {
    id,
    title: textOf(entry.title),
    publisher: textOf(entry["container-title"]) ?? textOf(entry.publisher) ?? textOf(entry.outlet),
    author: namesOf(entry.author),
    date: cslDay(entry.issued ?? entry.date),
    url: textOf(entry.URL) ?? textOf(entry.url),
    accessed: cslDay(entry.accessed),
    file: textOf(entry.file),
  };
}

/** A CSL date: parts, a list of parts, or words. A date without its day is none. */
function cslDay(value: unknown): string | undefined {
  if (Array.isArray(value)) return cslDay(value[0]);
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === "string") return dayOf(value);
  if (!isObject(value)) return undefined;
  const parts = Array.isArray(value["date-parts"]) ? (value["date-parts"] as unknown[])[0] : [value.year, value.month, value.day];
  const [year, month, day] = (Array.isArray(parts) ? parts : []).map(Number);
  if (year && month && day) return dayOf(`${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`);
  return cslDay(value.raw ?? value.literal);
}

const namesOf = (value: unknown): string | undefined =>
  typeof value === "string"
    ? textOf(value)
    : (Array.isArray(value) ? value : [])
        .flatMap((name) =>
          isObject(name) ? (textOf(name.literal) ?? [name.given, name.family].flatMap((part) => textOf(part) ?? []).join(" ")) : (textOf(name) ?? []),
        )
        .join(", ") || undefined;

const textOf = (value: unknown): string | undefined =>
  typeof value === "string" ? value.replace(/\s+/g, " ").trim() || undefined : typeof value === "number" ? String(value) : undefined;
