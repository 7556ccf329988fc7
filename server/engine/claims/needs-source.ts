import type { Reading } from "../extract/mentions.ts";
import { determinersBefore } from "../extract/reference.ts";
import { type Claim, casualtyRoles } from "./claim.ts";

/** A small number behind a word that points back identifies and does not inform: "the two men", "both its reactors". */
const largestReference = 12;

/** Whether a claim of the draft states a fact for which its sentence gives no source. */
export function needsSource(claim: Claim, draft: Reading): boolean {
  const { figure, sourced } = claim;
  if (sourced !== "no" || figure.form === "vague") return false;
  const pointing = determinersBefore(draft.document, figure);
  if (!pointing || figure.dimension !== "count" || figure.hedge) return true;
  return figure.value > largestReference || (pointing === "rest" && claim.role !== undefined && casualtyRoles.has(claim.role));
}
