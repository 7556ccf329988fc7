import { checkDraft } from "../../server/engine/check.ts";
import { defaultConfig } from "../../server/engine/config.ts";
import { buildCorpus } from "../../server/engine/corpus/corpus.ts";
import { readSource } from "../../server/engine/corpus/read-source.ts";
import type { Finding } from "../../server/engine/finding.ts";
import type { Article } from "./articles.ts";
import { apply, type Change, type ChangeKind, changeKinds, changesOf } from "./changes.ts";

/**
 * Metamorphic tests (Chen et al. 1998): nobody labelled these articles, but an article agrees with itself,
 * and with one thing changed it disagrees with itself in that one thing.
 */
export interface Metamorphosis {
  readonly articles: number;
  readonly words: number;
  /** Findings of an article against itself. */
  readonly falseMismatches: readonly string[];
  readonly changes: Readonly<Record<ChangeKind, ChangeScore>>;
}

export interface ChangeScore {
  readonly made: number;
  readonly found: number;
  /** Findings beside the change. */
  readonly extra: number;
  readonly notes: readonly string[];
}

/** What is no mismatch: a figure without a source, a word left to fill in. */
const noMismatch: ReadonlySet<string> = new Set(["unsourced-figure", "placeholder"]);

/** The rules whose finding tells of a change. A changed part shows in its whole, a changed day in a weekday, a duration or the order of events. */
const tells: Readonly<Record<ChangeKind, RegExp>> = {
  // As in score.mjs: a wrong toll may be caught as a wrong number of any kind.
  toll: /^(?:casualty-|stale-|sum-|figure-)/,
  date: /^(?:date-|weekday-|invalid-|chronology)/,
  "full name": /^name-/,
  "single name": /^name-/,
  quotation: /^quote-/,
};

export function metamorphosis(articles: readonly Article[], mostChanges: number): Metamorphosis {
  const changes = Object.fromEntries(changeKinds.map((kind) => [kind, { made: 0, found: 0, extra: 0, notes: [] as string[] }])) as Record<
    ChangeKind,
    { made: number; found: number; extra: number; notes: string[] }
  >;
  const falseMismatches: string[] = [];
  let words = 0;
  for (const published of articles) {
    words += published.text.split(/\s+/).length;
    const source = readSource(`sources/${published.uri}`, published.text);
    const corpus = buildCorpus([source]);
    // A source that is older than its stamp is dated by its text; a draft is always dated by its stamp.
    const article = { ...published, text: source.stamped && source.date ? published.text.replace(source.stamped, source.date) : published.text };
    const mismatches = (text: string) => checkDraft(`drafts/${article.uri}`, text, corpus, defaultConfig).findings.filter(({ rule }) => !noMismatch.has(rule));
    const before = mismatches(article.text);
    for (const finding of before) falseMismatches.push(`${article.id}: ${describe(article.text, finding)}`);
    for (const kind of changeKinds)
      for (const change of changesOf(kind, article, mostChanges)) {
        const score = changes[kind];
        const text = apply(article.text, change);
        const { hit, extra } = weigh(mismatches(text), before, change, text);
        score.made++;
        if (hit) score.found++;
        else score.notes.push(`MISS ${article.id}: ${change.from} > ${change.to} in ${context(text, change.start, change.start + change.to.length)}`);
        score.extra += extra.length;
        for (const finding of extra) score.notes.push(`EXTRA ${article.id}: ${change.from} > ${change.to} gives ${describe(text, finding)}`);
      }
  }
  return { articles: articles.length, words, falseMismatches, changes };
}

/** A finding tells of the change where it stands on it; a sum, a date or a toll may be marked at the other of the two that disagree, and then names it. */
function weigh(findings: readonly Finding[], before: readonly Finding[], change: Change, text: string): { hit: boolean; extra: readonly Finding[] } {
  const end = change.start + change.to.length;
  const shift = change.to.length - (change.end - change.start);
  const known = new Set(before.map(({ rule, start }) => `${rule} ${start >= change.end ? start + shift : start}`));
  const fresh = findings.filter(({ rule, start }) => !known.has(`${rule} ${start}`));
  const sentenceStart = Math.max(text.lastIndexOf("\n", change.start), 0);
  const sentenceEnd = (text.indexOf("\n", end) + 1 || text.length + 1) - 1;
  const tellsOfIt = (finding: Finding) =>
    tells[change.kind].test(finding.rule) &&
    ((finding.start < end && change.start < finding.end) ||
      finding.evidence.some(({ source, start: from, end: to }) => source === undefined && from < end && change.start < to) ||
      (/^(?:sum-|chronology|weekday-)/.test(finding.rule) && finding.start >= sentenceStart && finding.end <= sentenceEnd));
  const telling = fresh.filter(tellsOfIt);
  // What is changed within a quotation garbles it.
  const around = fresh.filter(({ rule, start, end: to }) => rule === "quote-mismatch" && start < end && change.start < to);
  return {
    hit: telling.length + around.length > 0,
    extra: fresh.filter((finding) => !telling.includes(finding) && (telling.length > 0 || !around.includes(finding))),
  };
}

const describe = (text: string, { rule, start, end, message }: Finding): string => `${rule} ${context(text, start, end)} ${message}`;
const context = (text: string, start: number, end: number): string =>
  `...${text.slice(Math.max(0, start - 60), start)}[${text.slice(start, end)}]${text.slice(end, end + 60)}...`.replace(/\s+/g, " ");
