import { auxiliaries, beForms, isLyAdverb, midAdverbs, relatives } from "../lexicon/function-words.ts";
import { documentNouns, tallyNouns } from "../lexicon/speakers.ts";
import { countBy, inEstimate, inView, isSource } from "./by-count.ts";
import { asTold, certain, closing, holds, keepsList, namedIn, soSomebody, thatIs, toldBehind, verdictOf, written } from "./idioms-of-saying.ts";
import { apposition, isCapital, phraseAfter, phraseBefore } from "./noun-phrase.ts";
import { isQuote, ownsTally, type Report } from "./reports.ts";
import { goesOn } from "./tag-end.ts";
import type { Token } from "./tokens.ts";

const published =
  /^(?:published|shared|released|compiled|issued|collected|gathered|kept|provided|supplied|reported|announced|confirmed|documented|recorded|given|counted|estimated|disclosed|verified|registered|logged|measured|put|obtained|seen|polled|surveyed|canvassed|sampled|set|fixed|capped|proposed|recommended|promised|pledged|requested|demanded|sought|reckoned|valued|assessed|calculated|tallied|analysed|analyzed|reviewed|audited|forecast|predicted|projected|claimed|alleged)$/;
const asked = /^(?:polled|surveyed|canvassed|sampled)$/;
const dataNouns =
  /^(?:figures|data|statistics|numbers|estimates|records|results|details|documents|count|tally|list|report|reports|study|survey|estimate|accounts)$/;
const standing =
  /^(?:stands|stood|is|was|are|were|rose|reached|climbed|put|puts|shows|show|showed|has|had|remains|remained|includes|included|of|suggest|suggests|suggested|comes|came|give|gives|gave|:)$/;

const hearsays: ReadonlySet<string> = new Set(
  "said believed thought reported understood alleged rumored rumoured claimed feared presumed estimated reckoned".split(" "),
);
const blames: ReadonlySet<string> = new Set(["accused", "suspected"]);
const becomesKnown: ReadonlySet<string> = new Set("emerged emerges understood gathered learned learnt".split(" "));

/** A cue that is no verb with a subject: "according to X", "citing X", "by X's count", "figures from X", "X's toll stands at". */
export const phraseReport: Reader = (tokens, at) => readers.get((tokens[at] as Token).lower)?.(tokens, at);

type Reader = (tokens: readonly Token[], at: number) => Report | undefined;

const citing: Reader = (tokens, at) => (at + 1 < tokens.length ? naming(tokens, at, at + 1) : undefined);
const per: Reader = (tokens, at) =>
  (at === 0 || tokens[at - 1]?.text === "," || tokens[at - 1]?.lower === "as") && isSource(tokens, at + 1) ? naming(tokens, at, at + 1) : undefined;

/** "Loans are up 12%, going by a notice on the door", "Judging by the log, 31 alarms went off". */
const byEvidence: Reader = (tokens, at) =>
  (tokens[at + 1]?.lower === "by" || (tokens[at + 1]?.lower === "from" && tokens[at]?.lower === "judging")) &&
  (at === 0 || tokens[at - 1]?.kind === "mark") &&
  isSource(tokens, at + 2)
    ? naming(tokens, at, at + 2)
    : undefined;

/** By the word at which each is looked for. */
const readers: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ...[...tallyNouns].map((noun): [string, Reader] => [noun, (tokens, at) => owned(tokens, at) ?? keepsList(tokens, at)]),
  ...["register", "log", "roll", "database", "inventory"].map((noun): [string, Reader] => [noun, keepsList]),
  ...["sure", "certain", "convinced", "confident", "adamant", "satisfied", "hopeful", "doubtful", "afraid", "worried", "aware", "positive"].map(
    (word): [string, Reader] => [word, certain],
  ),
  ...["so", "thus"].map((word): [string, Reader] => [word, soSomebody]),
  ...[...hearsays, ...blames, "put"].map((word): [string, Reader] => [word, passive]),
  ...[...becomesKnown].map((word): [string, Reader] => [word, (tokens, at) => passive(tokens, at) ?? impersonal(tokens, at)]),
  ["according", (tokens, at) => (tokens[at + 1]?.lower === "to" ? naming(tokens, at, at + 2) : undefined)],
  ["as", (tokens, at) => (tokens[at + 1]?.lower === "per" ? naming(tokens, at, at + 2) : asTold(tokens, at))],
  ["per", per],
  ["citing", citing],
  ["going", byEvidence],
  ["judging", byEvidence],
  ["quoting", citing],
  ["in", (tokens, at) => (at === 0 ? inSurvey(tokens) : undefined) ?? inView(tokens, at) ?? inEstimate(tokens, at) ?? namedIn(tokens, at)],
  [":", (tokens, at) => closing(tokens, at) ?? toldBehind(tokens, at)],
  ...["has", "have", "had"].map((verb): [string, Reader] => [verb, holds]),
  ...["was", "is"].map((word): [string, Reader] => [word, (tokens, at) => verdictOf(tokens, at) ?? thatIs(tokens, at)]),
  ...["read", "reads", "reading"].map((word): [string, Reader] => [word, written]),
  ...[
    "version",
    "account",
    "story",
    "arithmetic",
    "verdict",
    "answer",
    "reply",
    "message",
    "advice",
    "offer",
    "bid",
    "forecast",
    "projection",
    "prediction",
    "assessment",
  ].map((noun): [string, Reader] => [noun, owned]),
  ["at", inView],
  ["on", (tokens, at) => inView(tokens, at) ?? countBy(tokens, at)],
  ["by", (tokens, at) => inView(tokens, at) ?? countBy(tokens, at) ?? countedBy(tokens, at) ?? agent(tokens, at)],
  ["from", (tokens, at) => inView(tokens, at) ?? introducing(tokens, at) ?? dataFrom(tokens, at)],
  ["if", believing],
  ["to", believing],
  ["(", bracketed],
  ...["reportedly", "allegedly", "supposedly", "purportedly"].map((word): [string, Reader] => [word, (_, at) => unnamed(at, at + 1, "both")]),
  ["reports", rumoured],
  ["rumours", rumoured],
  ["rumors", rumoured],
  ["claims", rumoured],
]);

/** "figures from the ministry", "the figure of 4,000 comes from the charity". */
function dataFrom(tokens: readonly Token[], at: number): Report | undefined {
  if (dataNouns.test(tokens[at - 1]?.lower ?? "") && tokens[at + 1]?.kind !== "number" && isSource(tokens, at + 1)) return naming(tokens, at - 1, at + 1);
  return traced(tokens, at) ? naming(tokens, at, at + 1) : undefined;
}

/** The speaker follows the cue. In front it covers what comes after, behind what came before, in the middle of a clause both. */
function naming(tokens: readonly Token[], from: number, to: number): Report | undefined {
  const phrase = phraseAfter(tokens, to);
  if (phrase.to === phrase.from) return undefined;
  // "put by the insurers at $600 million"
  if (tokens[phrase.to - 1]?.lower === "at" && phrase.to - phrase.from > 1)
    return { cue: { from, to }, phrase: { from: phrase.from, to: phrase.to - 1 }, covers: "both", relative: false };
  const front = from === 0 || (from === 1 && tokens[0]?.text === '"');
  const apart = apposition(tokens, phrase.to);
  const aside = front && tokens[apart?.to ?? 0]?.text !== "," ? undefined : apart;
  const report = { cue: { from, to }, phrase, ...(aside && { aside }), relative: false };
  const next = tokens[aside?.to ?? phrase.to];
  if (front) return { ...report, covers: "after" };
  if (next?.kind === "word") return { ...report, covers: auxiliaries.has(next.lower) ? "both" : "before" };
  // "The toll, per a spokesman: 14"
  if (next?.text === ":") return { ...report, covers: "both" };
  const end = aside?.to ?? phrase.to;
  return { ...report, covers: goesOn(tokens, end) && !relatives.has(tokens[end + 1]?.lower ?? "") ? "both" : "before" };
}

/** "In a poll of 1,000 adults, 40% agreed". */
function inSurvey(tokens: readonly Token[]): Report | undefined {
  const comma = tokens.findIndex((token) => token.text === ",");
  if (
    comma < 2 ||
    comma > 16 ||
    !tokens
      .slice(1, comma)
      .some(({ lower }) =>
        /^(?:survey|poll|study|report|census|analysis|audit|review|filing|accounts|bulletin|indictment|minutes|prospectus|manifesto|yearbook|diary|logbook|chronology|affidavit)$/.test(
          lower,
        ),
      )
  )
    return undefined;
  return { cue: { from: 0, to: 1 }, phrase: { from: 1, to: comma }, covers: "after", relative: false };
}

/** "Reports of 40 dead could not be confirmed", "unconfirmed reports of 40 dead", "alarmed by reports that 40 had died". */
function rumoured(tokens: readonly Token[], at: number): Report | undefined {
  const isVague =
    at === 0 || /^(?:earlier|early|initial|first|unconfirmed|conflicting|media|local|some|were|are|by|despite|after|amid)$/.test(tokens[at - 1]?.lower ?? "");
  return isVague && /^(?:of|that)$/.test(tokens[at + 1]?.lower ?? "") ? unnamed(at, at + 2, "after") : undefined;
}

/** "are believed to be", "was said by police to have", "is accused of taking": somebody says so, nobody is named. */
function passive(tokens: readonly Token[], at: number): Report | undefined {
  const { lower } = tokens[at] as Token;
  const next = tokens[at + 1]?.lower ?? "";
  // "worth a reported £40m"
  if (tokens[at - 1]?.lower === "a" && hearsays.has(lower) && (tokens[at + 1]?.kind === "number" || /^[$£€¥₹]$/.test(next)))
    return unnamed(at, at + 1, "after");
  const isNumbered = next === "at" && (lower === "estimated" || lower === "put" || lower === "reckoned");
  const teller = hearsays.has(lower) && next === "by" && isSource(tokens, at + 2) ? phraseAfter(tokens, at + 2) : undefined;
  if (teller) {
    const to = teller.from + tokens.slice(teller.from, teller.to).findIndex((token) => token.lower === "to");
    return to > teller.from && beBefore(tokens, at)
      ? { cue: { from: at, to: at + 2 }, phrase: { from: teller.from, to }, covers: "both", relative: false }
      : undefined;
  }
  if (!isNumbered && !(hearsays.has(lower) && next === "to") && !(blames.has(lower) && (next === "of" || next === "by"))) return undefined;
  // "the deal, thought to be worth £40m,"
  if (!beBefore(tokens, at) && hearsays.has(lower) && tokens[at - 1]?.text === "," && tokens[at + 2]?.lower === "be")
    return { ...unnamed(at, at + 1, "after"), relative: true };
  return beBefore(tokens, at) ? unnamed(at, at + 1, "both") : undefined;
}

/** Whether a participle is a passive: "is now widely *believed*". */
function beBefore(tokens: readonly Token[], at: number): boolean {
  let be = at - 1;
  while (be > 0 && (midAdverbs.has(tokens[be]?.lower ?? "") || isLyAdverb(tokens[be]?.lower ?? ""))) be--;
  return beForms.has(tokens[be]?.lower ?? "");
}

/** "it is understood that", "it has emerged", ", it was claimed". */
function impersonal(tokens: readonly Token[], at: number): Report | undefined {
  const { lower } = tokens[at] as Token;
  let subject = at - 1;
  while (
    subject > 0 &&
    (auxiliaries.has(tokens[subject]?.lower ?? "") || midAdverbs.has(tokens[subject]?.lower ?? "") || isLyAdverb(tokens[subject]?.lower ?? ""))
  )
    subject--;
  if (tokens[subject]?.lower !== "it" || (!lower.startsWith("emerge") && !beForms.has(tokens[at - 1]?.lower ?? ""))) return undefined;
  return unnamed(subject, at + 1, tokens[subject - 1]?.text === "," && tokens[at + 1]?.lower !== "that" ? "before" : "after");
}

const unnamed = (from: number, to: number, covers: Report["covers"]): Report => ({ cue: { from, to }, phrase: { from, to }, covers, relative: false });

/** "If the mayor is right, 300 houses must go"; "To hear the mayor tell it, 300 men deserted". */
function believing(tokens: readonly Token[], at: number): Report | undefined {
  if (tokens[at]?.lower !== "if" && at !== 0 && tokens[at - 1]?.text !== ",") return undefined;
  const end = tokens.findIndex((token, i) => i > at && /^[,.]$/.test(token.text));
  const to = end < 0 ? tokens.length : end;
  if (to - at < 3 || to - at > 14) return undefined;
  const words = tokens
    .slice(at, to)
    .map((token) => token.lower)
    .join(" ");
  const match = /^(?:if|to hear) (.+) (?:(?:is|are|was|were) (?:right|correct|accurate|to be believed|telling the truth)|tell it|tells it)$/.exec(words);
  return (
    (match && {
      cue: { from: at, to: at + 1 },
      phrase: phraseAfter(tokens, at + (words.startsWith("to hear") ? 2 : 1)),
      covers: at === 0 ? "after" : "before",
      relative: false,
    }) ||
    undefined
  );
}

/** "Some 3.1 million people need food (OCHA)."; "Seventeen died (Daily News: 19)": another count; a name that is only abbreviated stands behind itself. */
function bracketed(tokens: readonly Token[], at: number): Report | undefined {
  const close = tokens.findIndex((token, i) => i > at && token.text === ")");
  if (at < 3 || close < 0 || close - at > 7 || (tokens[close + 1] && tokens[close + 1]?.text !== ".")) return undefined;
  const colon = at + 1 + tokens.slice(at + 1, close).findIndex(({ text }) => text === ":");
  if (colon > at + 1 && isSource(tokens, at + 1) && !/^sources?$/.test(tokens[colon - 1]?.lower ?? ""))
    return { cue: { from: colon, to: colon + 1 }, phrase: { from: at + 1, to: colon }, covers: "after", relative: false };
  const from = tokens[at + 1]?.lower === "source" || tokens[at + 1]?.lower === "sources" ? at + 2 + (tokens[at + 2]?.text === ":" ? 1 : 0) : at + 1;
  const paper = isCapital(tokens[at + 1]) && tokens.slice(at + 2, close).some(({ lower }) => documentNouns.has(lower));
  const acronym = paper || (close === at + 2 && /^\p{Lu}{2,}$/u.test(tokens[at + 1]?.text ?? "") && !isCapital(tokens[at - 1]));
  return from > at + 1 || acronym ? { cue: { from: at, to: from }, phrase: { from, to: close }, covers: "before", relative: false } : undefined;
}

/** 'this from the harbour master, Ana Ruiz: "..."': whoever is named right before the colon speaks. */
function introducing(tokens: readonly Token[], at: number): Report | undefined {
  const phrase = phraseAfter(tokens, at + 1);
  const aside = phrase.to > phrase.from ? apposition(tokens, phrase.to) : undefined;
  const colon = aside?.to ?? phrase.to;
  if (phrase.to === phrase.from || tokens[colon]?.text !== ":" || !isQuote(tokens[colon + 1])) return undefined;
  return { cue: { from: at, to: at + 1 }, phrase, ...(aside && { aside }), covers: "after", relative: false };
}

/** "The figure of 4,000 comes from the charity". */
const traced = (tokens: readonly Token[], at: number): boolean =>
  /^(?:comes?|came|is|are|was|were|taken)$/.test(tokens[at - 1]?.lower ?? "") &&
  tokens.slice(Math.max(0, at - 9), at).some(({ lower }) => dataNouns.test(lower) || /^(?:figure|number|toll|total)$/.test(lower)) &&
  isSource(tokens, at + 1);

/** "A count by volunteers came to 412". */
function countedBy(tokens: readonly Token[], at: number): Report | undefined {
  const isCount =
    /^(?:counts?|tally|estimates?|survey|poll|study|analysis|census|assessment|calculations?|headcount|inventory|reckoning|figures|data|projections?|forecasts?)$/;
  const report = isCount.test(tokens[at - 1]?.lower ?? "") && isSource(tokens, at + 1) ? naming(tokens, at, at + 1) : undefined;
  return report?.covers === "before" ? { ...report, covers: "both" } : report;
}

/** "was given on Wednesday by the fire service", "statistics compiled by the ministry", "the list, published by the ministry, has 212 names". */
function agent(tokens: readonly Token[], at: number): Report | undefined {
  for (let verb = at - 1; verb >= 0 && at - verb < 5; verb--) {
    const { lower, kind } = tokens[verb] as Token;
    if (kind === "mark") return undefined;
    const told = tokens
      .slice(Math.max(0, verb - 8), verb)
      .some((token) => documentNouns.has(token.lower) || dataNouns.test(token.lower) || /^(?:figure|number|toll|total)$/.test(token.lower));
    if (!published.test(lower) && !(told && /^(?:made|drawn|produced|prepared)$/.test(lower))) continue;
    const report = isSource(tokens, at + 1) ? naming(tokens, at, at + 1) : undefined;
    return report && (told || asked.test(lower)) && report.covers === "before" ? { ...report, covers: "both" } : report;
  }
  return undefined;
}

const isStanding = (tokens: readonly Token[], at: number): boolean =>
  standing.test(tokens[at]?.lower ?? "") && (tokens[at]?.lower !== "of" || !/^(?:the|a|an|its|his|her|their|these|those)$/.test(tokens[at + 1]?.lower ?? ""));

/** "the agency's toll stands at 8", "the company's own figure of 40", "its count is 89". */
function owned(tokens: readonly Token[], at: number): Report | undefined {
  const noun = tokens[at] as Token;
  let follow = at + 1;
  while (tokens[follow]?.kind === "word" && follow < at + 8 && !isStanding(tokens, follow)) follow++;
  if (!isStanding(tokens, follow)) return undefined;
  for (let owner = at - 1; owner >= 0 && at - owner < 5; owner--) {
    const token = tokens[owner] as Token;
    if (token.kind === "mark" && !/^['’]$/.test(token.text)) return undefined;
    const plural = /^['’]$/.test(token.text) ? tokens[owner - 1] : undefined;
    const holder = plural ?? token;
    const official = token.lower === "official";
    const possessive = official || plural || /'s$/.test(token.lower) || /^(?:its|his|her|their)$/.test(token.lower);
    if (!possessive || !(official || ownsTally(tokens.slice(owner, at), holder, noun))) continue;
    const end = plural ? owner : owner + 1;
    const phrase = phraseBefore(tokens, end);
    const closes = /^[.,;:)]?$/.test(tokens[follow + 1]?.text ?? "");
    return {
      cue: { from: at, to: follow + 1 },
      phrase: phrase.to > phrase.from ? phrase : { from: owner, to: owner + 1 },
      covers: closes ? "before" : "after",
      relative: false,
    };
  }
  return undefined;
}
