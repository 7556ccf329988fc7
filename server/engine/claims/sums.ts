import type { Token } from "../extract/tokens.ts";
import { alike, type Calculation, isAmount, type Line, lower, words } from "./calculation.ts";
import type { Claim } from "./claim.ts";
import { type Placed, tokenAt } from "./placed.ts";

/** Totals and the parts that they are made of. */
export function sums(line: Line, above: Line | undefined): readonly Calculation[] {
  return [...stated(line, above), ...listed(line), ...fates(line), ...ages(line, above), ...sharedOut(line), ...consequences(line)];
}

/** "1,150 destroyed and a further 2,300 damaged, 3,540 in all"; "for a total of 44", with one part in the sentence before. */
function stated(line: Line, above: Line | undefined): readonly Calculation[] {
  return line.claims.flatMap((result, i): Calculation[] => {
    if (!isAmount(result) || !isTotal(line, i)) return [];
    const own = partsBefore(line, i, result);
    const [first] = above && own.length === 1 ? above.claims.filter((claim) => isPart(claim, result) && claim.role === own[0]?.role) : [];
    const parts = own.length === 1 && first ? [first, ...own] : own;
    const added = [...(above ? addedBy(above, parts) : []), ...addedBy(line, parts)];
    const operands = added.flatMap((some) => some ?? []);
    return parts.length > 1 && agree(parts) && !added.includes(undefined) ? [{ kind: "sum", result, operands }] : [];
  });
}

/** What each of some parts that a sentence has adds to a sum: "two of 240 kg each" as much twice; undefined for a rate of which it is not said how many. */
function addedBy(line: Line, parts: readonly Claim[]): readonly (readonly Claim[] | undefined)[] {
  const { tokens, claims, placed } = line;
  return claims.flatMap((claim, i) => {
    if (!parts.includes(claim)) return [];
    if (!isRate(line, i)) return [[claim]];
    const [count, before] = [claims[i - 1], placed[i - 1]];
    const isSoMany = count && before && isAmount(count) && /^(?:of|at|worth|weighing|costing)$/.test(words(tokens, before.after, (placed[i] as Placed).first));
    return [isSoMany && count.figure.value < 13 && Number.isInteger(count.figure.value) ? Array.from({ length: count.figure.value }, () => claim) : undefined];
  });
}

/** "£15 each", "$80 a day": the figure at `i` is what each of several costs or gets. */
const isRate = ({ tokens, claims, placed }: Line, i: number): boolean =>
  (claims[i]?.figure.dimension === "money" ? /^(?:each|apiece|per|an?)$/ : /^(?:each|apiece|per)$/).test(lower(tokens, (placed[i] as Placed).end));

function isTotal({ tokens, placed }: Line, i: number): boolean {
  const { first, after, end } = placed[i] as Placed;
  for (const at of [end, after]) if (/^(?:in all|in total|all told|altogether|combined)\b/.test(words(tokens, at, at + 2))) return true;
  const before = words(tokens, first - 7, first);
  return /(?:(?:\b(?:for|making|or|giving|bringing|taking|raising)|,) (?:it to )?a (?:combined |grand )?total of|\btotall?ing|\b(?:bringing|taking|making) the (?:combined |overall )?total(?: number)?(?: to)?)(?: (?:about|some|around|at least|more than|nearly))?$/.test(
    before,
  );
}

const isPart = (claim: Claim, total: Claim): boolean =>
  isAmount(claim) && alike(claim, total) && (claim.kind === "total" || claim.kind === "increase" || claim.kind === "incident" || claim.kind === "remainder");

/** The numbers before the total that it is made of: those of one kind, without the parts of parts, and without older counts, unless all are dated ("38 on Friday and 17 on Saturday"). */
function partsBefore(line: Line, i: number, total: Claim): readonly Claim[] {
  const before = line.claims.slice(0, i);
  const parts = before.filter((claim) => isPart(claim, total));
  const dated = before.filter(
    (claim) => isPart(claim, total) || (claim.kind === "earlier" && claim.asOf.basis === "sentence" && isAmount(claim) && alike(claim, total)),
  );
  return parts.length < 2 && dated.length > 1 ? dated : parts;
}

/** All count one kind of thing, or all count people. */
const agree = (claims: readonly Claim[]): boolean => claims.every((claim) => alike(claims[0] as Claim, claim));

/** "47 people died: 41 civilians, 14 of them children, and six fighters": what stands after the colon makes up what stands before, and of a part and its whole the part ("94, 31 of them foreigners: 14 ..."). */
function listed(line: Line): readonly Calculation[] {
  const { tokens, claims, placed } = line;
  const colon = tokens.findIndex((token, i) => (token.text === ":" || token.text === "—") && tokens[i - 1]?.kind !== "number");
  if (colon < 0) return [];
  const before = claims.filter((claim, i) => (placed[i] as Placed).after <= colon && isAmount(claim));
  const part = before.at(-1)?.kind === "part" ? before.slice(-1) : undefined;
  const heads = part ?? before.filter(({ kind }) => kind === "total");
  const items = claims.flatMap((claim, i) => ((placed[i] as Placed).first > colon && claim.kind !== "part" ? [i] : []));
  const [head] = heads;
  const [first, last] = [items[0], items.at(-1)];
  if (!head || heads.length > 1 || first === undefined || last === undefined || items.length < 2) return [];
  if ((placed[first] as Placed).first - colon > 2 || !/^(?:and|plus)$/.test(lower(tokens, (placed[last] as Placed).first - 1))) return [];
  const operands = items.map((i) => claims[i] as Claim);
  const [opening, closing] = [placed[first] as Placed, placed[last] as Placed];
  const prose = tokens.slice(opening.end, closing.first).some((token) => /^(?:were|was|had|have|is|are|said|but)$/.test(token.lower));
  const people = operands.every((claim) => isAmount(claim) && alike(head, claim));
  return people && !prose && saidUntil(line, closing.after) - closing.after < 5 ? [{ kind: "sum", result: head, operands }] : [];
}

/** The token at which what is said ends: before the tag that closes the sentence (", it said."), if there is one. */
function saidUntil({ tokens, attributions }: Line, from: number): number {
  const [last, end] = [(tokens[from - 1] as Token).end, (tokens.at(-1) as Token).end];
  const tag = attributions.find(({ start, content }) => start >= last && start < end && content.every((said) => said.end <= start));
  return tag ? tokenAt(tokens, tag.start) : tokens.length;
}

/** "Of the 226 aboard 71 are dead, 63 were rescued and 82 are missing": nobody is neither. */
function fates({ tokens, claims, placed }: Line): readonly Calculation[] {
  const [whole, ...parts] = claims;
  if (!whole || parts.length !== 3 || lower(tokens, 0) !== "of" || (placed[0] as Placed).first > 4 || !isAmount(whole)) return [];
  const roles = new Set(parts.map(({ role }) => role));
  const isAll = roles.has("killed") && roles.has("missing") && (roles.has("rescued") || roles.has("injured"));
  return isAll && parts.every(isAmount) ? [{ kind: "sum", result: whole, operands: parts }] : [];
}

/** "Nineteen people were killed. Eleven were men, five were women and three were children": everybody is one of the three. */
function ages({ claims }: Line, above: Line | undefined): readonly Calculation[] {
  const [whole, other] = above?.claims ?? [];
  const groups = claims.map(({ group }) => group.join());
  const isAll = groups.length === 3 && ["child", "man", "woman"].every((group) => groups.includes(group));
  if (!isAll || !whole || other || whole.group.length || whole.measure !== "person" || whole.kind !== "total" || !isAmount(whole)) return [];
  return claims.every((claim) => isAmount(claim) && (claim.role === undefined || claim.role === whole.role))
    ? [{ kind: "sum", result: whole, operands: claims }]
    : [];
}

/** "Lost 14 ships, five to mines, seven to submarines and four to aircraft": those of a list may be fewer than the whole, but not more. */
function sharedOut({ tokens, claims, placed }: Line): readonly Calculation[] {
  const [whole, ...parts] = claims;
  const [link, ...links] = placed.slice(1).map(({ end }) => lower(tokens, end));
  if (whole?.kind !== "total" || whole.figure.hedge || !isAmount(whole) || parts.length < 2) return [];
  // "10 came from the valley, eight from the town": the first of the list itself.
  const between = tokens.slice((placed[0] as Placed).end, placed[1]?.first).map((token) => token.lower);
  if (link && between.includes(link)) return [];
  if (!link || !/^(?:to|from|by|in|on|at|for)$/.test(link) || links.some((other) => other !== link)) return [];
  const isListed = parts.every(({ figure: { noun } }, i) => {
    const joint = lower(tokens, (placed[i + 1] as Placed).first - 1);
    return (!noun || noun.elided) && (i === parts.length - 1 ? joint === "and" : joint === ",");
  });
  const sum = parts.reduce((total, { figure }) => total + figure.value, 0);
  return isListed && sum > whole.figure.value && parts.every((part) => isAmount(part) && alike(whole, part))
    ? [{ kind: "sum", result: whole, operands: parts }]
    : [];
}

/** "47 bodies had been recovered and 131 people rescued, so that 187 were accounted for": it follows from both, one way or the other. */
function consequences({ tokens, claims, placed }: Line): readonly Calculation[] {
  return claims.flatMap((result, i): Calculation[] => {
    const [a, b] = [claims[i - 2], claims[i - 1]];
    if (!a || !b || !isAmount(result) || i !== 2) return [];
    const link = words(tokens, (placed[1] as Placed).after, (placed[2] as Placed).first);
    if (!/\b(?:so that|meaning(?: that)?|which means(?: that)?|which meant(?: that)?)(?: (?:about|some|a total of|at least))?$/.test(link)) return [];
    return [a, b].every((claim) => isAmount(claim) && alike(claim, result) && claim.kind === "total") ? [{ kind: "either", result, operands: [a, b] }] : [];
  });
}
