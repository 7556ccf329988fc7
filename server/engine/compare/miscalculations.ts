import { readCalculations } from "../claims/calculations.ts";
import type { Claim } from "../claims/claim.ts";
import { claimsOfPassage } from "../claims/claims.ts";
import type { Reading } from "../extract/mentions.ts";
import { checkCalculation, type Miscalculation } from "./arithmetic.ts";
import { passagesIn } from "./by-passage.ts";

/** The calculations of a draft that do not come out, in text order. Those of a passage rest on its own numbers alone. */
export function miscalculations(draft: Reading, claims: readonly Claim[]): readonly Miscalculation[] {
  let first = 0;
  return passagesIn(draft).flatMap((passage) => {
    const own = claimsOfPassage(passage);
    const from = first;
    first += own.length;
    const slips = passage.shelf.keep("miscalculations", [own], () =>
      readCalculations(passage.reading, own).flatMap((calculation) => checkCalculation(calculation) ?? []),
    );
    const placed = (claim: Claim): Claim => claims[from + own.indexOf(claim)] as Claim;
    return slips.map(({ calculation, ...slip }) => ({
      ...slip,
      calculation: { ...calculation, result: placed(calculation.result), operands: calculation.operands.map(placed) },
    }));
  });
}
