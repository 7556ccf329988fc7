import type { Connection } from "vscode-languageserver";
import { decode } from "../archive/decode.ts";
import { reasonOf } from "./guard.ts";
import { type FileKind, FileKindRequest, ListFilesRequest, ReadFileRequest } from "./protocol.ts";
import type { FileBytes, FileSystem } from "./runtime.ts";

/** The client's file system, for a server that has none. */
export function clientFiles(connection: Connection): FileSystem {
  /** What the client answers. Its failure is ours to report, never an answer to its own requests. */
  const ask = <T>(method: string, uri: string): Promise<T> =>
    connection.sendRequest<T>(method, { uri }).catch((error: unknown) => {
      throw new Error(reasonOf(error));
    });
  const bytes = async (uri: string): Promise<FileBytes> => {
    try {
      const base64 = await ask<string | null>(ReadFileRequest.method, uri);
      return base64 === null ? { problem: "no such file or folder" } : { bytes: Uint8Array.from(atob(base64), (char) => char.charCodeAt(0)) };
    } catch (error) {
      return { problem: `cannot be read: ${reasonOf(error)}` };
    }
  };
  return {
    kind: (uri) => ask<FileKind>(FileKindRequest.method, uri),
    list: (uri) => ask<readonly string[]>(ListFilesRequest.method, uri),
    read: async (uri) => {
      const file = await bytes(uri);
      if ("problem" in file) return file;
      const decoded = decode(file.bytes);
      return "text" in decoded ? { text: decoded.text } : { problem: decoded.message };
    },
    bytes,
  };
}
