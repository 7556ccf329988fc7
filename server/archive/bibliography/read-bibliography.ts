import type { Problem } from "../../engine/corpus/source.ts";
import { readCsl } from "./csl.ts";
import { type Bibliography, type BibliographyEntry, bibliographyOf, noBibliography } from "./entry.ts";

/** Whether a file describes the sources beside it and is none itself: `sources.bib`, `sources.json`, `sources.yaml` or any other `.bib`. */
export const isBibliography = (path: string): boolean => /(?:^|[/\\])sources\.(?:json|ya?ml)$|\.bib$/i.test(path);

interface NamedText {
  readonly uri: string;
  readonly text: string;
}

/** Reads the bibliographies of a corpus; in case of doubt the first in order of uri counts. Never rejects. */
export async function readBibliographies(files: readonly NamedText[]): Promise<{ readonly bibliography: Bibliography; readonly problems: readonly Problem[] }> {
  if (!files.length) return { bibliography: noBibliography, problems: [] };
  const entries: BibliographyEntry[] = [];
  const problems: Problem[] = [];
  for (const { uri, text } of files.toSorted((a, b) => (a.uri < b.uri ? -1 : 1))) {
    try {
      const read = /\.bib$/i.test(uri) ? await (await import("./bibtex.ts")).readBibtex(text) : { entries: readCsl(text), problems: [] };
      entries.push(...read.entries);
      problems.push(...read.problems.map((message) => ({ uri, message: `bibliography: ${message}` })));
    } catch (error) {
      problems.push({ uri, message: `bibliography could not be read: ${error instanceof Error ? error.message : error}` });
    }
  }
  return { bibliography: bibliographyOf(entries), problems };
}
