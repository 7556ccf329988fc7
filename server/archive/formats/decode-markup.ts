import { decode, utf16Of } from "../decode.ts";

const declared = /(?:<\?xml[^>]{0,100}?\sencoding\s*=\s*|<meta[^>]{0,200}?charset\s*=\s*)["']?\s*([\w-]{2,30})/i;

/** The text of a page or an XML file: in the encoding of its mark or its declaration, else UTF-8. Throws where it is no text. */
export function decodeMarkup(bytes: Uint8Array): string {
  const wide = utf16Of(bytes);
  if (wide) return new TextDecoder(wide).decode(bytes);
  const label = declared.exec(new TextDecoder("latin1").decode(bytes.subarray(0, 2048)))?.[1];
  if (label && !/^utf-?(?:8|16)/i.test(label)) {
    try {
      return new TextDecoder(label).decode(bytes);
    } catch {
      // An encoding that nobody knows: perhaps it is UTF-8 all the same.
    }
  }
  const decoded = decode(bytes);
  if ("text" in decoded) return decoded.text;
  throw new Error(decoded.message + (decoded.line ? ` (line ${decoded.line})` : ""));
}
