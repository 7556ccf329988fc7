import { readFile, stat } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import type { Problem } from "../engine/corpus/source.ts";
import { decode } from "./decode.ts";

/** A file's text, without its byte order mark. */
export interface TextFile {
  readonly uri: string;
  readonly text: string;
  /** The file starts with a byte order mark, which `text` leaves out: offsets into the file are one higher. */
  readonly bom: boolean;
}

export type ReadResult = { readonly file: TextFile; readonly problem?: undefined } | { readonly file?: undefined; readonly problem: Problem };

/** Larger files are no articles. */
const largestFile = 10 * 1024 * 1024;

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

/** What went wrong with a file, in words. */
export function reasonOf(error: unknown): string {
  const code = (error as { code?: string }).code;
  if (code === "ENOENT") return "no such file or folder";
  if (code === "EACCES" || code === "EPERM") return "cannot be read: permission denied";
  if (code === "EISDIR") return "is a folder";
  if (code === "ELOOP") return "cannot be read: its links form a circle";
  return `cannot be read: ${code ?? (error instanceof Error ? error.message : String(error))}`;
}
