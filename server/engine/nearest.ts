/** The candidate that a misspelled word most likely means; undefined where none is close enough to suggest. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const [best] = ranked(word, candidates);
  return best && best.distance <= Math.max(2, Math.floor(best.candidate.length / 3)) ? best.candidate : undefined;
}

/** The closest candidate, however far it is. */
export const closest = (word: string, candidates: readonly string[]): string | undefined => ranked(word, candidates)[0]?.candidate;

function ranked(word: string, candidates: readonly string[]) {
  const typed = word.toLowerCase();
  return candidates.map((candidate) => ({ candidate, distance: distance(typed, candidate.toLowerCase()) })).sort((a, b) => a.distance - b.distance);
}

/** A word cut short is a slip like any other. */
const distance = (typed: string, word: string): number => (typed.length > 2 && word.startsWith(typed) && typed !== word ? 1 : edits(typed, word));

/** How many letters must be put in, taken out, replaced or swapped with their neighbour to turn one word into the other. */
function edits(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] as number) + 1, (row[j - 1] as number) + 1, (last[j - 1] as number) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (beforeLast[j - 2] as number) + 1);
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] as number;
}
