/** The words that the phrases begin with, each with the length in words of its longest phrase: one look-up tells where none can begin. */
export const firstWords = (phrases: Iterable<string>): ReadonlyMap<string, number> => lengthsBy(phrases, 0);

/** The words that the phrases end with, each with the length in words of its longest phrase. */
export const lastWords = (phrases: Iterable<string>): ReadonlyMap<string, number> => lengthsBy(phrases, -1);

function lengthsBy(phrases: Iterable<string>, at: 0 | -1): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const phrase of phrases) {
    const words = phrase.split(" ");
    const word = words.at(at) as string;
    found.set(word, Math.max(found.get(word) ?? 0, words.length));
  }
  return found;
}
