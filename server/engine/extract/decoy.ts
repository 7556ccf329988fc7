import { idiomsOfOne, labelled, namedByNumber, namingWords, numberedThings } from "../lexicon/decoys.ts";
import { beForms, prepositions } from "../lexicon/function-words.ts";
import { isPlural, peopleAdjectives, singular } from "../lexicon/plurals.ts";
import { isAge } from "./age.ts";
import { isClock } from "./clock-time.ts";
import { isDenomination } from "./denomination.ts";
import { isElidedTime } from "./elided-time.ts";
import { counts, isAcronym, isHeadline, standsInName } from "./name-number.ts";
import { isCapital } from "./noun-phrase.ts";
import { adjoining, type NumberExpression } from "./number.ts";
import { onRoute } from "./route-number.ts";
import { isPlay, isScore } from "./score.ts";
import { itemOfTally } from "./tally-list.ts";
import { isTelephone } from "./telephone.ts";
import type { Token } from "./tokens.ts";

type Tokens = readonly Token[];
const lower = (tokens: Tokens, i: number): string => tokens[i]?.lower ?? "";

/** Is this number no figure at all: part of a name, an ordinal, an age, a score, a pronoun? */
export function isDecoy(tokens: Tokens, number: NumberExpression, measured: boolean): boolean {
  if (inRows(tokens, number) || pronounOne(tokens, number) || equated(tokens, number) || drawn(tokens, number)) return true;
  if (isDenomination(tokens, number)) return true;
  if (isTelephone(tokens, number) || address(tokens, number) || parted(tokens, number) || rated(tokens, number)) return true;
  if (!measured && isListNumber(tokens, number)) return true;
  if ((!measured && ordinal(tokens, number)) || isAge(tokens, number) || inEra(tokens, number) || isClock(tokens, number) || isScore(tokens, number))
    return true;
  if (!measured && isPlay(tokens, number)) return true;
  if (calibre(tokens, number) || event(tokens, number) || lettered(tokens, number) || (!measured && isElidedTime(tokens, number))) return true;
  return (
    !measured && (identifier(tokens, number) || named(tokens, number) || namesThing(tokens, number) || isService(tokens, number) || onRoute(tokens, number))
  );
}

/** "The mourners stood five deep", "rode three abreast". */
const inRows = (tokens: Tokens, { end }: NumberExpression): boolean => /^(?:deep|abreast)$/.test(lower(tokens, end));

/** "($1 = 10.42 crowns)": a rate of exchange that helps to read, and tells nothing. */
const equated = (tokens: Tokens, { first, end }: NumberExpression): boolean =>
  tokens.slice(Math.max(0, first - 3), first).some(({ text }) => text === "=") || tokens.slice(end, end + 4).some(({ text }) => text === "=");

/** "the numbers were 4, 11, 19, 23, 38 and 44": what was drawn counts nothing. */
function drawn(tokens: Tokens, { first, end }: NumberExpression): boolean {
  let [from, to, count] = [first, end, 1];
  for (; /^(?:,|and)$/.test(lower(tokens, from - 1)) && tokens[from - 2]?.kind === "number"; from -= 2) count++;
  for (; /^(?:,|and)$/.test(lower(tokens, to)) && tokens[to + 1]?.kind === "number"; to += 2) count++;
  return (
    count > 3 &&
    tokens[to]?.kind !== "word" &&
    tokens.slice(Math.max(0, from - 4), from).some(({ lower }) => /^(?:numbers|balls|draw|combination)$/.test(lower))
  );
}

/** "broke in two", "split in three": how a thing came apart. */
const parted = (tokens: Tokens, { first, end, value, spelled }: NumberExpression): boolean =>
  spelled &&
  value <= 4 &&
  lower(tokens, first - 1) === "in" &&
  tokens[end]?.kind !== "number" &&
  tokens
    .slice(Math.max(0, first - 6), first)
    .some((token) => /^(?:br(?:oke|oken|eak|eaks|eaking)|split\w*|cuts?|cutting|tor[en]|tear\w*|snapp\w*|folded|ripped|sliced|divided)$/.test(token.lower));

/** "one of", "no one", "one day"; a figure when it counts: "one civilian contractor", "12 are dead and one is missing". */
function pronounOne(tokens: Tokens, { first, end, value, spelled, form }: NumberExpression): boolean {
  if (value !== 1 || !spelled || form !== "number" || tokens[first]?.lower !== "one") return false;
  const [before, next] = [lower(tokens, first - 1), lower(tokens, end)];
  if (
    /^(?:no|any|each|every|another|this|that|which|the|some|either|neither|not|a|an|only|single|next|first|last|latest|big|new|old|good|other|day|than)$/.test(
      before,
    ) &&
    !(before === "only" && !idiomsOfOne.has(next))
  )
    return before !== "the" || next !== "person";
  if (/^(?:is|was|are|were|has|had|remains?|still)$/.test(next)) return !tokens.slice(end, end + 4).some((token) => peopleAdjectives.has(token.lower));
  if (peopleAdjectives.has(next)) return false;
  const token = tokens[end];
  return token === undefined || token.kind !== "word" || idiomsOfOne.has(next) || /ly$|'s$/.test(next);
}

/** "10 out of 10": a mark. */
const rated = (tokens: Tokens, { first, end, value }: NumberExpression): boolean =>
  (value === 5 || value === 10) &&
  [first - 4, end].some(
    (at) =>
      /^(?:out)$/.test(lower(tokens, at + (at === end ? 0 : 1))) &&
      [at, at + 2].some((other) => other !== first && tokens[other]?.text === tokens[first]?.text),
  );

const streets =
  /^(?:street|st|road|rd|avenue|ave|lane|drive|square|place|court|way|boulevard|blvd|terrace|crescent|gardens|close|row|highway|parade|quay|strasse)$/;

/** "14 Queen Street". */
const address = (tokens: Tokens, { end, spelled }: NumberExpression): boolean =>
  !spelled && isCapital(tokens[end]) && [end + 1, end + 2].some((at) => isCapital(tokens[at]) && streets.test(lower(tokens, at)));

/** "**2.** The stand is too quiet": the number of a paragraph. */
const isListNumber = (tokens: Tokens, { first, end, value, spelled }: NumberExpression): boolean =>
  first === 0 && !spelled && value < 50 && /^\d+$/.test(tokens[first]?.text ?? "") && tokens[end]?.text === "." && end + 1 >= tokens.length;

/** 89th, 1990s; "third" is no number at all here. */
function ordinal(tokens: Tokens, { end, form }: NumberExpression): boolean {
  return form === "number" && adjoining(tokens, end) && /^(?:(?:st|nd|rd|th)(?:-\p{L}+)?|s|er|am|pm|'s|g|p|x|ers)$/u.test(lower(tokens, end));
}

/** "since 575 B.C.", "in AD 79": a year. */
const inEra = (tokens: Tokens, { first, end, spelled }: NumberExpression): boolean =>
  !spelled && (eras.test(`${lower(tokens, end)}${lower(tokens, end + 1)}${lower(tokens, end + 2)}`) || /^(?:AD|CE)$/.test(tokens[first - 1]?.text ?? ""));
const eras = /^(?:b\.?c|bce|ce|a\.?d)(?:[^a-z]|$)/;

/** Boeing 737, resolution 1701, No 10, G7, F-16: a number that names. "the Central District 26" in a list of gapped clauses is none of them. */
function identifier(tokens: Tokens, number: NumberExpression): boolean {
  const { first, end, spelled, form, value } = number;
  const before = tokens[first - 1];
  if (!before || form === "vague" || form === "fraction") return false;
  const word = before.lower;
  if (word === "#" || (before.text === "-" && adjoining(tokens, first - 1) && adjoining(tokens, first))) return true;
  if (/^[/:@]$/.test(before.text) && adjoining(tokens, first)) return true;
  if (before.text === "." && /^nos?$/.test(lower(tokens, first - 2))) return true;
  if (word === "number")
    return (
      !/,/.test(tokens[first]?.text ?? "") &&
      !isPlural(lower(tokens, first - 2)) &&
      !/^(?:dead|injured|missing|wounded|toll|killed|homeless|now|currently|already|still|to|will|would|may|might|could|must)$/.test(lower(tokens, first - 2))
    );
  if (namingWords.has(word)) return word !== "no" || isCapital(before) || !spelled;
  if (gapped(tokens, first) || itemOfTally(tokens, first)) return false;
  if (numberedMany.test(word)) return true;
  if (!spelled && isLabelled(tokens, first - 1, end)) return true;
  if (
    /^(?:and|to|or|,)$/.test(word) &&
    tokens[first - 2]?.kind === "number" &&
    (numberedMany.test(lower(tokens, first - 3)) ||
      namingWords.has(lower(tokens, first - 3)) ||
      (isCapital(tokens[first - 3]) && numberedThings.has(lower(tokens, first - 3)) && !counts(tokens, end)) ||
      (!spelled && isLabelled(tokens, first - 3, first - 1)))
  )
    return true;
  // "on day three of the strike", "Article 3(2)", "a size 12 boot"
  if (
    spelled &&
    /^(?:day|week|month|year|round|stage|phase)$/.test(word) &&
    (/^(?:on|in|by|until|from|since|at|into|for|of|,|)$/.test(lower(tokens, first - 2)) || beForms.has(lower(tokens, first - 2))) &&
    !(counts(tokens, end) && !prepositions.has(lower(tokens, end)))
  )
    return true;
  // "the plots, numbered 212 to 225,"
  if (word === "numbered" && !spelled && (form === "range" || tokens[first - 2]?.text === ",")) return true;
  if (word === "force" && !spelled && value <= 12 && isBeaufort(tokens, number)) return true;
  if (word === "(" && tokens[end]?.text === ")" && tokens[first - 2]?.kind === "number" && adjoining(tokens, first - 1)) return true;
  if (word === "size" && !spelled && value < 70) return true;
  if (/^(?:day|week|month|year|round|stage|lap|heat|hole|innings|race)$/.test(word) && !spelled)
    return !counts(tokens, end) || !/^(?:a|an|per|every|each|one|that|this|same|the|last|next|previous|single)$/.test(lower(tokens, first - 2));
  if (isSubject(tokens, first, end)) return false;
  // "So far this season 27 people have died"
  if (/^(?:this|last|next|each|every|per)$/.test(lower(tokens, first - 2)) && counts(tokens, end)) return false;
  if (
    numberedThings.has(word) &&
    !(spelled && isCapital(tokens[first - 2]) && isPlural(lower(tokens, end))) &&
    (isCapital(before) ||
      /\p{Lu}/u.test(before.text) ||
      /^(?:resolution|flight|phase|page|article|section|chapter|paragraph|category|grade|level|class|room|gate|channel|type|tier|episode|season|volume|route|milepost|title|proposition|directive|flat|apartment|platform|bay|ward|cell|lane|dock|pier|seat|row|exhibit|question|verse|court|terminal|junction|exit)$/.test(
        word,
      ))
  )
    return true;
  if (spelled && !isCapital(tokens[first])) return false;
  return standsInName(tokens, first, end);
}

/** "a force 11 wind", "a sea of force 6", "force 8 to 9": the strength of a wind by its scale. */
const isBeaufort = (tokens: Tokens, { first, end }: NumberExpression): boolean =>
  !/^(?:task|work|police|labou?r|strike)$/.test(lower(tokens, first - 2)) &&
  (tokens[end]?.kind !== "word" ||
    /^(?:winds?|gales?|gusts?|storms?|seas?|squalls?|hurricane|to|or|and|on|by|from|at|off|in|when)$/.test(lower(tokens, end)) ||
    (/^(?:of|to|at|from|reached)$/.test(lower(tokens, first - 2)) && !isPlural(lower(tokens, end))));

const arms =
  /^(?:pistols?|handguns?|guns?|rifles?|revolvers?|bullets?|rounds?|ammunition|ammo|cartridges?|casings?|weapons?|shells?|mortars?|howitzers?|cannons?|artillery|rockets?|missiles?|launchers?|barrels?|mines?|grenades?|munitions?)$/;

/** "a 9mm pistol", "155-millimetre shells", "a .22 rifle". */
function calibre(tokens: Tokens, { first, end }: NumberExpression): boolean {
  const unit = tokens[end]?.text === "-" ? end + 1 : end;
  if (/^(?:mm|millimet(?:er|re))$/.test(lower(tokens, unit))) return arms.test(lower(tokens, unit + 1)) || arms.test(lower(tokens, unit + 2));
  return tokens[first - 1]?.text === "." && adjoining(tokens, first) && arms.test(lower(tokens, end));
}

/** "the 400-metre race", "the women's 100m final". */
const event = (tokens: Tokens, { first, end }: NumberExpression): boolean =>
  (/^m(?:et(?:er|re)s)?$/.test(lower(tokens, end)) &&
    /^(?:over|in)$|^the$/.test(lower(tokens, first - 1)) &&
    tokens.slice(Math.max(0, first - 5), first).some(({ lower }) => /^(?:gold|silver|bronze|medals?|title|champion|record)$/.test(lower))) ||
  ([end + 1, end + 2].some((at) =>
    /^(?:race|dash|hurdles|relay|freestyle|sprint|butterfly|backstroke|breaststroke|steeplechase|final|finals|semi-final|semi-finals|sprinter|runner|swimmer|medley)$/.test(
      lower(tokens, at),
    ),
  ) &&
    /^(?:-|m|met(?:er|re)s?)$/.test(lower(tokens, end)));

/** "road NH 44B", "Gate 12C": letters on both sides; no billion, and no degrees. */
const lettered = (tokens: Tokens, { first, spelled }: NumberExpression): boolean =>
  !spelled &&
  adjoining(tokens, first + 1) &&
  /^\p{Lu}$/u.test(tokens[first + 1]?.text ?? "") &&
  (isAcronym(tokens[first - 1]) || numberedThings.has(lower(tokens, first - 1)));

/** "question 17", "pumps 3 and 4": a noun that things are told apart by, whose number counts nothing else ("by car 4 people fled", "in the car 4 people died"). */
function isLabelled(tokens: Tokens, at: number, end: number): boolean {
  const word = lower(tokens, at);
  const listed = /^(?:and|to|or|,)$/.test(lower(tokens, end)) && tokens[end + 1]?.kind === "number";
  if (!labelled.has(word) && !(listed && isPlural(word) && (labelled.has(singular(word)) || areSingledOut(tokens, at, end)))) return false;
  return !isPlural(lower(tokens, end)) && tokens[at - 1]?.kind !== "number" && !owners.test(lower(tokens, at - 1));
}

/** "on pistes 4 and 7", "Silos 3 and 5 burned": many things, and numbers behind them that count nothing more. */
const areSingledOut = (tokens: Tokens, at: number, end: number): boolean =>
  (at === 0 || prepositions.has(lower(tokens, at - 1))) && !/^[%°]$/.test(tokens[end + 2]?.text ?? "") && !isPlural(lower(tokens, end + 2));

const owners = /^(?:the|an?|this|that|these|those|each|every|per|any|no|its|his|her|their|our|my|of|other|all|one)$|s'$|'s$/;

/** "the 12843 Northern Express": five digits before a name count nothing; "the 12000 French soldiers" are counted. */
function isService(tokens: Tokens, { first, end }: NumberExpression): boolean {
  if (!/^\d{5}$/.test(tokens[first]?.text ?? "") || lower(tokens, first - 1) !== "the" || !isCapital(tokens[end])) return false;
  let to = end;
  while (isCapital(tokens[to])) to++;
  return !isPlural(lower(tokens, to - 1)) && !isPlural(lower(tokens, to));
}

/** "Of the men on the level 51 walked out": what has an article has no number for a name, and a verb follows. */
const isSubject = (tokens: Tokens, first: number, end: number): boolean =>
  lower(tokens, first - 2) === "the" &&
  !isCapital(tokens[first - 1]) &&
  (/^(?:were|was|had|have|has|died|got|came|went|left|fled)$/.test(lower(tokens, end)) || /[a-z]{3}ed$/.test(lower(tokens, end)));

/** "the class of '94", "4x4", "2FA", "6channel", "the Group of 77", "BBC Two", "World War Two", "zero tolerance": numbers in names and fixed phrases. */
function named(tokens: Tokens, { first, end, value, spelled, form }: NumberExpression): boolean {
  if (form !== "number") return false;
  const [before, next] = [tokens[first - 1], tokens[end]];
  if (/^['’‘]$/.test(before?.text ?? "") && adjoining(tokens, first) && !adjoining(tokens, first - 1)) return true;
  if (!spelled && adjoining(tokens, end) && next?.kind === "word" && (/\d/.test(next.text) || /^(?:\p{Lu}{1,2}|\p{Ll}{4,})$/u.test(next.text))) return true;
  if (value === 0 && spelled)
    return (
      /^(?:tolerance|sum|hour|gravity|emission|emissions|carbon|waste|hours)$/.test(lower(tokens, end)) ||
      /^(?:ground|net|year|patient|day)$/.test(before?.lower ?? "") ||
      next?.text === "-"
    );
  if (
    before?.lower === "of" &&
    first > 2 &&
    isCapital(tokens[first - 2]) &&
    /^(?:group|gang|council|committee|band|house|bridge|feast)$/.test(lower(tokens, first - 2))
  )
    return true;
  return spelled && isCapital(tokens[first]) && isCapital(before) && !isCapital(next) && !isHeadline(tokens);
}

/** "junctions 10 and 12". */
const numberedMany =
  /^(?:junctions|exits|pages|chapters|articles|sections|routes|highways|flights|rooms|platforms|gates|resolutions|paragraphs|levels|grades|categories|phases|stages|tiers|channels|terminals|wards|zones|lines|seats|rows|bays|berths|docks|piers|lanes|cells|items|questions|verses)$/;

/** "the North District recorded 21 homicides, the Central District 26": a clause without its verb. */
function gapped(tokens: Tokens, first: number): boolean {
  let at = first - 1;
  while (at >= 0 && isCapital(tokens[at])) at--;
  if (at < 1 || at === first - 1) return false;
  if (tokens[at]?.lower !== "the" || !/^(?:,|;|and)$/.test(tokens[at - 1]?.lower ?? "")) return false;
  return tokens.slice(0, at).some((token) => token.kind === "number");
}

/** "911 call", "9mm", "45-storey". */
function namesThing(tokens: Tokens, { end }: NumberExpression): boolean {
  const hyphen = tokens[end]?.text === "-" && adjoining(tokens, end) && adjoining(tokens, end + 1) ? 1 : 0;
  const next = lower(tokens, end + hyphen);
  // "the 47-member council", "the 200-mile limit"
  if (hyphen && next === "member")
    return [1, 2, 3].some((on) =>
      /^(?:parliament|assembly|council|chamber|committee|board|cabinet|senate|house|legislature|congress|bloc|commission|panel)$/.test(
        lower(tokens, end + hyphen + on),
      ),
    );
  if (hyphen && next === "mile") return /^(?:limit|zone|marathon)$/.test(lower(tokens, end + hyphen + 1));
  if (
    hyphen &&
    /^(?:storey|story|year|day|week|month|hour|minute|point|door|page|bed|star|lane|wheel|seat|way|foot|plus|odd|inch|man|yard|game|match|time|over|run|metre|meter|mile|night|goal|nil|all)/.test(
      next,
    )
  )
    return (
      next !== "point" && next !== "plus" && next !== "odd" && next !== "foot" && next !== "man" && next !== "metre" && next !== "meter" && next !== "mile"
    );
  return (
    !hyphen &&
    (/^(?:calls?|hotline|emergency)$/.test(next)
      ? /^(?:911|999|112|111|988|311|000)$/.test(tokens[end - 1]?.text ?? "")
      : namedByNumber.has(next) || (adjoining(tokens, end) && /^(?:mm|cc|gb|mb|hz|ghz|fps|v|w|bit)$/.test(next))) &&
    /^\d/.test(tokens[end - 1]?.text ?? "") &&
    (next !== "page" || adjoining(tokens, end))
  );
}
