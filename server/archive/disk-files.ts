import { relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { filesBelow, kindOf } from "./folder.ts";
import { readBytes, readTextFile } from "./text-file.ts";

const pathOf = (uri: string): string | undefined => {
  try {
    return uri.startsWith("file:") ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
};

/** The disk by URI, for hosts that name files so. */
export const diskFiles = {
  kind: async (uri: string) => {
    const path = pathOf(uri);
    return path === undefined ? "missing" : kindOf(path);
  },
  list: async (folder: string): Promise<readonly string[]> => {
    const path = pathOf(folder);
    if (path === undefined) return [];
    const top = folder.replace(/\/+$/, "");
    const { files } = await filesBelow(path);
    return files.map((file) => `${top}/${pathToFileURL(`/${relative(path, file).replaceAll("\\", "/")}`).pathname.slice(1)}`);
  },
  read: async (uri: string): Promise<{ readonly text: string } | { readonly problem: string }> => {
    const path = pathOf(uri);
    if (path === undefined) return { problem: "cannot be read: not a file on this computer" };
    const { file, problem } = await readTextFile(path);
    return file ? { text: file.text } : { problem: problem.message };
  },
  bytes: async (uri: string): Promise<{ readonly bytes: Uint8Array } | { readonly problem: string }> => {
    const path = pathOf(uri);
    if (path === undefined) return { problem: "cannot be read: not a file on this computer" };
    const { bytes, problem } = await readBytes(path);
    return bytes ? { bytes } : { problem: problem.message };
  },
} as const;
