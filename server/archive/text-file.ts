import { readFile, stat } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import type { Problem } from "../engine/corpus/source.ts";

/** A file's text, without its byte order mark. */
export interface TextFile {
  readonly uri: string;
  readonly text: string;
  /** The file starts with a byte order mark, which `text` leaves out: offsets into the file are one higher. */
  readonly bom: boolean;
}

export type ReadResult = { readonly file: TextFile; readonly problem?: undefined } | { readonly file?: undefined; readonly problem: Problem };

/** Larger files are no articles. */
export const largestFile = 10 * 1024 * 1024;

/** Reads a text file. What cannot be read as UTF-8 prose comes back as a problem. */
export async function readTextFile(path: string): Promise<ReadResult> {
  const uri = pathToFileURL(path).href;
  const problem = (message: string, line?: number): ReadResult => ({ problem: { uri, message, ...(line && { line }) } });
  try {
    const { size } = await stat(path);
    if (size > largestFile) return problem(`is larger than ${largestFile / 1024 / 1024} MB: not read`);
    const decoded = decode(await readFile(path));
    return "text" in decoded ? { file: { uri, ...decoded } } : problem(decoded.message, decoded.line);
  } catch (error) {
    return problem(reasonOf(error));
  }
}

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

/** Where the lenient decoder first puts a replacement character that the bytes do not spell out. */
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

/** What went wrong with a file, in words. */
export function reasonOf(error: unknown): string {
  const code = (error as { code?: string }).code;
  if (code === "ENOENT") return "no such file or folder";
  if (code === "EACCES" || code === "EPERM") return "cannot be read: permission denied";
  if (code === "EISDIR") return "is a folder";
  if (code === "ELOOP") return "cannot be read: its links form a circle";
  return `cannot be read: ${code ?? (error instanceof Error ? error.message : String(error))}`;
}
