import { months } from "../../lexicon/months.ts";
import { dayParts, ordinalNumbers, seasons, smallNumbers, tensNumbers, timeUnits, vagueTimes } from "../../lexicon/time-words.ts";
import { weekdays } from "../../lexicon/weekdays.ts";
import { lower, type Tokens } from "./tokens.ts";

const words = `from between early late mid earlier later last next this past previous coming since today tonight yesterday tomorrow half quarter several few couple dozen
  aged age ages turned turning turns noon midday midnight shortly just soon right minutes moments immediately year q`;

/** Words with which a time expression may begin: anything else is passed over at the cost of one look-up. */
const starters: ReadonlySet<string> = new Set([
  ...words.split(/\s+/),
  ...months.keys(),
  ...weekdays.keys(),
  ...seasons.keys(),
  ...smallNumbers.keys(),
  ...tensNumbers.keys(),
  ...ordinalNumbers.keys(),
  ...vagueTimes.flatMap((phrase) => phrase.split(" ")[0] ?? []),
  ..."twenties thirties forties fifties sixties seventies eighties nineties".split(" "),
]);

/** What may follow an article or "that" in a time expression. */
const afterArticle: ReadonlySet<string> = new Set([
  ..."past last previous next coming following preceding same end weekend few couple dozen quarter half this second".split(" "),
  ...timeUnits.keys(),
  ...dayParts,
  ...weekdays.keys(),
  ...ordinalNumbers.keys(),
]);
const articles: ReadonlySet<string> = new Set(["the", "a", "an", "that"]);

/** Whether it is worth trying to read a time expression from this token on. */
export function mayStart(tokens: Tokens, i: number): boolean {
  const token = tokens[i];
  if (!token) return false;
  if (token.kind === "number") return true;
  if (token.kind === "mark") return /^['’‘]$/.test(token.text);
  if (!articles.has(token.lower)) return starters.has(token.lower);
  return afterArticle.has(lower(tokens, i + 1)) || tokens[i + 1]?.kind === "number";
}
