import { cite } from "../compare/evidence.ts";
import { misspellings } from "../compare/misspellings.ts";
import { replace } from "../fixes/replace.ts";
import type { Rule } from "./rule.ts";

export const nameMismatch: Rule = {
  id: "name-mismatch",
  family: "name",
  severity: "warning",
  needs: "corpus",
  docs: {
    summary: "A name is spelled in a way that no source has, close to one that a source has.",
    what: "Flags a proper name whose spelling stands nowhere in the corpus, while a name that differs by a letter or two, or by a space, stands there in a like context: the same first name or title, or the same company around it.",
    why: "Nothing costs trust faster than a misspelled name, and no spelling checker knows the names of today's story.",
    example:
      "The sources have *Chief Marta Kowalczyk*.\n\n- Wrong: “Chief Marta Kowalczik said the road was open.”\n- Right: “Chief Marta Kowalczyk said the road was open.”",
    instead:
      "A surname alone, another title, a missing accent, a possessive, and any spelling that at least one source uses are fine. Name accepted spellings in the configuration under `names`.",
    reference: "AP Stylebook, “names”: spell a person's name the way that person does.",
  },
  *check(desk) {
    for (const { name, source, span, correct } of misspellings(desk)) {
      const { document } = source.source.reading;
      const theirs = source.name.words.join(" ");
      yield {
        start: name.start,
        end: name.end,
        message: `No source has “${name.words.join(" ")}”; ${cite(source.source)} has “${theirs}”.`,
        evidence: [
          {
            source: source.source.id,
            start: source.name.start,
            end: source.name.end,
            quote: document.text.slice(source.name.start, source.name.end),
            note: `${cite(source.source)} has “${theirs}”`,
          },
        ],
        fixes: [replace(span, correct)],
      };
    }
  },
};
