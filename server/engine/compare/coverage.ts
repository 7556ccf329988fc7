import type { Figure } from "../extract/mentions.ts";
import type { Desk } from "./desk.ts";
import type { Judgement } from "./judgement.ts";

/** How much of a draft was held against the sources: so that silence is never taken for approval. */
export interface Coverage {
  /** Numbers read as figures; vague ones ("dozens") are none. `read` is the sum of `supported`, `differing` and `abstained`. */
  readonly read: number;
  /** Of these, those that at least one fact of the sources may be about. */
  readonly compared: number;
  readonly supported: number;
  /** Contradicted, out of date, under another hedge, or cited from a source that does not have it. */
  readonly differing: number;
  /** Nothing can be said of these, in text order. */
  readonly abstained: readonly Abstention[];
}

export interface Abstention {
  readonly figure: Figure;
  readonly reason: "no source speaks of it" | "the sources may speak of something else" | "it can be reckoned from others";
}

export function coverageOf({ comparisons, judgements }: Pick<Desk, "comparisons" | "judgements">): Coverage {
  const abstained: Abstention[] = [];
  let [read, compared, supported] = [0, 0, 0];
  comparisons.forEach(({ claim, verdicts, derived }, at) => {
    if (claim.figure.form === "vague") return;
    const { ruling } = judgements[at] as Judgement;
    read++;
    if (verdicts.length) compared++;
    if (ruling === "supported") supported++;
    if (ruling !== "open") return;
    const reason = derived ? "it can be reckoned from others" : verdicts.length ? "the sources may speak of something else" : "no source speaks of it";
    abstained.push({ figure: claim.figure, reason });
  });
  const differing = read - supported - abstained.length;
  return { read, compared, supported, differing, abstained };
}
