import { readFile, stat } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import type { Problem } from "../engine/corpus/source.ts";
import { decode, type Utf16 } from "./decode.ts";

/** A file's text, without its byte order mark. */
export interface TextFile {
  readonly uri: string;
  readonly text: string;
  /** The file starts with a byte order mark, which `text` leaves out: offsets into the file are one higher. */
  readonly bom: boolean;
  /** UTF-8 where absent. */
  readonly encoding?: Utf16;
}

export type ReadResult = { readonly file: TextFile; readonly problem?: undefined } | { readonly file?: undefined; readonly problem: Problem };

const megabyte = 1024 * 1024;
/** Larger files are no articles; those with pictures inside may be larger. */
const largest = (path: string): number => (/\.(?:pdf|docx|eml)$/i.test(path) ? 64 : 10) * megabyte;

/** Reads a text file. What is neither UTF-8 nor marked UTF-16 comes back as a problem. */
export async function readTextFile(path: string): Promise<ReadResult> {
  const { uri, bytes, problem } = await readBytes(path);
  if (problem) return { problem };
  const decoded = decode(bytes);
  return "text" in decoded ? { file: { uri, ...decoded } } : { problem: { uri, message: decoded.message, ...(decoded.line && { line: decoded.line }) } };
}

type BytesResult = { readonly uri: string } & (
  | { readonly bytes: Uint8Array; readonly problem?: undefined }
  | { readonly bytes?: undefined; readonly problem: Problem }
);

/** Reads a file of any format. */
export async function readBytes(path: string): Promise<BytesResult> {
  const uri = pathToFileURL(path).href;
  try {
    const { size } = await stat(path);
    if (size > largest(path)) return { uri, problem: { uri, message: `is larger than ${largest(path) / megabyte} MB: not read` } };
    return { uri, bytes: await readFile(path) };
  } catch (error) {
    return { uri, problem: { uri, message: reasonOf(error) } };
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
