import {
  auxiliaries,
  beForms,
  determiners,
  isLyAdverb,
  midAdverbs,
  months,
  possessives,
  pronouns,
  relatives,
  timeWords,
  weekdays,
} from "../lexicon/function-words.ts";
import { smallNumbers } from "../lexicon/number-words.ts";
import { isPerson } from "../lexicon/people.ts";
import { singular } from "../lexicon/plurals.ts";
import { documentNouns, organisationNouns } from "../lexicon/speakers.ts";
import { isCapital, phraseAfter, phraseBefore, speaks } from "./noun-phrase.ts";
import { reportingForms } from "./reporting-forms.ts";
import { isQuote, type Report } from "./reports.ts";
import { subjectBefore } from "./subject.ts";
import { goesOn } from "./tag-end.ts";
import type { Token } from "./tokens.ts";

const isSpeaker = (token: Token): boolean =>
  isCapital(token) || speaks(token.lower.replace(/'s$/, "")) || isPerson(singular(token.lower)) || /^(?:he|she|they|we|i)$/.test(token.lower);

/** "as the governor had it", "as she tells it". */
export function asTold(tokens: readonly Token[], at: number): Report | undefined {
  for (let verb = at + 2; verb < at + 10 && verb + 1 < tokens.length; verb++) {
    const { kind, lower } = tokens[verb] as Token;
    if (kind === "mark" && !/^['’.&-]$/.test(lower)) return undefined;
    if (!/^(?:has|had|have|tells?|told|sees?|saw|puts?|describe[sd]?|remember(?:s|ed)?|recall(?:s|ed)?)$/.test(lower) || tokens[verb + 1]?.lower !== "it")
      continue;
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

/** "The Echo has it at 340", "the bank has rates at 3.25%", "one estimate had 40,000 homeless", "..., the Echo has it": what somebody's number is. */
export function holds(tokens: readonly Token[], at: number): Report | undefined {
  // "The figures *that the police put out this week* have crime down 9%"
  if (/^(?:figures|data|statistics|results|numbers|returns)$/.test(tokens[1]?.lower ?? "") && relatives.has(tokens[2]?.lower ?? "") && isOneClause(tokens, at))
    return { cue: { from: at, to: at + 1 }, phrase: { from: 0, to: 2 }, covers: "after", relative: false };
  const subject = subjectBefore(tokens, at);
  if (!subject || reportingForms.has(tokens[at + 1]?.lower ?? "")) return undefined;
  const words = tokens.slice(subject.phrase.from, subject.phrase.to);
  const report = { ...subject, cue: { from: at, to: at + 1 }, covers: "after", relative: false } as const;
  const it = /^(?:it|them|him|her)$/.test(tokens[at + 1]?.lower ?? "");
  if (words.some(({ lower }) => estimators.test(lower))) return it || countsWithin(tokens, at + 1) ? report : undefined;
  if (!words.some(isSpeaker)) return undefined;
  const next = tokens[at + 2];
  if (it && tokens[at + 1]?.lower === "it" && tokens[subject.phrase.from - 1]?.text === "," && (!next || /^[,.;]$/.test(next.text)))
    return { ...report, cue: { from: at, to: at + 2 }, covers: goesOn(tokens, at + 2) ? "both" : "before" };
  if (!it && words.some(({ lower }) => records.test(lower)) && listsCases(tokens, at + 1)) return report;
  // "a crowd *that police had at* 6,000"
  if (tokens[at + 1]?.lower === "at" && relatives.has(tokens[subject.phrase.from - 1]?.lower ?? ""))
    return { ...report, cue: { from: at, to: at + 2 }, relative: true };
  if (it) return /^(?:at|up|down)$/.test(next?.lower ?? "") ? report : undefined;
  const put = tokens.findIndex(({ lower, kind }, i) => i > at + 1 && i < at + 6 && (lower === "at" || kind !== "word"));
  return tokens[put]?.lower === "at" &&
    tokens
      .slice(put + 1, put + 5)
      .some(({ text, lower }) => /^[$£€¥₹%]$/.test(text) || /^(?:rs?|percent|per|million|billion|trillion|bn|lakh|crore)$/.test(lower))
    ? report
    : undefined;
}

const estimators =
  /^(?:consensus|estimates?|polls?|pollsters|bookmakers|bookies|forecasts?|forecasters|projections?|models?|modelling|count|counts|tally|surveys?|tipsters|pundits|markets?)$/;

const isOneClause = (tokens: readonly Token[], to: number): boolean =>
  to < 14 && countsWithin(tokens, to + 1) && !tokens.slice(0, to).some(({ kind, lower }) => kind === "mark" || auxiliaries.has(lower));

const records =
  /^(?:bulletin|report|indictment|chargesheet|sheet|complaint|filing|logs?|logbook|minutes|ledger|dispatch|communiqu[eé]|ruling|verdict|judge?ment|register|records|memo|diary|chronology|yearbook|inventory|manifest|affidavit|summary|update|census|figures|data|statistics)$/;
const ownParts =
  /^(?:pages?|chapters?|questions?|recommendations?|entries|lines?|words|names?|points?|sections?|items?|signatures?|signatories|footnotes?|annex\w*|appendi\w+|photographs?|photos?|pictures?|illustrations?|maps?|charts?|articles?|clauses?|columns?|rows?|paragraphs?|authors?|copies|counts?|charges?|parts?|volumes?|readers?|subscribers?|members?)$/;

/** "The bulletin *has 1,286 suspected cases*": what it tells of, and none of its own pages. */
const listsCases = (tokens: readonly Token[], from: number): boolean => {
  const number = tokens.slice(from, from + 4).findIndex(({ kind, lower }) => kind === "number" || smallNumbers.has(lower));
  return number >= 0 && !tokens.slice(from + number, from + number + 5).some(({ lower }) => ownParts.test(lower));
};

/** A number stands in the clause, and not right behind the verb: what "a survey has 40 questions" has is its own. */
const countsWithin = (tokens: readonly Token[], from: number): boolean => {
  const end = tokens.findIndex(({ text }, i) => i > from && /^[,;:]$/.test(text));
  return tokens.slice(from, Math.min(end < 0 ? from + 9 : end, from + 9)).some(({ kind, lower }) => kind === "number" || smallNumbers.has(lower));
};

/** "The case for the defence: ...", "the company's line: ...", "the union has a higher figure: 340". */
export function toldBehind(tokens: readonly Token[], at: number): Report | undefined {
  const noun = tokens.findIndex(({ lower }, i) => i < at && at - i < 7 && accounts.test(lower));
  if (noun < 0 || tokens.slice(0, at).some(({ text }) => /^[.;:]$/.test(text))) return undefined;
  const cue = { from: at, to: at + 1 };
  if (/^(?:for|of|from)$/.test(tokens[noun + 1]?.lower ?? "")) {
    const phrase = { from: noun + 2, to: at };
    return tokens.slice(phrase.from, at).some(isSpeaker) ? { cue, phrase, covers: "after", relative: false } : undefined;
  }
  if (noun !== at - 1) return undefined;
  const owner = tokens.findLastIndex(({ lower }, i) => i < noun && noun - i < 4 && (/'s$/.test(lower) || possessives.has(lower)));
  const day = tokens[owner]?.lower.replace(/'s$/, "") ?? "";
  if (weekdays.has(day) || months.has(day) || timeWords.has(day)) return undefined;
  if (owner >= 0) return { cue, phrase: phraseBefore(tokens, owner + 1), covers: "after", relative: false };
  const verb = tokens.findLastIndex(
    ({ lower }, i) =>
      i < noun && noun - i < 4 && /^(?:has|had|have|gives?|gave|offers?|offered|uses?|used|prefers?|reads?|issued|released|published)$/.test(lower),
  );
  const subject = verb > 0 ? subjectBefore(tokens, verb) : undefined;
  return subject && tokens.slice(subject.phrase.from, subject.phrase.to).some(isSpeaker) ? { ...subject, cue, covers: "after", relative: false } : undefined;
}

const accounts =
  /^(?:case|line|argument|contention|claim|verdict|reply|answer|response|message|view|explanation|conclusion|judge?ment|assessment|warning|advice|prediction|forecast|guidance|estimate|figures?|numbers?|count|tally|list|results?|total|version|account|story|reckoning|position|complaint)$/;

/** "Nine officers are named in the decree": the paper says so. */
export function namedIn(tokens: readonly Token[], at: number): Report | undefined {
  if (
    !/^(?:named|listed|mentioned|recorded|described|reported|cited|shown|counted|documented|detailed|registered|noted|given|contained)$/.test(
      tokens[at - 1]?.lower ?? "",
    )
  )
    return undefined;
  const phrase = phraseAfter(tokens, at + 1);
  const isPaper = tokens.slice(phrase.from, phrase.to).some(({ lower }) => documentNouns.has(lower) || organisationNouns.has(lower));
  return isPaper ? { cue: { from: at, to: at + 1 }, phrase, covers: "before", relative: false } : undefined;
}

/** "Inflation was 11.2 percent in April: Statistics Office." */
export function closing(tokens: readonly Token[], at: number): Report | undefined {
  const words = tokens.slice(at + 1).filter(({ kind }) => kind === "word");
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last || words.length > 6 || !tokens.slice(at + 1).every(({ kind, text }) => kind === "word" || /^[.&'’-]$/.test(text))) return undefined;
  const isBody = speaks(last.lower) || /^\p{Lu}{2,}$/u.test(last.text);
  if (!isCapital(first) && !speaks(first.lower)) return undefined;
  return isBody ? { cue: { from: at, to: at + 1 }, phrase: { from: at + 1, to: at + 1 + words.length }, covers: "before", relative: false } : undefined;
}

/** '"...", was the verdict of the manager', '"...," is how she put it'. */
export function verdictOf(tokens: readonly Token[], at: number): Report | undefined {
  if (!isQuote(tokens[at - 1]) && !(tokens[at - 1]?.text === "," && isQuote(tokens[at - 2]))) return undefined;
  const how = tokens[at + 1]?.lower === "how";
  const noun = how ? at + 1 : tokens.findIndex(({ lower }, i) => i > at && i < at + 7 && utterances.test(lower));
  if (noun < 0) return undefined;
  const phrase =
    how || tokens[noun + 1]?.lower === "of" || tokens[noun + 1]?.lower === "from" ? phraseAfter(tokens, noun + (how ? 1 : 2)) : { from: at + 1, to: noun };
  const verb = how
    ? tokens.findIndex(({ lower }, i) => i > phrase.from && i < phrase.to && (reportingForms.has(lower) || /^(?:summed|greeted|saw|sees)$/.test(lower)))
    : -1;
  const to = verb > 0 ? verb : phrase.to;
  return to > phrase.from ? { cue: { from: at, to: noun + 1 }, phrase: { from: phrase.from, to }, covers: "before", relative: false } : undefined;
}

const utterances =
  /^(?:verdict|reply|answer|response|message|view|reaction|description|warning|advice|summary|comment|retort|conclusion|judge?ment|assessment|explanation|words)$/;

/** "The evidence was that 31 alarms went off". */
export function thatIs(tokens: readonly Token[], at: number): Report | undefined {
  if (tokens[at + 1]?.lower !== "that") return undefined;
  const noun = tokens.findLastIndex(({ lower }, i) => i < at && at - i < 9 && held.test(lower));
  if (noun < 0 || tokens.slice(noun, at).some(({ text }) => /^[.;:]$/.test(text))) return undefined;
  return { cue: { from: noun, to: at + 2 }, phrase: { from: noun, to: noun + 1 }, covers: "after", relative: false };
}

const held =
  /^(?:evidence|testimony|case|line|theory|argument|contention|fears?|hope|claim|message|answer|reply|conclusion|verdict|findings?|belief|assumption|consensus|view|estimate|understanding|impression|guess|suspicion|expectation)$/;

/** 'A banner read "400 jobs"'. */
export function written(tokens: readonly Token[], at: number): Report | undefined {
  if (!isQuote(tokens[at + 1]) && !(/^[:,]$/.test(tokens[at + 1]?.text ?? "") && isQuote(tokens[at + 2]))) return undefined;
  return { cue: { from: at, to: at + 1 }, phrase: { from: at, to: at + 1 }, covers: "after", relative: false };
}
