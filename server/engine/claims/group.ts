import type { Token } from "../extract/tokens.ts";
import { demonyms } from "../lexicon/demonyms.ts";
import { groupModifiers, groupsOf, isPerson } from "../lexicon/people.ts";
import { isPlural, singular } from "../lexicon/plurals.ts";
import type { Group } from "./claim.ts";
import type { Placed } from "./placed.ts";

/** Whose: nationality, side, sex and age, occupation of the people counted, from the noun and from what the sentence says they are. */
export function groupOf(tokens: readonly Token[], placed: Placed, next: number): Group {
  const found = new Set<string>();
  const { noun } = placed.figure;
  if (noun) for (const key of joined(tokens, placed, keysOf(noun.text.split(/[\s]+/)))) found.add(key);
  for (const key of predicate(tokens, placed, next)) found.add(key);
  return [...found].sort();
}

/** "Seventeen women and children" are a group of their own: neither so many women nor so many children. */
function joined(tokens: readonly Token[], { after, figure }: Placed, keys: readonly string[]): readonly string[] {
  const other = tokens[after + 1];
  if (!keys.length || figure.noun?.elided || tokens[after]?.lower !== "and" || !other || !isPlural(other.lower)) return keys;
  const others = groupsOf.get(singular(other.lower));
  return others ? [[...keys, ...others].sort().join(" and ")] : keys;
}

/** "Ruritanian" is whose, though no list has the country. */
const nationality = /^\p{Lu}\p{Ll}{2,}(?:ian|ese|ish)$/u;

/** The groups that the words of a noun phrase name. */
function keysOf(words: readonly string[]): readonly string[] {
  return words.flatMap((word, i) => {
    const lower = word.toLowerCase().replaceAll("’", "'").replace(/'s$/, "");
    if (word === "US" || lower === "u.s" || lower === "u.s.") return ["us"];
    if (word === "UK" || lower === "u.k" || lower === "u.k.") return ["uk"];
    const country = /^\p{Lu}/u.test(word) ? demonyms.get(lower) : undefined;
    if (country) return [country];
    const head = i === words.length - 1;
    if (!head && nationality.test(word)) return [lower];
    const groups = groupsOf.get(singular(lower));
    if (groups && (head || !groupModifiers.has(lower))) return groups;
    const modifier = head ? undefined : groupModifiers.get(lower);
    return modifier ? [modifier] : [];
  });
}

/** "31 of them civilians", "eight of the dead were employees", "six of whom were children": what the people counted are. */
function predicate(tokens: readonly Token[], { after, figure }: Placed, next: number): readonly string[] {
  let at = after;
  if (tokens[at]?.lower === "of" && /^(?:them|whom|those|these|which)$/.test(tokens[at + 1]?.lower ?? "")) at += 2;
  const linked = /^(?:were|was|are|is)$/.test(tokens[at]?.lower ?? "");
  if (linked) at++;
  if (!linked && at === after && figure.noun && !figure.noun.elided) return [];
  while (/^(?:also|all|only|mostly|reportedly|either|both|believed|thought|to|be)$/.test(tokens[at]?.lower ?? "")) at++;
  let to = at;
  while (
    to < next &&
    to < at + 4 &&
    tokens[to]?.kind === "word" &&
    !/(?:ed|ing)$|^(?:of|in|on|at|from|by|who|and|when|while|as|after|before|because|but|still|not|to|for|among|with|than|more|fewer|less|under|over|below|above|younger|older)$/.test(
      (tokens[to] as Token).lower,
    )
  )
    to++;
  const words = tokens.slice(at, to);
  const head = words.at(-1);
  return head && (isPlural(head.lower) || words.length > 1) && isPerson(singular(head.lower)) ? keysOf(words.map((token) => token.text)) : [];
}
