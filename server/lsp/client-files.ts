import type { Connection } from "vscode-languageserver";
import { decode } from "../archive/decode.ts";
import { type FileKind, FileKindRequest, ListFilesRequest, ReadFileRequest } from "./protocol.ts";
import type { FileSystem } from "./runtime.ts";

/** The client's file system, for a server that has none. */
export const clientFiles = (connection: Connection): FileSystem => ({
  kind: (uri) => connection.sendRequest<FileKind>(FileKindRequest.method, { uri }),
  list: (uri) => connection.sendRequest<readonly string[]>(ListFilesRequest.method, { uri }),
  read: async (uri) => {
    const base64 = await connection.sendRequest<string | null>(ReadFileRequest.method, { uri });
    if (base64 === null) return { problem: "no such file or folder" };
    const decoded = decode(Uint8Array.from(atob(base64), (char) => char.charCodeAt(0)));
    return "text" in decoded ? { text: decoded.text } : { problem: decoded.message };
  },
});
