import type { Claim } from "../claims/claim.ts";
import type { Fact } from "./verdict.ts";

/** Those who work and the places that they work in: a firm of 1,200 employees that sheds 240 jobs keeps 960 of either. */
const work = /^(?:employee|worker|job|post|position|staff|role)$/;

/**
 * Whether a number that the draft gives as what is left is a whole less a part that the sources give: 65 of 96 branches, of which 31 are to close.
 * Both must count what the claim counts; of a source of their own each, under the very same noun.
 */
export function isRemainder(claim: Claim, facts: readonly Fact[]): boolean {
  const { leftOver, figure } = claim;
  if (!leftOver || figure.dimension !== "count" || figure.form !== "number" || !figure.noun) return false;
  const alike = facts.filter((fact) => counts(fact, claim));
  return alike.some((whole) =>
    alike.some((part) => {
      const rest = whole.claim.figure.value - part.claim.figure.value;
      return rest > 0 && rest >= figure.low && rest <= figure.high && (whole.source === part.source || headOf(whole) === headOf(part));
    }),
  );
}

function counts({ claim: { figure } }: Fact, { figure: { noun } }: Claim): boolean {
  if (figure.dimension !== "count" || figure.form !== "number" || !figure.noun || !noun) return false;
  return figure.noun.head === noun.head || (work.test(figure.noun.head) && work.test(noun.head));
}

const headOf = ({ claim }: Fact): string | undefined => claim.figure.noun?.head;
