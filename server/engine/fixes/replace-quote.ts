import type { QuoteMatch } from "../compare/quote-match.ts";
import type { QuoteWord } from "../compare/quote-words.ts";
import type { Document, Span } from "../document/document.ts";
import type { Quotation } from "../extract/mentions.ts";
import type { Edit, Fix } from "../finding.ts";

type Garbled = Extract<QuoteMatch, { kind: "garbled" }>;

/** The source's words in place of the draft's, cut as the draft cuts them, in its style of marks and with its capital. */
export function replaceQuote(draft: Document, quotation: Quotation, { utterance, parts }: Garbled): Fix | undefined {
  const edits = parts.flatMap(({ words, theirs }): Edit[] => {
    const [first, last] = [words[0], words.at(-1)];
    if (!first || !last || !theirs.length || sameWords(words, theirs)) return [];
    const span = { start: first.start, end: last.end };
    const text = inStyle(joined(utterance.source.reading.document, utterance.quotations, theirs), draft.text.slice(quotation.start, quotation.end));
    return [{ ...span, newText: inCase(text, draft.text.slice(span.start, span.end)) }];
  });
  return edits.length ? { title: "Quote the source’s words", safety: "suggested", edits } : undefined;
}

const sameWords = (ours: readonly QuoteWord[], theirs: readonly QuoteWord[]): boolean =>
  ours.length === theirs.length && ours.every(({ key }, at) => key === theirs[at]?.key);

/** The source's text from the first word to the last, without the speaker tags between its quotations. */
function joined(document: Document, quotations: readonly Quotation[], words: readonly QuoteWord[]): string {
  const whole: Span = { start: (words[0] as QuoteWord).start, end: (words.at(-1) as QuoteWord).end };
  return quotations
    .map(({ content }) => document.prose.slice(Math.max(content.start, whole.start), Math.max(content.start, Math.min(content.end, whole.end))))
    .filter((piece) => piece.trim())
    .join(" ")
    .replace(/\s+/g, " ")
    .trim();
}

const inStyle = (text: string, model: string): string =>
  /[“”‘’]/.test(model) ? text.replaceAll("'", "’") : /["']/.test(model) ? text.replace(/[‘’]/g, "'") : text;

const inCase = (text: string, model: string): string => {
  const first = text.charAt(0);
  if (/^\p{Lu}/u.test(model)) return first.toUpperCase() + text.slice(1);
  return /^\p{Ll}/u.test(model) && /^\p{Lu}\p{Ll}+\s/u.test(text) && !/^I[\s’']/.test(text) ? first.toLowerCase() + text.slice(1) : text;
};
