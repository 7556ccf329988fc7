import { originalsAmong } from "../corpus/copies.ts";
import type { Source } from "../corpus/source.ts";
import type { Verdict } from "./verdict.ts";

/** What one text says of a claim, whoever prints it. */
export interface Voice extends Verdict {
  /** Who prints the text of `fact.source` as well, with the same number. */
  readonly copies: readonly Source[];
}

/** The verdicts in their order, copies of one text counted once: the original's stands for them. */
export function voicesOf(verdicts: readonly Verdict[]): readonly Voice[] {
  const originalOf = originalsAmong(verdicts.map(({ fact }) => fact.source));
  const value = ({ fact }: Verdict): number => fact.claim.figure.value;
  const isCopyOf = (a: Verdict, b: Verdict): boolean => a.fact.source !== b.fact.source && originalOf(a.fact.source) === b.fact.source && value(a) === value(b);
  return verdicts
    .filter((verdict) => !verdicts.some((other) => isCopyOf(verdict, other)))
    .map((verdict) => ({ ...verdict, copies: [...new Set(verdicts.filter((other) => isCopyOf(other, verdict)).map(({ fact }) => fact.source))] }));
}
