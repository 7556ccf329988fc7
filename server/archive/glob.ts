/** Whether a path or pattern has wildcards. */
export const isGlob = (pattern: string): boolean => /[*?{}[\]]/.test(pattern);

/** The folder that a glob's matches all lie in, and what is left of the pattern below it. */
export function splitGlob(pattern: string): { readonly folder: string; readonly rest: string } {
  const parts = pattern.split("/");
  const first = parts.findIndex(isGlob);
  if (first < 0) return { folder: pattern, rest: "" };
  return { folder: parts.slice(0, first).join("/") || (pattern.startsWith("/") ? "/" : "."), rest: parts.slice(first).join("/") };
}

/** A glob over paths with forward slashes: `*`, `?`, `**` for any folders, `[ab]`, `{md,txt}`. What is no valid glob matches itself only. */
export function globMatcher(pattern: string): (path: string) => boolean {
  let regex = "";
  let depth = 0;
  for (let i = 0; i < pattern.length; i++) {
    const char = pattern[i] as string;
    if (char === "*" && pattern[i + 1] === "*") {
      const wholeParts = pattern[i + 2] === "/";
      regex += wholeParts ? "(?:[^/]+/)*" : ".*";
      i += wholeParts ? 2 : 1;
    } else if (char === "*") regex += "[^/]*";
    else if (char === "?") regex += "[^/]";
    else if (char === "{") {
      depth++;
      regex += "(?:";
    } else if (char === "}" && depth > 0) {
      depth--;
      regex += ")";
    } else if (char === "," && depth > 0) regex += "|";
    else if (char === "[" && pattern.indexOf("]", i + 2) > 0) {
      const close = pattern.indexOf("]", i + 2);
      const inside = pattern.slice(i + 1, close).replace(/[\\[\]]/g, "\\$&");
      regex += `[${inside.startsWith("!") ? `^${inside.slice(1)}` : inside}]`;
      i = close;
    } else regex += char.replace(/[\\^$.|+()[\]{}]/g, "\\$&");
  }
  try {
    const compiled = new RegExp(`^${regex}$`, "u");
    return (path) => compiled.test(path);
  } catch {
    return (path) => path === pattern;
  }
}
