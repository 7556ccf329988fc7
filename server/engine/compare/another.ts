import { stem } from "../document/words.ts";
import { smallNumbers } from "../lexicon/number-words.ts";
import { sameThings } from "../lexicon/same-things.ts";
import { stopWords } from "../lexicon/stop-words.ts";
import { editDistance } from "./spelling.ts";

/** A word of a clause that carries meaning; `named` where it opens the clause or a phrase, as a noun does and a verb does not. */
export interface ClauseWord {
  readonly key: string;
  readonly named: boolean;
}

const opensPhrase: ReadonlySet<string> = new Set("a an the of on for in at by from to with its his her their our".split(" "));
/** Words that tell a thing from one that was spoken of before. */
const others: ReadonlySet<string> = new Set("second third fourth another other different rival sister neighbouring neighboring separate".split(" "));

/**
 * What a draft's clause speaks of instead of what the source's speaks of, in words an editor reads: "zinc" in "Zinc traded at ..." for "Copper traded at ...",
 * "wheat" in "the duty on wheat" for "the duty on soy", "a second crack". Undefined where nothing tells.
 */
export function another(ours: readonly ClauseWord[], theirs: readonly ClauseWord[]): string | undefined {
  const known = new Set(theirs.map(({ key }) => key));
  const own = new Set(ours.map(({ key }) => key));
  for (const [at, { key, named }] of ours.entries()) {
    if (known.has(key)) continue;
    if (others.has(key)) return key;
    const next = ours[at + 1]?.key;
    if (!named || !next || !known.has(next)) continue;
    const instead = theirs.find(
      (word, i) =>
        word.named && !own.has(word.key) && theirs[i + 1]?.key === next && theirs[i - 1]?.key === ours[at - 1]?.key && editDistance(word.key, key, 2) > 2,
    );
    if (instead) return key;
  }
  return undefined;
}

export function wordsOf(clause: string): readonly ClauseWord[] {
  const words: ClauseWord[] = [];
  let before: string | undefined;
  for (const [text] of clause.matchAll(/[\p{L}][\p{L}\p{M}'’]*/gu)) {
    const lower = text.toLowerCase().replace(/['’]s?$/, "");
    // "a third of them"
    if (others.has(lower) && !(/^(?:third|fourth)$/.test(lower) && /^(?:an?|one)$/.test(before ?? ""))) words.push({ key: lower, named: false });
    else if (lower.length > 1 && !stopWords.has(lower) && !smallNumbers.has(lower) && !others.has(lower)) {
      const key = stem(lower);
      words.push({ key: sameThings.get(key) ?? key, named: before === undefined || opensPhrase.has(before) });
    }
    before = lower;
  }
  return words;
}
