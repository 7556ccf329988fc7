import type { Edit, Fix } from "../finding.ts";

/** The text after the edits, which are disjoint and sorted. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = "";
  let at = 0;
  for (const { start, end, newText } of edits) {
    result += text.slice(at, start) + newText;
    at = end;
  }
  return result + text.slice(at);
}

/** The edits of as many fixes as fit together, in text order. Of two at the same place the first wins: the second was made for a text that is no more. */
export function compatibleEdits(fixes: readonly Pick<Fix, "edits">[]): readonly Edit[] {
  const taken: Edit[] = [];
  for (const { edits } of fixes) if (!edits.some((edit) => taken.some((other) => collide(edit, other)))) taken.push(...edits);
  return taken.toSorted((a, b) => a.start - b.start);
}

const collide = (a: Edit, b: Edit): boolean => a.start <= b.end && b.start <= a.end;
