import type { Token } from "../extract/tokens.ts";
import { groupsOf, isPerson } from "../lexicon/people.ts";
import type { Role } from "./claim.ts";
import type { PlacedCue } from "./cues.ts";
import { amongAt } from "./kind.ts";
import { type Placed, tokenAt } from "./placed.ts";
import { asideEnd, borderAfter } from "./statement-end.ts";

type Tokens = readonly Token[];
const lower = (tokens: Tokens, i: number): string => tokens[i]?.lower ?? "";

/** What happened to the people that each figure of a sentence counts; the order is the figures'. */
export function rolesOf(tokens: Tokens, cues: readonly PlacedCue[], figures: readonly Placed[]): readonly (Role | undefined)[] {
  const people = figures.map(countsPeople);
  const own = figures.map((_, i) => (people[i] ? ownRole(tokens, cues, figures, i) : undefined));
  const roles = [...own];
  for (let i = 0; i < figures.length; i++) if (people[i]) roles[i] ??= shared(tokens, figures, i, i - 1, roles[i - 1], people[i - 1] === true);
  for (let i = figures.length - 2; i >= 0; i--)
    if (people[i] && !(own[i + 1] && ofThem(tokens, figures[i + 1] as Placed)))
      roles[i] ??= shared(tokens, figures, i, i + 1, roles[i + 1], people[i + 1] === true);
  return roles;
}

/** "nine of whom". */
const ofThem = (tokens: Tokens, { end }: Placed): boolean => lower(tokens, end) === "of" && /^(?:them|whom)$/.test(lower(tokens, end + 1));

/** A number without a noun, or with a noun that names people or their fate. */
export function countsPeople({ figure }: Placed): boolean {
  if (figure.dimension !== "count") return false;
  const { noun } = figure;
  return !noun || isPerson(noun.head) || fates.has(noun.head) || /^\p{Lu}/u.test(noun.text.split(" ").at(-1) ?? "");
}

const fates: ReadonlySet<string> = new Set(
  "toll death fatality body corpse homicide murder killing slaying drowning life casualty injury arrest hostage survivor case infection number total figure count tally dead injured wounded missing detention birth evacuee suicide".split(
    " ",
  ),
);

function ownRole(tokens: Tokens, cues: readonly PlacedCue[], figures: readonly Placed[], i: number): Role | undefined {
  const figure = figures[i] as Placed;
  if (/^(?:none|neither)$/.test(lower(tokens, figure.first - 2)) || /^(?:none|neither)$/.test(lower(tokens, figure.first - 3))) return undefined;
  if (joinsFates(tokens, cues, figure)) return undefined;
  const named = livesLost(tokens, figure) || wasLost(tokens, figure) || areBodiesOf(tokens, figure) ? "killed" : inNoun(cues, figure);
  // "Six hostages were freed": what became of the captives.
  if (named === "held") {
    const became = after(tokens, cues, figures, i);
    if (became === "rescued" || became === "killed" || became === "injured") return became;
  }
  // "Two of the injured are in a critical condition": what became of the injured.
  if (named && figure.figure.noun?.whole) return after(tokens, cues, figures, i) ?? named;
  if (named && !figure.figure.noun?.elided) return named;
  const listed = named && !saysOther(tokens, figure.after) ? named : undefined;
  if (i > 0 && isPartOf(tokens, figures, i - 1)) return listed ?? inModifier(figure);
  const told = isPartOf(tokens, figures, i) ? (after(tokens, cues, figures, i) ?? after(tokens, cues, figures, i + 1)) : after(tokens, cues, figures, i);
  return told ?? listed ?? before(tokens, cues, figures, i) ?? inModifier(figure);
}

/** "79 of the 287 people aboard were missing": what is said is said of the part, and the whole has what its noun tells. */
function isPartOf(tokens: Tokens, figures: readonly Placed[], i: number): boolean {
  const [part, whole] = [figures[i] as Placed, figures[i + 1]];
  return (
    whole !== undefined &&
    lower(tokens, part.end) === "of" &&
    whole.first - part.end < 5 &&
    /^(?:the|its|their|his|her|those|these|some|about|all)$/.test(lower(tokens, part.end + 1))
  );
}

/** "93 dead or injured", "killed or wounded": a number of two fates is the toll of neither. */
function joinsFates(tokens: Tokens, cues: readonly PlacedCue[], { end }: Placed): boolean {
  const at = cues.findIndex(({ from }) => from >= end);
  const [one, other] = [cues[at], cues[at + 1]];
  if (!one || !other || one.from - end > 4 || other.from !== one.to + 1 || tokens[other.to]?.kind === "number") return false;
  const [a, b] = [one.meanings[0]?.role, other.meanings[0]?.role];
  return /^(?:or|and)$/.test(lower(tokens, one.to)) && a === "killed" && (b === "injured" || b === "missing");
}

/** "claimed 260 lives", "cost as many as 40 lives", "cost 12 men their lives"; lives that were saved, or changed, are none. */
const livesLost = (tokens: Tokens, { first, after: to, figure: { noun } }: Placed): boolean =>
  ((noun?.head === "life" && !noun.elided) || (lower(tokens, to) === "their" && lower(tokens, to + 1) === "lives")) &&
  tokens
    .slice(Math.max(0, first - 5), first)
    .some(({ lower }) => /^(?:claim(?:s|ed|ing)?|cost(?:s|ing)?|t[ao]kes?|taken|taking|took|los(?:es?|t|ing))$/.test(lower));

/** "had lost 19 men": of soldiers and the like no more need be said; players and customers are lost otherwise. */
const wasLost = (tokens: Tokens, placed: Placed): boolean => {
  const { noun } = placed.figure;
  if (!noun || noun.elided || !/^(?:los[et]|loses|losing)$/.test(lower(tokens, leadOf(tokens, placed) - 1))) return false;
  return groupsOf.get(noun.head)?.some((group) => servants.has(group)) ?? false;
};
/** "The bodies of 12 people who had been reported missing": whatever was said of them before. */
const areBodiesOf = (tokens: Tokens, placed: Placed): boolean => {
  const of = leadOf(tokens, placed) - 1;
  return lower(tokens, of) === "of" && /^(?:bodies|corpses|remains)$/.test(lower(tokens, of - 1));
};

/** The first token of the number with the hedge before it. */
const leadOf = (tokens: Tokens, { first, figure: { hedge, start } }: Placed): number => (hedge && hedge.end <= start ? tokenAt(tokens, hedge.start) : first);
const servants: ReadonlySet<string> = new Set(["soldier", "fighter", "police", "firefighter", "man"]);

/** "84 homicides", "14 bodies", "60 wounded", "12 hostages". */
function inNoun(cues: readonly PlacedCue[], { figure, end, after: to }: Placed): Role | undefined {
  const words = figure.noun?.words ?? [];
  if (figure.noun?.elided) {
    const role = nounRole(words);
    return role &&
      /^(?:toll|dead|injured|wounded|missing|homicide|death|body|fatality|casualty|hostage|survivor|case|arrest|killing|murder)$/.test(figure.noun.head)
      ? role
      : undefined;
  }
  const meanings = cues.findLast((cue) => cue.from >= end && cue.to <= to && cue.to === to && !/^(?:life|lives)$/.test(cue.words))?.meanings;
  // "At least 12 killed in mine blast": in a headline the fate is all that is said of the people.
  return (meanings?.find(({ kind }) => kind !== "verb") ?? (words.length === 1 ? meanings?.[0] : undefined))?.role;
}

/** "23 wounded men". */
const inModifier = ({ figure: { noun } }: Placed): Role | undefined => (noun && !noun.elided ? nounRole(noun.words.slice(0, -1)) : undefined);

const elidedRoles: Readonly<Record<string, Role>> = {
  toll: "killed",
  dead: "killed",
  death: "killed",
  deaths: "killed",
  fatalities: "killed",
  bodies: "killed",
  homicides: "killed",
  killings: "killed",
  murders: "killed",
  injured: "injured",
  wounded: "injured",
  missing: "missing",
  hostages: "held",
  arrests: "held",
  survivors: "rescued",
  cases: "case",
};
const nounRole = (words: readonly string[]): Role | undefined => elidedRoles[words.at(-1) ?? ""];

/** What is said of the people after the number: "people were killed", "were still missing", "lost their lives". A relative clause between commas comes second. */
function after(tokens: Tokens, cues: readonly PlacedCue[], figures: readonly Placed[], i: number): Role | undefined {
  const { after: from } = figures[i] as Placed;
  const reach = (at: number): number => Math.min(figures.find(({ first }) => first >= at)?.first ?? tokens.length, borderAfter(tokens, at));
  const aside = asideEnd(tokens, from);
  const among = amongAt(tokens, from);
  if (among !== undefined && lower(tokens, among) === "the") return cues.find(({ from: at }) => at === among + 1)?.meanings[0]?.role;
  return (aside > from ? said(tokens, cues, aside, reach(aside)) : undefined) ?? said(tokens, cues, from, reach(from));
}

function said(tokens: Tokens, cues: readonly PlacedCue[], from: number, limit: number): Role | undefined {
  let found: Role | undefined;
  for (const cue of cues) {
    if (cue.from < from || cue.to > limit) continue;
    const [first] = cue.meanings;
    const meaning = cue.meanings.find(({ kind }) => kind !== "noun") ?? (first?.kind === "noun" && copula(tokens, from, cue.from) ? first : undefined);
    if (!meaning || active(tokens, cue, from) || denied(tokens, from, cue.from)) continue;
    if (cue.words === "held" && !/^(?:were|was|been|being|are|is|still|people|hostages?)$/.test(lower(tokens, cue.from - 1)) && cue.from !== from) continue;
    if (meaning.role === "critical") return meaning.role;
    // "Two of those in hospital are in intensive care": the state is said of them, where they are tells who they are.
    if (meaning.role === "hospitalised" && cues.some((other) => other.from > cue.from && other.to <= limit && isCritical(other))) return "critical";
    if (meaning.role === "hospitalised") return meaning.role;
    if (cue.words === "alive" && found === undefined) return "rescued";
    found ??= meaning.role;
    if (found !== "injured" && found !== "rescued" && found !== "held") return found;
  }
  return found;
}

const isCritical = ({ meanings }: PlacedCue): boolean => meanings.some(({ role }) => role === "critical");

/** "were no longer in hospital", "had not been arrested". */
const denied = (tokens: Tokens, from: number, to: number): boolean =>
  tokens
    .slice(Math.max(from, to - 4), to)
    .some((token, i, near) => /^(?:not|never)$|n['’]t$/.test(token.lower) || (token.lower === "longer" && near[i - 1]?.lower === "no"));

/** "were employees", "are children": the cue is what they are. */
const copula = (tokens: Tokens, from: number, to: number): boolean =>
  /^(?:were|are|was|is|be|been|as|among|of|listed)$/.test(lower(tokens, to - 1)) ||
  (/^(?:the|confirmed)$/.test(lower(tokens, to - 1)) && (to - from < 5 || lower(tokens, to - 2) === "among"));

/** "20 gunmen killed a guard": the number's people are the doers, when an object follows. */
function active(tokens: Tokens, cue: PlacedCue, from: number): boolean {
  if (
    !/^(?:killed|injured|wounded|kill|kills|killing|injuring|wounding|injure|wound|murdered|shot dead|arrested|detained|captured|abducted|kidnapped|rescued|saved|massacred|executed|hurt|seized|relocated|treated)$/.test(
      cue.words,
    )
  )
    return false;
  if (/^(?:kill|kills|killing|injuring|wounding|injure|wound)$/.test(cue.words)) return true;
  const passive = tokens
    .slice(Math.max(from, cue.from - 4), cue.from)
    .some((token) => /^(?:were|was|been|being|are|is|be|got|get|who|reported|confirmed)$/.test(token.lower) && token.lower !== "who");
  if (passive) return false;
  return (
    /^(?:the|a|an|his|her|their|its|some|several|dozens|hundreds|themselves|another|more|at|about)$/.test(lower(tokens, cue.to)) &&
    !/^(?:the|their)$/.test(lower(tokens, cue.to) === "at" ? lower(tokens, cue.to + 1) : "")
  );
}

/** What is said before the number: "killing at least 14", "a death toll of 14", "put the dead at 47", "the number of injured rose to 34". */
function before(tokens: Tokens, cues: readonly PlacedCue[], figures: readonly Placed[], i: number): Role | undefined {
  const { first, figure } = figures[i] as Placed;
  const previous = figures[i - 1]?.after ?? 0;
  const lead = leadOf(tokens, figures[i] as Placed);
  const counting =
    /^(?:to|at|was|is|are|of|were|number|numbered|numbering|total|totals|totalled|totaled|totalling|totaling|touched|crossed|neared|approached|surpassed|breached|reached|reaches|reach|hits|tops|passes|exceeds|rises|hit|passed|topped|stood|stands|exceeded|than|least|nearly|almost|over|about|around|:)$/.test(
      lower(tokens, first - 1),
    );
  let commas = 0;
  for (let at = cues.length - 1; at >= 0; at--) {
    const cue = cues[at] as PlacedCue;
    if (cue.to > first) continue;
    if (cue.from < previous && !(cue.from >= previous)) break;
    let blocked = false;
    commas = 0;
    for (let k = cue.to; k < first; k++) {
      const { text, lower: word } = tokens[k] as Token;
      if (/^[;()—“”"]$/.test(text)) blocked = true;
      if (text === ",") commas++;
      if (word === "and" && k === first - 1 && coordinateObject(tokens, cue, figures[i] as Placed)) continue;
      if (
        /^(?:and|but|while|after|before|when|because|since|as|where|which|that|who)$/.test(word) &&
        !(word === "as" && lower(tokens, k + 1) === "many") &&
        !counting
      )
        blocked = true;
    }
    if (blocked) return undefined;
    const noun = cue.meanings.find(({ kind }) => kind === "noun");
    if (/^(?:life|lives)$/.test(cue.words)) return lower(tokens, cue.from - 1) === "their" ? undefined : "killed";
    if (/^bod(?:y|ies)$/.test(cue.words) && lower(tokens, cue.from - 1) !== "of" && !(lower(tokens, cue.to) === "of" && first - cue.to < 4)) continue;
    if (noun && (counting || cue.to === first || (lower(tokens, cue.to) === "of" && first - cue.to < 4) || namesList(tokens, cue.to, first)))
      return commas > 2 ? undefined : noun.role;
    const verb = cue.meanings.find(({ kind }) => kind !== "noun");
    if (!verb || (/ (?:of|from)$/.test(cue.words) && cue.to !== lead)) continue;
    if (cue.words === "held" && !figure.noun) return undefined;
    if (verb.kind === "state" && counting) return commas > 2 ? undefined : verb.role;
    if (
      verb.kind === "verb" &&
      (counting && /^(?:of|to|at)$/.test(lower(tokens, first - 1)) && isPassive(tokens, cue)
        ? hasCount(tokens, cue.from, first)
        : !isPassive(tokens, cue) && commas < 2)
    )
      return verb.role;
    if (verb.kind === "verb" && figure.noun === undefined && counting && commas < 2) return verb.role;
    if (verb.kind === "verb") return counting && hasCount(tokens, 0, cue.from) && commas < 3 ? verb.role : undefined;
  }
  return undefined;
}

/** "arrested the captain of the ship and three officials": the number is a second object. */
const coordinateObject = (tokens: Tokens, cue: PlacedCue, { first, after: end }: Placed): boolean =>
  cue.meanings[0]?.kind === "verb" &&
  !isPassive(tokens, cue) &&
  !tokens.slice(cue.to, first).some((token) => token.text === "," || isVerb(token)) &&
  !/^(?:were|was|are|is|have|had|has|will|remain|remained|who)$/.test(lower(tokens, end));

/** "the list of the dead names 38 Tanzanians", "the dead include 23". */
const namesList = (tokens: Tokens, from: number, to: number): boolean =>
  tokens
    .slice(from, to)
    .some((token) =>
      /^(?:include|includes|included|including|are|were|name|names|named|number|numbered|list|lists|comprise|comprised|identified|among)$/.test(token.lower),
    );
const isPassive = (tokens: Tokens, cue: PlacedCue): boolean =>
  !/(?:ing| of| from| for)$/.test(cue.words) &&
  tokens
    .slice(Math.max(0, cue.from - 3), cue.from)
    .some((token) => /^(?:were|was|been|being|are|is|be|known)$/.test(token.lower) || /^(?:people|persons)$/.test(lower(tokens, cue.from - 1)));
const hasCount = (tokens: Tokens, from: number, to: number): boolean =>
  tokens.slice(Math.max(0, from - 12), to).some((token) => /^(?:number|numbers|toll|count|tally|total|figure)$/.test(token.lower));

/** In a coordination or a breakdown a number without a role of its own shares its neighbour's: "31 civilians and five fighters were killed", "26 died in Ocoyaco, 11 in Tacrapampa". */
function shared(tokens: Tokens, figures: readonly Placed[], i: number, from: number, role: Role | undefined, people: boolean): Role | undefined {
  const [here, there] = [figures[i], figures[from]];
  if (!role || !people || !here || !there) return undefined;
  const [left, right] = from < i ? [there, here] : [here, there];
  const between = withoutTag(tokens.slice(left.after, right.first));
  if (from < i && !(lower(tokens, here.end) === "of") && newClause(between)) return undefined;
  if (from < i && summarises(tokens, here.after)) return role;
  if (between.some((token) => /^[;()—“”"]$/.test(token.text) || /^(?:but|while|whereas|although|said|told|who|that|which)$/.test(token.lower)))
    return undefined;
  const elided = here.figure.noun === undefined || here.figure.noun.elided;
  if (from < i) {
    const follows = lower(tokens, here.end) === "of" && /^(?:them|whom|those|which|the)$/.test(lower(tokens, here.end + 1));
    if (follows || (elided && !saysOther(tokens, here.after) && !ownVerb(tokens, here.first))) return role;
    if (elided && ownVerb(tokens, here.first)) return undefined;
    if (ofTheWhole(tokens, here.first, between)) return role;
    return /^(?:and|,|including|or|plus|with|among|them|both|least|another|names|further|also|about|some|:|killed)$/.test(lower(tokens, here.first - 1)) &&
      between.length < 6 &&
      !between.some((token) => isVerb(token))
      ? role
      : undefined;
  }
  if (lower(tokens, left.end) === "of" && right.first - left.end < 5) return role;
  const among = between.some((token) => token.lower === "among");
  return among || (between.length < 6 && /^(?:and|,|or|plus)$/.test(lower(tokens, left.after)) && !between.some((token) => isVerb(token))) ? role : undefined;
}

/** "Fifteen people died in the crush, among them 11 women": a part, however far its whole stands before. */
const ofTheWhole = (tokens: Tokens, first: number, between: Tokens): boolean =>
  /^(?:them|whom|including)$/.test(lower(tokens, first - 1)) && !between.slice(between.findLastIndex(({ text }) => text === ",") + 1).some(isVerb);

/** "The toll rose to 21, the coastguard said on Monday, including six children": who says so parts nothing. */
function withoutTag(between: Tokens): Tokens {
  const first = between.findIndex(({ text }) => text === ",");
  const last = between.findIndex(({ text }, at) => at > first && text === ",");
  if (first < 0 || last < 0 || last - first > 14) return between;
  return between.slice(first, last).some(({ lower: word }) => /^(?:said|says|reported|announced|confirmed|added|according)$/.test(word))
    ? [...between.slice(0, first), ...between.slice(last)]
    : between;
}

/** "650 people in all", "44 altogether". */
const summarises = (tokens: Tokens, i: number): boolean =>
  (lower(tokens, i) === "in" && /^(?:all|total)$/.test(lower(tokens, i + 1))) || /^(?:altogether|overall)$/.test(lower(tokens, i));

/** "and rescuers were searching for 100 others": the stretch after the last joint has a verb of its own. */
function newClause(between: Tokens): boolean {
  const joint = between.findLastIndex((token) => /^(?:,|and|or|but|as|while|when|after)$/.test(token.lower));
  return between.slice(joint + 1).some((token) => /^(?:is|are|was|were|been|searching|searched|looking|seeking|hunting|helping|treating)$/.test(token.lower));
}

/** "hired 96 officers and lost 121": a verb right before the number is its own. */
const ownVerb = (tokens: Tokens, first: number): boolean =>
  /^(?:lost|left|sent|took|found|brought|made|won|hit|met|saw|got|gave|built|bought|sold|closed|opened|added|hired|fired|moved|issued|received|seized|freed)$/.test(
    lower(tokens, first - 1),
  );

/** "and about 38,000 remain", "31 were sent home": the number has a statement of its own. */
function saysOther(tokens: Tokens, i: number): boolean {
  const at = i + (/^(?:were|was|are|is|have|had|has|been)$/.test(lower(tokens, i)) ? 1 : 0) + (lower(tokens, i + 1) === "been" ? 1 : 0);
  const word = lower(tokens, at);
  if (/^(?:found|recovered|identified|reported|confirmed|listed|named|counted|recorded|registered|documented)$/.test(word)) return false;
  return (
    /^(?:remain|remained|remains|stay|stayed|returned|live|lived|came|went|took|attended|spoke|left|sent|taken|flown|driven|given|led|shown|kept|brought|gone|able|waiting|could|would|will|did|do)$/.test(
      word,
    ) || /ed$/.test(word)
  );
}

const isVerb = (token: Token): boolean =>
  /^(?:is|are|was|were|has|have|had|will|would|could|can)$/.test(token.lower) ||
  (/(?:ed|ing)$/.test(token.lower) && !/^(?:including|injured|wounded|estimated|armed)$/.test(token.lower));
