import { isMap, isScalar, isSeq, parseDocument as parseYaml, type Scalar } from "yaml";
import type { Located, Metadata, Span } from "./document.ts";
import { type Memory, noMemory } from "./memory.ts";
import { readPlain } from "./plain-front-matter.ts";
import { isoOf, readWrittenDate } from "./written-date.ts";

export interface FrontMatter {
  readonly metadata: Metadata;
  /** Where the body starts. */
  readonly end: number;
  /** What of the title's raw text is prose: quotes and escapes left out. */
  readonly titleProse: readonly Span[];
}

/** A value with its place in the YAML. */
export type Text = Located<string> & { readonly span: Span };
type Field = "id" | "title" | "publisher" | "author" | "date" | "url" | "accessed" | "embargoed" | "guid" | "version" | "corpus";

const fields: Readonly<Record<string, Field>> = {
  id: "id",
  title: "title",
  headline: "title",
  publisher: "publisher",
  outlet: "publisher",
  author: "author",
  authors: "author",
  byline: "author",
  date: "date",
  published: "date",
  url: "url",
  accessed: "accessed",
  retrieved: "accessed",
  urldate: "accessed",
  embargoed: "embargoed",
  embargo: "embargoed",
  guid: "guid",
  version: "version",
  corpus: "corpus",
};

const opening = /^\uFEFF?---[ \t]*\r?\n/;
const closing = /^(?:---|\.\.\.)[ \t]*\r?$/gm;

/** Where front matter begins and ends, its lines of dashes aside and with them; undefined where a text has none. */
export function frontMatterIn(text: string): { readonly open: number; readonly close: number; readonly end: number } | undefined {
  const open = opening.exec(text)?.[0].length;
  if (open === undefined) return undefined;
  closing.lastIndex = open;
  const close = closing.exec(text);
  return close ? { open, close: close.index, end: close.index + close[0].length } : undefined;
}

/** Reads YAML front matter, each value with its place. Broken YAML is read line by line: a value may be lost, the body never is. */
export function readFrontMatter(text: string, memory: Memory = noMemory): FrontMatter {
  const found = frontMatterIn(text);
  if (!found) return { metadata: {}, end: text.startsWith("\uFEFF") ? 1 : 0, titleProse: [] };
  const { open, close, end } = found;
  return memory.recall("front matter", text.slice(0, end), () => readMetadata(text, open, close, end));
}

function readMetadata(text: string, open: number, close: number, end: number): FrontMatter {
  const values = new Map<Field, Text[]>();
  const yaml = text.slice(open, close);
  for (const [key, found] of readPlain(yaml) ?? readYaml(yaml) ?? readLines(yaml)) {
    const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
    const inFile = found.filter(({ value }) => value.trim()).map(({ value, span }) => ({ value, span: shift(span, open) }));
    if (field && inFile.length && !values.has(field)) values.set(field, inFile);
  }
  const title = values.get("title")?.[0];
  return { metadata: metadataOf(values), end, titleProse: title ? visibleParts(text, title) : [] };
}

const shift = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });

function metadataOf(values: ReadonlyMap<Field, readonly Text[]>): Metadata {
  const one = (field: Field) => {
    const found = values.get(field) ?? [];
    const [first, ...rest] = found;
    if (!first) return {};
    return { [field]: { value: found.map(({ value }) => value).join(", "), span: { start: first.span.start, end: rest.at(-1)?.span.end ?? first.span.end } } };
  };
  const corpus = values.get("corpus");
  const day = (field: "date" | "accessed") => {
    const found = values.get(field)?.[0];
    const iso = found && isoDayOf(found.value);
    return found && iso ? { [field]: { value: iso, span: found.span } } : {};
  };
  const embargo = values.get("embargoed")?.[0];
  const until = embargo && (/^\d{4}-\d\d-\d\d/.test(embargo.value) ? embargo.value : isoDayOf(embargo.value));
  return {
    ...one("id"),
    ...one("title"),
    ...one("publisher"),
    ...one("author"),
    ...one("url"),
    ...one("guid"),
    ...one("version"),
    ...day("date"),
    ...day("accessed"),
    ...(embargo && until && { embargoed: { value: until, span: embargo.span } }),
    ...(corpus && { corpus: { value: corpus.map(({ value }) => value), span: { start: corpus[0]?.span.start ?? 0, end: corpus.at(-1)?.span.end ?? 0 } } }),
  };
}

function isoDayOf(value: string): string | undefined {
  const written = readWrittenDate(value.replace(/^(\d{4}-\d\d-\d\d)[T ].*$/s, "$1"));
  return written && isoOf(written);
}

export function readYaml(yaml: string): [string, Text[]][] | undefined {
  try {
    const document = parseYaml(yaml, { logLevel: "silent", uniqueKeys: false });
    if (document.errors.length || !isMap(document.contents)) return undefined;
    return document.contents.items.flatMap(({ key, value }): [string, Text[]][] => {
      if (!isScalar(key)) return [];
      const scalars = isSeq(value) ? value.items.filter((entry) => isScalar(entry)) : isScalar(value) ? [value] : [];
      return [[String(key.value).toLowerCase(), scalars.flatMap((scalar) => locate(yaml, scalar as Scalar))]];
    });
  } catch {
    return undefined;
  }
}

/** A scalar's text as written (`007` stays `007`) and its place inside the quotes. */
function locate(yaml: string, scalar: Scalar): Text[] {
  if (!scalar.range || scalar.value === null) return [];
  const [start, end] = scalar.range;
  const value = typeof scalar.value === "string" ? scalar.value : (scalar.source ?? String(scalar.value));
  if (scalar.type === "QUOTE_SINGLE" || scalar.type === "QUOTE_DOUBLE") return [{ value, span: { start: start + 1, end: end - 1 } }];
  const isBlock = scalar.type === "BLOCK_FOLDED" || scalar.type === "BLOCK_LITERAL";
  const line = isBlock ? yaml.indexOf("\n", start) + 1 : start;
  return [{ value: value.trim(), span: { start: Math.min(line || start, end), end } }];
}

function readLines(yaml: string): [string, Text[]][] {
  return [...yaml.matchAll(/^([A-Za-z]+):[ \t]*(\S[^\r\n]*)$/gm)].map(({ 0: whole, 1: key = "", 2: raw = "", index }): [string, Text[]] => {
    const quoted = /^(["'])(.*)\1\s*$/.exec(raw);
    const value = quoted?.[2] ?? raw.trimEnd().replace(/^["']/, "");
    const start = index + whole.length - raw.length + raw.indexOf(value);
    return [key.toLowerCase(), [{ value, span: { start, end: start + value.length } }]];
  });
}

/** The parts of a quoted title that are seen when it is read: `''` is one mark, `\"` a mark without its backslash. */
function visibleParts(text: string, { span }: Text): Span[] {
  const quote = text[span.start - 1];
  const escapes = quote === "'" && text[span.end] === "'" ? /'(?=')/g : quote === '"' && text[span.end] === '"' ? /\\(?=["\\])/g : undefined;
  const parts: Span[] = [];
  let at = span.start;
  for (const match of escapes ? text.slice(span.start, span.end).matchAll(escapes) : []) {
    const skipped = span.start + match.index;
    if (skipped < at) continue;
    parts.push({ start: at, end: skipped });
    at = skipped + 1;
  }
  return [...parts, { start: at, end: span.end }];
}
