import type { Connection } from "vscode-languageserver";
import { decode } from "../archive/decode.ts";
import { reasonOf } from "./guard.ts";
import { type FileKind, FileKindRequest, ListFilesRequest, ReadFileRequest } from "./protocol.ts";
import type { FileBytes, FileSystem } from "./runtime.ts";

/** The client's file system, for a server that has none. */
export function clientFiles(connection: Connection): FileSystem {
  const bytes = async (uri: string): Promise<FileBytes> => {
    const base64 = await connection.sendRequest<string | null>(ReadFileRequest.method, { uri }).catch((error: unknown) => new Error(reasonOf(error)));
    if (base64 instanceof Error) return { problem: `cannot be read: ${base64.message}` };
    return base64 === null ? { problem: "no such file or folder" } : { bytes: Uint8Array.from(atob(base64), (char) => char.charCodeAt(0)) };
  };
  return {
    kind: (uri) => connection.sendRequest<FileKind>(FileKindRequest.method, { uri }),
    list: (uri) => connection.sendRequest<readonly string[]>(ListFilesRequest.method, { uri }),
    read: async (uri) => {
      const file = await bytes(uri);
      if ("problem" in file) return file;
      const decoded = decode(file.bytes);
      return "text" in decoded ? { text: decoded.text } : { problem: decoded.message };
    },
    bytes,
  };
}
