import type { Reading } from "../extract/mentions.ts";
import { pointsBack } from "../extract/reference.ts";
import { structuralNouns } from "../lexicon/structural-nouns.ts";
import { type Claim, casualtyRoles } from "./claim.ts";

/** A small number behind a word that points back identifies and does not inform: "the two men", "both its reactors". */
const largestReference = 12;

/** Whether a claim of the draft states a fact for which its sentence gives no source. */
export function needsSource(claim: Claim, draft: Reading): boolean {
  const { figure, sourced } = claim;
  if (sourced !== "no" || figure.form === "vague") return false;
  if (figure.dimension !== "count" || figure.hedge || figure.value > largestReference) return true;
  const casualty = claim.role !== undefined && casualtyRoles.has(claim.role);
  if (figure.noun && structuralNouns.has(figure.noun.head)) return false;
  if (figure.value === 1 && /^one$/i.test(figure.text) && !casualty) return false;
  const pointing = pointsBack(draft.document, figure);
  return pointing === undefined || (pointing === "rest" && casualty);
}
