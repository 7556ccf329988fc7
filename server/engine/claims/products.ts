import { type Calculation, isAmount, type Line, lower, words } from "./calculation.ts";
import type { Claim } from "./claim.ts";
import type { Placed } from "./placed.ts";

/** "1,200 tickets at £15 each, or £18,000 in all"; "$120 each to 900 families, for a total of $108,000": so many, what each costs or gets, and what that makes. */
export function products({ tokens, claims, placed }: Line): readonly Calculation[] {
  return claims.flatMap((result, i): Calculation[] => {
    const [a, b] = [claims[i - 2], claims[i - 1]];
    if (!a || !b || !isPaid(result) || (placed[i] as Placed).first - (placed[i - 1] as Placed).end > 12) return [];
    const [rate, count, at] = isPaid(a) ? [a, b, i - 2] : [b, a, i - 1];
    if (
      !isPaid(rate) ||
      rate.figure.unit !== result.figure.unit ||
      !isAmount(count) ||
      count.figure.dimension !== "count" ||
      !/^(?:each|apiece)$/.test(lower(tokens, (placed[at] as Placed).end))
    )
      return [];
    const between = words(tokens, (placed[i - 2] as Placed).after, (placed[i - 1] as Placed).first);
    return /[,;:.()]|\b(?:and|but|or|while)\b/.test(between) || !isOutcome(tokens, placed, i) ? [] : [{ kind: "product", result, operands: [count, rate] }];
  });
}

const isPaid = (claim: Claim): boolean => isAmount(claim) && claim.figure.dimension === "money";

/** ", or", ", for a total of", or "in all" behind it. */
function isOutcome(tokens: Line["tokens"], placed: Line["placed"], i: number): boolean {
  const { first, end } = placed[i] as Placed;
  const lead = words(tokens, (placed[i - 1] as Placed).end, first);
  if (/, (?:or|(?:for|making|or) (?:it )?a (?:combined |grand )?total of)(?: (?:about|some|around|nearly|almost|more than|just over))?(?: [$£€])?$/.test(lead))
    return true;
  return /,(?: [$£€])?$/.test(lead) && /^(?:in all|in total|all told|altogether)\b/.test(words(tokens, end, end + 2));
}
