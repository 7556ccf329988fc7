import type { Token } from "../extract/tokens.ts";
import { isOf } from "./calculation.ts";
import type { Placed } from "./placed.ts";

type Tokens = readonly Token[];

/** The number of those of whom a figure is a part: "six of the 16 schools", "Of the 16 schools six", "16 schools, six of which". */
export function wholeOf(tokens: Tokens, figures: readonly Placed[], i: number): number | undefined {
  const [part, next, first, last] = [figures[i] as Placed, figures[i + 1], figures[0] as Placed, figures[i - 1]];
  const whole =
    next && (isOf(tokens, figures, i) || isOutOf(tokens, part, next))
      ? next
      : i === 1 && tokens[0]?.lower === "of" && first.first <= 4
        ? first
        : last && isOfThose(tokens, last, part)
          ? last
          : undefined;
  if (!whole || !isCount(part) || !isCount(whole)) return undefined;
  return whole.figure.value > part.figure.value ? whole.figure.value : undefined;
}

const isCount = ({ figure: { dimension, form } }: Placed): boolean => dimension === "count" && form === "number";

const isOutOf = (tokens: Tokens, { end }: Placed, { first }: Placed): boolean =>
  tokens[end]?.lower === "out" && tokens[end + 1]?.lower === "of" && first - end < 6 && tokens.slice(end, first).every(({ kind }) => kind === "word");

/** No other joint than a comma parts the two: of a longer sentence the pronoun may stand for something else. */
const isOfThose = (tokens: Tokens, { after }: Placed, { first, end }: Placed): boolean =>
  first - after < 14 &&
  ((tokens[end]?.lower === "of" && /^(?:them|which|whom)$/.test(tokens[end + 1]?.lower ?? "")) ||
    (/^(?:which|whom)$/.test(tokens[first - 1]?.lower ?? "") && tokens[first - 2]?.lower === "of"));
