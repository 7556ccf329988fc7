import type { Rule } from "./rule.ts";

export const placeholder: Rule = {
  id: "placeholder",
  family: "hygiene",
  severity: "warning",
  needs: "draft",
  docs: {
    summary: "TK, XX, ??, [CHECK] and the like are left in the draft.",
    what: "Flags the marks that writers leave where something is still to come: TK and TKTK, XX for a figure, question marks in place of a word, [CHECK], [TBC], [name], FIXME, lorem ipsum.",
    why: "They are made to be found before publication, and every newsroom has printed one.",
    example: "- Wrong: “The Red Crescent has put up TK tents.”\n- Right: “The Red Crescent has put up 240 tents.”",
    instead:
      "Company names (TK Maxx), Roman numerals (Super Bowl XX) and chromosomes (XX) are fine. There is no quick fix: the missing words are for the writer to find.",
  },
  *check({ draft }) {
    for (const { start, end, text } of draft.placeholders) yield { start, end, message: `“${text}” is still to be filled in.` };
  },
};
