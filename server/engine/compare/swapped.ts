import type { Claim } from "../claims/claim.ts";
import { contentStems } from "../document/words.ts";
import type { Reading } from "../extract/mentions.ts";
import type { Facts } from "./facts.ts";
import type { Fact, Verdict } from "./verdict.ts";

/** The words that name what two numbers of a sentence are of: those before each, or those behind each. */
type Names = readonly [ReadonlySet<string>, ReadonlySet<string>];

/**
 * "Rents rose 14 per cent and wages 12" for "rents rose 12 per cent and wages 14": both numbers stand in the source's sentence, each for what the draft
 * has the other for. Then neither bears its claim out, and each contradicts the other's.
 */
export function withoutSwapped<T extends { readonly verdicts: readonly Verdict[] }>(
  draft: Reading,
  claims: readonly Claim[],
  told: readonly T[],
  facts: Facts,
): readonly T[] {
  return told.map((own, at) => {
    const claim = claims[at] as Claim;
    const others = claims.flatMap((other, i) => (i !== at && mayBeSwapped(claim, other) ? [i] : []));
    if (!others.length) return own;
    const beside = claims.filter(({ sentence }) => sentence === claim.sentence);
    const verdicts = own.verdicts.map((verdict): Verdict => {
      if (verdict.relation !== "supports") return verdict;
      for (const i of others) {
        const strayed = told[i]?.verdicts.find(({ relation, fact }) => relation === "supports" && isBeside(fact, verdict.fact));
        if (!strayed) continue;
        const { source, claim: theirs } = verdict.fact;
        const sentences = new Set([theirs.sentence.index, strayed.fact.claim.sentence.index]);
        const all = [...sentences].flatMap((sentence) => facts.bySentence(source, sentence).map((fact) => fact.claim));
        if (areCrossed(draft, [claim, claims[i] as Claim], beside, source.reading, [theirs, strayed.fact.claim], all))
          return {
            ...verdict,
            fact: strayed.fact,
            relation: "contradicts",
            reason: `${source.id} has ${theirs.figure.text} for something else`,
          };
      }
      return verdict;
    });
    const crossed = verdicts.filter((verdict, i) => verdict !== own.verdicts[i]);
    if (!crossed.length) return own;
    const isSaid = (verdict: Verdict) => !crossed.includes(verdict) && crossed.some(({ fact }) => fact === verdict.fact);
    return { ...own, verdicts: verdicts.filter((verdict) => !isSaid(verdict)) };
  });
}

const mayBeSwapped = (a: Claim, b: Claim): boolean =>
  a.sentence === b.sentence &&
  a.measure === b.measure &&
  a.role === b.role &&
  a.figure.value !== b.figure.value &&
  a.kind !== "earlier" &&
  b.kind !== "earlier";

/** In one sentence, or in two that follow on one another. */
function isBeside(a: Fact, b: Fact): boolean {
  const [x, y] = [a.claim.sentence, b.claim.sentence];
  return a !== b && a.source === b.source && x.block === y.block && Math.abs(x.index - y.index) <= 1;
}

/** Each number has the other's name, and no way of reading the two sentences gives it its own. */
function areCrossed(
  draft: Reading,
  pair: readonly [Claim, Claim],
  beside: readonly Claim[],
  source: Reading,
  theirs: readonly [Claim, Claim],
  all: readonly Claim[],
): boolean {
  if (!areListed(draft, pair) || !areListed(source, theirs)) return false;
  const [ours, others] = [
    [before(draft, pair, beside), behind(draft, pair, beside)],
    [before(source, theirs, all), behind(source, theirs, all)],
  ];
  const meet = (a: ReadonlySet<string>, b: ReadonlySet<string>) => [...a].some((stem) => b.has(stem));
  if (ours.some((a) => others.some((b) => meet(a[0], b[0]) && meet(a[1], b[1])))) return false;
  return ours.some((a, way) => {
    const b = others[way] as Names;
    return meet(a[0], b[1]) && meet(a[1], b[0]) && !meet(a[0], b[0]) && !meet(a[1], b[1]);
  });
}

const before = (reading: Reading, [a, b]: readonly [Claim, Claim], all: readonly Claim[]): Names =>
  apart(nameBefore(reading, a, all), nameBefore(reading, b, all));
const behind = (reading: Reading, [a, b]: readonly [Claim, Claim], all: readonly Claim[]): Names =>
  apart(nameBehind(reading, a, all), nameBehind(reading, b, all));

/** Without the words that both names have: of milk prices and butter prices, milk and butter. */
const apart = (a: ReadonlySet<string>, b: ReadonlySet<string>): Names => [
  new Set([...a].filter((stem) => !b.has(stem))),
  new Set([...b].filter((stem) => !a.has(stem))),
];

function nameBefore(reading: Reading, { figure, sentence }: Claim, all: readonly Claim[]): ReadonlySet<string> {
  const from = Math.max(sentence.start, ...all.flatMap((other) => (other.figure.end <= figure.start ? [other.figure.end] : [])));
  return new Set(contentStems(undated(reading, from, figure.start)));
}

function nameBehind(reading: Reading, { figure, sentence }: Claim, all: readonly Claim[]): ReadonlySet<string> {
  const to = Math.min(sentence.end, ...all.flatMap((other) => (other.figure.start >= figure.end ? [other.figure.start] : [])));
  const [name = ""] = undated(reading, figure.end, to).split(/[,;:()–—]/);
  return new Set(contentStems(name));
}

/** When it was names nothing. */
function undated({ document, dates }: Reading, start: number, end: number): string {
  let text = document.prose.slice(start, end);
  for (const date of dates)
    if (date.start >= start && date.end <= end) text = text.slice(0, date.start - start) + " ".repeat(date.end - date.start) + text.slice(date.end - start);
  return text;
}

/** "and", "while" stand between them, or a full stop, or "46 seats, the Greens 38": two statements, not one number and its change. */
function areListed({ document }: Reading, [a, b]: readonly [Claim, Claim]): boolean {
  if (a.sentence.index !== b.sentence.index) return true;
  const between = document.prose.slice(Math.min(a.figure.end, b.figure.end), Math.max(a.figure.start, b.figure.start));
  return /;|\b(?:and|while|whereas|but|against|followed by|ahead of|then)\b|, the (?:[\p{L}'’-]+ ){1,4}$/u.test(between);
}
