import { auxiliaries, clauseOpeners, possessives, relatives } from "../lexicon/function-words.ts";
import { tallyNouns } from "../lexicon/speakers.ts";
import { apposition, isCapital, phraseAfter, phraseBefore, speaks } from "./noun-phrase.ts";
import { ownsTally, type Report } from "./reports.ts";
import type { Token } from "./tokens.ts";

const byCounts =
  /^(?:count|counts|tally|estimate|estimates|reckoning|calculation|calculations|account|list|figures|numbers|data|statistics|records|measure|admission)$/;
const published =
  /^(?:published|released|compiled|issued|collected|gathered|kept|provided|supplied|reported|announced|confirmed|documented|recorded|given|counted|estimated|disclosed|verified|registered|logged|measured|put|obtained|seen|forecast|predicted|projected|claimed|alleged)$/;
const dataNouns =
  /^(?:figures|data|statistics|numbers|estimates|records|results|details|documents|count|tally|list|report|reports|study|survey|estimate|accounts)$/;
const standing =
  /^(?:stands|stood|is|was|are|were|rose|reached|climbed|put|puts|shows|show|showed|has|had|remains|remained|includes|included|of|suggest|suggests|suggested|comes|came|give|gives|gave|:)$/;

/** A cue that is no verb with a subject: "according to X", "citing X", "by X's count", "figures from X", "X's toll stands at". */
export function phraseReport(tokens: readonly Token[], at: number): Report | undefined {
  const { lower } = tokens[at] as Token;
  if (lower === "according" && tokens[at + 1]?.lower === "to") return naming(tokens, at, at + 2);
  if ((lower === "citing" || lower === "quoting") && at + 1 < tokens.length) return naming(tokens, at, at + 1);
  if (lower === "per" && (at === 0 || tokens[at - 1]?.text === ",") && isSource(tokens, at + 1)) return naming(tokens, at, at + 1);
  if (at === 0 && lower === "in") return inSurvey(tokens);
  if (lower === "reportedly") return { cue: { from: at, to: at + 1 }, phrase: { from: at, to: at + 1 }, covers: "both", relative: false };
  if (lower === "by" || lower === "on") return countBy(tokens, at) ?? (lower === "by" ? agent(tokens, at) : undefined);
  if (lower === "from" && dataNouns.test(tokens[at - 1]?.lower ?? "") && isSource(tokens, at + 1)) return naming(tokens, at - 1, at + 1);
  return tallyNouns.has(lower) ? owned(tokens, at) : undefined;
}

function isSource(tokens: readonly Token[], from: number): boolean {
  const phrase = phraseAfter(tokens, from);
  return tokens.slice(phrase.from, phrase.to).some((token) => isCapital(token) || speaks(token.lower.replace(/'s$/, "")));
}

/** The speaker follows the cue. In front it covers what comes after, behind what came before, in the middle of a clause both. */
function naming(tokens: readonly Token[], from: number, to: number): Report | undefined {
  const phrase = phraseAfter(tokens, to);
  if (phrase.to === phrase.from) return undefined;
  const front = from === 0 || (from === 1 && tokens[0]?.text === '"');
  const apart = apposition(tokens, phrase.to);
  const aside = front && tokens[apart?.to ?? 0]?.text !== "," ? undefined : apart;
  const report = { cue: { from, to }, phrase, ...(aside && { aside }), relative: false };
  const next = tokens[aside?.to ?? phrase.to];
  if (front) return { ...report, covers: "after" };
  const after = tokens[(aside?.to ?? phrase.to) + 1];
  if (next?.text !== "," || !after) return { ...report, covers: next && next.kind === "word" && auxiliaries.has(next.lower) ? "both" : "before" };
  return { ...report, covers: clauseOpeners.has(after.lower) || relatives.has(after.lower) ? "before" : "both" };
}

/** "In a poll of 1,000 adults, 40% agreed". */
function inSurvey(tokens: readonly Token[]): Report | undefined {
  const comma = tokens.findIndex((token) => token.text === ",");
  if (comma < 2 || comma > 16 || !tokens.slice(1, comma).some(({ lower }) => /^(?:survey|poll|study|report|census|analysis|audit|review|filing)$/.test(lower)))
    return undefined;
  return { cue: { from: 0, to: 1 }, phrase: { from: 1, to: comma }, covers: "after", relative: false };
}

/** "by the parish's count", "by its own estimate", "by police estimates". */
function countBy(tokens: readonly Token[], at: number): Report | undefined {
  for (let noun = at + 2; noun < at + 9 && noun < tokens.length; noun++) {
    const token = tokens[noun] as Token;
    if (token.kind !== "word" && !/^['’.&-]$/.test(token.text)) return undefined;
    if (!byCounts.test(token.lower)) continue;
    const inner = tokens.slice(at + 1, noun);
    if (
      !inner.some(
        (word) =>
          /'s$/.test(word.lower) ||
          possessives.has(word.lower) ||
          /^['’]$/.test(word.text) ||
          speaks(word.lower) ||
          word.lower === "official" ||
          word.lower === "same" ||
          isCapital(word),
      )
    )
      return undefined;
    const phrase = { from: at + 1, to: noun };
    return { cue: { from: at, to: noun + 1 }, phrase, covers: at === 0 ? "after" : "both", relative: false };
  }
  return undefined;
}

/** "was given on Wednesday by the fire service", "statistics compiled by the ministry". */
function agent(tokens: readonly Token[], at: number): Report | undefined {
  for (let verb = at - 1; verb >= 0 && at - verb < 5; verb--) {
    const { lower, kind } = tokens[verb] as Token;
    if (kind === "mark") return undefined;
    if (published.test(lower)) return isSource(tokens, at + 1) ? naming(tokens, verb, at + 1) : undefined;
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
    const possessive = plural || /'s$/.test(token.lower) || /^(?:its|his|her|their)$/.test(token.lower);
    if (!possessive || !ownsTally(tokens.slice(owner, at), holder, noun)) continue;
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
