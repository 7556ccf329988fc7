import type { Name } from "../extract/mentions.ts";
import { countries, demonyms, peoples } from "../lexicon/demonyms.ts";
import { namingAdjectives, organisationWords, particles, placeWords } from "../lexicon/name-words.ts";
import { titleHeads, titleModifiers } from "../lexicon/ranks.ts";
import { editDistance, jaroWinkler, skeleton } from "./spelling.ts";

const inPeople = [particles, titleHeads, peoples, countries];
const inNames = [...inPeople, organisationWords, placeWords, namingAdjectives, titleModifiers];

/** Words that many names share, so that one of them says nothing of another; in a person's name, "Marsh" or "Brown" says enough. */
export const isGeneric = (key: string, kind?: Name["kind"]): boolean =>
  demonyms.has(key) || (kind === "person" ? inPeople : inNames).some((set) => set.has(key) || set.has(`${key}s`) || set.has(key.replace(/ies$/, "y")));

/** Is one the other with an ending that makes an adjective, a plural or an inhabitant of it? */
export const isDerived = (a: string, b: string): boolean => {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return long.startsWith(short) && /^(?:s|es|i|n|an|ian|ish|ese|er|y|e|a|ist|ism)$/.test(long.slice(short.length));
};

/** May one be the other's misspelling? A short form of a given name ("Steve", "Steven") and British and American spellings are none. */
export function isNear(a: string, b: string, given: boolean): boolean {
  const shortest = Math.min(a.length, b.length);
  if (a === b || shortest < (given ? 4 : 3) || american(a) === american(b)) return false;
  if (shortest === 3) return a.length === b.length && a[0] === b[0] && editDistance(a, b) === 1;
  if (given && (a.startsWith(b) || b.startsWith(a))) return false;
  const distance = editDistance(a, b);
  const least = Math.min(a.length, b.length);
  if (distance === 1) return true;
  const sameBones = skeleton(a) === skeleton(b);
  if (distance === 2) return least >= 7 ? a[0] === b[0] || sameBones : least >= 5 && sameBones && jaroWinkler(a, b) >= 0.88;
  return distance === 3 && least >= 9 && a[0] === b[0] && jaroWinkler(a, b) >= 0.92;
}

/** "Gaudraux" and "Gaudreau": endings that are heard alike, of one person's surname. */
export const soundsLike = (a: string, b: string): boolean =>
  Math.min(a.length, b.length) >= 6 && a.slice(0, 3) === b.slice(0, 3) && editDistance(a, b) <= 3 && jaroWinkler(a, b) >= 0.88;

const american = (word: string): string =>
  word
    .replace(/our(?=s?$)/, "or")
    .replace(/re(?=s?$)/, "er")
    .replace(/is(?=(?:e|ed|ing|ation)s?$)/, "iz")
    .replace(/ence(?=s?$)/, "ense")
    .replace(/ogue(?=s?$)/, "og")
    .replace(/mme(?=s?$)/, "m");
