import { isGivenName } from "../lexicon/given-names.ts";
import { pastVerbs } from "../lexicon/past-verbs.ts";
import { isPerson } from "../lexicon/people.ts";
import { isPlural, peopleAdjectives, singular } from "../lexicon/plurals.ts";
import { occupations } from "../lexicon/ranks.ts";
import { roleNouns, vagueNouns } from "../lexicon/speakers.ts";
import { isCapital } from "./noun-phrase.ts";
import type { NumberExpression } from "./number.ts";
import type { Token } from "./tokens.ts";

type Tokens = readonly Token[];
const lower = (tokens: Tokens, i: number): string => tokens[i]?.lower ?? "";
const oldest = 115;

/** Is the number somebody's age, or how many children somebody has? Both describe a person and state no fact of the story. */
export function isAge(tokens: Tokens, number: NumberExpression): boolean {
  const { value, form, first } = number;
  if (value > oldest) return false;
  if (/^(?:young|old)$/.test(lower(tokens, first - 2)) && lower(tokens, first - 1) === "as") return true;
  if (form === "range" || !Number.isInteger(value)) return measuredAge(tokens, number);
  if (form !== "number") return false;
  return (
    measuredAge(tokens, number) ||
    family(tokens, number) ||
    ofPerson(tokens, number) ||
    apposed(tokens, number) ||
    counted(tokens, number) ||
    turned(tokens, number) ||
    predicated(tokens, number) ||
    opening(tokens, number) ||
    atAge(tokens, number) ||
    bounded(tokens, number)
  );
}

/** Nothing that the number could count follows it: a mark, the end, or a word that goes on with the sentence. */
const isBare = (tokens: Tokens, end: number): boolean => tokens[end] === undefined || /^[,.;:)—–?!"”]$/.test((tokens[end] as Token).text);
/** "7, 9 and 12": the number that a list of them begins with. */
function listStart(tokens: Tokens, first: number): number {
  let at = first;
  while (/^(?:,|and|or|to|-|–)$/.test(lower(tokens, at - 1)) && tokens[at - 2]?.kind === "number") at -= 2;
  return at;
}

const plainOthers = /^(?:those|anyone|anybody|everyone|everybody|somebody|someone)$/;
/** "and over", "or under": the number is a bound of an age. */
const endsBound = (tokens: Tokens, end: number): boolean =>
  /^(?:or|and)$/.test(lower(tokens, end)) &&
  (/^(?:older|younger)$/.test(lower(tokens, end + 1)) ||
    (/^(?:over|above|under|below|up|upwards?)$/.test(lower(tokens, end + 1)) &&
      tokens[end + 2]?.kind !== "number" &&
      !/^(?:the|a|an|all)$/.test(lower(tokens, end + 2))));

const youngOrKin =
  /^(?:m[ae]n|wom[ae]n|boys?|girls?|bride|groom|child(?:ren)?|youths?|lads?|toddlers?|teenagers?|sons?|daughters?|twins?|brothers?|sisters?|widow|widower|grandchild(?:ren)?|pensioner)$/;
const parent = /^(?:mothers?|fathers?|parents?|mum|mom|dad|grandmother|grandfather|grandparents|widow|widower)$/;

/** "a boy of nine", "children of 9 and 11", "a mother of two". */
function ofPerson(tokens: Tokens, { first, end }: NumberExpression): boolean {
  const from = listStart(tokens, first);
  if (lower(tokens, from - 1) !== "of") return false;
  const owner = lower(tokens, from - 2);
  if (parent.test(owner)) return isBare(tokens, end) || /^(?:from|who|and|in|was|is|had|has|at|whose|on|died|said|aged)$/.test(lower(tokens, end));
  if (
    isDescribed(tokens, from - 2) &&
    (isBare(tokens, end) || pastVerbs.has(lower(tokens, end)) || /^(?:who|whose|with|from|in|and)$/.test(lower(tokens, end)))
  )
    return true;
  if (plainOthers.test(owner) && from === first && (endsBound(tokens, end) || (isBare(tokens, end) && lower(tokens, from - 3) !== "all"))) return true;
  return (
    youngOrKin.test(owner) &&
    (/^(?:m[ae]n|wom[ae]n|boy|girl|child|youth|lad|toddler|teenager)$/.test(owner) || from < first || isBare(tokens, end) || lower(tokens, end) === "and")
  );
}

/** One person, told by what he or she is: "a retired miner of 63"; a staff or a crew of so many are several. */
function isDescribed(tokens: Tokens, at: number, article = /^(?:an?|another)$/): boolean {
  const owner = lower(tokens, at);
  if (
    !(isPerson(owner) || youngOrKin.test(owner) || occupations.has(owner) || roleNouns.has(owner) || vagueNouns.has(`${owner}s`)) ||
    singular(owner) !== owner ||
    /^(?:staff|crew|police|personnel|guard|people|military|family|household|crowd|couple|death|body|corpse|casualty|fatality|life|leader)$/.test(owner)
  )
    return false;
  return [1, 2, 3].some((back) => article.test(lower(tokens, at - back)));
}

const kinds = /^(?:average|mean|median|typical|minimum|maximum|voting|drinking|retirement|pension|qualifying|marriageable)$/;

/** "the average age rose to 39.4 from 37.8", "the median age of the patients was 42", "their ages ranged from 17 to 63": what the age of several is. */
function measuredAge(tokens: Tokens, { first, end, form }: NumberExpression): boolean {
  if (!isBare(tokens, end) && !goesOn.test(lower(tokens, end)) && !/^(?:from|to|years?)$/.test(lower(tokens, end))) return false;
  for (let at = first - 1; at >= 0 && first - at < 12; at--) {
    if (/^[;:.]$/.test(lower(tokens, at))) return false;
    if (!/^ages?$/.test(lower(tokens, at))) continue;
    return (
      [1, 2].some((back) => kinds.test(lower(tokens, at - back))) ||
      (form === "range" && tokens.slice(at, first).some(({ lower }) => /^(?:rang\w+|vari\w+|spann\w+|between)$/.test(lower)))
    );
  }
  return false;
}

/** "Marta Riel, 72,", "Ivo and Ann Kos, both 83,", "Bo, then 27,", "a nurse, 44,", "the couple, 34 and 36,". */
function apposed(tokens: Tokens, { first, end, spelled }: NumberExpression): boolean {
  const from = listStart(tokens, first);
  const adverb = /^(?:now|then|both|also|all|just|only|aged|currently|each|himself|herself)$/.test(lower(tokens, from - 1));
  const comma = adverb ? from - 2 : from - 1;
  if (lower(tokens, first - 1) === "(" && tokens[end]?.text === ")") return isCapital(tokens[first - 2]) && afterKin(tokens, first - 2);
  const closed =
    isBare(tokens, end) ||
    (lower(tokens, end) === "and" &&
      ((tokens[end + 1]?.kind === "number" && isBare(tokens, end + 2)) || /^(?:an?|the|still|now|his|her)$/.test(lower(tokens, end + 1))));
  if (!closed || tokens[comma]?.text !== "," || (spelled && !adverb)) return false;
  const before = tokens[comma - 1];
  if (!before) return false;
  // "the mother of four, 41,"
  if (parent.test(lower(tokens, comma - 3)) && lower(tokens, comma - 2) === "of") return true;
  if (isCapital(before) && (from === first || isCapital(tokens[comma - 2]) || lower(tokens, first - 1) === "and")) return true;
  if (/^(?:dad|mum|mom|mother|father|gran|grandmother|grandad|grandfather)-of-/.test(before.lower)) return true;
  if (/^(?:couple|pair|twins|brothers|sisters|boys|girls|sons|daughters|parents)$/.test(before.lower))
    return from < first || lower(tokens, end) === "and" || adverb;
  return adverb
    ? isPerson(before.lower) || /self$/.test(lower(tokens, first - 1))
    : from === first &&
        tokens[end]?.text === "," &&
        (/^(?:accused|deceased)$/.test(before.lower) || isDescribed(tokens, comma - 1, /^(?:an?|the|his|her|their|its|another|one|whose)$/));
}

/** "his wife Ada (39)". */
function afterKin(tokens: Tokens, name: number): boolean {
  let at = name;
  while (isCapital(tokens[at])) at--;
  return (
    youngOrKin.test(lower(tokens, at)) ||
    /^(?:wife|husband|mother|father|uncle|aunt|cousin|nephew|niece|fianc[eé]e?|partner|neighbou?r)$/.test(lower(tokens, at))
  );
}

/** "aged 19 to 24", "ages 7, 9 and 12". */
function counted(tokens: Tokens, { first }: NumberExpression): boolean {
  const from = listStart(tokens, first);
  return (
    from < first &&
    /^(?:aged|ages?|between|from)$/.test(lower(tokens, from - 1)) &&
    (/^age/.test(lower(tokens, from - 1)) || /^age/.test(lower(tokens, from - 2)))
  );
}

/** "Now 71, she lives alone". */
const opening = (tokens: Tokens, { first, end }: NumberExpression): boolean =>
  (first === 0 || (first === 1 && /^(?:now|then|only|aged|barely|still|just)$/.test(lower(tokens, 0)))) &&
  tokens[end]?.text === "," &&
  isPersonAhead(tokens, end + 1);

/** "turned 80", "turns 65 in May". */
const turned = (tokens: Tokens, { first, end }: NumberExpression): boolean =>
  /^(?:turn|turns|turned|turning)$/.test(lower(tokens, first - 1)) &&
  (isBare(tokens, end) || /^(?:in|on|last|this|next|when|and|a|the|today|yesterday|tomorrow|during|while)$/.test(lower(tokens, end)));

const goesOn = /^(?:when|at|on|then|now|and|last|this|next|but|in|while|as|or|by|that|for)$/;

/** "he was 19 when", "the eldest was 23", "Rosa Field is now 58". A toll or a share is no person. */
function predicated(tokens: Tokens, { first, end }: NumberExpression): boolean {
  const alone = isBare(tokens, end);
  if (alone && /^(?:eldest|oldest|youngest)$/.test(lower(tokens, first - 1))) return true;
  let verb = first - 1;
  while (/^(?:now|just|only|still|barely|already|then|about|around|nearly|almost|over|at|least|both)$/.test(lower(tokens, verb))) verb--;
  if (!/^(?:was|is|were|are|being|be)$/.test(lower(tokens, verb))) return false;
  while (/^(?:must|should|be)$/.test(lower(tokens, verb - 1))) verb--;
  if (!alone && !goesOn.test(lower(tokens, end)) && !(/^(?:and|or)$/.test(lower(tokens, end)) && tokens[end + 1]?.kind === "number")) return false;
  const near = tokens.slice(Math.max(0, first - 7), first);
  if (near.some(({ lower }) => /^(?:eldest|oldest|youngest)$/.test(lower) || (alone && /^(?:he|she|who)$/.test(lower)))) return true;
  const at = subjectAt(tokens, verb);
  const subject = tokens[at];
  if (!subject) return false;
  if (/^(?:he|she|who|i)$/.test(subject.lower)) return true;
  if (lower(tokens, at - 1) === "both" || lower(tokens, at - 2) === "both") return isPlural(subject.lower) && isPerson(singular(subject.lower));
  if (isOnePerson(tokens, at) || (at < verb - 2 && isGivenName(lower(tokens, at + 2)) && isCapital(tokens[at + 2]))) return true;
  return isCapital(subject) && isNamed(tokens, at, lower(tokens, end) === "when" && /^(?:he|she)$/.test(lower(tokens, end + 1)));
}

/** Where the subject of a verb ends, over what stands between commas: "Rosa Field, a nurse from Paris, was 19". */
function subjectAt(tokens: Tokens, verb: number): number {
  if (tokens[verb - 1]?.text !== ",") return verb - 1;
  for (let at = verb - 2; at > 0 && verb - at < 14; at--) if (tokens[at]?.text === ",") return at - 1;
  return verb - 2;
}

/** "the boy", "her driver": one person, who is no count of many and no part of a longer phrase. */
const isOnePerson = (tokens: Tokens, at: number): boolean =>
  isDescribed(tokens, at, /^(?:the|an?|his|her|their|its)$/) &&
  !peopleAdjectives.has(lower(tokens, at)) &&
  !/^(?:of|in|per|for|by|with)$/.test(lower(tokens, at - 2));

/** A name of two words, or one that does not open the sentence, and no place behind its preposition: "Rosa Field was 19", but "turnout in Kenya was 19". */
function isNamed(tokens: Tokens, last: number, surely: boolean): boolean {
  let from = last;
  while (isCapital(tokens[from - 1])) from--;
  if (/^(?:in|of|at|from|for|to|with|by|the|near|on)$/.test(lower(tokens, from - 1))) return false;
  return surely || from < last || (from > 0 && tokens[from - 1]?.text !== ".");
}

/** "died at 84", "retired at 65 and married at 22", "out of school at 14", "At 71, she still dances". */
function atAge(tokens: Tokens, { first, end }: NumberExpression): boolean {
  if (lower(tokens, first - 1) !== "at" || !(isBare(tokens, end) || goesOn.test(lower(tokens, end)))) return false;
  if (first === 1) return tokens[end]?.text === "," && isPersonAhead(tokens, end + 1);
  const near = tokens.slice(Math.max(0, first - 12), first - 1);
  if (near.slice(-5).some(({ lower }) => lives.test(lower))) return true;
  return near.some(({ lower }) => /^(?:he|she|who)$/.test(lower))
    ? near.some(({ lower }) => leaves.test(lower))
    : tokens[end]?.text === "." && addsAge(tokens, first);
}

const lives = /^(?:died|dies|retired?|retires|married|marries|wed|widowed|orphaned|emigrated|enlisted|debuted|divorced|became|graduated|school)$/;
const leaves = /^(?:left|leaves|joined|joins|went|began|started|moved|arrived|came|quit|signed|took|learnt|learned|ran|won|could|still)$/;
/** "At 71, she still dances", "At 83, Joan Peel is the oldest". */
const isPersonAhead = (tokens: Tokens, at: number): boolean =>
  /^(?:he|she)$/.test(lower(tokens, at)) || (isCapital(tokens[at]) && isGivenName(lower(tokens, at)));
/** "Lorna Holt was one of them, at 67." */
const addsAge = (tokens: Tokens, first: number): boolean =>
  tokens[first - 2]?.text === "," && tokens.slice(0, first).some((token, at) => isCapital(token) && isGivenName(token.lower) && isCapital(tokens[at + 1]));

/** "She has four children": whose, not how many of the story. */
function family(tokens: Tokens, { first, end, value }: NumberExpression): boolean {
  if (value > 15 || !tokens.slice(end, end + 3).some(({ lower }) => relations.test(lower))) return false;
  if (/^(?:has|had|have|raised|raising)$/.test(lower(tokens, first - 1)))
    return (
      /^(?:he|she|who|they)$/.test(lower(tokens, first - 2)) ||
      (/^(?:,|and)$/.test(lower(tokens, first - 2)) && /^(?:he|she|they)$/.test(lower(tokens, 0))) ||
      isCapital(tokens[first - 2]) ||
      (lower(tokens, first - 2) === "and" && tokens[first - 3]?.kind === "number" && /^(?:was|is)$/.test(lower(tokens, first - 4)))
    );
  return tokens.slice(Math.max(0, first - 8), first).some((token) => token.lower === "survived");
}

const relations = /^(?:children|kids|grandchildren|sons?|daughters?|siblings|brothers?|sisters?|cats|dogs)$/;

/** "children under 16", "those over 75", "75 or older", "65 and over". */
function bounded(tokens: Tokens, { first, end, value }: NumberExpression): boolean {
  // "four of them not yet 18"
  if (lower(tokens, first - 1) === "yet" && lower(tokens, first - 2) === "not" && value < 30 && isBare(tokens, end)) return true;
  if (/^(?:or|and)$/.test(lower(tokens, end)) && /^(?:older|younger)$/.test(lower(tokens, end + 1))) return true;
  if (endsBound(tokens, end) && boundOf(tokens, first)) return true;
  if (
    /^(?:under|over|below|above)$/.test(lower(tokens, first - 1)) &&
    anybody.test(lower(tokens, first - 2)) &&
    !isPlural(lower(tokens, end)) &&
    !/^(?:per|percent|of|%)$/.test(lower(tokens, end))
  )
    return true;
  if (
    !/^(?:under|over|below|above)$/.test(lower(tokens, first - 1)) ||
    !(isBare(tokens, end) || goesOn.test(lower(tokens, end)) || /^(?:were|are|who|have|had|has|was|is)$/.test(lower(tokens, end)))
  )
    return false;
  const who = lower(tokens, first - 2);
  if (/^(?:was|were|is|are)$/.test(who))
    return (
      tokens
        .slice(Math.max(0, first - 9), first - 2)
        .some(({ lower }) => /^(?:who|those|them|voters|victims|people|residents|patients|most|many|half)$/.test(lower)) && Number(tokens[first]?.text) < 100
    );
  return anybody.test(who) || (isPerson(singular(who)) && singular(who) !== who);
}

const anybody = /^(?:those|anyone|anybody|everyone|everybody|nobody|no-one)$/;
/** Of people, and no price: "those 65 and over", "residents aged 18 or over". */
const boundOf = (tokens: Tokens, first: number): boolean =>
  [1, 2].some(
    (back) => anybody.test(lower(tokens, first - back)) || (isPerson(singular(lower(tokens, first - back))) && isPlural(lower(tokens, first - back))),
  );
