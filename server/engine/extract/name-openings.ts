import type { Document } from "../document/document.ts";
import { countries } from "../lexicon/demonyms.ts";
import { runBreakers } from "../lexicon/name-words.ts";
import { occupations, titleHeads } from "../lexicon/ranks.ts";
import { sentenceOpeners } from "../lexicon/sentence-openers.ts";
import type { CapitalWord, Run } from "./name-runs.ts";

/** Lower-case words that are known to be names (`known`), or to be none (`ordinary`), from the rest of the document. */
export interface Evidence {
  readonly known: Pick<ReadonlySet<string>, "has">;
  readonly ordinary: Pick<ReadonlySet<string>, "has">;
}

/** "The", "Twenty-six"; not "US" and "WHO". */
export const isOpener = (word: CapitalWord): boolean =>
  sentenceOpeners.has(word.lower.replace(/-.*/, "")) &&
  (word.text.length === 1 || (word.opening ? word.text !== "US" : word.text !== word.text.toUpperCase() && runBreakers.has(word.lower)));

/** Drops the words at a run's start whose capital says nothing. */
export function withoutOpening(run: Run, document: Document, evidence: Evidence): Run {
  let rest = run;
  while (rest[0] && (isOpener(rest[0]) || (rest[0] === run[0] && rest[0].opening && !opens(rest, document, evidence)))) rest = rest.slice(1);
  return rest;
}

/** May a name begin with this capital that opens a sentence? Only if the word is a name elsewhere, or a name follows or is joined by "and", or somebody of that name speaks. */
function opens(run: Run, document: Document, { known, ordinary }: Evidence): boolean {
  const [first, second] = run as readonly [CapitalWord, CapitalWord?];
  if (known.has(first.lower) || countries.has(first.lower)) return true;
  if (ordinary.has(first.lower) && !titleHeads.has(first.lower)) return false;
  if (second) return !occupations.has(first.lower) || titleHeads.has(first.lower);
  const after = document.prose.slice(first.end, first.end + 24);
  if (occupations.has(first.lower) || /[^s]s$/.test(first.lower)) return false;
  if (/^\s+and\s+\p{Lu}\p{Ll}/u.test(after)) return true;
  return first.text.length > 3 && first.text !== first.text.toUpperCase() && /^\s+(?:said|says|told|added)\b/.test(after);
}
