import type { Source } from "../corpus/source.ts";
import type { DateMention } from "../extract/mentions.ts";
import type { Desk } from "./desk.ts";

/** A day that the sources name where they speak of what a date's sentence speaks of. */
export interface SupportedDay {
  readonly day: string;
  readonly source: Source;
  readonly mention: DateMention;
  /** Likeness of the sentences, 0 to 1. */
  readonly score: number;
}

/** The days named in the source sentences aligned with a date's sentence, best first. */
export function supportedDays(desk: Desk, date: DateMention): readonly SupportedDay[] {
  return (desk.alignments[date.sentence] ?? []).flatMap(({ source, sentence, score }) =>
    source.reading.dates.flatMap((mention) =>
      mention.sentence === sentence.index && mention.range && mention.range.from === mention.range.to
        ? [{ day: mention.range.from, source, mention, score }]
        : [],
    ),
  );
}
