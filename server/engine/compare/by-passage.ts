import { eachKept } from "../document/kept-lists.ts";
import { bareShelf, type Shelf } from "../document/memory.ts";
import type { PassageReading, Reading } from "../extract/mentions.ts";

/** The passages of a reading; a text that is read once is one passage as a whole. */
export const passagesIn = (reading: Reading): readonly PassageReading[] =>
  reading.passages ?? [{ document: reading.document, reading, shelf: bareShelf, start: 0, sentence: 0, block: 0 }];

/** The shelf of the whole. */
export const shelfOf = ({ shelf = bareShelf }: Reading): Shelf => shelf;

/** What can be told of each passage by its own reading and what is given, one value a passage: worked out for those that have changed. */
export function byPassage<T>(whole: Reading, kind: string, given: readonly unknown[], tell: (passage: PassageReading) => T): readonly T[] {
  const passages = passagesIn(whole);
  const readings = passages.map(({ reading }) => reading);
  return eachKept(shelfOf(whole), kind, [readings], given, (at) => {
    const passage = passages[at] as PassageReading;
    return passage.shelf.keep(kind, [passage.reading, ...given], () => tell(passage));
  });
}
