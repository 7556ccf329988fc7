import type { Duration } from "../mentions.ts";
import { type Amounted, hedgeBefore, readAmountOfTime, readNumber } from "./amount.ts";
import type { Match, Written } from "./expression.ts";
import { after, integer, isCapitalised, isDash, joined, lower, type Tokens } from "./tokens.ts";

/** Words before which "a week" is an amount and no rate ("$5 a week"). */
const articleCues = new Set(
  "for in within over than nearly almost about around after half only just took takes take last lasted lasting lasts under every barely roughly spent some of exactly the by".split(
    " ",
  ),
);

/** Amounts of time with their direction: "83 years ago", "two weeks after", "a week earlier", "four months old", "42 days". */
export function readElapsed(tokens: Tokens, i: number): Match | undefined {
  const amount = readAmountOfTime(tokens, i);
  if (!amount) return undefined;
  return readOld(tokens, amount) ?? readDirected(tokens, amount) ?? readPlain(tokens, amount);
}

const match = (amount: Amounted, next: number, written: Written): Match => ({ from: amount.from, next, written });

/** "34-year-old", "34 years old", "four months old". */
function readOld(tokens: Tokens, amount: Amounted): Match | undefined {
  const at = isDash(tokens, amount.next) ? amount.next + 1 : amount.next;
  if (!/^olds?$/.test(lower(tokens, at)) || (amount.article && at === amount.next)) return undefined;
  return match(amount, at + 1, { kind: "duration", duration: amount.duration, direction: "old" });
}

const phraseEnd = /^(?:[.,;:!?)"”’—–-]|and|but|when|as|in|at|on|to|with|while|by|from|he|she|it|they|we|was|were|had|has)$/;

function readDirected(tokens: Tokens, amount: Amounted): Match | undefined {
  if (amount.hyphenated) return undefined;
  let at = amount.next;
  const toTheDay = after(tokens, at, "to", "the", "day");
  if (toTheDay) at = toTheDay;
  const elapsed = (next: number, direction: "ago" | "before" | "after" | "ahead", anchored = false) =>
    match(amount, next, { kind: "elapsed", duration: amount.duration, direction, anchored });
  const word = lower(tokens, at);
  if (word === "ago") return elapsed(at + 1, "ago");
  if (word === "hence" || after(tokens, at, "from", "now") || after(tokens, at, "from", "today")) return elapsed(word === "hence" ? at + 1 : at + 2, "ahead");
  if (word === "time" && lower(tokens, amount.from - 1) === "in") return elapsed(at + 1, "ahead");
  if (word === "later" || word === "afterwards" || word === "afterward") return elapsed(at + 1, "after");
  if (word === "earlier" || word === "previously" || word === "beforehand") return elapsed(at + 1, "before", lower(tokens, at + 1) === "than");
  const inAdvance = after(tokens, at, "in", "advance", "of");
  if (inAdvance) return elapsed(inAdvance, "before", true);
  if (word === "before" || word === "prior") return elapsed(at + 1, "before", !isEnd(tokens, at + 1));
  if (word === "after" || word === "since" || word === "following")
    return isEnd(tokens, at + 1) && word !== "after" ? undefined : elapsed(at + 1, "after", !isEnd(tokens, at + 1));
  if (word === "into") return elapsed(at + 1, "after", true);
  if (word === "on" && isEnd(tokens, at + 1)) return elapsed(at + 1, "after");
  return undefined;
}

const isEnd = (tokens: Tokens, i: number): boolean => tokens[i] === undefined || /^[.,;:!?)"”—–]$/.test(lower(tokens, i));

function readPlain(tokens: Tokens, amount: Amounted): Match | undefined {
  const before = lower(tokens, amount.from - 1);
  if (amount.article && !amount.hyphenated && !articleCues.has(before)) return undefined;
  if (amount.article && amount.hyphenated) return undefined;
  const hedged = hedgeBefore(tokens, amount.from);
  const lasting = lower(tokens, amount.from - 1 - (hedged?.words ?? 0)) === "for";
  return match(amount, amount.next, { kind: "duration", duration: amount.duration, ...(lasting && { direction: "for" as const }) });
}

const years = (low: number, high: number = low): Duration => ({ low, high, unit: "year", approximate: false });
const age = (from: number, next: number, low: number, high: number = low): Match => ({
  from,
  next,
  written: { kind: "duration", duration: years(low, high), direction: "old" },
});
const pronouns = new Set(["he", "she", "who", "i"]);

/** Ages that are no amounts of time as written: "aged 34", ", 71, said", "in his 30s", "who was 12". */
export function readAge(tokens: Tokens, i: number): Match | undefined {
  const word = lower(tokens, i);
  if (word === "aged" || word === "age" || word === "ages") return readAged(tokens, i);
  if (word === "turned" || word === "turning" || word === "turns") return readTurned(tokens, i);
  const value = integer(tokens, i);
  if (value === undefined || value > 119) return undefined;
  if (lower(tokens, i + 1) === "s" && joined(tokens, i + 1) && value % 10 === 0 && /^(?:his|her|their|early|mid|late|-)$/.test(lower(tokens, i - 1)))
    return age(i, i + 2, value, value + 9);
  return isApposition(tokens, i) || isPredicate(tokens, i) ? age(i, i + 1, value) : undefined;
}

function readAged(tokens: Tokens, i: number): Match | undefined {
  let at = after(tokens, i + 1, "of") ?? after(tokens, i + 1, "between") ?? after(tokens, i + 1, "from") ?? i + 1;
  const hedged = /^(?:just|only|about|around)$/.test(lower(tokens, at));
  if (hedged) at++;
  const first = readNumber(tokens, at);
  if (!first || first.value > 119 || lower(tokens, first.next) === "%") return undefined;
  const second = isDash(tokens, first.next) || /^(?:to|and|or)$/.test(lower(tokens, first.next)) ? readNumber(tokens, first.next + 1) : undefined;
  const isRange = second && second.value > first.value && second.value < 119;
  return isRange ? age(i, second.next, first.value, second.value) : age(i, first.next, first.value);
}

function readTurned(tokens: Tokens, i: number): Match | undefined {
  const value = integer(tokens, i + 1);
  return value !== undefined && value <= 110 && (tokens[i + 2]?.kind !== "word" || phraseEnd.test(lower(tokens, i + 2))) ? age(i + 1, i + 2, value) : undefined;
}

/** "Jane Doe, 34, said", "Jane Doe (34)": after a full name, or after any name where the sentence goes on about it. */
function isApposition(tokens: Tokens, i: number): boolean {
  const opening = lower(tokens, i - 1);
  const closing = lower(tokens, i + 1);
  if (tokens[i]?.text.includes(",") || !isCapitalised(tokens, i - 2)) return false;
  const fullName = isCapitalised(tokens, i - 3) && tokens[i - 3]?.kind === "word";
  if (opening === "(") return closing === ")" && fullName;
  if (opening !== "," || !/^[,.;)]$/.test(closing)) return false;
  if (closing !== ",") return fullName;
  return fullName || /^(?:who|said|says|of|a|an|the|was|from|told|has|had|died|is|whose|lost|and)$/.test(lower(tokens, i + 2));
}

/** "She was 71." */
const isPredicate = (tokens: Tokens, i: number): boolean =>
  /^(?:was|is|were)$/.test(lower(tokens, i - 1)) &&
  pronouns.has(lower(tokens, i - 2)) &&
  (tokens[i + 1] === undefined || /^[.,;)!?"”]$/.test(lower(tokens, i + 1)) || lower(tokens, i + 1) === "when");
