import type { Span } from "../document/document.ts";
import type { Passage, Place } from "../document/passage.ts";
import type { Mention } from "./mentions.ts";

/** The span counted from another start. */
export const moved = <S extends Span>(span: S, by: number): S => ({ ...span, start: span.start + by, end: span.end + by });

/** A passage's mention in its place in the whole. */
export const placedMention = <M extends Mention>(mention: M, { start, sentence }: Place): M => ({
  ...mention,
  start: mention.start + start,
  end: mention.end + start,
  sentence: mention.sentence + sentence,
});

/** What was read from a passage, in its place in the whole: the same objects as long as the passage stays where it is. `given` is what `place` depends on beside the passage. */
export const placedIn = <M>(passage: Passage, kind: string, own: readonly M[], place: (one: M) => M, ...given: readonly unknown[]): readonly M[] =>
  passage.shelf.keep(`placed ${kind}`, [own, passage.start, passage.sentence, passage.block, ...given], () => own.map(place));
