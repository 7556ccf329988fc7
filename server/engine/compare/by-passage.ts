import { bareShelf, type Shelf } from "../document/memory.ts";
import type { PassageReading, Reading } from "../extract/mentions.ts";

/** The passages of a reading; a text that is read once is one passage as a whole. */
export const passagesIn = (reading: Reading): readonly PassageReading[] =>
  reading.passages ?? [{ document: reading.document, reading, shelf: bareShelf, start: 0, sentence: 0, block: 0 }];

/** The shelf of the whole. */
export const shelfOf = ({ shelf = bareShelf }: Reading): Shelf => shelf;

/** What can be told of each passage alone: worked out for the passages that have changed, and put in its place. */
export const byPassage = <T>(
  whole: Reading,
  kind: string,
  tell: (reading: Reading) => readonly T[],
  place: (one: T, passage: PassageReading) => T,
): readonly T[] =>
  passagesIn(whole).flatMap((passage) => {
    const { reading, shelf } = passage;
    return shelf.keep(kind, [reading], () => tell(reading)).map((one) => place(one, passage));
  });
