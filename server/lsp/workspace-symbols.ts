import { type SymbolInformation, SymbolKind } from "vscode-languageserver";
import { textOf } from "../engine/corpus/packed-source.ts";
import { proseOf } from "../engine/document/document.ts";
import type { Converter } from "./convert.ts";
import { wordsOf } from "./here.ts";
import { locationIn } from "./source-location.ts";
import type { Desk } from "./workspace.ts";

const most = 256;

/** The sources and their figures whose words hold all words of the query. */
export function workspaceSymbols(desks: readonly Desk[], query: string, convert: Converter): readonly SymbolInformation[] {
  const wanted = query.toLowerCase().split(/\s+/).filter(Boolean);
  const isAsked = (text: string): boolean => wanted.every((word) => text.includes(word));
  const found: SymbolInformation[] = [];
  for (const source of new Set(desks.flatMap(({ corpus }) => corpus.sources))) {
    const about = `${source.id} ${source.title ?? ""}`;
    if (isAsked(about.toLowerCase()))
      found.push({
        name: source.title ?? source.id,
        kind: SymbolKind.File,
        containerName: source.id,
        location: locationIn(source, { start: 0, end: 0 }, convert),
      });
    // Most sources have not all of the words, and need not be unpacked.
    if (!isAsked(`${textOf(source)} ${about}`.toLowerCase())) continue;
    const { document } = source.reading;
    for (const { figure } of source.claims) {
      if (found.length >= most) return found;
      const name = proseOf(document, wordsOf(figure));
      if (!isAsked(`${name} ${about}`.toLowerCase())) continue;
      const containerName = [source.id, source.date].filter(Boolean).join(", ");
      found.push({ name, kind: SymbolKind.Number, containerName, location: locationIn(source, wordsOf(figure), convert) });
    }
  }
  return found.slice(0, most);
}
