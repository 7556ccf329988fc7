import type { Reading } from "../extract/mentions.ts";
import { tokensOf } from "../extract/tokens.ts";
import type { Calculation, Line } from "./calculation.ts";
import { changes } from "./changes.ts";
import type { Claim } from "./claim.ts";
import { place } from "./placed.ts";
import { products } from "./products.ts";
import { remainders } from "./remainders.ts";
import { shares } from "./shares.ts";
import { sums } from "./sums.ts";

/** The arithmetic of a text: sums, differences, shares and changes that it states and whose numbers it gives. Where it is not plain which numbers belong together, there is none. */
export function readCalculations(reading: Reading, claims: readonly Claim[]): readonly Calculation[] {
  const found: Calculation[] = [];
  let [above, before]: (Line | undefined)[] = [];
  for (let from = 0; from < claims.length; ) {
    const sentence = (claims[from] as Claim).sentence;
    let to = from;
    while (claims[to]?.sentence === sentence) to++;
    const line = lineOf(reading, claims.slice(from, to));
    const near = above && adjacent(above, line) ? above : undefined;
    const nextNear = near && before && adjacent(before, near) ? before : undefined;
    found.push(...sums(line, near), ...remainders(line, near, nextNear), ...changes(line, near), ...shares(line, near), ...products(line));
    [above, before] = [line, above];
    from = to;
  }
  return found;
}

function lineOf({ document, attributions }: Reading, claims: readonly Claim[]): Line {
  const tokens = tokensOf(document, (claims[0] as Claim).sentence);
  return { tokens, claims, placed: claims.map(({ figure }) => place(tokens, figure)), attributions };
}

/** The sentence before it, in the same paragraph. */
const adjacent = (above: Line, line: Line): boolean => {
  const [a, b] = [above.claims[0]?.sentence, line.claims[0]?.sentence];
  return a !== undefined && b !== undefined && a.block === b.block && b.index - a.index === 1;
};
