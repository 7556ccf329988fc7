import type { Document } from "../document/document.ts";
import { type Passage, passagesOf } from "../document/passage.ts";
import { placedAttribution, readAttributions } from "./attributions.ts";
import { type Beside, besidePassages } from "./beside.ts";
import { readCitations } from "./citations.ts";
import { datesOfPassages, placedDates } from "./dates.ts";
import { placedFigure, readFigures } from "./figures.ts";
import type { Attribution, Figure, Mention, Name, PassagedReading, PassageReading, Reading } from "./mentions.ts";
import { readNames } from "./names.ts";
import { readPlaceholders } from "./placeholders.ts";
import { placedIn, placedMention } from "./placing.ts";
import { bindSpeakers, placedQuotations, readQuotations } from "./quotations.ts";
import { readOwnSources, readSuppressions } from "./suppressions.ts";

/**
 * Runs every extractor over a document, passage by passage, in the order that removes most false alarms: dates first, which mask their numbers from the
 * figures; names before attributions, which bind a speaker to a name; quotations get their speakers last.
 * `written` is the ISO day of writing, if known. Of passages that were read before, only what has changed is read again.
 */
export function read(document: Document, written: string | undefined, passages: readonly Passage[] = passagesOf(document)): PassagedReading {
  const dates = datesOfPassages(passages, written);
  const placeholders = passages.map((passage) => passage.shelf.keep("placeholders", [], () => readPlaceholders(passage.document)));
  const names = readNames(passages, dates, document.metadata.dateline);
  const figures = passages.map((passage, at) => {
    const masked = [of<Mention>(dates, at), of<Mention>(placeholders, at)];
    return passage.shelf.keep("figures", masked, () => readFigures(passage, masked.flat()));
  });
  const marked = passages.map((passage) => passage.shelf.keep("marked", [], () => readQuotations(passage)));
  const attributions = readAttributions(passages, names, marked);
  const placed = <M>(kind: string, lists: readonly (readonly M[])[], place: (one: M, passage: Passage) => M): readonly M[] =>
    passages.flatMap((passage, at) => placedIn(passage, kind, of(lists, at), (one) => place(one, passage)));

  const whole = {
    document,
    ...(written ? { written } : {}),
    dates: placedDates(passages, dates),
    figures: placed<Figure>("figures", figures, placedFigure),
    attributions: placed<Attribution>("attributions", attributions, placedAttribution),
    names: placed<Name>("names", names, placedMention),
    placeholders: placed("placeholders", placeholders, placedMention),
    citations: readCitations(document),
    suppressions: readSuppressions(document),
    ownSources: readOwnSources(document),
  };
  const quotations = bindSpeakers(document, placedQuotations(passages, marked), whole.attributions);
  const beside = besidePassages(passages, document, quotations, whole.citations, whole.ownSources);
  return {
    ...whole,
    quotations,
    passages: passages.map((passage, at): PassageReading => {
      const own = { dates: of(dates, at), figures: of(figures, at), names: of(names, at), attributions: of(attributions, at) };
      const rest = beside[at] as Beside;
      const reading = passage.shelf.keep(
        "reading",
        [written, rest, ...Object.values(own)],
        (): Reading => ({ document: passage.document, ...(written ? { written } : {}), ...own, ...rest, suppressions: [], placeholders: [] }),
      );
      return { ...passage, reading };
    }),
  };
}

const of = <M>(lists: readonly (readonly M[])[], passage: number): readonly M[] => lists[passage] as readonly M[];
