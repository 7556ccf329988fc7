import type { Span } from "../document/document.ts";
import type { Place } from "../document/passage.ts";
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
