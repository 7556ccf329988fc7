import { playWords, scoreWords } from "../lexicon/decoys.ts";
import { smallNumbers } from "../lexicon/number-words.ts";
import { isCapital } from "./noun-phrase.ts";
import { changes, type NumberExpression } from "./number.ts";
import type { Token } from "./tokens.ts";

type Tokens = readonly Token[];
const lower = (tokens: Tokens, i: number): string => tokens[i]?.lower ?? "";
const isDash = (token: Token | undefined): boolean => /^[-–—]$/.test(token?.text ?? "");

/** "voted 8-3", "were 2-1 up", "passed the bill 52-48", "6-4, 3-6, 7-5", "works 9 to 5": what a match or a vote ended with, or hours of the day; no span of numbers. */
export function isScore(tokens: Tokens, number: NumberExpression): boolean {
  const { first, end, low, form } = number;
  if (form === "number") return fallsTo(tokens, number) || isApart(tokens, number) || statistic(tokens, number);
  if (form !== "range" || !tokens.slice(first, end).some(isDash) || /^(?:was|is)$/.test(lower(tokens, first - 1))) return false;
  if (written(tokens[first]) > written(tokens[end - 1]) || isGoalsAndPoints(tokens, number)) return true;
  if (tokens[first - 1]?.text === "," && isDash(tokens[first - 3])) return true;
  const around = [...tokens.slice(Math.max(0, first - 3), first), ...tokens.slice(end, end + 2)];
  return low < 20 && around.some((token) => scoreWords.has(token.lower));
}

/** "1-13 to 0-11", "hit 1-9": goals and points, as hurlers write them. */
const isGoalsAndPoints = (tokens: Tokens, { first, end }: NumberExpression): boolean =>
  tokens[first]?.text === "0" ||
  (lower(tokens, end) === "to" && isDash(tokens[end + 2])) ||
  (lower(tokens, first - 1) === "to" && isDash(tokens[first - 3])) ||
  (/^(?:hit|scored|kicked|shot|bagged|notched|added|got)$/.test(lower(tokens, first - 1)) && isClosed(tokens, end));

const written = (token: Token | undefined): number => smallNumbers.get(token?.lower ?? "") ?? Number((token?.text ?? "").replaceAll(",", ""));

/** "9 to 5", "ten votes to two" aside: two bare numbers of which the second is smaller, where nothing fell from one to the other. */
function fallsTo(tokens: Tokens, { first, end, value }: NumberExpression): boolean {
  const opens = lower(tokens, end) === "to" && written(tokens[end + 1]) < value && isClosed(tokens, end + 2);
  const closes = lower(tokens, first - 1) === "to" && written(tokens[first - 2]) > value && isClosed(tokens, end);
  const from = opens ? first : first - 2;
  return (opens || closes) && (isVoteOf(tokens, from) || ((value <= 20 || isVote(tokens, from)) && !changes(tokens, from)));
}

/** "beat the visitors 1 – 0", "Rovers 3 – 1 City": two bare numbers with a dash and spaces between them. "45 – 12 of them children" counts. */
function isApart(tokens: Tokens, { first, end, value }: NumberExpression): boolean {
  const isFirst = isDash(tokens[end]) && tokens[end + 1]?.kind === "number";
  if (!isFirst && !(isDash(tokens[first - 1]) && tokens[first - 2]?.kind === "number")) return false;
  const [one, other, to] = isFirst ? [first, end + 1, end + 2] : [first - 2, first, end];
  const next = tokens[to];
  const isBare =
    next?.kind !== "word" || isCapital(next) || /^(?:to|up|down|on|in|at|after|against|and|with|win|victory|defeat|loss|lead|draw)$/.test(next.lower);
  return isBare && Math.max(value, written(tokens[one]), written(tokens[other])) <= 30 && !/^[$£€%]$/.test(tokens[one - 1]?.text ?? "");
}

/** "The bill passed its second reading, 171 to 150": behind a comma, with a vote before it. */
const isVote = (tokens: Tokens, from: number): boolean =>
  tokens[from - 1]?.text === "," && tokens.slice(Math.max(0, from - 14), from).some(({ lower }) => votes.test(lower));

/** "adopted by a vote of 32 to 27". */
const isVoteOf = (tokens: Tokens, from: number): boolean => /^(?:votes?|margin|count) of$/.test(before(tokens, from, 2));

const votes =
  /^(?:vot(?:e|es|ed|ing)|pass(?:ed|es)|approv(?:ed|es)|reject(?:ed|s)|defeat(?:ed|s)|carried|adopted|ratified|readings?|ballot|backed|confirmed|impeached|acquitted)$/;

/** "scored 27 points and took 11 rebounds": what a player did. */
const statistic = (tokens: Tokens, { first, end }: NumberExpression): boolean =>
  /^(?:rebounds?|assists?|wickets?|birdies|bogeys|touchdowns?|strikeouts?|dunks?)$/.test(lower(tokens, end)) ||
  (/^(?:points?|goals?|runs?|tries)$/.test(lower(tokens, end)) && /^(?:scor(?:ed|es|ing)|netted)$/.test(lower(tokens, first - 1)));

/** "put on 131 for the third wicket", "71, off 98 balls", "all out for 188": what was played, in a sentence with words of play. */
export function isPlay(tokens: Tokens, { first, end, form }: NumberExpression): boolean {
  if (form !== "number") return false;
  const around = `${lower(tokens, end)} ${lower(tokens, end + 1)}`;
  if (/^(?:not out\b|all out\b|for no loss)/.test(around) || /^all out (?:for|on)$/.test(before(tokens, first, 3))) return true;
  if (!tokens.some((token, at) => playWords.has(token.lower) || (token.lower === "out" && /^(?:all|not|run)$/.test(lower(tokens, at - 1))))) return false;
  return playUnits.test(lower(tokens, end)) || (isClosed(tokens, end) && !/^(?:of|worth|cost|at)$/.test(lower(tokens, first - 1)));
}

const before = (tokens: Tokens, at: number, count: number): string =>
  tokens
    .slice(Math.max(0, at - count), at)
    .map((token) => token.lower)
    .join(" ");

const playUnits = /^(?:runs?|balls?|deliveries|overs?|boundaries|fours|sixes|maidens|down|behind|ahead|carries|metres|yards)$/;

const isClosed = (tokens: Tokens, at: number): boolean =>
  tokens[at]?.kind !== "word" || /^(?:and|but|on|in|at|when|or|by|against|the|that)$/.test(lower(tokens, at));
