/** A text as an editor writes it that saves in UTF-16, with its byte order mark. */
export function utf16(text: string, encoding: "utf-16le" | "utf-16be"): Uint8Array {
  const bytes = Buffer.from(`\ufeff${text}`, "utf16le");
  return encoding === "utf-16be" ? bytes.swap16() : bytes;
}
