import type { FileKind } from "./protocol.ts";

/** A file's text without its byte order mark; or why it cannot be read. */
export type FileText = { readonly text: string } | { readonly problem: string };

/** A file as it is; or why it cannot be read. */
export type FileBytes = { readonly bytes: Uint8Array } | { readonly problem: string };

/** Access to files by URI: the disk on Node, the client's file system in a browser. */
export interface FileSystem {
  readonly kind: (uri: string) => Promise<FileKind>;
  /** All files below a folder, hidden ones and node_modules left out; empty where there is no such folder. */
  readonly list: (folder: string) => Promise<readonly string[]>;
  readonly read: (uri: string) => Promise<FileText>;
  readonly bytes: (uri: string) => Promise<FileBytes>;
}

/** What the server needs of its host beyond the connection. */
export interface Runtime {
  readonly files: FileSystem;
}
