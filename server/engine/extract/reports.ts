import {
  beForms,
  blockers,
  clauseOpeners,
  determiners,
  isLyAdverb,
  midAdverbs,
  prepositions,
  pronouns,
  relatives,
  timeWords,
  weekdays,
} from "../lexicon/function-words.ts";
import { ambiguousForms, hearers, invertingVerbs } from "../lexicon/reporting-verbs.ts";
import { documentNouns, organisationNouns, roleNouns, tallyNouns, vagueNouns } from "../lexicon/speakers.ts";
import { antecedent } from "./antecedent.ts";
import { fits, isApart, isOffice } from "./fitting-subject.ts";
import { apposition, isCapital, phraseAfter, type Stretch, speaks } from "./noun-phrase.ts";
import { phrasalForms, type ReportingForm, reportingForms } from "./reporting-forms.ts";
import { countsSoon, speaksOfNumber } from "./said-numbers.ts";
import { subjectBefore, widened } from "./subject.ts";
import { closesTag } from "./tag-end.ts";
import type { Token } from "./tokens.ts";

/** A cue with its speaker, in token positions, and on which side of it the content lies. */
export interface Report {
  readonly cue: Stretch;
  readonly phrase: Stretch;
  /** The name in apposition: "the institute, *Hydromet*, said". */
  readonly aside?: Stretch;
  readonly covers: "after" | "before" | "both";
  /** "which the ministry says is 40": covers its own clause alone. */
  readonly relative: boolean;
  /** "the £104m *that analysts had expected*": all that it covers. */
  readonly antecedent?: Stretch;
  /** The subject stands further back: "toured the town *and said*", ", *adding*". */
  readonly elided?: boolean;
}

export const startOf = (report: Report): number =>
  report.elided ? report.cue.from : Math.min(report.phrase.from, report.cue.from, report.aside?.from ?? Number.POSITIVE_INFINITY);
export const endOf = (report: Report): number =>
  report.elided ? report.cue.to : Math.max(report.phrase.to, report.cue.to, report.aside && report.aside.from >= report.cue.to ? report.aside.to : 0);

export const isQuote = (token: Token | undefined): boolean => token?.text === '"' && token.end - token.start > 1;

/** The report whose verb stands at `at`, if it is one. */
export function verbReport(tokens: readonly Token[], at: number): Report | undefined {
  const token = tokens[at] as Token;
  const phrasal = phrasalForms.get(token.lower);
  const second = phrasal?.seconds.includes(tokens[at + 1]?.lower ?? "") ? 1 : 0;
  const form = phrasal && second ? phrasal.form : reportingForms.get(token.lower);
  if (!form || (at > 0 && isCapital(token))) return undefined;
  if (token.lower === "said" && tokens[at + 1]?.lower === "to" && /^(?:be|have)$/.test(tokens[at + 2]?.lower ?? "")) return undefined;
  if (form.lemma === "say" && /^(?:nothing|little|goodbye|farewell|prayers)$/.test(tokens[at + 1]?.lower ?? "")) return undefined;
  let left = at - 1;
  while (left >= 0 && isAdverbial(tokens, left)) left--;
  // "An audit *two years ago* found 48"
  if (tokens[left]?.lower === "ago" && /^(?:day|week|month|year)s?$/.test(tokens[left - 1]?.lower ?? "")) left -= 3;
  const being = form.form === "participle" && (form.kind === "open" || /^(?:seek|target)$/.test(form.lemma)) ? (tokens[left]?.lower ?? "") : "";
  if (beForms.has(being)) left--;
  else if (/'(?:re|m)$/.test(being))
    return {
      cue: { from: at, to: at + 1 },
      phrase: { from: left, to: left + 1 },
      covers: closesTag(tokens, at + second, form, false) ?? "after",
      relative: false,
    };
  else if (form.form === "participle") return participleReport(tokens, at, form);
  // "the paper *can reveal*", "the skippers *will tell* you"
  const can =
    (tokens[left]?.lower === "can" && /^(?:reveal|confirm|report|disclose|announce)$/.test(token.lower) && tokens[at + 1]?.lower !== "to") ||
    (/^(?:will|would|can|could)$/.test(tokens[left]?.lower ?? "") && token.lower === "tell" && /^(?:you|anyone|anybody)$/.test(tokens[at + 1]?.lower ?? ""));
  // "would *say only that* 14 people"
  // "as he *liked to tell* visitors"
  const fond = tokens[left]?.lower === "to" && /^(?:likes?|liked|loves?|loved|used)$/.test(tokens[left - 1]?.lower ?? "") && form.form === "base";
  if (fond) left -= 2;
  const only = token.lower === "say" && tokens[left]?.lower === "would" && tokens[at + 1]?.lower === "only";
  if (can || only) left--;
  const before = tokens[left];
  const inverted = form.form !== "base" && invertingVerbs.has(form.lemma) && left === at - 1 ? invertedReport(tokens, at) : undefined;
  if (inverted) return inverted;
  if (!before || blockers.has(before.lower)) return undefined;
  if (beForms.has(before.lower)) return heardReport(tokens, at, left, form);
  const subject = widened(tokens, at, subjectBefore(tokens, left + 1));
  if (!subject) return /^(?:and|but|then)$/.test(before.lower) ? elidedReport(tokens, at, form) : undefined;
  if (ambiguousForms.has(token.lower) && (left !== at - 1 && tokens[at - 1]?.text !== "," ? false : !verbal(tokens, at, subject.phrase, form)))
    return undefined;
  if (form.form === "base" && !can && !only && !fond && !isPlural(tokens, subject.phrase) && !isClub(tokens, at, subject.phrase)) return undefined;
  if (form.lemma === "put" && tokens[at + 1]?.lower === "it" && /^[,.]?$/.test(tokens[at + 2]?.text ?? ""))
    return { ...subject, cue: { from: at, to: at + 2 }, covers: subject.phrase.from < 2 ? "after" : "before", relative: false };
  // "counsel *put it to him* that"
  if (form.lemma === "put" && tokens[at + 1]?.lower === "it" && tokens[at + 2]?.lower === "to" && takesClause(tokens, at + 3))
    return { ...subject, cue: { from: at, to: at + 4 }, covers: "after", relative: false };
  const object = form.kind === "open" && !subject.aside ? antecedent(tokens, subject.phrase.from, at + 1 + second) : undefined;
  if (object && object.to <= subject.phrase.from)
    return { ...subject, cue: { from: left + 1, to: at + 1 + second }, covers: "before", relative: true, antecedent: object };
  if (!fits(tokens, at, subject.phrase, form)) return undefined;
  const from = Math.min(subject.phrase.from, subject.aside?.from ?? at);
  const quoted = isQuote(tokens[from - 1]) || (tokens[from - 1]?.text === "," && isQuote(tokens[from - 2]));
  const tag =
    (quoted || /^(?:[,)—–?!-]|as|so)$/.test(tokens[from - 1]?.lower ?? "")) &&
    !(form.lemma === "speak" && !quoted && tokens[at + 1]?.lower === "of") &&
    !(form.kind === "tally" && tokens[at + 1]?.kind === "number") &&
    closesTag(tokens, at + second, form, quoted);
  if (form.lemma === "go" && !tag) return undefined;
  if (
    !tag &&
    form.kind === "clause" &&
    !speaksOfNumber(tokens, at, /^(?:of|about)$/) &&
    !takesClause(tokens, at + 1) &&
    !hasLearnt(tokens, at, subject.phrase) &&
    !postsResult(tokens, at, form) &&
    !advisesAmount(tokens, at, subject.phrase, form)
  )
    return undefined;
  return {
    ...subject,
    cue: { from: left + 1, to: at + 1 + second },
    covers: tag || "after",
    relative: relatives.has(before.lower) || relatives.has(tokens[from - 1]?.lower ?? ""),
  };
}

/** Adverbs, auxiliaries and days between subject and verb: "the ministry *on Saturday also* said", "*has* said". */
function isAdverbial(tokens: readonly Token[], at: number): boolean {
  const { lower } = tokens[at] as Token;
  if (midAdverbs.has(lower) || (isLyAdverb(lower) && !isCapital(tokens[at])) || /^(?:has|have|had|having|'ve|'d)$/.test(lower)) return true;
  if (weekdays.has(lower)) return at > 0;
  return lower === "on" && weekdays.has(tokens[at + 1]?.lower ?? "");
}

/** An ambiguous form is a verb where a speaker stands right before it and no verb after it: "the ministry reports", but "media reports say", "the death claims". */
function verbal(tokens: readonly Token[], at: number, phrase: Stretch, form: ReportingForm): boolean {
  const next = tokens[at + 1];
  const last = tokens[phrase.to - 1] as Token;
  if (
    next &&
    (reportingForms.get(next.lower) || beForms.has(next.lower) || /^(?:of|by|has|had|have|and)$/.test(next.lower)) &&
    form.lemma !== "show" &&
    form.lemma !== "talk"
  )
    return false;
  if (/'s$/.test(last.lower)) return false;
  if (form.lemma === "show" && isApart(tokens, at, phrase)) return true;
  // "..., *Reuters reports from* the border": but "figures in the reports from the border"
  if (next?.lower === "from" && tokens[phrase.from - 1]?.text !== ",") return false;
  return pronouns.has(last.lower) || isCapital(last) || tokens.slice(phrase.from, phrase.to).some(({ lower }) => speaks(lower)) || tokens[at - 1]?.text === ",";
}

/** "Officials say", "police and medics report": a base form after a singular is a noun ("a Reuters tally shows"). "Put" is also a past form. */
function isPlural(tokens: readonly Token[], { from, to }: Stretch): boolean {
  const last = tokens[to - 1] as Token;
  const words = tokens.slice(from, to);
  return (
    /s$/.test(last.lower) ||
    /^(?:they|we|i|you|who|which|that|police|people|media|data|staff|men|women|mps|both|many|some|most)$/.test(last.lower) ||
    words.some(({ lower }, at) => at > 0 && (lower === "and" || /s$/.test(words[at - 1]?.lower ?? "")))
  );
}

/** ", City say.", "the board insist": British writers give a club or a body a plural; nouns that look like their verb aside. */
const isClub = (tokens: readonly Token[], at: number, { from, to }: Stretch): boolean => {
  const last = tokens[to - 1] as Token;
  return !ambiguousForms.has(tokens[at]?.lower ?? "") && (isCapital(last) || organisationNouns.has(last.lower)) && tokens[from - 1]?.lower !== "did";
};

/** "The firm posted a loss of 40 million". */
const postsResult = (tokens: readonly Token[], at: number, { lemma }: ReportingForm): boolean =>
  (lemma === "post" || lemma === "book") &&
  tokens.slice(at + 1, at + 6).some(({ lower }) => /^(?:loss|losses|profits?|surplus|deficit|earnings|revenues?|sales)$/.test(lower));

/** "The council had advised a catch of 54,000 tonnes at most". */
const advisesAmount = (tokens: readonly Token[], at: number, phrase: Stretch, { lemma }: ReportingForm): boolean =>
  /^(?:advise|urge)$/.test(lemma) && isOffice(tokens, phrase) && /^(?:a|an|no|at)$/.test(tokens[at + 1]?.lower ?? "") && countsSoon(tokens, at + 2);

/** What a newsroom has found out: "the BBC understands 12 people are held", "the paper has learned". */
const hasLearnt = (tokens: readonly Token[], at: number, phrase: Stretch): boolean =>
  isOffice(tokens, phrase) &&
  tokens[at + 1]?.kind !== "mark" &&
  (tokens[at]?.lower === "understands" || (/^learn(?:ed|t)$/.test(tokens[at]?.lower ?? "") && /^(?:has|have)$/.test(tokens[at - 1]?.lower ?? "")));

/** After "added", "agreed": a clause ("that", or a subject of its own) or a colon, not a mere object. */
function takesClause(tokens: readonly Token[], from: number): boolean {
  for (let at = from; at < tokens.length && at < from + 9; at++) {
    const token = tokens[at] as Token;
    if (token.lower === "that" || token.text === ":" || isQuote(token) || (at === from && /^(?:how|\p{L}{2,}ing)$/u.test(token.lower))) return true;
    if (token.kind === "mark" && token.text !== ",") return false;
  }
  return false;
}

const notSpeaker = ({ lower }: Token): boolean =>
  prepositions.has(lower) || weekdays.has(lower) || timeWords.has(lower) || midAdverbs.has(lower) || isLyAdverb(lower);

/** ", said the mayor": the speaker follows, and after it nothing of the clause. */
function invertedReport(tokens: readonly Token[], at: number): Report | undefined {
  const before = tokens[at - 1];
  const quoted = isQuote(before) || (before?.text === "," && isQuote(tokens[at - 2]));
  if (before && before.text !== "," && !quoted && !/^[—–?!]$/.test(before.text)) return undefined;
  if (!before) return undefined;
  const phrase = phraseAfter(tokens, at + 1);
  const first = tokens[phrase.from];
  if (phrase.to === phrase.from || !first || first.kind !== "word" || clauseOpeners.has(first.lower) || relatives.has(first.lower) || notSpeaker(first))
    return undefined;
  const next = tokens[phrase.to];
  if (pronouns.has(first.lower)) return quoted ? { cue: { from: at, to: at + 1 }, phrase, covers: "before", relative: false } : undefined;
  if (next && next.kind !== "mark" && !quoted && !relatives.has(next.lower) && !/^(?:on|at|in|late|early|yesterday|today|tonight)$|day$/.test(next.lower))
    return undefined;
  const aside = apposition(tokens, phrase.to);
  return { cue: { from: at, to: at + 1 }, phrase, ...(aside && { aside }), covers: "before", relative: false };
}

/** "a statement saying that", ", adding that": the speaker is the sentence's. */
function participleReport(tokens: readonly Token[], at: number, { kind, lemma }: ReportingForm): Report | undefined {
  if (kind === "tally" || lemma === "hope") return undefined;
  const before = tokens[at - 1];
  if (!before || (before.text !== "," && before.kind === "mark" && !isQuote(before))) return undefined;
  if (
    before.text !== "," &&
    !/^(?:statement|report|release|letter|post|message|note|email|memo|bulletin|video|by|after|before|when|while|and|as)$|day$/.test(before.lower)
  )
    return undefined;
  if (/^(?:sign|signs|shot|shots|system|light|lights)$/.test(tokens[at + 1]?.lower ?? "")) return undefined;
  const phrase = leading(tokens);
  return phrase.to > phrase.from && phrase.to <= at ? { cue: { from: at, to: at + 1 }, phrase, covers: "after", relative: false, elided: true } : undefined;
}

/** "toured the town and said that": the sentence's subject goes on. */
function elidedReport(tokens: readonly Token[], at: number, { kind, form }: ReportingForm): Report | undefined {
  if (kind === "tally" || form === "base") return undefined;
  const phrase = leading(tokens);
  const cue = { from: at, to: at + 1 };
  return phrase.to > phrase.from && phrase.to < at ? { cue, phrase, covers: "after", relative: false, elided: true } : undefined;
}

/** 'The mayor was blunt: "..."', 'Ana Ruiz: "..."': the subject of a short clause in front of the colon speaks. */
export function colonReport(tokens: readonly Token[]): Report | undefined {
  const colon = tokens.findIndex((token, at) => token.text === ":" && isQuote(tokens[at + 1]));
  if (colon < 1) return undefined;
  // "Over the desk hangs a note in her hand: ..."
  const note = tokens.findLastIndex(({ lower }, at) => at < colon && colon - at < 8 && documentNouns.has(lower));
  if (note > 0 && /^(?:an?|the|one|another|his|her|their|its|this|that)$/.test(tokens[note - 1]?.lower ?? "") && isBetween(tokens, note + 1, colon))
    return { cue: { from: colon, to: colon + 1 }, phrase: { from: note, to: note + 1 }, covers: "after", relative: false };
  const phrase = leading(tokens);
  const aside = phrase.to > phrase.from ? apposition(tokens, phrase.to) : undefined;
  const from = aside ? aside.to : phrase.to;
  const between = tokens.slice(from, colon);
  const speaker = tokens.slice(phrase.from, phrase.to);
  if (!speaker.some((token) => speaks(token.lower) || (isCapital(token) && !determiners.has(token.lower)))) return undefined;
  if (colon < from || between.length > 7 || between.some((token) => clauseOpeners.has(token.lower) || isCapital(token))) return undefined;
  return { cue: { from: colon, to: colon + 1 }, phrase, ...(aside && { aside }), covers: "after", relative: false };
}

/** Where a paper is, what it is written in or whose it is: "a note *in her hand*:", "the sign *over the gate*:". */
const isBetween = (tokens: readonly Token[], from: number, to: number): boolean =>
  from === to ||
  (prepositions.has(tokens[from]?.lower ?? "") && !tokens.slice(from, to).some(({ lower, kind }) => kind !== "word" || clauseOpeners.has(lower)));

/** The noun phrase that opens the sentence, behind an adverbial with its comma, or behind a quotation with its "said": its subject, as far as can be told. */
function leading(tokens: readonly Token[]): Stretch {
  let from = isQuote(tokens[0]) ? (reportingForms.has(tokens[1]?.lower ?? "") ? 2 : 1) : behindStamp(tokens);
  if (prepositions.has(tokens[0]?.lower ?? "")) {
    from = tokens.findIndex((token) => token.text === ",") + 1;
    if (from === 0) from = weekdays.has(tokens[1]?.lower ?? "") ? 2 : 1;
  }
  const phrase = phraseAfter(tokens, from);
  const verb = tokens.findIndex(
    (token, at) =>
      at > from && at < phrase.to && (token.kind === "number" || (!isCapital(token) && (/ed$/.test(token.lower) || reportingForms.has(token.lower)))),
  );
  return verb > 0 ? { from, to: verb } : phrase;
}

/** "19:42 Pryce to the paper: ...": behind the time of a live blog's entry. */
function behindStamp(tokens: readonly Token[]): number {
  if (tokens[0]?.kind !== "number" || !/^[:.]$/.test(tokens[1]?.text ?? "") || tokens[2]?.kind !== "number") return 0;
  return /^(?:am|pm|gmt|[-–—:.])$/.test(tokens[3]?.lower ?? "") ? 4 : 3;
}

/** "MPs were told that", "is quoted as saying that". */
function heardReport(tokens: readonly Token[], at: number, left: number, { lemma, kind }: ReportingForm): Report | undefined {
  const subject = subjectBefore(tokens, left);
  if (!subject) return undefined;
  const quoted = (lemma === "quote" || lemma === "cite") && tokens[at + 1]?.lower === "as";
  const told = (lemma === "tell" || lemma === "show") && hearers.has(tokens[subject.phrase.to - 1]?.lower ?? "");
  const announced = tokens[subject.phrase.to - 1]?.lower === "it" && kind === "open";
  if (!quoted && !told && !announced) return undefined;
  const covers = closesTag(tokens, at, { lemma, kind: "open", form: "past" }, false) ?? "after";
  return { cue: { from: left, to: quoted ? at + 3 : at + 1 }, ...subject, covers, relative: false };
}

/** Whether a phrase names one who can own a count: "the ministry's", "Hydromet's", but not "Tuesday's". */
export function ownsTally(tokens: readonly Token[], owner: Token, noun: Token): boolean {
  if (weekdays.has(owner.lower.replace(/'s$/, ""))) return false;
  const word = owner.lower.replace(/'s?$/, "");
  if (organisationNouns.has(word) || roleNouns.has(word) || vagueNouns.has(word) || roleNouns.has(word.replace(/s$/, ""))) return true;
  const own = tokens.some((token) => token.lower === "own");
  return (
    (isCapital(owner) || /^(?:its|his|her|their)$/.test(word)) && tallyNouns.has(noun.lower) && (own || !/^(?:toll|total|number|numbers)$/.test(noun.lower))
  );
}
