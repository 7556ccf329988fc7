import { isBibliography } from "./bibliography/read-bibliography.ts";

/** Endings of the files that are read as sources. */
export const sourceEndings = "txt,md,markdown,news,html,htm,xhtml,json,ninjs,xml,newsml,nitf,rss,atom,rdf,pdf,docx,eml";

const ending = new RegExp(`\\.(?:${sourceEndings.replaceAll(",", "|")})$`, "i");

export const isSourceFile = (path: string): boolean => ending.test(path) && !isBibliography(path);

/** Of the files of a folder those that are read as sources: the parts of a saved page (`page_files/` beside `page.html`) are none. */
export function sourcesAmong(paths: readonly string[]): readonly string[] {
  const pages = new Set(paths.flatMap((path) => (/\.x?html?$/i.test(path) ? [path.replace(/\.\w+$/, "")] : [])));
  return paths.filter((path) => {
    const folder = isSourceFile(path) ? /^(.+)(?:_files|\.files)[/\\]/.exec(path)?.[1] : undefined;
    return isSourceFile(path) && !(folder !== undefined && pages.has(folder));
  });
}

/** The bibliographies that lie in a folder with one of the sources. */
export function bibliographiesBeside(paths: readonly string[], sources: readonly string[]): readonly string[] {
  const folderOf = (path: string) => path.replace(/[^/\\]*$/, "");
  const folders = new Set(sources.map(folderOf));
  return paths.filter((path) => isBibliography(path) && folders.has(folderOf(path)));
}
