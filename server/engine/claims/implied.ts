import type { Sentence } from "../document/document.ts";
import type { Figure, Reading } from "../extract/mentions.ts";
import { nounAt } from "../extract/noun.ts";
import { readNumber } from "../extract/number.ts";
import { type Token, tokensOf } from "../extract/tokens.ts";
import type { Claim } from "./claim.ts";
import { claimsIn } from "./claims.ts";
import { ordinalToll } from "./ordinal-toll.ts";
import { tokenAt } from "./placed.ts";

type Tokens = readonly Token[];
const lower = (tokens: Tokens, i: number): string => tokens[i]?.lower ?? "";

/** A count that no number of the text states: tokens `first` to `end` (exclusive) imply it. */
interface Count {
  readonly first: number;
  readonly end: number;
  readonly value: number;
  readonly noun: Figure["noun"];
  /** Of the dead. */
  readonly isToll?: true;
}

/**
 * The claims of a source's figures, with what it says of how many without a figure that says so: "a fifth patient has died" is a toll of five, "one of the three generators failed" is one,
 * "all but two of the 40 were saved" are 38. A draft need not account for such counts, but may be held to those of its sources.
 */
export function withImplied(reading: Reading, stated: readonly Claim[]): readonly Claim[] {
  const { document } = reading;
  const tolls = new Map<Figure, boolean>();
  const touched = new Set<number>();
  for (const sentence of document.sentences)
    for (const count of countsIn(reading, sentence)) {
      tolls.set(figureOf(reading, sentence, count), count.isToll === true);
      touched.add(sentence.index);
    }
  const before = [...countsBefore(reading, stated), ...changesBetween(reading, stated)];
  if (!tolls.size) return before.length ? [...stated, ...before].toSorted(byPlace) : stated;
  const isSaidOtherwise = ({ start }: Figure) => [...tolls.keys()].some((figure) => figure.start <= start && start < figure.end);
  const beside = reading.figures.filter((figure) => touched.has(figure.sentence) && !isSaidOtherwise(figure));
  const figures = [...beside, ...tolls.keys()].toSorted((a, b) => a.start - b.start);
  const implied = claimsIn({ ...reading, figures }).flatMap((claim): Claim[] => {
    const isToll = tolls.get(claim.figure);
    return isToll === undefined ? [] : [{ ...claim, implied: true, ...(isToll && { role: "killed", kind: "total", measure: "person" }) }];
  });
  // The "two" of "all but two" are those of whom it does not hold.
  const told = stated.map((claim): Claim => (isSaidOtherwise(claim.figure) ? { ...claim, denied: true } : claim));
  return [...told, ...implied, ...before].toSorted(byPlace);
}

const byPlace = (a: Claim, b: Claim): number => a.figure.start - b.figure.start;

/** "1,240 cars in March, 160 fewer than in March 2033", "312 murders, up nine from 2029": how many there were before. */
function countsBefore({ document, dates }: Reading, stated: readonly Claim[]): readonly Claim[] {
  return stated.flatMap((change, at): Claim[] => {
    const now = stated[at - 1];
    if (change.kind !== "increase" && change.kind !== "decrease") return [];
    if (now?.sentence !== change.sentence || now.kind !== "total" || now.measure !== change.measure || !isCounted(now) || !isCounted(change)) return [];
    const { start, end } = change.figure;
    const date = dates.find((mention) => mention.sentence === change.sentence.index && mention.start > end);
    if (!date?.range || !/^[^,;:.]{0,24}\b(?:than|from)(?: (?:in|on|at|for))?(?: the)?\s+$/.test(document.prose.slice(end, date.start))) return [];
    const value = now.figure.value + (change.kind === "decrease" ? 1 : -1) * change.figure.value;
    const figure = { ...change.figure, end: date.end, text: document.text.slice(start, date.end), value, low: value, high: value };
    return value > 0 ? [{ ...change, figure, kind: "earlier", asOf: { basis: "sentence", range: date.range, earlier: true }, implied: true }] : [];
  });
}

/** "From £23 to £31", "312 burglaries, against 280 the year before": by how much it rose or fell. */
function changesBetween({ document }: Reading, stated: readonly Claim[]): readonly Claim[] {
  return stated.flatMap((before, at): Claim[] => {
    const { form, low, high, dimension } = before.figure;
    // "from $6 to $9.50 for children": both ends in one figure
    if (before.kind === "earlier" && form === "range" && dimension === "money" && !before.figure.hedge && !isScaled.test(before.figure.text)) {
      const value = cents(high - low);
      return [{ ...before, figure: { ...before.figure, form: "number", value, low: value, high: value }, kind: "increase", implied: true }];
    }
    const now = [stated[at + 1], stated[at - 1]].find((claim) => claim?.sentence === before.sentence && claim.kind === "total");
    if (before.kind !== "earlier" || !now || before.role || now.role || now.measure !== before.measure || !isExact(now) || !isExact(before)) return [];
    const value = cents(Math.abs(now.figure.value - before.figure.value));
    const [start, end] = [Math.min(now.figure.start, before.figure.start), Math.max(now.figure.end, before.figure.end)];
    const text = document.text.slice(start, end);
    if (value === 0 || !spansChange.test(text)) return [];
    const figure = { ...now.figure, start, end, text, value, low: value, high: value };
    return [{ ...now, figure, kind: now.figure.value > before.figure.value ? "increase" : "decrease", implied: true }];
  });
}

const cents = (value: number): number => Math.round(value * 100) / 100;

/** What stands between the two numbers of a change. */
const spansChange = /\b(?:to|from|against|with|than)\b/;

/** Written out in full: of rounded numbers the difference is rounded too. */
const isExact = ({ figure: { dimension, form, hedge, text, noun } }: Claim): boolean =>
  (dimension === "money" || (dimension === "count" && noun !== undefined)) &&
  form === "number" &&
  !hedge &&
  /^[^\d]*[\d,]*(?:\.\d\d)?[^\d]*$/.test(text) &&
  !isScaled.test(text);
const isScaled = /\d\s*(?:k|m|bn|tn|cr)\b|million|billion|trillion|thousand|hundred|lakh|crore|000\b/i;

/** Written out to the last one, not rounded. */
const isCounted = ({ figure: { dimension, form, hedge, text, value } }: Claim): boolean =>
  dimension === "count" && form === "number" && !hedge && Number.isInteger(value) && !/(?:million|billion|thousand|hundred)/i.test(text) && value % 100 !== 0;

function figureOf({ document }: Reading, sentence: Sentence, { first, end: last, value, noun }: Count): Figure {
  const tokens = tokensOf(document, sentence);
  const [start, end] = [(tokens[first] as Token).start, (tokens[last - 1] as Token).end];
  const interval = { value, low: value, high: value, lowOpen: false, highOpen: false };
  return {
    start,
    end,
    text: document.text.slice(start, end),
    sentence: sentence.index,
    ...interval,
    form: "number",
    dimension: "count",
    ...(noun && { noun }),
  };
}

/** What every implied count begins with: most sentences need no look at their tokens. */
const mayImply = /\b(?:all\s+but|one\s+of|(?:an?|its)\s+(?:[a-z]+-)?[a-z\d]*(?:st|nd|rd|th))\b/i;

function countsIn({ document, figures }: Reading, sentence: Sentence): readonly Count[] {
  if (!mayImply.test(document.prose.slice(sentence.start, sentence.end))) return [];
  const tokens = tokensOf(document, sentence);
  const wholeBehind = (of: number): Figure | undefined => {
    if (lower(tokens, of) !== "of") return undefined;
    const whole = figures.find((figure) => figure.sentence === sentence.index && tokenAt(tokens, figure.start) > of);
    const between = whole ? tokens.slice(of + 1, tokenAt(tokens, whole.start)) : [];
    // "of the city's 31 fire stations"
    if (between.length > 3 || between.some(({ kind, lower: word }) => kind !== "word" || word === "of")) return undefined;
    return whole?.form === "number" && whole.dimension === "count" && whole.noun ? whole : undefined;
  };
  return tokens.flatMap((_, first): Count[] => {
    const rank = ordinalToll(tokens, first);
    if (rank) return [{ first, ...rank, noun: nounAt(tokens, rank.end, true), isToll: true }];
    const word = lower(tokens, first);
    const left = word === "all" && lower(tokens, first + 1) === "but" ? readNumber(tokens, first + 2) : undefined;
    const end = left ? left.end : first + 1;
    const whole = left || word === "one" ? wholeBehind(end) : undefined;
    const value = left && whole ? whole.value - left.value : 1;
    return whole?.noun && value > 0 && value < whole.value ? [{ first, end, value, noun: { ...whole.noun, elided: true } }] : [];
  });
}
