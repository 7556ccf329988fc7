import { oppositeFates } from "../lexicon/opposite-fates.ts";
import { alike, type Calculation, isAmount, isOf, type Line, lower, words } from "./calculation.ts";
import type { Claim } from "./claim.ts";
import type { Placed } from "./placed.ts";

/** "Of the 160 cameras 70 ... and 45 ..., leaving 55"; "Twenty-four of the 40 ... and the other 26"; "Two of them ..., and the other five". */
export function remainders(line: Line, above: Line | undefined, before: Line | undefined): readonly Calculation[] {
  return [...rests(line, above, before), ...opposites(line)];
}

function rests(line: Line, above: Line | undefined, before: Line | undefined): readonly Calculation[] {
  return line.claims.flatMap((result, i): Calculation[] => {
    if (result.kind !== "remainder" || !isAmount(result)) return [];
    const here =
      split(line, i) ??
      together(line, i) ??
      anaphoric(line, above, i) ??
      (i === 0 && above ? (split(above, above.claims.length) ?? ofALot(above, before)) : undefined) ??
      (i === 1 ? ofALot(line, above) : undefined);
    if (!here || !alike(here.whole, result)) return [];
    return [{ kind: "remainder", result, operands: [here.whole, ...here.parts] }];
  });
}

interface Split {
  readonly whole: Claim;
  readonly parts: readonly Claim[];
}

/** The whole and its parts among the first `until` claims of a sentence: "P of the W", or "Of the W, P and P". */
function split({ tokens, claims, placed }: Line, until: number): Split | undefined {
  const starts = lower(tokens, 0) === "of" && (placed[0] as Placed).first <= 5;
  const at = starts ? 0 : claims.findIndex((_, i) => i > 0 && i < until && isOf(tokens, placed, i - 1));
  const whole = claims[at];
  if (at < 0 || !whole || !isAmount(whole)) return undefined;
  const parts = claims
    .slice(0, until)
    .filter((claim, i) => i !== at && isAmount(claim) && alike(claim, whole) && belongs(claim) && !nested(tokens, placed, i, at));
  const others = claims
    .slice(0, until)
    .filter(
      (claim, i) =>
        i !== at && isAmount(claim) && !parts.includes(claim) && claim.figure.dimension === whole.figure.dimension && !nested(tokens, placed, i, at),
    );
  return parts.length && !others.length ? { whole, parts } : undefined;
}

/** "75 were arrested and 28 of them released, so that 47 are held": the whole stands first, its parts say so. */
function together({ tokens, claims, placed }: Line, until: number): Split | undefined {
  const [whole, ...parts] = claims.slice(0, until);
  const isPart = (i: number) =>
    lower(tokens, (placed[i] as Placed).end) === "of" && /^(?:them|those|these|whom|which)$/.test(lower(tokens, (placed[i] as Placed).end + 1));
  return whole && parts.length && isAmount(whole) && parts.every((part, i) => isAmount(part) && isPart(i + 1)) ? { whole, parts } : undefined;
}

/** "They come from a lot of 24. Seventeen have been tested, and the seven others ...": the part opens its sentence, and the one before has no other number than the whole. */
function ofALot({ claims, placed }: Line, above: Line | undefined): Split | undefined {
  const [part, whole] = [claims[0], above?.claims[0]];
  const isPlain = part !== undefined && isAmount(part) && placed[0]?.first === 0 && (part.figure.noun === undefined || part.figure.noun.elided);
  if (!isPlain || !whole || above?.claims.length !== 1 || !isAmount(whole) || whole.kind !== "total" || part.kind !== "total") return undefined;
  return claims.length < 3 && whole.figure.value > part.figure.value && alike(whole, part) ? { whole, parts: [part] } : undefined;
}

/** "Of the 52 drones 44 were shot down and 11 got through": nothing meets both fates, so that together they cannot be more than the whole. */
function opposites({ tokens, claims, placed }: Line): readonly Calculation[] {
  const [whole, part, result] = claims;
  if (!whole || !part || !result || lower(tokens, 0) !== "of" || (placed[0] as Placed).first > 3) return [];
  if (![whole, part, result].every((claim) => isAmount(claim) && alike(whole, claim)) || part.figure.value + result.figure.value <= whole.figure.value)
    return [];
  const [a, b] = [placed[1] as Placed, placed[2] as Placed];
  const [first, second] = [words(tokens, a.after, b.first), words(tokens, b.after, b.after + 4)];
  return oppositeFates.some(([one, other]) => one.test(first) && other.test(second)) ? [{ kind: "remainder", result, operands: [whole, part] }] : [];
}

const belongs = (claim: Claim): boolean => claim.kind === "part" || (claim.kind === "total" && (claim.figure.noun === undefined || claim.figure.noun.elided));

/** "six of them children": a part of a part. */
const nested = (tokens: Line["tokens"], placed: Line["placed"], i: number, whole: number): boolean => {
  const end = (placed[i] as Placed).end;
  return i > whole && lower(tokens, end) === "of" && /^(?:them|whom|which)$/.test(lower(tokens, end + 1)) && i - whole > 1;
};

/** "Seven were hurt. Two of them were flown out, and the other five were treated": the whole stands in the sentence before. */
function anaphoric({ tokens, claims, placed }: Line, above: Line | undefined, until: number): Split | undefined {
  const first = claims[0];
  const end = placed[0]?.end ?? 0;
  if (!above || until === 0 || !first || !isAmount(first) || lower(tokens, end) !== "of" || !/^(?:them|those|these)$/.test(lower(tokens, end + 1)))
    return undefined;
  const wholes = above.claims.filter((claim) => isAmount(claim) && alike(claim, first) && claim.kind === "total");
  const parts = claims.slice(0, until);
  const [whole] = wholes;
  return whole && wholes.length === 1 && parts.every((claim) => isAmount(claim) && belongs(claim)) ? { whole, parts } : undefined;
}
