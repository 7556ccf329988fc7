import { cite } from "../compare/evidence.ts";
import { matchQuote } from "../compare/quote-match.ts";
import { areDifferent } from "../compare/same-speaker.ts";
import { renameSpeaker } from "../fixes/rename-speaker.ts";
import type { Rule } from "./rule.ts";

export const misattributedQuote: Rule = {
  id: "misattributed-quote",
  family: "quote",
  severity: "error",
  needs: "corpus",
  isContradiction: true,
  docs: {
    summary: "A quotation is given to someone other than in the source.",
    what: "Finds the quotation word for word in the corpus, and flags it when the draft names one person as its speaker and every source that has it names another.",
    why: "To put words into the wrong mouth harms two people at once, and it happens in every story with two officials.",
    example:
      "A source has: *“The pumps held,” said Ada Lunde, the chief engineer.*\n\n- Wrong: “The pumps held,” said Luis Ortega, the mayor.\n- Right: “The pumps held,” said Ada Lunde, the chief engineer.",
    instead:
      "Another spelling of the name, a surname alone, a role or an office instead of a name are no different speaker. Where a source leaves the speaker open, nothing is said, nor of a few plain words that anybody may have said.",
    reference: "AP Stylebook, “attribution”.",
  },
  *check({ draft, corpus }) {
    const flagged = new Set<number>();
    for (const [at, quotation] of draft.quotations.entries()) {
      // One mistake, one finding: a sentence that goes on behind the speaker's tag is the same quotation.
      if (quotation.fragment && quotation.continues !== undefined && flagged.has(quotation.continues)) {
        flagged.add(at);
        continue;
      }
      const match = quotation.speaker && matchQuote(draft, quotation, corpus);
      if (match?.kind !== "exact" || !match.distinctive || !quotation.speaker) continue;
      const { speaker } = quotation;
      if (!match.utterances.every((found) => areDifferent(speaker, found.quotation.speaker))) continue;
      const [first] = match.utterances;
      if (!first?.quotation.speaker) continue;
      const { source } = first.utterance;
      const name = first.quotation.speaker.name;
      flagged.add(at);
      const fix = renameSpeaker(draft.document, speaker, name);
      yield {
        start: quotation.start,
        end: quotation.end,
        message: `${cite(source)} has ${name} say this, not ${speaker.name}.`,
        evidence: [
          {
            source: source.id,
            start: first.quotation.start,
            end: first.quotation.end,
            quote: source.reading.document.text.slice(first.quotation.start, first.quotation.end),
            note: `said by ${name} in ${cite(source)}`,
          },
        ],
        ...(fix && { fixes: [fix] }),
      };
    }
  },
};
