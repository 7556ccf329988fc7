// URIs as editors write them: the same file may come percent-encoded in several ways.

/** Equal for all spellings of one file's URI. */
export function keyOf(uri: string): string {
  try {
    return decodeURIComponent(uri).replace(/^(file:\/\/\/)([A-Z])(?=:)/, (_, scheme, drive) => scheme + drive.toLowerCase());
  } catch {
    return uri;
  }
}

const encode = (part: string): string => encodeURIComponent(part).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
const withoutSlash = (uri: string): string => uri.replace(/\/+$/, "");

/** A path with forward slashes, `..` allowed, below a folder's URI. */
export function joinUri(folder: string, path: string): string {
  const at = withoutSlash(folder);
  const root = /^[a-z][a-z0-9+.-]*:(\/\/[^/]*)?/i.exec(at)?.[0] ?? "";
  const parts = path.startsWith("/") ? [] : at.slice(root.length).split("/").filter(Boolean);
  for (const part of path.split("/")) {
    if (part === "..") parts.pop();
    else if (part && part !== ".") parts.push(encode(part));
  }
  return `${root}/${parts.join("/")}`;
}

/** The decoded path of a file below a folder, with forward slashes; undefined when it lies elsewhere. */
export function pathBelow(folder: string, uri: string): string | undefined {
  const top = `${withoutSlash(keyOf(folder))}/`;
  const key = keyOf(uri);
  return key.startsWith(top) ? key.slice(top.length) : undefined;
}

/** The folder that a file or folder lies in; undefined at the top. */
export function parentOf(uri: string): string | undefined {
  const parent = /^([a-z][a-z0-9+.-]*:\/\/[^/]*\/.*)\/[^/]+\/?$/i.exec(uri)?.[1];
  return parent && parent !== uri ? parent : undefined;
}

export const fileName = (uri: string): string => keyOf(uri).replace(/^.*\//, "");
