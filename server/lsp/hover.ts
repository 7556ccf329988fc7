import { type Hover, type Location, MarkupKind } from "vscode-languageserver";
import type { Claim } from "../engine/claims/claim.ts";
import { statementOf, wordingOf } from "../engine/compare/evidence.ts";
import type { ClaimComparison, Relation } from "../engine/compare/verdict.ts";
import { type Voice, voicesOf } from "../engine/compare/voices.ts";
import { sourceOf } from "../engine/corpus/corpus.ts";
import { placeInFile, type Source } from "../engine/corpus/source.ts";
import { proseOf, type Span } from "../engine/document/document.ts";
import type { Converter } from "./convert.ts";
import type { CheckedDraft } from "./drafts.ts";
import { citationAt, figureAt, wordsOf } from "./here.ts";
import { escaped, longDate } from "./markdown.ts";
import { revealSourceCommand, sourceTextScheme } from "./protocol.ts";
import { isOwnText, locationIn } from "./source-location.ts";
import { bestOfEachSource } from "./told.ts";

/** Over a citation: its source. Over a figure: what it says, and what each source says of the same. */
export function hoverAt(draft: CheckedDraft, offset: number, convert: Converter): Hover | undefined {
  const show = (span: Span, lines: readonly string[]): Hover => ({
    range: convert.range(draft.document, span),
    contents: { kind: MarkupKind.Markdown, value: lines.join("\n\n") },
  });
  const citation = citationAt(draft, offset);
  if (citation) {
    const source = sourceOf(draft.desk.corpus, citation.key);
    const none = draft.desk.corpus.isUnread ? stillReading : `No source is called ${escaped(citation.key)}.`;
    return show(citation.keySpan, source ? describe(source) : [none]);
  }
  const comparison = figureAt(draft, offset);
  return comparison && show(wordsOf(comparison.claim.figure), ledger(draft, comparison, convert));
}

const stillReading = "The sources are still being read.";

const datesOf: Record<Source["dateBasis"], string> = {
  metadata: "",
  dateline: " (by its dateline)",
  text: " (by its text)",
  unknown: "",
};

const dateOf = ({ date, dateBasis }: Source): string => (date ? longDate(date) + datesOf[dateBasis] : "no date");

function describe(source: Source): readonly string[] {
  const facts = [source.publisher && escaped(source.publisher), dateOf(source), source.author && escaped(source.author)].filter(Boolean);
  const figures = source.claims.length;
  return [
    `**${escaped(source.title ?? source.id)}**`,
    facts.join(" · "),
    source.provenance?.accessed && `Read on ${longDate(source.provenance.accessed)}`,
    `Source \`${source.id}\`, ${figures} ${figures === 1 ? "figure" : "figures"}${source.stamped && source.stamped !== source.date ? `, stamped ${longDate(source.stamped)}` : ""}`,
  ].filter((line) => line !== undefined);
}

/** What of each source is told, newest first, and where the draft stands. */
function ledger({ check }: CheckedDraft, { claim, verdicts }: ClaimComparison, convert: Converter): readonly string[] {
  const draftLine = `**${escaped(proseOf(check.desk.draft.document, wordsOf(claim.figure)))}** ${escaped(claimWords(claim))}`;
  const told = voicesOf(bestOfEachSource(verdicts)).toSorted((a, b) => ((a.fact.source.date ?? "") < (b.fact.source.date ?? "") ? 1 : -1));
  const ruling = check.desk.judgements[check.desk.comparisons.findIndex((one) => one.claim === claim)]?.ruling;
  const stands = check.desk.corpus.isUnread
    ? stillReading
    : (!ruling || ruling === "open") && told.length > 0
      ? "Sources have other numbers, which may be of something else."
      : standing[ruling ?? "open"];
  return [draftLine, stands + (claim.sourced === "no" ? " It has no source in its sentence." : ""), ...told.map((verdict) => row(verdict, convert))];
}

const standing = {
  supported: "The sources support it.",
  drifted: "The number is right; the sources word its hedge otherwise.",
  superseded: "A newer source has a later count.",
  contradicted: "The sources contradict it.",
  miscited: "The cited source does not have it; another does.",
  open: "No source speaks of the same thing.",
} as const;

/** What is counted, and for when, in words. The group is told where the figure's own words do not. */
function claimWords({ figure, role, group, place, asOf, kind, attribution }: Claim): string {
  const isBare = !figure.noun || figure.noun.elided;
  const parts = [
    role && (roles[role] ?? role),
    isBare && group.length > 0 && `of: ${group.join(", ")}`,
    place[0] && !figure.noun?.text.includes(place[0]) && `in ${place[0]}`,
    kind !== "total" && kinds[kind],
    asOf.range &&
      asOf.basis !== "unknown" &&
      (asOf.range.from === asOf.range.to ? `as of ${longDate(asOf.range.to)}` : `as of ${longDate(asOf.range.from)} to ${longDate(asOf.range.to)}`),
    attribution && `according to ${attribution.speaker.name}`,
  ].filter(Boolean);
  return parts.length ? `— ${parts.join(", ")}` : "";
}

const roles: Partial<Record<NonNullable<Claim["role"]>, string>> = { critical: "in a critical condition", hospitalised: "in hospital", case: "cases" };

const kinds: Record<Claim["kind"], string> = {
  total: "in all",
  incident: "in one incident",
  increase: "an increase",
  decrease: "a decrease",
  remainder: "the rest",
  part: "a part of the whole",
  earlier: "an earlier count",
};

const marks: Record<Relation, string> = { supports: "agrees", drifts: "other hedge", contradicts: "differs", unrelated: "" };

function row({ fact, relation, copies }: Voice, convert: Converter): string {
  const { source, claim } = fact;
  const link = `[${escaped(source.id)}](<${linkTo(locationIn(source, claim.sentence, convert), source)}>)`;
  const place = placeInFile(source, claim.sentence.start);
  const also = copies.length > 0 && `also in ${copies.map(({ id }) => escaped(id)).join(", ")}`;
  const who = [link, place, source.publisher && escaped(source.publisher), dateOf(source), also].filter(Boolean).join(" · ");
  return `- ${who}: ${escaped(wordingOf(fact))}, ${marks[relation]}  \n  *${escaped(statementOf(fact))}*`;
}

/** Editors open links to files from a hover; to anything else, only commands. */
function linkTo({ uri, range }: Location, source: Source): string {
  if (uri.startsWith(`${sourceTextScheme}:`)) return `command:${revealSourceCommand}?${encodeURIComponent(JSON.stringify([uri, range]))}`;
  return isOwnText(source) ? `${uri}#L${range.start.line + 1}` : uri;
}
