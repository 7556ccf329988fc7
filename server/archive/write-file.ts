import { chmod, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TextFile } from "./text-file.ts";

/** Replaces a file's text, in the encoding that it has. */
export const replaceTextFile = (file: TextFile): Promise<void> => replaceFile(fileURLToPath(file.uri), bytesOf(file));

function bytesOf({ text, bom, encoding }: TextFile): Uint8Array {
  const bytes = Buffer.from(bom ? `\ufeff${text}` : text, encoding ? "utf16le" : "utf8");
  return encoding === "utf-16be" ? bytes.swap16() : bytes;
}

/** Replaces a file in one step: whoever reads it sees what was there or what is, never half. Links and permissions stay. */
export async function replaceFile(path: string, content: string | Uint8Array): Promise<void> {
  const target = await realpath(path);
  const draft = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  try {
    await writeFile(draft, content, { flag: "wx" });
    await chmod(draft, (await stat(target)).mode);
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
