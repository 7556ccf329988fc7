import { unzipSync } from "fflate";
import mammoth from "mammoth";
import { type Articles, articleOf, nothing } from "./article.ts";
import { limits } from "./limits.ts";
import { paragraphsOf } from "./markup-text.ts";
import { child, line, parseXml } from "./xml.ts";

/** A Word document: its text with insertions and without deletions, and the title, author and day of its properties. */
export async function readDocx(bytes: Uint8Array): Promise<Articles> {
  const properties = coreProperties(bytes);
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  // The reader takes the one on Node, the other in a browser.
  const { value: html } = await mammoth.convertToHtml({ arrayBuffer: buffer, buffer: bytes } as unknown as Parameters<typeof mammoth.convertToHtml>[0], {
    convertImage: mammoth.images.imgElement(async () => ({ src: "" })),
  });
  const texts = paragraphsOf(html);
  const article = articleOf(properties, texts);
  return article ? { articles: [article], problems: [] } : nothing("holds no text");
}

/** Reads the properties, and throws where the document unpacks to more than any article. */
function coreProperties(bytes: Uint8Array) {
  let entries = 0;
  let unpacked = 0;
  const files = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      unpacked += originalSize;
      if (++entries > limits.entries || unpacked > limits.unpacked) throw new Error("unpacks to more than any article holds: not read");
      return name === "docProps/core.xml" && originalSize < 1_000_000;
    },
  });
  const core = files["docProps/core.xml"];
  if (!core) return {};
  const root = parseXml(new TextDecoder().decode(core));
  return { title: line(child(root, "title")), author: line(child(root, "creator")), date: line(child(root, "created")) };
}
