import { alike, type Calculation, isAmount, isOf, isProportion, type Line, lower, words } from "./calculation.ts";
import type { Claim } from "./claim.ts";
import type { Placed } from "./placed.ts";

/** Parts of a whole: given as a percentage too, or greater than the whole. */
export function shares(line: Line, above: Line | undefined): readonly Calculation[] {
  return [...stated(line, above), ...portions(line), ...excessive(line)];
}

/** "a third of the 90 seats, or 30", "69 percent of the $48 million, or $33.1 million": the part follows its proportion. */
function portions({ tokens, claims, placed }: Line): readonly Calculation[] {
  return claims.flatMap((result, i): Calculation[] => {
    const [proportion, whole] = [claims[i - 2], claims[i - 1]];
    if (!proportion || !whole || !isProportion(proportion) || !isAmount(whole) || !isAmount(result) || !alike(whole, result)) return [];
    if (proportion.kind === "increase" || proportion.kind === "decrease" || !isOf(tokens, placed, i - 2)) return [];
    return /^, or$/.test(words(tokens, (placed[i - 1] as Placed).after, (placed[i] as Placed).first))
      ? [{ kind: "portion", result, operands: [proportion, whole] }]
      : [];
  });
}

/** "817 of 2,150, or 48%"; "51 of the 84 cases, a rate of 61 percent"; "about 1,200 of them, or two thirds". */
function stated(line: Line, above: Line | undefined): readonly Calculation[] {
  const { tokens, claims, placed } = line;
  return claims.flatMap((result, i): Calculation[] => {
    const last = claims[i - 1];
    if (!last || !isProportion(result) || result.kind === "increase" || result.kind === "decrease" || !isAmount(last)) return [];
    const { first, end } = placed[i] as Placed;
    const link = words(tokens, (placed[i - 1] as Placed).end, first);
    const behind = ofWholeBehind(line, i);
    if (behind && isApposed(words(tokens, (placed[i - 1] as Placed).after, first))) return [{ kind: "share", result, operands: behind }];
    const isOfThem =
      /, (?:just |about |nearly |almost |more than |some )?$/.test(`${link} `) && /^of (?:them|those|the total|the lot)\b/.test(words(tokens, end, end + 3));
    if (
      (!isOfThem &&
        !/(?:, or|\(|—|–|, (?:a|an) (?:\S+ )?(?:rate|share|proportion) of|, equal to|, equivalent to)(?: (?:about|some|around|roughly|nearly|almost|more than|just over|just under|over))?$/.test(
          link,
        )) ||
      link.split(" ").length > 14
    )
      return [];
    const pair = behind ?? partAndWhole(line, i - 1, above);
    return pair ? [{ kind: "share", result, operands: pair }] : [];
  });
}

/** ", 60 per cent of its target of £4m": another word for the number right before it. */
const isApposed = (link: string): boolean => /^,(?: (?:about|some|around|roughly|nearly|almost|more than|just over|just under|over|less than))?$/.test(link);

/** "1.2 metres, or 40 per cent of the 3 metres that it needs", "of its target of £4m": the whole stands behind the proportion at `i`. */
function ofWholeBehind({ tokens, claims, placed }: Line, i: number): readonly [Claim, Claim] | undefined {
  const [part, whole] = [claims[i - 1] as Claim, claims[i + 1]];
  if (!whole || !isAmount(whole)) return undefined;
  const isBare = whole.figure.dimension === "count" && (!whole.figure.noun || whole.figure.noun.elided);
  const joint = words(tokens, (placed[i] as Placed).end, (placed[i + 1] as Placed).first);
  return /^of (?:the|its|their|his|her|all|those)(?: \S+)?(?: (?:target|goal|budget|limit|capacity|total|quota|appeal|debt|bill|cost) of)?(?: [$£€])?$/.test(
    joint,
  ) &&
    (isBare || alike(part, whole))
    ? [part, whole]
    : undefined;
}

/** The part and its whole that end with claim `i`. */
function partAndWhole({ tokens, claims, placed }: Line, i: number, above: Line | undefined): readonly [Claim, Claim] | undefined {
  const [here, before] = [claims[i] as Claim, claims[i - 1]];
  if (before && isOf(tokens, placed, i - 1) && alike(before, here)) return isAmount(before) ? [before, here] : undefined;
  if (before && isAmount(before) && opensWithWhole(tokens, placed[i - 1] as Placed) && alike(before, here)) return [here, before];
  const { first, end } = placed[i] as Placed;
  const isOfWhom = /^of (?:whom|which)$/.test(words(tokens, first - 2, first));
  if (!isOfWhom && (lower(tokens, end) !== "of" || !/^(?:them|those|these|whom|which)$/.test(lower(tokens, end + 1)))) return undefined;
  // "29 on Wednesday and by Thursday 41, of whom 25": a number between them that was not understood may be the whole
  const isNext = before && !tokens.slice((placed[i - 1] as Placed).after, first).some(({ kind }) => kind === "number");
  if (before) return isNext && isAmount(before) && alike(before, here) && before.kind === "total" ? [here, before] : undefined;
  const wholes = above?.claims.filter((claim) => isAmount(claim) && alike(claim, here) && claim.kind === "total") ?? [];
  return wholes.length === 1 ? [here, wholes[0] as Claim] : undefined;
}

/** "Of the 1,840 members who voted, 1,564 were in favour". */
const opensWithWhole = (tokens: Line["tokens"], { first }: Placed): boolean =>
  /^of (?:(?:the|its|their|these|those|some|about|all) )*$/.test(`${words(tokens, 0, first)} `);

/** "41 of the 40"; "killed 12 people, 14 of them children"; "31 people, including 36 children". */
function excessive({ tokens, claims, placed }: Line): readonly Calculation[] {
  return claims.flatMap((result, i): Calculation[] => {
    if (!isAmount(result)) return [];
    const [before, after] = [claims[i - 1], claims[i + 1]];
    if (after && isAmount(after) && isOf(tokens, placed, i) && alike(result, after)) return [{ kind: "part", result, operands: [after] }];
    if (result.kind !== "part" || !before || !isAmount(before) || !people(before, result)) return [];
    const { first, end } = placed[i] as Placed;
    const link = words(tokens, (placed[i - 1] as Placed).after, first);
    const ofThem = lower(tokens, end) === "of" && /^(?:them|whom)$/.test(lower(tokens, end + 1));
    if (
      claims.slice(0, i - 1).some((claim) => isAmount(claim) && claim.figure.value >= result.figure.value && claim.figure.dimension === result.figure.dimension)
    )
      return [];
    const nearby = first - (placed[i - 1] as Placed).after < 8;
    return nearby &&
      before.kind !== "part" &&
      (ofThem || /\bincluding(?: (?:at least|about|some|up to))?$/.test(link) || /\bof whom(?: (?:at least|about|some))?$/.test(link))
      ? [{ kind: "part", result, operands: [before] }]
      : [];
  });
}

const people = (a: Claim, b: Claim): boolean => alike(a, b) && (a.role === b.role || b.figure.noun?.elided !== false);
