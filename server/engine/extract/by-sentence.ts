import type { Document, Sentence, Span } from "../document/document.ts";

/** For each sentence of a document the spans that reach into it. Both are in text order; linear in their number. */
export function overlapping<S extends Span>({ sentences }: Document, spans: readonly S[]): readonly (readonly S[])[] {
  if (!spans.length) return sentences.map(() => none);
  let next = 0;
  return sentences.map(({ start, end }: Sentence) => {
    while (next < spans.length && (spans[next] as S).end <= start) next++;
    let to = next;
    while (to < spans.length && (spans[to] as S).start < end) to++;
    return spans.slice(next, to);
  });
}

const none: readonly never[] = [];
