import type { Document } from "../document/document.ts";
import { demonyms, peoples } from "../lexicon/demonyms.ts";
import { namingAdjectives, organisationWords, placeWords } from "../lexicon/name-words.ts";
import { occupations, titleHeads, titleModifiers } from "../lexicon/ranks.ts";
import type { CapitalWord, Run } from "./name-runs.ts";

export const isDemonym = (lower: string): boolean => demonyms.has(lower) || peoples.has(lower);

const isTitleWord = (word: string): boolean => titleHeads.has(word) || titleModifiers.has(word) || occupations.has(word);
const endsAsThing = (word: string): boolean => organisationWords.has(word) || placeWords.has(word);

/** "Harbour Board President Ann de Wit" is an organisation, a title and a person; "General Motors" is one name, "the President" none. */
export function splitTitle(run: Run, document: Document): { words: Run; title?: string }[] {
  if (run.length === 0) return [];
  const bare = run.map((word) => word.lower.replace(/\.$/, ""));
  if (bare.every((word) => isTitleWord(word) || isDemonym(word) || namingAdjectives.has(word))) return [];
  if (run.length === 1 || endsAsThing(bare.at(-1) as string)) return [{ words: withoutDemonym(run) }];
  let head = run.length - 2;
  while (head >= 0 && !titleHeads.has(bare[head] as string) && !occupations.has(bare[head] as string)) head--;
  if (head < 0) return [{ words: withoutDemonym(run) }];
  let from = head;
  while (from > 0 && isTitleWord(bare[from - 1] as string)) from--;
  const words = run.slice(head + 1);
  const title = document.prose
    .slice((run[from] as CapitalWord).start, (words[0] as CapitalWord).start)
    .trim()
    .replace(/\s+/g, " ");
  const before = withoutDemonym(run.slice(0, from));
  return [...(before.length ? [{ words: before }] : []), { words, title }];
}

/** "Chilean Marta Oyarzun" without the adjective; "British Airways" as it is. */
function withoutDemonym(run: Run): Run {
  const [first, ...rest] = run;
  if (!first || !isDemonym(first.lower)) return run;
  return rest.length === 0 || (rest.length >= 2 && !endsAsThing(rest.at(-1)?.lower ?? "")) ? rest : run;
}
