import type { Token } from "../extract/tokens.ts";

const lowers = /^(?:lower(?:s|ed|ing)?|cut(?:s|ting)?|reduc(?:es|ed|ing)|trimm(?:ed|ing)|downgrad(?:ed|ing)|fell|dropped|fallen|dropping)$/;
const revises = /^(?:revis(?:es|ed|ing)|correct(?:s|ed|ing)|scal(?:es|ed|ing)|adjust(?:s|ed|ing)|brought|bring(?:s|ing)?|knocked)$/;

/** "Lowered the toll to 31 from 34", "revised the number of dead down to 35": what was counted before was too much. */
export function isRevisedDown(tokens: readonly Token[], first: number, from: number): boolean {
  if (!/^(?:to|at)$/.test(tokens[first - 1]?.lower ?? "")) return false;
  const before = tokens.slice(from, first).map(({ lower }) => lower);
  return before.some((word, i) => lowers.test(word) || (revises.test(word) && before.slice(i + 1).some((next) => /^(?:down|downwards?|back)$/.test(next))));
}
