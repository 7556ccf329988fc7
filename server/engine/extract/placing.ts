import type { Span } from "../document/document.ts";
import type { Fresh } from "../document/fresh.ts";
import type { Place } from "../document/passage.ts";
import type { Mention } from "./mentions.ts";

/** The span counted from another start, with all that belongs to it. */
export function moved<S extends Span>(span: S, by: number): Fresh<S> {
  const copy: Fresh<S> & Fresh<Span> = { ...span };
  copy.start += by;
  copy.end += by;
  return copy;
}

/** The bare span counted from another start. */
export const movedSpan = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });

/** A passage's mention in its place in the whole. */
export function placedMention<M extends Mention>(mention: M, { start, sentence }: Place): Fresh<M> {
  const copy: Fresh<M> & Fresh<Mention> = { ...mention };
  copy.start += start;
  copy.end += start;
  copy.sentence += sentence;
  return copy;
}
