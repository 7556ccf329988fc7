import type { Document, Span } from "../document/document.ts";

/** A word of a quotation, folded: case, marks, accents, hyphens and British or American spelling make no difference. */
export interface QuoteWord extends Span {
  readonly key: string;
}

const units = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(" ");
const tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const digits = new Map([
  ...units.map((word, value) => [word, String(value)] as const),
  ...tens.flatMap((word, at) => [
    [word, String(20 + 10 * at)] as const,
    ...units.slice(1, 10).map((unit, value) => [`${word}-${unit}`, String(21 + 10 * at + value)] as const),
  ]),
]);
const pattern = new RegExp(`\\d(?:[\\d.,]*\\d)?|(?:${tens.join("|")})-\\p{L}+|[\\p{L}\\p{M}](?:[\\p{L}\\p{M}\\p{N}]|['’](?=[\\p{L}\\p{M}]))*`, "giu");

/** A plain word that no other spelling has: most are. */
const settled = /^(?!.*(?:is(?:e|es|ed|ing|ations?)|our(?:s|ed|ing|able|hoods?|ite)?|re)$)[a-z]+$/;

function keyOf(word: string): string {
  if (settled.test(word)) return digits.get(word) ?? word;
  const lower = word
    .toLowerCase()
    .replace(/[’']/g, "'")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[,](?=\d{3})/g, "");
  return (
    digits.get(lower) ??
    lower
      .replace(/(?<=\p{L}{2})is(e|es|ed|ing|ation|ations)$/u, "iz$1")
      .replace(/(?<=\p{L}{2})our(s|ed|ing|able|hood|hoods|ite)?$/u, "or$1")
      .replace(/(?<=[bdg]|[ae]t|nt)re$/u, "er")
  );
}

export const quoteWords = (document: Document, { start, end }: Span): QuoteWord[] =>
  [...document.prose.slice(start, end).matchAll(pattern)].map((match) => ({
    key: keyOf(match[0]),
    start: start + match.index,
    end: start + match.index + match[0].length,
  }));

/** The words of a draft's quotation, parted where it says that it leaves words out or puts its own in: at an ellipsis and at square brackets; "[N]obody", "work[ed]" is a word of its own. */
export function quoteParts(document: Document, content: Span): QuoteWord[][] {
  const text = document.prose.slice(content.start, content.end);
  const parts: QuoteWord[][] = [];
  let from = 0;
  for (const gap of text.matchAll(/…|\.(?:\s?\.){2,}|\p{L}*\[\p{L}{1,4}\]\p{L}+|\p{L}+\[\p{L}{1,4}\]|\[[^\]]{0,80}\]|\([^)]{0,80}\)/gu)) {
    parts.push(quoteWords(document, { start: content.start + from, end: content.start + gap.index }));
    from = gap.index + gap[0].length;
  }
  parts.push(quoteWords(document, { start: content.start + from, end: content.end }));
  return parts.filter((part) => part.length > 0);
}
