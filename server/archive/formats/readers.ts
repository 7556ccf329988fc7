import type { Reader } from "./article.ts";
import { decodeMarkup } from "./decode-markup.ts";
import { isNinjs } from "./ninjs.ts";
import { rootOf } from "./xml.ts";

/** The formats that are extracted, each loaded when the first file of its kind is read. */
const readers = {
  html: async () => (await import("./html.ts")).readHtml,
  ninjs: async () => (await import("./ninjs.ts")).readNinjs,
  newsml: async () => (await import("./newsml.ts")).readNewsml,
  nitf: async () => (await import("./nitf.ts")).readNitf,
  feed: async () => (await import("./feed.ts")).readFeed,
  pdf: async () => (await import("./pdf.ts")).readPdf,
  docx: async () => (await import("./docx.ts")).readDocx,
  eml: async () => (await import("./eml.ts")).readMail,
} satisfies Record<string, () => Promise<Reader>>;

type Kind = keyof typeof readers;

/** The reader of a file, told by its ending and its content; undefined for well-formed files that are no news. */
export async function readerOf(uri: string, bytes: Uint8Array): Promise<Reader | undefined> {
  const kind = kindOf(uri, bytes);
  return kind && readers[kind]();
}

const roots: Readonly<Record<string, Kind>> = {
  html: "html",
  newsItem: "newsml",
  newsMessage: "newsml",
  nitf: "nitf",
  rss: "feed",
  feed: "feed",
  RDF: "feed",
};

function kindOf(uri: string, bytes: Uint8Array): Kind | undefined {
  const ending = /\.(\w+)$/.exec(uri.toLowerCase())?.[1] ?? "";
  if (ending === "pdf" || ending === "docx" || ending === "eml") return ending;
  if (/^x?html?$/.test(ending)) return "html";
  const text = decodeMarkup(bytes);
  if (/^\s*[[{]/.test(text)) {
    const value = parsedJson(text);
    return isNinjs(value) ? "ninjs" : isJsonFeed(value) ? "feed" : undefined;
  }
  if (ending === "json" || ending === "ninjs") throw new Error("is broken JSON");
  const root = rootOf(text);
  if (root === undefined) throw new Error("is broken XML: it has no element");
  return Object.hasOwn(roots, root) ? roots[root] : undefined;
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`is broken JSON: ${error instanceof Error ? error.message : error}`);
  }
}

const isJsonFeed = (value: unknown): boolean =>
  typeof value === "object" && value !== null && "version" in value && typeof value.version === "string" && /jsonfeed\.org\/version/.test(value.version);
