import type { DateMention, DayRange } from "../extract/mentions.ts";
import type { Token } from "../extract/tokens.ts";
import { casualtyCues } from "../lexicon/casualties.ts";
import { auxiliaries } from "../lexicon/function-words.ts";
import type { AsOf } from "./claim.ts";
import { type Placed, tokenAt } from "./placed.ts";

/** A dated stretch of a sentence. */
export interface PlacedDate {
  readonly range: DayRange;
  readonly from: number;
  readonly to: number;
  /** A year, a month or a day long before or after the day of writing: it says which count is meant, whatever it hangs on. */
  readonly distant: boolean;
}

const farDays = 21;

export function datesOf(tokens: readonly Token[], dates: readonly DateMention[], written: string | undefined): readonly PlacedDate[] {
  return dates.flatMap((date) => {
    if (!date.range || date.type === "duration" || date.type === "set" || date.basis === "vague") return [];
    const from = tokenAt(tokens, date.start);
    const to = tokenAt(tokens, date.end - 1) + 1;
    if (/'s?$/.test(tokens[to - 1]?.lower ?? "") || /^['’]s?$/.test(tokens[to]?.text ?? "") || isBackground(tokens, from)) return [];
    return [{ range: date.range, from, to, distant: isDistant(date, written) }];
  });
}

/** "The lowest since 1990", "the company, founded in 1987, employs 3,200": a date of something else than what the sentence tells. */
export const isBackground = (tokens: readonly Token[], date: number): boolean => inSinceClause(tokens, date) || founded(tokens, date);

/** When something was made, not what was counted then. */
const founded = (tokens: readonly Token[], date: number): boolean =>
  /^(?:,|and)$/.test(tokens[date - 3]?.lower ?? "") &&
  /^(?:founded|built|opened|born|established|launched|created|formed|elected|appointed|signed|introduced|set|published|completed|made)$/.test(
    tokens[date - 2]?.lower ?? "",
  );

/** "since the siege began on 9 September": where a count begins, not the day it holds for. */
function inSinceClause(tokens: readonly Token[], date: number): boolean {
  for (let i = date - 2; i >= 0 && i > date - 10; i--) {
    if (tokens[i]?.kind === "mark") return false;
    if (tokens[i]?.lower === "since") return true;
  }
  return false;
}

function isDistant({ range, granularity, basis, yearInferred }: DateMention, written: string | undefined): boolean {
  if (!range) return false;
  if (granularity !== "day" && granularity !== "minute" && granularity !== "week" && granularity !== "vague") return true;
  if (!written) return basis === "absolute" && yearInferred !== true;
  return Math.abs(Date.parse(written) - Date.parse(range.to)) > farDays * 86_400_000;
}

/**
 * The day a figure holds for: the date beside it, else one that opens its clause. A date near the day of writing may be the event's and not the count's ("the quake on Tuesday"):
 * it governs only where the words say so.
 */
export function asOfInSentence(
  tokens: readonly Token[],
  dates: readonly PlacedDate[],
  figures: readonly Placed[],
  i: number,
  clause: { readonly from: number; readonly to: number },
  written: string | undefined,
): AsOf | undefined {
  const figure = figures[i] as Placed;
  const next = figures[i + 1]?.first ?? tokens.length;
  const previous = figures[i - 1]?.end ?? 0;
  const right = dates.find((date) => date.from >= figure.end && date.to <= next && date.from < clause.to);
  const left = dates.findLast((date) => date.to <= figure.first && date.from >= previous && date.from >= clause.from && !beside(tokens, figures[i - 1], date));
  const lead =
    dates.find((date) => date.to <= figure.first && (date.from <= 2 || (date.distant && isOpening(tokens, date)))) ?? whenOf(tokens, dates, clause.from);
  const carried = dates.findLast(
    (date) => date.distant && date.from >= clause.from && date.to <= figure.first && !figures.slice(0, i).some((before) => beside(tokens, before, date)),
  );
  for (const date of [right, left, lead, carried]) {
    if (!date || (tokens[date.from - 1]?.lower === "since" && date.from >= clause.from)) continue;
    if (date !== right && saysNow(tokens, figure, next)) return undefined;
    const past = written !== undefined && date.range.to < written;
    const counted = governs(tokens, date, figure, clause);
    if (!counted && !date.distant) continue;
    return { basis: "sentence", range: date.range, earlier: past && counted && !date.distant && !rising(tokens, figure, clause) && !isDeed(tokens, figure) };
  }
  return undefined;
}

/** "On the evening of March 14, 2029, ...": the day stands in the phrase that opens the sentence, and holds for all of it. */
const isOpening = (tokens: readonly Token[], { from, to }: PlacedDate): boolean =>
  from < 7 &&
  /^(?:on|in|by|at|during|until|late|early)$/.test(tokens[0]?.lower ?? "") &&
  tokens[to]?.text === "," &&
  tokens.slice(0, from).every(({ kind, lower }) => kind === "word" && !auxiliaries.has(lower));

/** "the worst since August 1958, when 112 died": the date that a clause of time hangs on. */
const whenOf = (tokens: readonly Token[], dates: readonly PlacedDate[], from: number): PlacedDate | undefined =>
  tokens[from]?.lower === "when" || tokens[from - 1]?.lower === "when" ? dates.find((date) => date.to <= from && from - date.to < 9) : undefined;

/** "climbed to 143 on Tuesday": news of that day, no older count. */
const rising = (tokens: readonly Token[], figure: Placed, clause: { readonly from: number; readonly to: number }): boolean =>
  !pastPerfect(tokens, clause) &&
  tokens[figure.first - 1]?.lower !== "from" &&
  tokens
    .slice(Math.max(clause.from, figure.first - 6), figure.first)
    .some((token) => /^(?:rose|risen|climbed|reached|jumped|hit|passed|increased|raised|grew|grown|topped|fell|dropped|soared|surged)$/.test(token.lower));

/** "police detained 212 people on Saturday": the day of the deed, no older count. */
function isDeed(tokens: readonly Token[], { first, figure: { hedge, start } }: Placed): boolean {
  const verb = (hedge && hedge.end <= start ? tokenAt(tokens, hedge.start) : first) - 1;
  return (
    (casualtyCues.get(tokens[verb]?.lower ?? "")?.some(({ kind }) => kind === "verb") ?? false) &&
    !/^(?:had|has|have|were|was|been|being)$/.test(tokens[verb - 1]?.lower ?? "")
  );
}

/** "so far", "as of Friday", "has burned 17,650 acres", "rose to 40": what is counted goes on being counted. */
export const isRunning = (tokens: readonly Token[], { from, to }: { readonly from: number; readonly to: number }): boolean =>
  tokens.slice(from, to).some(({ lower }, i) => {
    const next = tokens[from + i + 1]?.lower ?? "";
    if (/^(?:now|currently|already|still|rose|risen|rises|rising|climbed|grew|grown|reached|remains?|fell|fallen|swelled|swollen|mounting)$/.test(lower))
      return true;
    if ((lower === "so" && next === "far") || (lower === "to" && next === "date") || (lower === "as" && next === "of")) return true;
    return (
      /^(?:has|have)$/.test(lower) && /(?:ed|en)$|^(?:now|been|lost|paid|sent|cost|put|spent|sold|seen|made|built|found|won|burnt|hit|shut|cut)$/.test(next)
    );
  });

/** "The first dispatches spoke of 64", "initial reports put it at nine", "at first 12 were counted": a count of then, without its day. */
export function givenAsFirst(tokens: readonly Token[], first: number): boolean {
  for (let i = first - 1; i >= 0; i--) {
    const { text, lower } = tokens[i] as Token;
    if (/^[;:—]$/.test(text) || /^(?:but|now|while|whereas)$/.test(lower)) return false;
    const [before, after] = [tokens[i - 1]?.lower ?? "", tokens[i + 1]?.lower ?? ""];
    if (/^(?:initially|originally)$/.test(lower) || (/^(?:earlier|previously)$/.test(lower) && before === "had")) return true;
    if (lower === "first" && before === "at" && !/^(?:light|glance|sight|instance|hand|base|blush)$/.test(after)) return true;
    if (firstCounts.test(lower) && /^(?:first|early|earlier|earliest|initial|original|preliminary|previous|provisional)$/.test(before)) return true;
  }
  return false;
}

/** "says nine were killed; it had counted six dead": beside a count of now, the one that somebody had given before. */
export const hadCounted = (tokens: readonly Token[], first: number, from: number): boolean =>
  tokens
    .slice(from, first)
    .some(
      ({ lower }, i) =>
        lower === "had" &&
        tokens
          .slice(from + i + 1, from + i + 4)
          .some((token) => /^(?:counted|reported|said|listed|given|confirmed|spoken|announced|estimated|put|stood|been|recorded)$/.test(token.lower)),
    );

const firstCounts = /^(?:dispatch(?:es)?|reports?|estimates?|counts?|figures?|accounts?|toll|tolls|tally|tallies|statements?|numbers?|bulletins?|news)$/;

/** Does the date date the count? "by Tuesday", "as of 7 p.m. Wednesday", "had been", "from 65 on Wednesday", "stood at 131 on Friday", "47 on Monday". */
function governs(tokens: readonly Token[], date: PlacedDate, figure: Placed, clause: { readonly from: number; readonly to: number }): boolean {
  const before = tokens[date.from - 1]?.lower ?? "";
  if (before === "by" || before === "until" || (before === "of" && tokens[date.from - 2]?.lower === "as")) return true;
  if (date.from >= figure.after && tokens.slice(figure.after, date.from).every((token) => /^(?:on|in|at|as|of|by|during|the|for)$/.test(token.lower)))
    return true;
  if (date.from >= figure.after && isMore(tokens, figure) && tokens.slice(figure.after, date.from).every(isAdverbial)) return true;
  if (date.from <= 2 && date.to <= figure.first && pastPerfect(tokens, clause)) return true;
  if (date.from <= 2 && date.to <= figure.first) {
    const between = tokens.slice(date.to, figure.first);
    return (
      between.some((token) => /^(?:stood|was|were|counted|put|had|spoke|listed|covered|measured|numbered|amounted|totalled|totaled)$/.test(token.lower)) &&
      !between.some((token) => /^(?:who|which|that|when)$/.test(token.lower))
    );
  }
  const had = tokens.findIndex((_, i) => i >= clause.from && i < clause.to && isPluperfect(tokens, i));
  return had >= 0 && date.from > had && !tokens.slice(had, date.from).some((token) => /^(?:which|that|who|when|said)$/.test(token.lower) || token.text === ",");
}

/** "six more bodies in the cellar on Wednesday": what came on top of a count came on a day. */
const isMore = (tokens: readonly Token[], { first, end }: Placed): boolean =>
  /^(?:more|further|additional)$/.test(tokens[end]?.lower ?? "") || /^(?:another|further|additional)$/.test(tokens[first - 1]?.lower ?? "");

/** No other clause begins: no mark, no relative, no second verb of its own. */
const isAdverbial = ({ kind, lower }: Token): boolean => kind === "word" && !/^(?:who|which|that|when|while|after|before|and|but|as|since|to)$/.test(lower);

const pastPerfect = (tokens: readonly Token[], { from, to }: { readonly from: number; readonly to: number }): boolean =>
  tokens.slice(from, to).some((_, i) => isPluperfect(tokens, from + i));

/** "had been", "had counted"; "had 287 people on board" is plain past. */
const isPluperfect = (tokens: readonly Token[], i: number): boolean =>
  tokens[i]?.lower === "had" &&
  tokens
    .slice(i + 1, i + 4)
    .some((token) => /(?:ed|en)$|^(?:put|said|told|found|lost|sent|gone|had|made|left|stood|burnt|shot|known|held|brought|risen|fled)$/.test(token.lower)) &&
  tokens[i + 1]?.kind === "word";

/** "has 265 now". */
const saysNow = (tokens: readonly Token[], figure: Placed, next: number): boolean =>
  tokens.slice(figure.after, Math.min(next, figure.after + 4)).some((token) => /^(?:now|today|currently)$/.test(token.lower)) ||
  /^(?:now|currently)$/.test(tokens[figure.first - 1]?.lower ?? "");

/** Does the date hang on the figure before it ("410 inspectors in 2019 and has 265")? */
const beside = (tokens: readonly Token[], before: Placed | undefined, date: PlacedDate): boolean =>
  before !== undefined &&
  before.after <= date.from &&
  tokens.slice(before.after, date.from).every((token) => /^(?:on|in|at|by|during|the|for)$/.test(token.lower));
