import { alike, type Calculation, isAmount, isProportion, type Line, lower, words } from "./calculation.ts";
import type { Claim } from "./claim.ts";
import type { Placed } from "./placed.ts";

/** Differences, rises and falls, in numbers, in percent and as multiples. */
export function changes(line: Line, above: Line | undefined): readonly Calculation[] {
  return [...differences(line), ...percentages(line), ...growths(line, above), ...multiples(line)];
}

const isChange = (claim: Claim): boolean => claim.kind === "increase" || claim.kind === "decrease";

/** "146 ... 139, a gap of nine"; "reached 45, a rise of 31 from 24"; "93 more than its licence of 180 allowed"; "61 percent, up 13 percentage points from 48". */
function differences(line: Line): readonly Calculation[] {
  const { tokens, claims, placed } = line;
  return claims.flatMap((result, i): Calculation[] => {
    if (
      (!isChange(result) && !isTaken(line, i) && !isMargin(line, i)) ||
      result.figure.form !== "number" ||
      (isProportion(result) && result.figure.dimension !== "percent")
    )
      return [];
    if (result.figure.dimension === "percent") return [];
    const points = result.figure.dimension === "percentage-point" || result.figure.noun?.head === "point";
    const fits = (claim: Claim | undefined): claim is Claim =>
      claim !== undefined && !isChange(claim) && (points ? claim.figure.dimension === "percent" : isAmount(claim) && alike(claim, result));
    const { first, end } = placed[i] as Placed;
    const lead = words(tokens, first - 4, first);
    const [before, second, after] = [claims[i - 1], claims[i - 2], claims[i + 1]];
    const close = (at: number): boolean => (placed[at]?.first ?? Number.POSITIVE_INFINITY) - end < 9;
    const than =
      fits(after) &&
      close(i + 1) &&
      /\b(?:than|from|above|below|over|under|on)\b/.test(words(tokens, end, (placed[i + 1] as Placed).first)) &&
      !/,|;|\bwhen\b/.test(words(tokens, end, (placed[i + 1] as Placed).first));
    if (than && fits(before) && !(fits(second) && second.kind === "earlier" && before.kind !== "earlier"))
      return [{ kind: "difference", result, operands: [before, after] }];
    const named =
      /\b(?:rise|increase|gain|jump|climb|growth|fall|drop|decrease|decline|cut|reduction|dip|gap|lead|majority|margin|difference|loss|shortfall|deficit|surplus|excess|improvement) of(?: (?:about|some|only|just|more than|nearly|almost))?$/.test(
        lead,
      );
    if (named && fits(before) && fits(second) && apart(line, i - 2)) return [{ kind: "difference", result, operands: [before, second] }];
    const by = /\b(?:by|up|down|rose|fell|dropped|grew|gained|lost|added|shed)(?: (?:about|some|only|just|more than|nearly|almost))?$/.test(lead);
    const next = claims[i + 2];
    if (by && fits(after) && fits(next) && (next.kind === "earlier" || after.kind === "earlier") && close(i + 1))
      return [{ kind: "difference", result, operands: [after, next] }];
    return [];
  });
}

/** "66 votes to 62, a margin of four": what one number has more than the other. */
const isMargin = ({ tokens, placed }: Line, i: number): boolean =>
  /, an? (?:\S+ )?(?:margin|majority) of(?: (?:just|only))?$/.test(words(tokens, (placed[i] as Placed).first - 6, (placed[i] as Placed).first));

/** "gained 24, going from 74 to 96": what was won or lost, before what it was won from. */
const isTaken = ({ tokens, claims, placed }: Line, i: number): boolean =>
  /^(?:gained|lost|added|shed)$/.test(lower(tokens, (placed[i] as Placed).first - 1)) && claims[i + 1]?.kind === "earlier";

/** Are the claims at `i` and `i + 1` set against each other: one older, or two statements joined by "and", "but", "against", "while"? */
function apart({ tokens, claims, placed }: Line, i: number): boolean {
  const [a, b] = [claims[i] as Claim, claims[i + 1] as Claim];
  if (a.kind === "earlier" || b.kind === "earlier") return true;
  if (a.kind === "part" || b.kind === "part") return false;
  return /\b(?:and|but|against|while|whereas|where|when|instead|than|over|to|from|compared|versus)\b/.test(
    words(tokens, (placed[i] as Placed).after, (placed[i + 1] as Placed).first),
  );
}

/** "fell to 312 from 365, a drop of 17 percent"; "410 in 2019 and 265 now, a cut of 55 per cent"; "12 fewer than the year before, a decline of one-eighth". */
function percentages(line: Line): readonly Calculation[] {
  const { claims } = line;
  return claims.flatMap((result, i): Calculation[] => {
    if (!isProportion(result) || !isChange(result)) return [];
    const share = changeOfBase(line, i);
    if (share) return [{ kind: "share", result, operands: share }];
    const pair = pairBefore(line, i) ?? pairAfter(line, i) ?? pairAround(line, i);
    if (!pair) return [];
    const [a, b] = pair;
    const older =
      (a.kind === "earlier") !== (b.kind === "earlier")
        ? a.kind === "earlier"
          ? a
          : b
        : a.figure.value > b.figure.value === (result.kind === "decrease")
          ? a
          : b;
    return [{ kind: "change", result, operands: [older, older === a ? b : a] }];
  });
}

/** "It costs $6.40 now ... That is $2.40 more than in May, an increase of 60 percent": the change over what there was before it. */
function growths({ tokens, claims, placed }: Line, above: Line | undefined): readonly Calculation[] {
  return claims.flatMap((result, i): Calculation[] => {
    const by = claims[i - 1];
    if (result.figure.dimension !== "percent" || !isChange(result) || !by || !isAmount(by) || by.kind !== result.kind) return [];
    const link = words(tokens, (placed[i - 1] as Placed).after, (placed[i] as Placed).first);
    if (!namesChange.test(link)) return [];
    const levels = [...(i === 1 && above ? above.claims : []), ...claims.slice(0, i - 1)].filter(
      (claim) => isAmount(claim) && (claim.kind === "total" || claim.kind === "earlier") && alike(claim, by),
    );
    const [level] = levels;
    return level && levels.length === 1 ? [{ kind: "growth", result, operands: [level, by] }] : [];
  });
}

/** "1,200 more than the 4,800 of last year, a rise of 25 percent": the change and what it is measured by. */
function changeOfBase(line: Line, i: number): readonly [Claim, Claim] | undefined {
  const { tokens, claims, placed } = line;
  const [by, base] = [claims[i - 2], claims[i - 1]];
  if (!by || !base || !isAmount(by) || !isAmount(base) || !isChange(by) || isChange(base) || !alike(by, base)) return undefined;
  const joint = words(tokens, (placed[i - 2] as Placed).end, (placed[i - 1] as Placed).first);
  const link = words(tokens, (placed[i - 1] as Placed).after, (placed[i] as Placed).first);
  return /^(?:\S+ )?(?:more|fewer|less|higher|lower) than(?: (?:the|its|their))?$/.test(joint) && namesChange.test(link) && !/[;:]|\b(?:and|but)\b/.test(link)
    ? [by, base]
    : undefined;
}

const namesChange =
  /, an? (?:rise|increase|gain|jump|climb|growth|surge|hike|spike|overrun|expansion|fall|drop|decrease|decline|cut|reduction|dip|slump|plunge|contraction|saving) of(?: (?:about|some|nearly|almost|more than))?$/;

/** The two amounts right before the percentage, which follows them as a name for their difference. */
function pairBefore(line: Line, i: number): readonly [Claim, Claim] | undefined {
  const { tokens, claims, placed } = line;
  const [a, b] = [claims[i - 2], claims[i - 1]];
  if (!a || !b || !isAmount(a) || !isAmount(b) || isChange(a) || isChange(b) || !alike(a, b) || !apart(line, i - 2)) return undefined;
  const link = words(tokens, (placed[i - 1] as Placed).after, (placed[i] as Placed).first);
  return /\b(?:rise|increase|gain|jump|climb|growth|surge|hike|spike|overrun|expansion|fall|drop|decrease|decline|cut|reduction|dip|slump|plunge|contraction|saving|improvement) of\b/.test(
    link,
  ) || /^(?:[^\s,;:]+ ){0,4}?[,(—–] ?(?:up|down|or)\b/.test(link)
    ? [a, b]
    : undefined;
}

/** "rose 5.2 percent, to 1,460 from 1,388". */
function pairAfter({ tokens, claims, placed }: Line, i: number): readonly [Claim, Claim] | undefined {
  const [a, b] = [claims[i + 1], claims[i + 2]];
  if (!a || !b || !isAmount(a) || !isAmount(b) || !alike(a, b) || (a.kind === "earlier") === (b.kind === "earlier")) return undefined;
  const link = words(tokens, (placed[i] as Placed).end, (placed[i + 1] as Placed).first);
  // "from $78.9 million, or $1.07 a share": one amount in two measures
  if (/(?:^|, )or(?: \$)?$/.test(words(tokens, (placed[i + 1] as Placed).after, (placed[i + 2] as Placed).first))) return undefined;
  return /^(?:, )?(?:to|from)$/.test(link.replace(/ (?:about|some|around|nearly|almost)$/, "")) &&
    (placed[i + 2] as Placed).first - (placed[i + 1] as Placed).after < 8
    ? [a, b]
    : undefined;
}

/** "It costs $312 million, a quarter more than the $238 million planned": what it is and what it is more than. */
function pairAround({ tokens, claims, placed }: Line, i: number): readonly [Claim, Claim] | undefined {
  const [a, b] = [claims[i - 1], claims[i + 1]];
  if (!a || !b || !isAmount(a) || !isAmount(b) || isChange(a) || isChange(b) || !alike(a, b) || a.kind === "part") return undefined;
  const [lead, link] = [
    words(tokens, (placed[i - 1] as Placed).after, (placed[i] as Placed).first),
    words(tokens, (placed[i] as Placed).end, (placed[i + 1] as Placed).first),
  ];
  return /^,(?: (?:or|about|some|around|roughly|nearly|almost|more than|over|just over|just under))?$/.test(lead) &&
    /^(?:more|less|fewer|higher|lower|larger|smaller|cheaper|dearer) than (?:the |its |their |an? (?:\S+ )?of |\$ ?)*$/.test(`${link} `)
    ? [a, b]
    : undefined;
}

const factors: readonly (readonly [RegExp, number, string])[] = [
  [/\bhalf as (?:much|many|large|big|high) again as\b/, 1.5, "half as much again"],
  [/\b(?:twice|double) (?:as (?:many|much|large|big|high|long|heavy) as|the|its|their|that|those|what|last)\b/, 2, "twice"],
  [/\b(?:treble|triple) (?:as (?:many|much|large|big|high) as|the|its|their|that|those|what|last)\b/, 3, "three times"],
];
const verbs: readonly (readonly [RegExp, number, string])[] = [
  [/\bdoubled\b/, 2, "doubled"],
  [/\b(?:tripled|trebled)\b/, 3, "tripled"],
  [/\bquadrupled\b/, 4, "quadrupled"],
  [/\bhalved\b/, 0.5, "halved"],
];

/** "$18.9 million, half as much again as the $12.5 million budgeted"; "doubled to 50 from 24". */
function multiples({ tokens, claims, placed }: Line): readonly Calculation[] {
  return claims.flatMap((result, i): Calculation[] => {
    const times = claims[i + 1]?.figure.noun?.head === "time" ? claims[i + 1] : undefined;
    const other = claims[times ? i + 2 : i + 1];
    if (!other || !isAmount(result) || !isAmount(other) || !alike(result, other)) return [];
    if (times) {
      const [here, factor, base] = [placed[i] as Placed, placed[i + 1] as Placed, placed[i + 2] as Placed];
      const apart = words(tokens, here.after, factor.first);
      const isMultiple = /^(?:as (?:many|much|large|big|high|long|heavy) as|more than|the|its|their|that|those|what|last)\b/.test(
        words(tokens, factor.after, base.first),
      );
      if (!isMultiple || times.figure.form !== "number" || base.first - factor.after > 9 || /\b(?:and|but|while)\b|[;:]/.test(apart)) return [];
      const before = times.figure.hedge ? words(tokens, factor.first - 3, factor.first) : "";
      return [
        { kind: "multiple", result: times, operands: [result, other], factor: bounds(times.figure.value, before, `${times.figure.text.toLowerCase()} times`) },
      ];
    }
    const [here, next] = [placed[i] as Placed, placed[i + 1] as Placed];
    const between = words(tokens, here.after, next.first);
    for (const [pattern, factor, name] of factors) {
      const match = pattern.exec(between);
      if (match && next.first - here.after < 12)
        return [{ kind: "multiple", result, operands: [result, other], factor: bounds(factor, between.slice(0, match.index), name) }];
    }
    if (other.kind !== "earlier" || lower(tokens, next.first - 1) !== "from") return [];
    const lead = words(tokens, here.first - 6, here.first);
    for (const [pattern, factor, name] of verbs) {
      const match = pattern.exec(lead);
      if (match) return [{ kind: "multiple", result, operands: [result, other], factor: bounds(factor, lead.slice(0, match.index), name) }];
    }
    return [];
  });
}

/** What "nearly twice" and "more than doubled" allow; a bare multiple is rounded. */
function bounds(factor: number, before: string, words: string): NonNullable<Calculation["factor"]> {
  if (/\b(?:more than|over|at least|well over)\s*$/.test(before)) return { low: factor, high: Number.POSITIVE_INFINITY, words };
  if (/\b(?:nearly|almost|less than|close to)\s*$/.test(before)) return { low: 0.8 * factor, high: factor, words };
  return { low: 0.88 * factor, high: 1.12 * factor, words };
}
