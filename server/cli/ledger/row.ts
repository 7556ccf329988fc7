import type { LedgerEntry, LedgerSeries } from "../../engine/compare/ledger.ts";
import type { Document } from "../../engine/document/document.ts";
import { proseOf } from "../../engine/document/document.ts";
import { linesOfSource } from "../checked.ts";
import type { Lines } from "../lines.ts";

/** A draft that the ledger sets beside the sources. */
export interface LedgerDraft {
  readonly uri: string;
  readonly lines: Lines;
  readonly document: Document;
}

/** A toll, with all that a format needs of it. */
export interface LedgerRow {
  readonly day?: string;
  /** As written, with its hedge: "at least 43". */
  readonly wording: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly hedge?: string;
  readonly kind: string;
  /** Of the days of the story, not of an earlier event. */
  readonly current: boolean;
  readonly by: "source" | "draft";
  readonly source?: string;
  /** Ids of the sources that print the same text. */
  readonly copies?: readonly string[];
  readonly uri: string;
  readonly line: number;
  readonly column: number;
  /** The sentence. */
  readonly quote: string;
  /** For the draft's: how it stands, in a word, and in words. */
  readonly ruling?: string;
  readonly standing?: string;
}

export interface LedgerTable {
  readonly role: string;
  readonly group: readonly string[];
  readonly place?: string;
  readonly speaker?: string;
  readonly rows: readonly LedgerRow[];
}

export const tableOf = ({ entries, ...head }: LedgerSeries, draft?: LedgerDraft): LedgerTable => ({
  ...head,
  rows: entries.map((entry) => rowOf(entry, draft)),
});

/** Whose, where, says who: what a series is called below its role. */
export const titleOf = ({ group, place, speaker }: LedgerTable): string =>
  [group.length ? group.join(", ") : "all", place && `in ${place}`, speaker && `says ${speaker}`].filter(Boolean).join(", ");

function rowOf(entry: LedgerEntry, draft: LedgerDraft | undefined): LedgerRow {
  const { claim, source, copies, day, current, judgement } = entry;
  const { figure, sentence, kind } = claim;
  const document = source?.reading.document ?? (draft as LedgerDraft).document;
  const { line, column } = (source ? linesOfSource(source) : (draft as LedgerDraft).lines).at(figure.start);
  const start = figure.hedge && figure.hedge.end <= figure.start && figure.start - figure.hedge.end < 3 ? figure.hedge.start : figure.start;
  return {
    ...(day && { day }),
    wording: proseOf(document, { start, end: figure.end }),
    value: figure.value,
    low: figure.low,
    high: figure.high,
    ...(figure.hedge && { hedge: figure.hedge.kind }),
    kind,
    current,
    by: source ? "source" : "draft",
    ...(source && { source: source.id }),
    ...(copies && { copies: copies.map(({ id }) => id) }),
    uri: source?.uri ?? (draft as LedgerDraft).uri,
    line,
    column,
    quote: proseOf(document, sentence),
    ...(judgement && { ruling: judgement.ruling, standing: standingOf(judgement) }),
  };
}

function standingOf({ ruling, verdict }: NonNullable<LedgerEntry["judgement"]>): string {
  const fact = verdict && `${verdict.fact.source.id} has ${verdict.fact.claim.figure.text}`;
  switch (ruling) {
    case "supported":
      return `agrees with ${verdict?.fact.source.id}`;
    case "superseded":
      return `out of date: ${fact}`;
    case "contradicted":
      return `differs: ${fact}`;
    case "drifted":
      return `other hedge: ${fact}`;
    case "miscited":
      return `the cited source does not have it: ${fact}`;
    case "open":
      return "no source to compare it with";
  }
}
