type Decoded = { readonly text: string; readonly bom: boolean } | { readonly message: string; readonly line?: number };

/** Bytes as UTF-8 text; or why they are none. */
export function decode(bytes: Uint8Array): Decoded {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return { message: "is UTF-16: save it as UTF-8" };
  if (bytes.subarray(0, 8192).includes(0)) return { message: "is a binary file, not text" };
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.startsWith("\ufeff") ? { text: text.slice(1), bom: true } : { text, bom: false };
  } catch {
    return { message: "is not valid UTF-8", line: lineOfFirstBadByte(bytes) };
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
