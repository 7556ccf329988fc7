import { isPerson } from "../lexicon/people.ts";
import { singular } from "../lexicon/plurals.ts";
import { isCapital } from "./noun-phrase.ts";
import type { NumberExpression } from "./number.ts";
import type { Token } from "./tokens.ts";

type Tokens = readonly Token[];
const lower = (tokens: Tokens, i: number): string => tokens[i]?.lower ?? "";
const oldest = 115;

/** Is the number somebody's age, or how many children somebody has? Both describe a person and state no fact of the story. */
export function isAge(tokens: Tokens, number: NumberExpression): boolean {
  const { value, form, first } = number;
  if (form !== "number" || value > oldest || !Number.isInteger(value))
    return /^(?:young|old)$/.test(lower(tokens, first - 2)) && lower(tokens, first - 1) === "as";
  return (
    family(tokens, number) ||
    ofPerson(tokens, number) ||
    apposed(tokens, number) ||
    counted(tokens, number) ||
    turned(tokens, number) ||
    predicated(tokens, number) ||
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

const youngOrKin =
  /^(?:m[ae]n|wom[ae]n|boys?|girls?|child(?:ren)?|youths?|lads?|toddlers?|teenagers?|sons?|daughters?|twins?|brothers?|sisters?|widow|widower|grandchild(?:ren)?|pensioner)$/;
const parent = /^(?:mothers?|fathers?|parents?|mum|mom|dad|grandmother|grandfather|grandparents|widow|widower)$/;

/** "a boy of nine", "children of 9 and 11", "a mother of two". */
function ofPerson(tokens: Tokens, { first, end }: NumberExpression): boolean {
  const from = listStart(tokens, first);
  if (lower(tokens, from - 1) !== "of") return false;
  const owner = lower(tokens, from - 2);
  if (parent.test(owner)) return isBare(tokens, end) || /^(?:from|who|and|in|was|is|had|has|at|whose|on|died|said)$/.test(lower(tokens, end));
  if (isDescribed(tokens, from - 2) && isBare(tokens, end)) return true;
  return (
    youngOrKin.test(owner) &&
    (/^(?:m[ae]n|wom[ae]n|boy|girl|child|youth|lad|toddler|teenager)$/.test(owner) || from < first || isBare(tokens, end) || lower(tokens, end) === "and")
  );
}

/** One person, told by what he or she is: "a retired miner of 63"; a staff or a crew of so many are several. */
function isDescribed(tokens: Tokens, at: number): boolean {
  const owner = lower(tokens, at);
  if (!isPerson(owner) || singular(owner) !== owner || /^(?:staff|crew|police|personnel|guard|people|military)$/.test(owner)) return false;
  return [1, 2, 3].some((back) => /^(?:an?|another)$/.test(lower(tokens, at - back)));
}

/** "Marta Riel, 72,", "Ivo and Ann Kos, both 83,", "Bo, then 27,", "a nurse, 44,", "the couple, 34 and 36,". */
function apposed(tokens: Tokens, { first, end, spelled }: NumberExpression): boolean {
  const from = listStart(tokens, first);
  const adverb = /^(?:now|then|both|also|all|just|only|aged|currently|each)$/.test(lower(tokens, from - 1));
  const comma = adverb ? from - 2 : from - 1;
  const closed = isBare(tokens, end) || (lower(tokens, end) === "and" && tokens[end + 1]?.kind === "number" && isBare(tokens, end + 2));
  if (!closed || tokens[comma]?.text !== "," || (spelled && !adverb)) return false;
  const before = tokens[comma - 1];
  if (!before) return false;
  if (isCapital(before) && (from === first || isCapital(tokens[comma - 2]) || lower(tokens, first - 1) === "and")) return true;
  if (/^(?:dad|mum|mom|mother|father|gran|grandmother|grandad|grandfather)-of-/.test(before.lower)) return true;
  if (/^(?:couple|pair|twins|brothers|sisters|boys|girls|sons|daughters|parents)$/.test(before.lower))
    return from < first || lower(tokens, end) === "and" || adverb;
  return adverb
    ? isPerson(before.lower)
    : from === first &&
        tokens[end]?.text === "," &&
        isPerson(before.lower) &&
        singular(before.lower) === before.lower &&
        [2, 3, 4].some((back) => /^an?$|^(?:the|his|her|another)$/.test(lower(tokens, comma - back)));
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

/** "turned 80", "turns 65 in May". */
const turned = (tokens: Tokens, { first, end }: NumberExpression): boolean =>
  /^(?:turn|turns|turned|turning)$/.test(lower(tokens, first - 1)) &&
  (isBare(tokens, end) || /^(?:in|on|last|this|next|when|and|a|the|today|yesterday|tomorrow|during|while)$/.test(lower(tokens, end)));

const goesOn = /^(?:when|at|on|then|now|and|last|this|next|but|in|while|as|or|by|that|for)$/;

/** "he was 19 when", "the eldest was 23", "Rosa Field is now 58". A toll or a share is no person. */
function predicated(tokens: Tokens, { first, end }: NumberExpression): boolean {
  let verb = first - 1;
  while (/^(?:now|just|only|still|barely|already|then|about|around|nearly|almost|over)$/.test(lower(tokens, verb))) verb--;
  if (!/^(?:was|is|were|are|being|be)$/.test(lower(tokens, verb))) return false;
  const alone = isBare(tokens, end);
  if (!alone && !goesOn.test(lower(tokens, end)) && !(/^(?:and|or)$/.test(lower(tokens, end)) && tokens[end + 1]?.kind === "number")) return false;
  const near = tokens.slice(Math.max(0, first - 7), first);
  if (alone && near.some(({ lower }) => /^(?:eldest|oldest|youngest|he|she|who)$/.test(lower))) return true;
  const subject = tokens[tokens[verb - 1]?.text === "," ? verb - 2 : verb - 1];
  if (!subject) return false;
  if (/^(?:he|she|who|i)$/.test(subject.lower) || /^(?:eldest|oldest|youngest)$/.test(subject.lower)) return true;
  return isCapital(subject) && isNamed(tokens, tokens.indexOf(subject), lower(tokens, end) === "when" && /^(?:he|she)$/.test(lower(tokens, end + 1)));
}

/** A name of two words, or one that does not open the sentence, and no place behind its preposition: "Rosa Field was 19", but "turnout in Kenya was 19". */
function isNamed(tokens: Tokens, last: number, surely: boolean): boolean {
  let from = last;
  while (isCapital(tokens[from - 1])) from--;
  if (/^(?:in|of|at|from|for|to|with|by|the|near|on)$/.test(lower(tokens, from - 1))) return false;
  return surely || from < last || (from > 0 && tokens[from - 1]?.text !== ".");
}

/** "died at 84", "retired at 65 and married at 22", "At 71, she still dances". */
function atAge(tokens: Tokens, { first, end }: NumberExpression): boolean {
  if (lower(tokens, first - 1) !== "at" || !(isBare(tokens, end) || goesOn.test(lower(tokens, end)))) return false;
  if (first === 1) return tokens[end]?.text === "," && /^(?:he|she)$/.test(lower(tokens, end + 1));
  return tokens.slice(Math.max(0, first - 6), first - 1).some(({ lower }) => lives.test(lower));
}

const lives = /^(?:died|dies|retired?|retires|married|marries|wed|widowed|orphaned|emigrated|enlisted|debuted|divorced|became|graduated)$/;

/** "She has four children": whose, not how many of the story. */
const family = (tokens: Tokens, { first, end, value }: NumberExpression): boolean =>
  value <= 15 &&
  /^(?:has|had|have|raised|raising)$/.test(lower(tokens, first - 1)) &&
  (/^(?:he|she|who|they)$/.test(lower(tokens, first - 2)) || isCapital(tokens[first - 2])) &&
  tokens.slice(end, end + 3).some(({ lower }) => /^(?:children|kids|grandchildren|sons|daughters|siblings|brothers|sisters|cats|dogs)$/.test(lower));

/** "children under 16", "those over 75", "75 or older", "65 and over". */
function bounded(tokens: Tokens, { first, end }: NumberExpression): boolean {
  if (/^(?:or|and)$/.test(lower(tokens, end)) && /^(?:older|younger)$/.test(lower(tokens, end + 1))) return true;
  if (
    !/^(?:under|over|below|above)$/.test(lower(tokens, first - 1)) ||
    !(isBare(tokens, end) || goesOn.test(lower(tokens, end)) || /^(?:were|are|who|have|had|has|was|is)$/.test(lower(tokens, end)))
  )
    return false;
  const who = lower(tokens, first - 2);
  if (/^(?:was|were|is|are)$/.test(who))
    return (
      tokens.slice(Math.max(0, first - 9), first - 2).some(({ lower }) => /^(?:who|those|voters|victims|people|residents)$/.test(lower)) &&
      Number(tokens[first]?.text) < 100
    );
  return /^(?:those|anyone|anybody|everyone|everybody)$/.test(who) || (isPerson(singular(who)) && singular(who) !== who);
}
