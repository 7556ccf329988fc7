import { stopWords } from "../lexicon/stop-words.ts";

const wordPattern = /[\p{L}][\p{L}\p{M}'’-]*/gu;

/** A light stem, so that inflections meet: `airstrikes`/`airstrike`, `injured`/`injuring`, `carried`/`carry`. Names survive it unharmed enough to be compared. */
export function stem(word: string): string {
  let w = plainLetters.test(word) ? word : withoutMarks(word);
  if (w.length > 4 && w.endsWith("ies")) w = `${w.slice(0, -3)}y`;
  else if (w.length > 4 && w.endsWith("es") && /(?:ss|sh|ch|x|z)es$/.test(w)) w = w.slice(0, -2);
  else if (w.length > 3 && w.endsWith("s") && !/(?:ss|us|is)$/.test(w)) w = w.slice(0, -1);
  if (w.length > 5 && w.endsWith("ing")) w = w.slice(0, -3);
  else if (w.length > 4 && w.endsWith("ied")) w = `${w.slice(0, -3)}y`;
  else if (w.length > 4 && w.endsWith("ed")) w = w.slice(0, -2);
  if (w.length > 4 && w.at(-1) === w.at(-2) && doubled.has(w.at(-1) as string)) w = w.slice(0, -1);
  return w.length > 3 && w.endsWith("e") ? w.slice(0, -1) : w;
}

/** "stopped", "planned": the letter that is written twice before an ending. */
const doubled: ReadonlySet<string> = new Set("bdgklmnprt");

/** Most words have nothing to take off. */
const plainLetters = /^[a-z]+$/;

/** Lower-case letters without their accents, the possessive ending and apostrophes: "Zoë's" is `zoe`. */
export const withoutMarks = (word: string): string =>
  word
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/['’]s?$/u, "")
    .replace(/['’]/gu, "");

/** The stems of the words that carry meaning, in order, repeats included; hyphenated words also by their parts. */
export function contentStems(prose: string): string[] {
  const stems: string[] = [];
  for (const word of prose.match(wordPattern) ?? []) {
    for (const part of word.includes("-") ? word.split("-") : [word]) {
      const lower = part.toLowerCase().replace(/['’]s?$/, "");
      if (lower.length > 1 && !stopWords.has(lower)) stems.push(stem(lower));
    }
  }
  return stems;
}
