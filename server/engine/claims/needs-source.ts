import { structuralNouns } from "../lexicon/structural-nouns.ts";
import { type Claim, casualtyRoles } from "./claim.ts";

/** A small number behind a word that points back identifies and does not inform: "the two men", "both its reactors". */
const largestReference = 12;

/** The claims of a draft that state a fact for which their sentence gives no source, in text order. */
export function unsourced(claims: readonly Claim[]): readonly Claim[] {
  const told = new Set<string>();
  const heads = new Set(claims.flatMap(({ figure: { reference, noun } }) => (reference === "known" && noun ? [noun.head] : [])));
  return claims.filter((claim) => {
    const needed = claim.sourced === "no" && isFact(claim, told);
    if (heads.has(claim.figure.noun?.head ?? "")) told.add(keyOf(claim));
    return needed;
  });
}

const keyOf = ({ figure: { value, noun } }: Claim): string => `${value} ${noun?.head ?? ""}`;

function isFact(claim: Claim, told: ReadonlySet<string>): boolean {
  const { figure } = claim;
  if (figure.form === "vague") return false;
  if (figure.dimension !== "count" || figure.hedge) return true;
  const pointing = figure.reference;
  if (pointing === "known" && figure.noun && told.has(keyOf(claim))) return false;
  if (figure.value > largestReference) return true;
  const casualty = claim.role !== undefined && casualtyRoles.has(claim.role);
  if (figure.noun && structuralNouns.has(figure.noun.head) && !casualty) return false;
  if (figure.value === 1 && /^one$/i.test(figure.text) && !casualty) return false;
  return pointing === undefined || (pointing === "rest" && casualty);
}
