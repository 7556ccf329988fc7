import type { Token } from "../extract/tokens.ts";
import { timeUnits } from "../lexicon/time-words.ts";
import type { AsOf, ClaimKind, Role } from "./claim.ts";
import type { Placed } from "./placed.ts";

const lower = (tokens: readonly Token[], i: number): string => tokens[i]?.lower ?? "";
const rises = /^(?:rise|lead|premium|increase|gain|growth|jump|climb|surge|addition|uptick|excess|overrun|hike|spike|advance|leap|expansion|upswing)$/;
const falls =
  /^(?:fall|drop|decrease|decline|cut|reduction|loss|dip|slump|shortfall|gap|difference|deficit|discount|contraction|plunge|slide|tumble|saving|shrinkage)$/;
const riseVerbs = /^(?:expand\w*|rose|risen|rising|rises?|increas\w+|grew|grown|grow|climb\w*|rais\w*|lift\w*|revis\w*|jump\w*|surg\w*|soar\w*|gain\w*|up)$/;
const fallVerbs =
  /^(?:fell|fallen|falling|falls?|decreas\w+|dropp?\w*|declin\w*|shr[aiu]nk\w*|contract(?:s|ed|ing)?|sank|sunk|sink(?:s|ing)?|slump\w*|plung\w*|slipp?\w*|dipp?\w*|down|cut|tumbl\w*|reduc\w*|lower\w*)$/;

/** Running total or something else: what was added, taken off, left over, part of a whole, or an older count. */
export function kindOf(
  tokens: readonly Token[],
  figures: readonly Placed[],
  i: number,
  role: Role | undefined,
  before: readonly (Role | undefined)[],
  asOf: AsOf,
): ClaimKind {
  const { first, end, after, figure } = figures[i] as Placed;
  const start = plainStart(tokens, first);
  const [previous, word] = [lower(tokens, start - 1), lower(tokens, start - 2)];
  if (isOlder(tokens, figures, i, start)) return "earlier";
  if (previous === "of" && rises.test(word)) return "increase";
  if (previous === "of" && falls.test(word)) return "decrease";
  const by = previous === "by" && figure.noun?.head !== "vote";
  if (by && tokens.slice(Math.max(0, start - 8), start).some((token) => riseVerbs.test(token.lower))) return "increase";
  if (by && tokens.slice(Math.max(0, start - 8), start).some((token) => fallVerbs.test(token.lower))) return "decrease";
  const changed =
    /percent/.test(figure.dimension) ||
    figure.noun?.head === "point" ||
    (isMeasured(figure) && movesVerbs.test(previous)) ||
    (figure.noun?.elided !== false && /^(?:to|from|on)$/.test(lower(tokens, after)));
  if (changed && riseVerbs.test(previous) && !/^(?:rais|lift|revis)/.test(previous)) return "increase";
  if (changed && fallVerbs.test(previous)) return "decrease";
  if (figure.dimension === "percent") {
    const degree = lower(tokens, after) === "too" ? lower(tokens, after + 1) : lower(tokens, after);
    if (/^(?:above|below)$/.test(degree) && !isAge(tokens, after + 1)) return degree === "below" ? "decrease" : "increase";
    if (degree === "over" && !isAge(tokens, after + 1) && !isTime(tokens, after + 1)) return "increase";
    if (
      /^(?:many|much|more|higher|larger|greater|faster|heavier|dearer|costlier|pricier|longer|bigger|taller|stronger|up)$/.test(degree) &&
      (degree !== "many" || lower(tokens, after) === "too")
    )
      return "increase";
    if (
      /^(?:few|little|fewer|less|lower|smaller|slower|cheaper|shorter|weaker|lighter|down)$/.test(degree) &&
      lower(tokens, after + (lower(tokens, after) === "too" ? 2 : 1)) !== "of"
    )
      return "decrease";
  }
  if (
    /^(?:fewer|less)$/.test(lower(tokens, end)) ||
    (/^(?:fewer|less|lower|smaller)$/.test(lower(tokens, after)) && lower(tokens, after + 1) === "than") ||
    (lower(tokens, after) === "short" && lower(tokens, after + 1) === "of") ||
    (lower(tokens, after) === "below" && isMark(tokens, after + 1))
  )
    return "decrease";
  if (
    (/^(?:more|higher|larger|greater)$/.test(lower(tokens, after)) && lower(tokens, after + 1) === "than") ||
    (/^(?:above|over)$/.test(lower(tokens, after)) && isMark(tokens, after + 1))
  )
    return "increase";
  const lead = [lower(tokens, first - 1), lower(tokens, first - 2)];
  if (lead[0] === "other" || lead[0] === "remaining" || (lower(tokens, end) === "others" && lead[0] === "the") || (lead[0] === "leaving" && !role))
    return "remainder";
  if (leaves(tokens, first, after) && !(role && harm.has(role))) return "remainder";
  if (isPart(tokens, figures, i)) return "part";
  const added = /^(?:more|additional|extra)$/.test(lower(tokens, end)) && lower(tokens, end + 1) !== "than";
  const further = /^(?:another|further|additional|extra)$/.test(lead[0] ?? "") || (lead[0] === "least" && lead[1] === "another");
  const last = before.findLast((other) => other !== undefined);
  if (added && (last === undefined || last === role || /^(?:body|death|fatality|victim|corpse)$/.test(figure.noun?.head ?? ""))) return "increase";
  if (role && lower(tokens, end) === "new") return "increase";
  if (further && last !== undefined && last === role) return "increase";
  return asOf.earlier && asOf.basis === "sentence" ? "earlier" : "total";
}

/** "Quake leaves 32 injured" tells what it did, not what is left. */
const harm: ReadonlySet<Role> = new Set(["killed", "injured", "missing", "displaced", "hospitalised", "critical"]);

/** "so that 47 are still held", "which leaves 47". */
const leaves = (tokens: readonly Token[], first: number, after: number): boolean =>
  lower(tokens, first - 1) === "leaves" ||
  (lower(tokens, first - 1) === "leave" && /^(?:would|will|could|to|may|might)$/.test(lower(tokens, first - 2))) ||
  (lower(tokens, first - 1) === "that" &&
    lower(tokens, first - 2) === "so" &&
    tokens.slice(after, after + 4).some((token) => /^(?:still|left|remain\w*)$/.test(token.lower)));

/** "the limit", "its permitted level": a mark that a number lies above or below. */
const isMark = (tokens: readonly Token[], from: number): boolean =>
  tokens
    .slice(from, from + 4)
    .some((token) =>
      /^(?:limit|limits|level|levels|normal|usual|average|target|targets|maximum|minimum|capacity|threshold|quota|allowance|licence|license|budget|peak|record|norm|strength)$/.test(
        token.lower,
      ),
    );

/** What is measured and not counted moves itself: "the river dropped 3 metres", "shares fell 12 pence"; bombs are dropped. */
const movesVerbs = /^(?:rose|risen|rising|rises?|climb\w*|fell|fallen|falling|falls?|dropp?(?:ed|ing|s)?|declin\w*|slipp?\w*|dipp?\w*|up|down)$/;
const isMeasured = ({ dimension }: Placed["figure"]): boolean => /^(?:length|temperature|speed|money|volume|area|mass|energy)$/.test(dimension);

/** "12 percent over the age of 65", "below 20": no mark that the share lies above or below. */
const isAge = (tokens: readonly Token[], from: number): boolean =>
  tokens[from]?.kind === "number" || tokens.slice(from, from + 2).some((token) => token.lower === "age");

/** "61 percent over the two days"; "over a year earlier" is a mark again. */
function isTime(tokens: readonly Token[], from: number): boolean {
  const at = tokens.slice(from, from + 4).findIndex((token) => timeUnits.has(token.lower));
  return at >= 0 && !/^(?:earlier|ago|before)$/.test(lower(tokens, from + at + 1));
}

/** Before hedges: the token where "more than", "about", "the", "another" begin. */
function plainStart(tokens: readonly Token[], first: number): number {
  let at = first;
  while (
    at > 0 &&
    /^(?:about|around|some|roughly|approximately|nearly|almost|at|least|more|than|over|just|only|an|a|estimated|up|the|total|another|further|[$£€¥])$/.test(
      lower(tokens, at - 1),
    ) &&
    !/^(?:up|at)$/.test(`${lower(tokens, at - 1)}`)
  )
    at--;
  return at;
}

/** Is there a number beside it that counts the same? */
const comparable = (figures: readonly Placed[], i: number): boolean =>
  [figures[i - 1], figures[i + 1]].some((other) => {
    const [a, b] = [(figures[i] as Placed).figure, other?.figure];
    return (
      b !== undefined &&
      a.dimension === b.dimension &&
      a.unit === b.unit &&
      (a.noun === undefined || a.noun.elided || b.noun === undefined || b.noun.elided || a.noun.head === b.noun.head)
    );
  });

/** "to 312 from 365", "down from 65", "against 31 in 2026", "compared with 48 percent". */
function isOlder(tokens: readonly Token[], figures: readonly Placed[], i: number, start: number): boolean {
  const { first, end } = figures[i] as Placed;
  const previous = lower(tokens, start - 1);
  if (previous === "against" && i > 0) return true;
  if (previous === "of" && /^(?:earlier|previous|initial|prior|former|preliminary)$/.test(lower(tokens, start - 3))) return true;
  if (/^(?:with|to)$/.test(previous) && lower(tokens, start - 2) === "compared") return true;
  if (previous === "from" && (/^(?:up|down)$/.test(lower(tokens, start - 2)) || comparable(figures, i))) {
    const last = figures[i - 1];
    const paired = last !== undefined && start - last.after < 3 && lower(tokens, plainStart(tokens, last.first) - 1) === "to";
    const changed = paired || tokens.slice(Math.max(0, start - 14), start).some((token) => riseVerbs.test(token.lower) || fallVerbs.test(token.lower));
    return changed && !/^(?:homes|houses|hospital)$/.test(lower(tokens, end));
  }
  // "21 homicides (25 in 2026)"
  return i > 0 && lower(tokens, first - 1) === "(" && (figures[i] as Placed).figure.noun?.elided === true;
}

/** "including 14 children", "of whom 58", "12 of them children", "26 of its members", "12 were among the 31", "Of the 23 injured, five". */
function isPart(tokens: readonly Token[], figures: readonly Placed[], i: number): boolean {
  const { first, end, after } = figures[i] as Placed;
  const start = plainStart(tokens, first);
  const [one, two] = [lower(tokens, start - 1), lower(tokens, start - 2)];
  if (/^(?:including|include|includes|included)$/.test(one) || (one === "whom" && two === "of") || (one === "which" && two === "of")) return true;
  if (one === "them" && two === "among") return true;
  if (
    lower(tokens, end) === "of" &&
    figures[i + 1] !== undefined &&
    (figures[i + 1] as Placed).first - end < 5 &&
    !tokens.slice(end, (figures[i + 1] as Placed).first).some((token) => token.text === ",")
  )
    return true;
  if (lower(tokens, end) === "of" && /^(?:them|whom|those|these|which|the|its|his|her|their|our|my|your)$/.test(lower(tokens, end + 1))) return true;
  if (lower(tokens, after) === "among" && lower(tokens, after + 1) === "them") return true;
  if (amongAt(tokens, after) !== undefined) return true;
  if (i > 0 && lower(tokens, 0) === "of" && (figures[0] as Placed).first <= 4 && figures.slice(0, i).length < 4) return true;
  if (/^(?:of)$/.test(lower(tokens, 0)) && /^(?:those|these|them)$/.test(lower(tokens, 1))) return true;
  return false;
}

/** "Five women from one family were among the dead": the token behind "among", up to where the clause ends. */
export function amongAt(tokens: readonly Token[], from: number): number | undefined {
  for (let i = from; i < Math.min(from + 8, tokens.length); i++) {
    if (tokens[i]?.kind === "mark" || tokens[i]?.kind === "number") return undefined;
    if (lower(tokens, i) === "among" && /^(?:were|was|are|is)$/.test(lower(tokens, i - 1))) return i + 1;
  }
  return undefined;
}
