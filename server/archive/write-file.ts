import { chmod, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/** Replaces a file's text in one step: whoever reads it sees the old text or the new one, never half. Links and permissions stay. */
export async function replaceFile(path: string, text: string): Promise<void> {
  const target = await realpath(path);
  const draft = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  try {
    await writeFile(draft, text, { flag: "wx" });
    await chmod(draft, (await stat(target)).mode);
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
