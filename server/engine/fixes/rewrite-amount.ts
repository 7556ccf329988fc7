import { readNumber } from "../extract/dates/amount.ts";
import { tokenise } from "../extract/dates/tokens.ts";
import type { DateMention, TimeUnit } from "../extract/mentions.ts";
import { timeUnits } from "../lexicon/time-words.ts";
import { spell } from "./spell.ts";

/** The words of an elapsed time with another amount, in its own style: "Two weeks after" for five is "Five weeks after", "a week before" for one. */
export function rewriteAmount(mention: DateMention, amount: number, unit: TimeUnit): string | undefined {
  const tokens = tokenise(mention.text, 0, mention.text.length);
  const unitAt = tokens.findIndex(({ lower }) => timeUnits.has(lower));
  const number = readNumber(tokens, 0);
  const unitToken = tokens[unitAt];
  if (unitAt < 1 || !unitToken) return undefined;
  const inWords = !number || tokens[0]?.kind === "word";
  const words =
    inWords && amount === 1 && number && tokens[0]?.lower !== "one"
      ? unit === "hour"
        ? "an"
        : "a"
      : inWords && amount <= 100
        ? spell(amount)
        : String(amount);
  const hyphenated = mention.text[unitToken.start - 1] === "-";
  const text = `${words}${hyphenated ? "-" : " "}${unit}${amount === 1 || hyphenated ? "" : "s"}${mention.text.slice(unitToken.end)}`;
  return /^\p{Lu}/u.test(mention.text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

/** "from 1988 to 1980" the right way round. */
export function swapEnds(text: string): string | undefined {
  const parts = /^(from |between )?(.+?)( to | and | until | till | through |\s?[-–—]\s?)(.+)$/is.exec(text);
  return parts ? `${parts[1] ?? ""}${parts[4]}${parts[3]}${parts[2]}` : undefined;
}
