import type { Check } from "../../engine/check.ts";
import { originalsAmong } from "../../engine/corpus/copies.ts";
import type { Corpus } from "../../engine/corpus/corpus.ts";
import { textOf } from "../../engine/corpus/packed-source.ts";
import { placeInFile, type Source } from "../../engine/corpus/source.ts";
import { overlaps, type Span } from "../../engine/document/document.ts";
import type { Finding } from "../../engine/finding.ts";
import type { Lines } from "../lines.ts";
import { type Statement, statementsOf } from "./statements.ts";

/**
 * How a statement stands: `differs` from what a source (or the draft itself) says, `open` (nothing vouches for it), `reported` (attributed, or cited,
 * but not found in the sources), `supported` (a source says so).
 */
export type Standing = "differs" | "open" | "reported" | "supported";

/** In the order of urgency, with what each is called. */
export const standings: Readonly<Record<Standing, string>> = {
  differs: "differs",
  open: "open",
  reported: "attributed, not in the sources",
  supported: "supported",
};

/** The words of a source that a statement rests on, or that speak against it. */
export interface Proof {
  readonly source: string;
  readonly title?: string;
  readonly publisher?: string;
  readonly date?: string;
  /** The ISO day on which the writer read it. */
  readonly accessed?: string;
  /** An address of the web; anything else is no link. */
  readonly url?: string;
  /** Page or paragraph, where the source has no lines. */
  readonly place?: string;
  readonly quote: string;
}

/** One statement of the draft, numbered in text order. */
export interface Entry extends Span {
  readonly number: number;
  readonly line: number;
  /** `passage`: what a finding marks and is none of the statements, a citation or a placeholder. */
  readonly kind: Statement["kind"] | "passage";
  readonly text: string;
  readonly standing: Standing;
  /** What is held against it, or open about it. */
  readonly notes: readonly string[];
  readonly proofs: readonly Proof[];
}

/** What a fact-checker keeps on file about a draft. */
export interface Sheet {
  readonly title: string;
  readonly written?: string;
  readonly entries: readonly Entry[];
  readonly sources: readonly (Omit<Proof, "quote"> & {
    /** The id of the source whose text it prints: both count once. */
    readonly copyOf?: string;
  })[];
}

export function sheetOf(check: Check, lines: Lines, fallbackTitle: string): Sheet {
  const { desk } = check;
  const { document, written } = desk.draft;
  const findings = check.findings.filter(({ suppressedBy }) => suppressedBy === undefined);
  const told = new Set<Finding>();
  const findingsOver = overlapping(findings);
  const stated = statementsOf(desk).map((statement): Unnumbered => {
    const about = findingsOver(statement).filter((finding) => concerns(finding, statement));
    for (const finding of about) told.add(finding);
    const against = about.filter(({ rule, severity }) => rule !== "unsourced-figure" && severity !== "information");
    const proofs = [...about.flatMap(({ evidence }) => evidence), ...(against.length ? [] : statement.evidence)];
    return {
      start: statement.start,
      end: statement.end,
      line: lines.at(statement.start).line,
      kind: statement.kind,
      text: wordsIn(document.text, statement),
      standing: against.length ? "differs" : about.some(({ rule }) => rule === "unsourced-figure") && !statement.supported ? "open" : standingOf(statement),
      notes: about.map(({ message }) => message),
      proofs: proofsOf(proofs, desk.corpus),
    };
  });
  const passages = findings.filter((finding) => !told.has(finding)).map((finding): Unnumbered => passageOf(finding, check, lines));
  const entries = [...stated, ...passages].toSorted((a, b) => a.start - b.start || b.end - a.end).map((entry, at) => ({ number: at + 1, ...entry }));
  return {
    title: document.metadata.title?.value ?? fallbackTitle,
    ...(written && { written }),
    entries,
    sources: sourcesOf(desk.corpus.sources),
  };
}

/** The findings that overlap a span. It must be asked of spans in text order, so that it need not look at all findings for each. */
function overlapping(findings: readonly Finding[]): (span: Span) => readonly Finding[] {
  const inOrder = findings.toSorted((a, b) => a.start - b.start);
  let next = 0;
  let near: readonly Finding[] = [];
  return (span) => {
    const from = next;
    while ((inOrder[next]?.start ?? span.end) < span.end) next++;
    near = [...near, ...inOrder.slice(from, next)].filter(({ end }) => end > span.start);
    return near.filter((finding) => overlaps(finding, span));
  };
}

type Unnumbered = Omit<Entry, "number">;

/** What the sources or the draft itself speak against differs; what is only unfinished or unresolved is open. */
const passageOf = ({ rule, severity, start, end, message, evidence }: Finding, { desk }: Check, lines: Lines): Unnumbered => ({
  start,
  end,
  line: lines.at(start).line,
  kind: "passage",
  text: wordsIn(desk.draft.document.text, { start, end }),
  standing: unfinished.test(rule) || severity === "information" ? "open" : "differs",
  notes: [message],
  proofs: proofsOf(evidence, desk.corpus),
});
const unfinished = /citation|placeholder|suppression|unsourced/;

const wordsIn = (text: string, { start, end }: Span): string => text.slice(start, end).replace(/\s+/g, " ");

const proofsOf = (passages: readonly (Span & { readonly source?: string })[], { byId }: Corpus): readonly Proof[] =>
  distinct(
    passages.flatMap(({ source: id, start, end }) => {
      const source = id === undefined ? undefined : byId.get(id);
      return source ? [proofOf(source, { start, end })] : [];
    }),
  );

function sourcesOf(sources: readonly Source[]): Sheet["sources"] {
  const originalOf = originalsAmong(sources);
  return sources.map((source) => ({ ...describe(source), ...(originalOf(source) !== source && { copyOf: originalOf(source).id }) }));
}

const standingOf = ({ supported, attributed }: Statement): Standing => (supported ? "supported" : attributed ? "reported" : "open");

/** A misspelled name within a quotation is the name's mistake, not the quotation's. */
const concerns = ({ rule }: Finding, { kind }: Statement): boolean => (families[kind] as RegExp).test(rule);
const families: Readonly<Record<Statement["kind"], RegExp>> = {
  figure: /figure|casualty|hedge|sum|unsupported/,
  date: /date|weekday|chronology/,
  quotation: /quote/,
  name: /name/,
};

const proofOf = (source: Source, { start, end }: Span): Proof => ({
  ...describe(source),
  ...placeOf(source, start),
  quote: textOf(source).slice(start, end).replace(/\s+/g, " ").trim(),
});

function placeOf(source: Source, offset: number): { readonly place?: string } {
  const place = placeInFile(source, offset);
  return place ? { place } : {};
}

const describe = ({ id, title, publisher, date, url, provenance }: Source): Omit<Proof, "quote"> => ({
  source: id,
  ...(title && { title }),
  ...(publisher && { publisher }),
  ...(date && { date }),
  ...(provenance?.accessed && { accessed: provenance.accessed }),
  ...(url && /^https?:\/\//i.test(url) && { url }),
});

/** More proofs than these nobody reads. */
const mostProofs = 3;

const distinct = (proofs: readonly Proof[]): readonly Proof[] =>
  [...new Map(proofs.map((proof) => [`${proof.source}\n${proof.quote}`, proof])).values()].slice(0, mostProofs);
