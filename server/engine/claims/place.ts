import type { Name } from "../extract/mentions.ts";
import { itemOfTally } from "../extract/tally-list.ts";
import type { Token } from "../extract/tokens.ts";
import { numberedThings } from "../lexicon/decoys.ts";
import { demonyms } from "../lexicon/demonyms.ts";
import { months, weekdays } from "../lexicon/function-words.ts";
import { isPlural } from "../lexicon/plurals.ts";
import type { Placed } from "./placed.ts";
import { tokenAt } from "./placed.ts";

const places = /^(?:in|at|on|near|from|outside|across|around|inside|throughout|off|above|below|to|of|for|within|along)$/;

/** Names of a sentence that are places, by what they are or by the preposition before them, as token stretches. */
export interface PlacedName {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

export function placesOf(tokens: readonly Token[], names: readonly Name[]): readonly PlacedName[] {
  const found: PlacedName[] = [];
  const taken = new Set<number>();
  for (const name of names) {
    const from = tokenAt(tokens, name.start);
    const to = tokenAt(tokens, name.end - 1) + 1;
    for (let i = from; i < to; i++) taken.add(i);
    if (tokens[to]?.kind === "number" && numberedThings.has(tokens[to - 1]?.lower ?? "")) continue;
    const before = tokens[from - 1]?.lower === "the" ? tokens[from - 2]?.lower : tokens[from - 1]?.lower;
    if (
      (name.kind === "place" && !adjectival(tokens, from, to, before ?? "")) ||
      (name.kind === "unknown" &&
        (whereabouts.test(before ?? "") || (before === "on" && tokens[from - 1]?.lower === "the")) &&
        !demonyms.has(tokens[to - 1]?.lower ?? ""))
    )
      found.push({ text: name.text, from, to });
  }
  for (let i = 1; i < tokens.length; i++) {
    if (!whereabouts.test(tokens[i - 1]?.lower ?? "") && !(tokens[i - 1]?.lower === "on" && tokens[i]?.lower === "the")) continue;
    const from = tokens[i]?.lower === "the" ? i + 1 : i;
    let to = from;
    while (to < tokens.length && !taken.has(to) && isProper(tokens[to] as Token)) to++;
    const [first, last] = [tokens[from], tokens[to - 1]];
    if (to > from && !taken.has(to) && first && last && !demonyms.has(last.lower)) found.push({ text: textOf(tokens, from, to), from, to });
  }
  return found.toSorted((a, b) => a.from - b.from);
}

const textOf = (tokens: readonly Token[], from: number, to: number): string =>
  tokens
    .slice(from, to)
    .map((token) => token.text)
    .join(" ");

/** "US bases", "Israeli strikes": the name only tells whose. */
const adjectival = (tokens: readonly Token[], from: number, to: number, before: string): boolean =>
  demonyms.has(tokens[to - 1]?.lower ?? "") || (!whereabouts.test(before) && to - from === 1 && isPlural(tokens[to]?.lower ?? ""));

const whereabouts = /^(?:in|at|near|outside|inside|throughout|across)$/;
const isProper = ({ kind, text, lower }: Token): boolean =>
  kind === "word" && /^\p{Lu}\p{Ll}/u.test(text) && !months.has(lower) && !weekdays.has(lower.replace(/'s$/, ""));

/** Where: the places of the figure's stretch of the sentence, those that follow it first; else those of its clause, nearest first. */
export function placeOf(
  tokens: readonly Token[],
  names: readonly PlacedName[],
  figures: readonly Placed[],
  i: number,
  clause: { readonly from: number; readonly to: number },
): readonly string[] {
  const figure = figures[i] as Placed;
  const item = itemOfTally(tokens, figure.first);
  if (item) return [textOf(tokens, item.from, item.to)];
  if (!names.length) return [];
  const next = figures[i + 1]?.first ?? tokens.length;
  const previous = figures[i - 1]?.end ?? 0;
  const stop = stretchEnd(tokens, figure.after, next);
  const right = names.filter((name) => name.from >= figure.after && name.to <= stop && governed(tokens, name));
  const start = stretchStart(tokens, figure.first, previous);
  const left = names.filter((name) => name.to <= figure.first && name.from >= start).toReversed();
  const near = right.length ? right : (sharedRight(tokens, names, figures, i) ?? left);
  if (near.length) return unique(near);
  const distance = ({ from, to }: PlacedName) => (to <= figure.first ? figure.first - to : from - figure.after);
  const joint = figures.findIndex((later, k) => k > i && tokens.slice((figures[k - 1] as Placed).after, later.first).some((token) => token.text === ","));
  const last = joint < 0 ? clause.to : Math.min(clause.to, (figures[joint] as Placed).first);
  return unique(names.filter((name) => name.from >= clause.from && name.to <= last).toSorted((a, b) => distance(a) - distance(b)));
}

/** "two dead and nine hurt in Velm": what is joined by "and" stands in one place. */
function sharedRight(tokens: readonly Token[], names: readonly PlacedName[], figures: readonly Placed[], i: number): readonly PlacedName[] | undefined {
  const [here, next] = [figures[i] as Placed, figures[i + 1]];
  if (!next || next.first - here.after > 4 || !tokens.slice(here.after, next.first).some(({ lower }) => lower === "and")) return undefined;
  const stop = stretchEnd(tokens, next.after, figures[i + 2]?.first ?? tokens.length);
  const right = names.filter((name) => name.from >= next.after && name.to <= stop && governed(tokens, name));
  return right.length ? right : undefined;
}

const governed = (tokens: readonly Token[], { from }: PlacedName): boolean =>
  places.test(tokens[from - 1]?.lower === "the" ? (tokens[from - 2]?.lower ?? "") : (tokens[from - 1]?.lower ?? ""));
const unique = (names: readonly PlacedName[]): readonly string[] => [...new Set(names.map((name) => name.text))];

function stretchEnd(tokens: readonly Token[], from: number, next: number): number {
  for (let i = from; i < next; i++) {
    const { text, lower } = tokens[i] as Token;
    if (/^[;:()—“”"]$/.test(text) || (text === "," && i > from && !apposition(tokens, i)) || /^(?:and|but|while|after|before|when)$/.test(lower)) return i;
  }
  return next;
}

/** "the regional capital, Tarma": a name between commas goes on. */
const apposition = (tokens: readonly Token[], comma: number): boolean =>
  /^\p{Lu}/u.test(tokens[comma + 1]?.text ?? "") && /^\p{Ll}/u.test(tokens[comma - 1]?.text ?? "");

function stretchStart(tokens: readonly Token[], first: number, previous: number): number {
  for (let i = first - 1; i >= previous; i--) {
    const { text, lower } = tokens[i] as Token;
    if (/^[;:()—“”"]$/.test(text) || (text === "," && i < first - 1) || /^(?:but|while|after|before|when)$/.test(lower)) return i + 1;
  }
  return previous;
}
