import { readCalculations } from "../claims/calculations.ts";
import type { Claim } from "../claims/claim.ts";
import { claimsByPassage } from "../claims/claims.ts";
import { eachKept, startsOf } from "../document/kept-lists.ts";
import type { PassageReading, Reading } from "../extract/mentions.ts";
import { checkCalculation, type Miscalculation } from "./arithmetic.ts";
import { passagesIn, shelfOf } from "./by-passage.ts";

/** The calculations of a draft that do not come out, in text order. Those of a passage rest on its own numbers alone. */
export function miscalculations(draft: Reading, claims: readonly Claim[]): readonly Miscalculation[] {
  const passages = passagesIn(draft);
  const lists = claimsByPassage(passages, shelfOf(draft));
  const slips = eachKept(shelfOf(draft), "miscalculations", [lists], [], (at) => {
    const own = lists[at] as readonly Claim[];
    const { shelf, reading } = passages[at] as PassageReading;
    return shelf.keep("miscalculations", [own], () => readCalculations(reading, own).flatMap((calculation) => checkCalculation(calculation) ?? []));
  });
  const firsts = startsOf(lists);
  return slips.flatMap((all, at) => {
    const placed = (claim: Claim): Claim => claims[(firsts[at] as number) + (lists[at] as readonly Claim[]).indexOf(claim)] as Claim;
    return all.map(({ calculation, ...slip }) => ({
      ...slip,
      calculation: { ...calculation, result: placed(calculation.result), operands: calculation.operands.map(placed) },
    }));
  });
}
