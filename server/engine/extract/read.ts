import type { Document } from "../document/document.ts";
import { eachKept, flatKept } from "../document/kept-lists.ts";
import { bareShelf, type Shelf } from "../document/memory.ts";
import { type Passage, passagesOf } from "../document/passage.ts";
import { placedAttribution, readAttributions } from "./attributions.ts";
import { type Beside, besidePassages } from "./beside.ts";
import { readCitations } from "./citations.ts";
import { datesOfPassages, placedDates } from "./dates.ts";
import { placedFigure, readFigures } from "./figures.ts";
import { readLeadIns } from "./lead-ins.ts";
import type { Attribution, Figure, Mention, Name, PassagedReading, PassageReading, Reading } from "./mentions.ts";
import { readNames } from "./names.ts";
import { readPlaceholders } from "./placeholders.ts";
import { placedMention } from "./placing.ts";
import { bindSpeakers, placedQuotations, readQuotations } from "./quotations.ts";
import { readOwnSources, readSuppressions } from "./suppressions.ts";

/**
 * Runs every extractor over a document, passage by passage, in the order that removes most false alarms: dates first, which mask their numbers from the
 * figures; names before attributions, which bind a speaker to a name; quotations get their speakers last.
 * `written` is the ISO day of writing, if known. Of passages that were read before, only what has changed is read again.
 */
export function read(
  document: Document,
  written: string | undefined,
  passages: readonly Passage[] = passagesOf(document),
  shelf: Shelf = bareShelf,
): PassagedReading {
  const shelves = passages.map((passage) => passage.shelf);
  const alone = <V>(kind: string, make: (passage: Passage) => V): readonly V[] =>
    eachKept(shelf, kind, [shelves], [], (at) => {
      const passage = passages[at] as Passage;
      return passage.shelf.keep(kind, [], () => make(passage));
    });
  const dates = datesOfPassages(passages, written, shelf);
  const placeholders = alone("placeholders", ({ document }) => readPlaceholders(document));
  const names = readNames(passages, dates, document.metadata.dateline, shelf);
  const figures = eachKept(shelf, "figures", [shelves, dates, placeholders], [], (at) => {
    const masked = [of<Mention>(dates, at), of<Mention>(placeholders, at)];
    const passage = passages[at] as Passage;
    return passage.shelf.keep("figures", masked, () => readFigures(passage, masked.flat()));
  });
  const marked = alone("marked", readQuotations);
  const attributions = readAttributions(passages, names, marked, shelf);
  const placed = <M>(kind: string, lists: readonly (readonly M[])[], place: (one: M, passage: Passage) => M): readonly M[] =>
    flatKept(shelf, `placed ${kind}`, passages, lists, place);

  const whole = {
    document,
    ...(written ? { written } : {}),
    dates: placedDates(passages, dates, shelf),
    figures: placed<Figure>("figures", figures, placedFigure),
    attributions: placed<Attribution>("attributions", attributions, placedAttribution),
    names: placed<Name>("names", names, placedMention),
    placeholders: placed("placeholders", placeholders, placedMention),
    citations: readCitations(document),
    suppressions: readSuppressions(document),
    ownSources: readOwnSources(document),
  };
  const ledIn = readLeadIns(document, whole.attributions, whole.citations);
  const quotations = bindSpeakers(document, placedQuotations(passages, marked), whole.attributions);
  const beside = besidePassages(passages, document, { quotations, citations: whole.citations, ownSources: whole.ownSources, ledIn });
  const readings = eachKept(shelf, "readings", [shelves, dates, figures, names, attributions, beside], [written], (at) => {
    const passage = passages[at] as Passage;
    const own = { dates: of(dates, at), figures: of(figures, at), names: of(names, at), attributions: of(attributions, at) };
    const rest = beside[at] as Beside;
    return passage.shelf.keep(
      "reading",
      [written, rest, ...Object.values(own)],
      (): Reading => ({ document: passage.document, ...(written ? { written } : {}), ...own, ...rest, suppressions: [], placeholders: [] }),
    );
  });
  return {
    ...whole,
    ledIn,
    quotations,
    passages: eachKept(
      shelf,
      "passages read",
      [passages, readings],
      [],
      (at): PassageReading => ({ ...(passages[at] as Passage), reading: readings[at] as Reading }),
    ),
    ...(shelf !== bareShelf && { shelf }),
  };
}

const of = <M>(lists: readonly (readonly M[])[], passage: number): readonly M[] => lists[passage] as readonly M[];
