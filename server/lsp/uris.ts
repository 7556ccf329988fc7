// URIs as editors write them: the same file may come percent-encoded in several ways.

/** Equal for all spellings of one file's URI. */
export function keyOf(uri: string): string {
  try {
    return decodeURIComponent(uri).replace(/^(file:\/\/\/)([A-Z])(?=:)/, (_, scheme, drive) => scheme + drive.toLowerCase());
  } catch {
    return uri;
  }
}

/** `scheme://authority`, and the parts of the path. */
function split(uri: string): { readonly root: string; readonly parts: readonly string[] } {
  const root = /^[a-z][a-z0-9+.-]*:(\/\/[^/]*)?/i.exec(uri)?.[0] ?? "";
  return { root, parts: uri.slice(root.length).split("/").filter(Boolean) };
}

const encode = (part: string): string => encodeURIComponent(part).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);

/** A path with forward slashes, `..` allowed, below a folder's URI. */
export function joinUri(folder: string, path: string): string {
  const { root, parts } = split(folder);
  const joined = path.startsWith("/") ? [] : [...parts];
  for (const part of path.split("/")) {
    if (part === "..") joined.pop();
    else if (part && part !== ".") joined.push(encode(part));
  }
  return `${root}/${joined.join("/")}`;
}

/** The decoded path of a file below a folder, with forward slashes; undefined when it lies elsewhere. */
export function pathBelow(folder: string, uri: string): string | undefined {
  const { root, parts } = split(keyOf(folder));
  const top = `${[root, ...parts].join("/")}/`;
  const key = keyOf(uri);
  return key.startsWith(top) ? key.slice(top.length) : undefined;
}

/** The folder that a file or folder lies in; undefined at the top. */
export function parentOf(uri: string): string | undefined {
  const { root, parts } = split(uri);
  return parts.length ? `${root}/${parts.slice(0, -1).join("/")}` : undefined;
}

export const fileName = (uri: string): string => keyOf(uri).replace(/^.*\//, "");
