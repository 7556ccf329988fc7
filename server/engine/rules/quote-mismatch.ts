import { cite } from "../compare/evidence.ts";
import { misspellings } from "../compare/misspellings.ts";
import { differsOnlyAt, matchQuote } from "../compare/quote-match.ts";
import { proseOf } from "../document/document.ts";
import { replaceQuote } from "../fixes/replace-quote.ts";
import type { Rule } from "./rule.ts";

export const quoteMismatch: Rule = {
  id: "quote-mismatch",
  family: "quote",
  severity: "error",
  needs: "corpus",
  isContradiction: true,
  docs: {
    summary: "Words in quotation marks differ from the same quotation in a source.",
    what: "Compares each quotation of four words or more with the quotations of the corpus, and flags one that is close to a source's, but not its words.",
    why: "Quotation marks promise the speaker's very words. A quotation that is tidied up, shortened without an ellipsis or remembered wrongly is a correction waiting to be printed.",
    example:
      "A source has: *“The bridge was closed in time, and no one was on it,” said the engineer.*\n\n- Wrong: “The bridge was shut in time, and no one was on it,” the engineer said.\n- Right: “The bridge was closed in time,” the engineer said.",
    instead:
      "A quotation cut short at either end, an ellipsis, words added in square brackets, another case or punctuation, and a quotation put together over its speaker tag are fine. So are short fragments. Paraphrase without marks what you cannot quote exactly.",
    reference: "AP Stylebook, “quotations in the news”: never alter quotations even to correct minor grammatical errors or word usage.",
  },
  *check(desk) {
    const { draft, corpus } = desk;
    const misspelt = misspellings(desk);
    for (const quotation of draft.quotations) {
      const match = matchQuote(draft, quotation, corpus);
      if (match?.kind !== "garbled" || differsOnlyAt(misspelt, match)) continue;
      const { source } = match.utterance;
      const { start, end } = match.quotation;
      const { document } = source.reading;
      const quote = document.text.slice(start, end);
      const wording = match.parts.map(({ theirs }) => proseOf(document, { start: theirs[0]?.start ?? start, end: theirs.at(-1)?.end ?? end })).join(" … ");
      const fix = replaceQuote(draft.document, quotation, match);
      yield {
        start: quotation.start,
        end: quotation.end,
        message: `Not the words of the source: ${cite(source)} has “${wording}”.`,
        evidence: [{ source: source.id, start, end, quote, note: `${cite(source)} quotes it so` }],
        ...(fix && { fixes: [fix] }),
      };
    }
  },
};
