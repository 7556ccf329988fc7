import { contentStems, stem } from "../document/words.ts";
import { sameThings } from "../lexicon/same-things.ts";

/** The stems of the words that carry meaning, in order; of words that two writers use for one thing, that of the first of them. */
export const meanings = (prose: string): string[] => contentStems(prose).map(meaningOf);

const meaningOf = (stem: string): string => sameThings.get(stem) ?? stem;

/** "Posts" are jobs, and "households" homes. */
export const meansTheSame = (a: string, b: string): boolean => a === b || meaningOf(stem(a)) === meaningOf(stem(b));
