import { noMemory } from "../document/memory.ts";
import type { PassageReading, Reading } from "../extract/mentions.ts";

/** The passages of a reading; a text that is read once is one passage as a whole. */
export const passagesIn = (reading: Reading): readonly PassageReading[] =>
  reading.passages ?? [{ document: reading.document, reading, shelf: noMemory.shelf(""), start: 0, sentence: 0, block: 0 }];

/** How many dates of the whole lie before a passage. */
export interface Before {
  readonly dates: number;
}

/** What can be told of each passage alone: worked out for the passages that have changed, and put in its place. */
export function byPassage<T>(
  whole: Reading,
  kind: string,
  tell: (reading: Reading) => readonly T[],
  place: (one: T, passage: PassageReading, before: Before) => T,
): readonly T[] {
  let dates = 0;
  return passagesIn(whole).flatMap((passage) => {
    const { reading, shelf } = passage;
    const told = shelf.keep(kind, [reading], () => tell(reading));
    const before = { dates };
    dates += reading.dates.length;
    return told.map((one) => place(one, passage, before));
  });
}
