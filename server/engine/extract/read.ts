import type { Document } from "../document/document.ts";
import type { Memory } from "../document/memory.ts";
import { readAttributions } from "./attributions.ts";
import { readCitations } from "./citations.ts";
import { readDates } from "./dates.ts";
import { readFigures } from "./figures.ts";
import type { Reading } from "./mentions.ts";
import { readNames } from "./names.ts";
import { readPlaceholders } from "./placeholders.ts";
import { bindSpeakers, readQuotations } from "./quotations.ts";
import { readOwnSources, readSuppressions } from "./suppressions.ts";

/**
 * Runs every extractor over a document, in the order that removes most false alarms: dates first, which mask their numbers from the figures;
 * names before attributions, which bind a speaker to a name; quotations get their speakers last.
 * `written` is the ISO day of writing, if known.
 */
export function read(document: Document, written: string | undefined, memory?: Memory): Reading {
  const dates = readDates(document, written, memory);
  const placeholders = readPlaceholders(document);
  const names = readNames(document, dates, memory);
  const figures = readFigures(document, [...dates, ...placeholders], names, memory);
  const quotations = readQuotations(document);
  const attributions = readAttributions(document, names, quotations, memory);
  return {
    document,
    ...(written ? { written } : {}),
    dates,
    figures,
    quotations: bindSpeakers(document, quotations, attributions),
    attributions,
    names,
    citations: readCitations(document),
    suppressions: readSuppressions(document),
    ownSources: readOwnSources(document),
    placeholders,
    ...(memory && { memory }),
  };
}
