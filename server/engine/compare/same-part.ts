import type { Claim } from "../claims/claim.ts";
import { contentStems, stem } from "../document/words.ts";
import { smallNumbers } from "../lexicon/number-words.ts";
import { timeUnits } from "../lexicon/time-words.ts";
import { meanings } from "./meanings.ts";

/** Of what the draft says of a part, this much must be what the source says of its. */
const sameWords = 0.5;
/** Words that turn what is said into its opposite. */
const turns =
  /\b(?:no|not|none|never|neither|nor|without|against|except|spared?|escaped?|avoided|refus\w+|reject\w+|fail\w*|oppos\w+|lack\w*|free of|yet to|but)\b|n[\u2019']t\b/gi;

/**
 * Whether two clauses say the same of a part of the same whole. Then a part that could be reckoned as the rest of that whole is a wrong number:
 * where a source says that two of the five halls were closed, three of the five may be open, but not closed.
 */
export function saysTheSame(draft: Claim, ours: string, source: Claim, theirs: string): boolean {
  if (draft.whole === undefined || draft.whole !== source.whole || draft.figure.value === source.figure.value) return false;
  if (isTurned(ours) !== isTurned(theirs)) return false;
  const behind = predicate.exec(ours.slice(draft.figure.end - draft.clause.start))?.[1];
  const mine = said(draft, behind ?? ours);
  const known = new Set(said(source, theirs));
  // What the verb is, or what the clause comes to, must be said of both: "tested in Harlow" may be all that is said of the whole.
  const telling = behind === undefined ? mine.at(-1) : mine[0];
  return telling !== undefined && known.has(telling) && mine.filter((word) => known.has(word)).length >= sameWords * mine.length;
}

/** What is said of those who were counted: "were closed", but not "that were closed". */
const predicate = /(?<!\b(?:that|which|who) )\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should)\b(.*)$/s;

const isTurned = (clause: string): boolean => (clause.match(turns)?.length ?? 0) % 2 === 1;

/** What is said: without the noun of the things counted, and without numbers and when. */
function said({ figure: { noun } }: Claim, clause: string): readonly string[] {
  const counted = new Set(contentStems(noun?.text ?? "").concat(noun ? stem(noun.head) : []));
  return [...new Set(meanings(clause))].filter((word) => !counted.has(word) && !nothing.has(word));
}

const nothing: ReadonlySet<string> = new Set(
  [...timeUnits.keys(), ...smallNumbers.keys(), "last", "next", "today", "yesterday", "instead", "already"].map(stem),
);
