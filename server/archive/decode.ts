export type Utf16 = "utf-16le" | "utf-16be";

type Decoded =
  | {
      readonly text: string;
      /** The bytes start with a byte order mark, which `text` leaves out. */
      readonly bom: boolean;
      /** UTF-8 where absent. */
      readonly encoding?: Utf16;
    }
  | { readonly message: string; readonly line?: number };

/** What a byte order mark says of the bytes behind it; undefined where there is none, or that of UTF-8. */
export const utf16Of = ([first, second]: Uint8Array): Utf16 | undefined =>
  first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : undefined;

/** Bytes as text: UTF-16 where their mark says so, else UTF-8; or why they are none. */
export function decode(bytes: Uint8Array): Decoded {
  const encoding = utf16Of(bytes);
  if (encoding) return decodeUtf16(bytes, encoding);
  if (bytes.subarray(0, 8192).includes(0)) return notText;
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.startsWith("\ufeff") ? { text: text.slice(1), bom: true } : { text, bom: false };
  } catch {
    return { message: "is not valid UTF-8", line: lineOfFirstBadByte(bytes) };
  }
}

const notText = { message: "is a binary file, not text" };

function decodeUtf16(bytes: Uint8Array, encoding: Utf16): Decoded {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.slice(0, 8192).includes("\0") ? notText : { text, bom: true, encoding };
  } catch {
    return { message: "is not valid UTF-16" };
  }
}

/** The first line, from 1, that is no UTF-8 by itself: a line break is never part of a longer character. */
function lineOfFirstBadByte(bytes: Uint8Array): number {
  const strict = new TextDecoder("utf-8", { fatal: true });
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const newline = bytes.indexOf(10, start);
    const end = newline < 0 ? bytes.length : newline + 1;
    try {
      strict.decode(bytes.subarray(start, end));
    } catch {
      return line;
    }
    start = end;
  }
  return line;
}
