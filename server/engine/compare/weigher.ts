import type { Candidates, Toll } from "./candidates.ts";
import type { KnownFact } from "./facts.ts";
import type { Verdict } from "./verdict.ts";
import { type Subject, weigh } from "./weigh.ts";

/** Weighs a claim against all that it may be about, the story's tolls given. */
export type Weigher = (tolls: readonly Toll[]) => readonly Verdict[];

interface Weighed {
  readonly isOnly: boolean | undefined;
  readonly verdict: Verdict;
}

/** An edit elsewhere may bring in a few other tolls: what was weighed of the last ones holds, and where all does, so does the list. */
export function weigherOf(subject: Subject, { own, candidate }: Candidates): Weigher {
  const facts = [...own];
  let before: ReadonlyMap<KnownFact, Weighed> = new Map();
  let verdicts: readonly Verdict[] | undefined;
  return (tolls) => {
    const byFact = new Map(tolls.map((toll) => [toll.fact, toll]));
    const now = new Map<KnownFact, Weighed>();
    let isSame = verdicts !== undefined;
    for (const fact of new Set([...facts, ...byFact.keys()])) {
      const toll = byFact.get(fact);
      const known = before.get(fact);
      const holds = known !== undefined && known.isOnly === toll?.isOnly;
      isSame &&= holds;
      now.set(fact, holds ? known : { isOnly: toll?.isOnly, verdict: weigh(subject, candidate(fact, toll)) });
    }
    isSame &&= now.size === before.size;
    before = now;
    verdicts = isSame && verdicts ? verdicts : Array.from(now.values(), ({ verdict }) => verdict);
    return verdicts;
  };
}
