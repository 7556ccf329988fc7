import type { Span } from "../document/document.ts";
import { auxiliaries, clauseOpeners } from "../lexicon/function-words.ts";
import { pastVerbs } from "../lexicon/past-verbs.ts";
import { endOf, type Report, startOf } from "./reports.ts";
import type { Token } from "./tokens.ts";

/**
 * What each report of a sentence covers (RULES.md "When is a figure sourced"). A tag behind covers all that went before it, save what stands in another's scope;
 * one in front covers what follows, up to the next speaker who is joined to it by a conjunction; a semicolon ends both.
 */
export function scopesOf(tokens: readonly Token[], reports: readonly Report[], sentence: Span): readonly (readonly Span[])[] {
  const leading = reports.map((report, index) => (report.covers === "after" ? forward(tokens, reports, index) : undefined));
  return reports.map((report, index) => {
    if (report.antecedent) return spans(tokens, [report.antecedent], sentence);
    const own = leading[index];
    if (own) return spans(tokens, [...adverbial(tokens, report), own], sentence);
    // Where nobody else speaks, a tag at the end vouches for all of its sentence.
    const closes = reports.length === 1 && segmentEnd(tokens, endOf(report)) === tokens.length && isClosing(tokens, endOf(report));
    const before = { from: closes ? 0 : segmentStart(tokens, startOf(report)), to: startOf(report) };
    const taken = leading.filter((span) => span !== undefined);
    const pieces = without(before, taken);
    if (report.covers === "both") pieces.push(...without({ from: endOf(report), to: segmentEnd(tokens, endOf(report)) }, taken));
    return spans(tokens, pieces, sentence);
  });
}

/** "With most of the votes counted, the commission said that ...", "Asked whether 14 was right, she said ...": what the phrase in front tells belongs to it. */
function adverbial(tokens: readonly Token[], report: Report): readonly Range[] {
  const to = startOf(report) - 1;
  const { aside } = report;
  if (aside && asking.test(tokens[aside.from]?.lower ?? "")) return [aside];
  return /^(?:with|of|at|among|out|asked|pressed|questioned)$/.test(tokens[0]?.lower ?? "") &&
    tokens[to]?.text === "," &&
    tokens.findIndex((token) => token.text === ",") === to
    ? [{ from: 0, to }]
    : [];
}

/** "A spokesman, *asked whether 200 more would go*, said": what he was asked is no statement of the writer's. */
const asking = /^(?:asked|pressed|questioned)$/;

interface Range {
  readonly from: number;
  readonly to: number;
}

function forward(tokens: readonly Token[], reports: readonly Report[], index: number): Range {
  const report = reports[index] as Report;
  const from = endOf(report);
  let to = segmentEnd(tokens, from);
  for (const next of reports.slice(index + 1)) {
    const start = startOf(next);
    if (start < from || start >= to) continue;
    if (next.covers === "after") {
      const joint = clauseOpeners.has(tokens[start - 1]?.lower ?? "") || (tokens[start - 1]?.text === "," && clauseOpeners.has(tokens[start - 2]?.lower ?? ""));
      if (joint) to = start;
    } else if (next.covers === "before" && !next.antecedent) {
      const joint = lastJoint(tokens, from, start);
      if (joint !== undefined) to = joint;
    }
  }
  if (report.relative) {
    const comma = tokens.findIndex((token, at) => at >= from && at < to && token.text === ",");
    if (comma >= 0) to = comma;
  }
  return { from, to };
}

/** The last ", and" before a closing tag: what stands behind it belongs to the tag. */
function lastJoint(tokens: readonly Token[], from: number, to: number): number | undefined {
  for (let at = to - 1; at > from; at--) if (tokens[at]?.text === "," && clauseOpeners.has(tokens[at + 1]?.lower ?? "") && at + 2 < to) return at;
  return undefined;
}

/** Nothing but marks follows. */
const isClosing = (tokens: readonly Token[], from: number): boolean => tokens.slice(from).every(({ kind }) => kind === "mark");

function segmentStart(tokens: readonly Token[], at: number): number {
  for (let from = at; from > 0; from--) if (tokens[from - 1]?.text === ";") return from;
  return 0;
}

function segmentEnd(tokens: readonly Token[], at: number): number {
  for (let to = at; to < tokens.length; to++) if (tokens[to]?.text === ";" && !isFragment(tokens, to + 1)) return to;
  return tokens.length;
}

/** "317 coins, four arm rings; *7.4kg of silver in all*": no clause of its own, but one more thing of a list. */
function isFragment(tokens: readonly Token[], from: number): boolean {
  const end = tokens.findIndex(({ text }, at) => at >= from && text === ";");
  const words = tokens.slice(from, end < 0 ? tokens.length : end);
  return (
    words.length < 14 &&
    !words.some(({ lower, text }) => auxiliaries.has(lower) || pastVerbs.has(lower) || /^[,:"]$/.test(text) || /[a-z]ed$/.test(lower)) &&
    words.filter(({ kind }) => kind === "word").length > 0
  );
}

function without(range: Range, taken: readonly Range[]): Range[] {
  let pieces: Range[] = [range];
  for (const { from, to } of taken) {
    pieces = pieces.flatMap((piece) =>
      to <= piece.from || from >= piece.to
        ? [piece]
        : [
            { from: piece.from, to: from },
            { from: to, to: piece.to },
          ].filter((rest) => rest.to > rest.from),
    );
  }
  return pieces.filter((piece) => piece.to > piece.from);
}

const spans = (tokens: readonly Token[], ranges: readonly Range[], sentence: Span): readonly Span[] =>
  ranges
    .filter(({ from, to }) => to > from)
    .map(({ from, to }) => ({
      start: (tokens[from] as Token).start,
      end: to >= tokens.length ? Math.max(sentence.end, (tokens.at(-1) as Token).end) : (tokens[to - 1] as Token).end,
    }));
