import { auxiliaries, beForms, determiners, isLyAdverb, midAdverbs, pronouns } from "../lexicon/function-words.ts";
import { isPerson } from "../lexicon/people.ts";
import { singular } from "../lexicon/plurals.ts";
import { isCapital, phraseAfter, speaks } from "./noun-phrase.ts";
import { reportingForms } from "./reporting-forms.ts";
import type { Report } from "./reports.ts";
import { subjectBefore } from "./subject.ts";
import type { Token } from "./tokens.ts";

const isSpeaker = (token: Token): boolean =>
  isCapital(token) || speaks(token.lower.replace(/'s$/, "")) || isPerson(singular(token.lower)) || /^(?:he|she|they|we|i)$/.test(token.lower);

/** "as the governor had it", "as she tells it". */
export function asTold(tokens: readonly Token[], at: number): Report | undefined {
  for (let verb = at + 2; verb < at + 10 && verb + 1 < tokens.length; verb++) {
    const { kind, lower } = tokens[verb] as Token;
    if (kind === "mark" && !/^['’.&-]$/.test(lower)) return undefined;
    if (!/^(?:has|had|have|tells?|told|sees?|saw|puts?)$/.test(lower) || tokens[verb + 1]?.lower !== "it") continue;
    if (tokens[verb + 2] && tokens[verb + 2]?.kind !== "mark") return undefined;
    if (auxiliaries.has((tokens[verb - 1] as Token).lower)) return undefined;
    return { cue: { from: at, to: verb + 2 }, phrase: { from: at + 1, to: verb }, covers: at === 0 ? "after" : "both", relative: false };
  }
  return undefined;
}

/** "..., so the ministry.": a tag without a verb. */
export function soSomebody(tokens: readonly Token[], at: number): Report | undefined {
  if (!/^[,"]$/.test(tokens[at - 1]?.text ?? "")) return undefined;
  const phrase = phraseAfter(tokens, at + 1);
  const [last, next] = [tokens[phrase.to - 1], tokens[phrase.to]];
  if (!last || phrase.to - phrase.from < 1 || phrase.to - phrase.from > 6 || (next && !/^[.,]$/.test(next.text))) return undefined;
  const words = tokens.slice(phrase.from, phrase.to);
  const named = isCapital(last) || speaks(last.lower);
  if (!named || words.some((token) => pronouns.has(token.lower) || (!isCapital(token) && (/ed$/.test(token.lower) || isVerb(token))))) return undefined;
  return { cue: { from: at, to: at + 1 }, phrase, covers: "before", relative: false };
}

const isVerb = ({ lower }: Token): boolean => !speaks(lower) && reportingForms.has(lower);

/** "Rehak is sure of one thing: ...", "the union is adamant that ...". */
export function certain(tokens: readonly Token[], at: number): Report | undefined {
  let be = at - 1;
  while (
    be > 0 &&
    (midAdverbs.has((tokens[be] as Token).lower) || isLyAdverb((tokens[be] as Token).lower) || /^(?:quite|very|so)$/.test((tokens[be] as Token).lower))
  )
    be--;
  const tied = /^(.+)'(?:s|re|m)$/.exec(tokens[be]?.lower ?? "")?.[1];
  if (!beForms.has(tokens[be]?.lower ?? "") && !(tied && pronouns.has(tied))) return undefined;
  const subject = tied ? { phrase: { from: be, to: be + 1 } } : subjectBefore(tokens, be);
  if (!subject || /^(?:it|which|that|this|one|nothing|what)$/.test(tied ?? (tokens[subject.phrase.to - 1] as Token).lower)) return undefined;
  if (!tied && !tokens.slice(subject.phrase.from, subject.phrase.to).some(isSpeaker)) return undefined;
  const end = opensClause(tokens, at + 1);
  return end === undefined ? undefined : { ...subject, cue: { from: be, to: end }, covers: "after", relative: false };
}

/** Where the clause begins that somebody is sure of. */
function opensClause(tokens: readonly Token[], at: number): number | undefined {
  const token = tokens[at];
  if (token?.lower === "that") return at + 1;
  if (token?.lower === "of" && tokens[at + 1]?.lower === "one" && tokens[at + 3]?.text === ":") return at + 4;
  return token && (determiners.has(token.lower) || token.kind === "number" || token.lower === "there") ? at : undefined;
}

/** "The Red Cross has a list of 51": who keeps it vouches for it. */
export function keepsList(tokens: readonly Token[], at: number): Report | undefined {
  if (tokens[at + 1]?.lower !== "of") return undefined;
  for (let verb = at - 2; verb > 0 && at - verb < 5; verb--) {
    if (!/^(?:has|had|have|keeps?|kept|holds?|held|compiled|maintains?)$/.test((tokens[verb] as Token).lower)) continue;
    const subject = subjectBefore(tokens, verb);
    const holds = subject && determiners.has((tokens[verb + 1] as Token).lower) && tokens.slice(subject.phrase.from, subject.phrase.to).some(isSpeaker);
    return holds ? { ...subject, cue: { from: verb, to: at + 2 }, covers: "after", relative: false } : undefined;
  }
  return undefined;
}
