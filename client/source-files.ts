// Files for a server that has no disk, as in a browser: read through the editor's file system, which also knows virtual ones.
import { Disposable, FileType, Uri, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { type FileKind, FileKindRequest, ListFilesRequest, ReadFileRequest } from "../server/lsp/protocol.ts";

const isHidden = (name: string) => name.startsWith(".") || name === "node_modules";

/** Entries of a folder; none where there is no such folder or it may not be read. */
const entriesOf = async (folder: Uri): Promise<readonly [string, FileType][]> => {
  try {
    return await workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
};

async function filesBelow(folder: Uri): Promise<readonly Uri[]> {
  const shown = (await entriesOf(folder)).filter(([name]) => !isHidden(name));
  const found = await Promise.all(
    shown.map(([name, type]): readonly Uri[] | Promise<readonly Uri[]> => {
      const uri = Uri.joinPath(folder, name);
      // A link to a folder may lead back up: only real folders are entered.
      return type === FileType.Directory ? filesBelow(uri) : type & FileType.File ? [uri] : [];
    }),
  );
  return found.flat();
}

async function kindOf(uri: Uri): Promise<FileKind> {
  try {
    const { type } = await workspace.fs.stat(uri);
    return type & FileType.Directory ? "folder" : "file";
  } catch {
    return "missing";
  }
}

async function readBytes(uri: Uri): Promise<Uint8Array | undefined> {
  try {
    return await workspace.fs.readFile(uri);
  } catch {
    return undefined;
  }
}

/** `btoa` wants a string of bytes, and a call takes only so many arguments. */
function base64(bytes: Uint8Array): string {
  let binary = "";
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}

/** Answers the server's questions about files, in the spelling of URIs that the server uses. */
export const serveSourceFiles = (client: BaseLanguageClient): Disposable =>
  Disposable.from(
    client.onRequest(FileKindRequest, ({ uri }) => kindOf(client.protocol2CodeConverter.asUri(uri))),
    client.onRequest(ListFilesRequest, async ({ uri }) => {
      const files = await filesBelow(client.protocol2CodeConverter.asUri(uri));
      return files.map((file) => client.code2ProtocolConverter.asUri(file));
    }),
    client.onRequest(ReadFileRequest, async ({ uri }) => {
      const bytes = await readBytes(client.protocol2CodeConverter.asUri(uri));
      return bytes ? base64(bytes) : null;
    }),
  );
