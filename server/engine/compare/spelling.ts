const foldings: Readonly<Record<string, string>> = { ß: "ss", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i", æ: "ae", œ: "oe" };

/** Lower case without diacritics and apostrophes: "José" and "Jose", "O'Neill" and "O’Neill" are written alike. */
export function fold(word: string): string {
  const lower = word.toLowerCase();
  if (/^[a-z0-9-]*$/.test(lower)) return lower;
  return lower
    .normalize("NFD")
    .replace(/[\p{M}'’‘`ʿʾ]/gu, "")
    .replace(/[ßøłđðþıæœ]/g, (letter) => foldings[letter] as string)
    .replaceAll("‑", "-");
}

/** What is left of a folded word when its vowels and the letters that transcriptions disagree on are taken away: "catherine" and "kathryn", "stephen" and "steven". */
export function skeleton(word: string): string {
  return word
    .replace(/^(?:al|el|as|ad|ash)-/, "")
    .replace(/ph/g, "v")
    .replace(/f/g, "v")
    .replace(/(?:kh|ck|q|c(?![eih]))/g, "k")
    .replace(/[cz]/g, "s")
    .replace(/[^a-z]/g, "")
    .replace(/(.)[aeiouyhw]+/g, "$1")
    .replace(/(.)\1+/g, "$1");
}

/** Number of letters inserted, left out, replaced or swapped with their neighbour (optimal string alignment); `limit + 1` once it is more than the limit. */
export function editDistance(a: string, b: string, limit = 3): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] as number) + 1, (row[j - 1] as number) + 1, (last[j - 1] as number) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (before[j - 2] as number) + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
    before = last;
    last = row;
  }
  return Math.min(last[b.length] as number, limit + 1);
}

/** Likeness from 0 to 1 that counts shared letters near one another and a shared beginning (Jaro 1989, Winkler 1990). */
export function jaroWinkler(a: string, b: string): number {
  if (a === b) return 1;
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const usedB = new Array<boolean>(b.length).fill(false);
  const matchedA: string[] = [];
  for (let i = 0; i < a.length; i++) {
    for (let j = Math.max(0, i - reach); j <= Math.min(b.length - 1, i + reach); j++) {
      if (usedB[j] || a[i] !== b[j]) continue;
      usedB[j] = true;
      matchedA.push(a[i] as string);
      break;
    }
  }
  const matches = matchedA.length;
  if (matches === 0) return 0;
  const matchedB = [...b].filter((_, j) => usedB[j]);
  const swapped = matchedA.filter((letter, k) => letter !== matchedB[k]).length / 2;
  const jaro = (matches / a.length + matches / b.length + (matches - swapped) / matches) / 3;
  let prefix = 0;
  while (prefix < 4 && prefix < a.length && a[prefix] === b[prefix]) prefix++;
  return jaro + prefix * 0.1 * (1 - jaro);
}

/** The candidates nearest to a word, best first: of those within a third of its length, or that share its digits or most of its beginning. */
export function nearest(word: string, candidates: Iterable<string>, count = 3): string[] {
  const wanted = word.toLowerCase();
  const digits = [...wanted.replace(/\D/g, "")].sort().join("");
  const scored: { candidate: string; score: number }[] = [];
  for (const candidate of candidates) {
    const lower = candidate.toLowerCase();
    const limit = Math.max(1, Math.ceil(wanted.length / 3));
    const distance = editDistance(wanted, lower, limit);
    const shared = digits.length > 1 && digits === [...lower.replace(/\D/g, "")].sort().join("");
    const likeness = jaroWinkler(wanted, lower);
    if (distance > limit && likeness < 0.85 && !shared) continue;
    scored.push({ candidate, score: likeness + (shared ? 0.5 : 0) + (distance <= limit ? 0.3 * (1 - distance / (limit + 1)) : 0) });
  }
  return scored
    .sort((a, b) => b.score - a.score || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, count)
    .map(({ candidate }) => candidate);
}
