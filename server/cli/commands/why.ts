import { resolve } from "node:path";
import { readTextFile } from "../../archive/text-file.ts";
import { checkDraft } from "../../engine/check.ts";
import type { Claim } from "../../engine/claims/claim.ts";
import type { Verdict } from "../../engine/compare/verdict.ts";
import { placeInFile } from "../../engine/corpus/source.ts";
import { type CheckedDraft, linesOfSource, sayProblems, shownPath } from "../checked.ts";
import { excerptOf } from "../excerpt.ts";
import { linesOf } from "../lines.ts";
import { harmless, progress } from "../terminal.ts";
import { type Command, UsageError } from "../usage.ts";
import { openWorkspace, workspaceOptions } from "../workspace.ts";

export const why: Command = {
  name: "why",
  operands: "FILE:LINE[:COL]",
  summary: "show the whole reasoning for the figures of a line: claim, candidate facts, verdicts",
  options: workspaceOptions,
  run: async (operands, values) => {
    const { path, line, column } = placeOf(operands);
    const { file, problem } = await readTextFile(resolve(path));
    if (problem) {
      sayProblems([problem]);
      return 2;
    }
    const bar = progress();
    const workspace = openWorkspace(values, bar.say);
    const { corpus, config } = await workspace.deskFor(file);
    bar.done();
    const lines = linesOf(file.text);
    if (line > lines.count) throw new UsageError(`${path} has ${lines.count} lines: there is no line ${line}`);
    const draft: CheckedDraft = { uri: file.uri, text: file.text, lines, check: checkDraft(file.uri, file.text, corpus, config) };
    process.stdout.write(reasoning(draft, line, column));
    sayProblems(workspace.problems());
    return workspace.problems().length ? 2 : 0;
  },
};

function placeOf(operands: readonly string[]): { readonly path: string; readonly line: number; readonly column?: number } {
  const match = /^(.+?):(\d+)(?::(\d+))?$/.exec(operands[0] ?? "");
  if (!match || operands.length > 1 || Number(match[2]) < 1) throw new UsageError("why needs one place: FILE:LINE or FILE:LINE:COL");
  return { path: match[1] as string, line: Number(match[2]), ...(match[3] && { column: Number(match[3]) }) };
}

function reasoning(draft: CheckedDraft, line: number, column: number | undefined): string {
  const { lines, check } = draft;
  const start = lines.start(line) + (column ? column - 1 : 0);
  const end = column ? start + 1 : lines.start(line) + lines.text(line).length;
  const isHere = (span: { readonly start: number; readonly end: number }) => span.start < end && start < span.end;
  const comparisons = check.desk.comparisons.filter(({ claim }) => isHere(claim.figure) || (claim.figure.noun && column && isHere(claim.figure.noun)));
  const findings = check.findings.filter((finding) => finding.suppressedBy === undefined && isHere(finding));
  const parts = [
    ...comparisons.map(({ claim, verdicts }) =>
      [claimText(claim), ...(verdicts.length ? verdicts.map(verdictText) : ["  no fact of the sources is about this\n"])].join(""),
    ),
    ...(comparisons.length ? [] : [`no figure is read ${column ? "at this place" : "in this line"}\n`]),
    ...(findings.length ? [`findings here:\n${findings.map(({ rule, severity, message }) => `  ${severity} ${rule}: ${harmless(message)}\n`).join("")}`] : []),
  ];
  return parts.join("\n");
}

function claimText({ figure, role, measure, group, place, asOf, kind, attribution, citations, sourced }: Claim): string {
  const rows: (readonly [string, string])[] = [
    ["value", intervalText(figure)],
    ["of", [role, measure].filter(Boolean).join(", ") || "?"],
    ["whose", group.join(", ")],
    ["where", place.join(", ")],
    ["as of", asOf.range ? `${rangeText(asOf.range)} (${asOf.basis}${asOf.earlier ? ", an earlier count" : ""})` : "unknown"],
    ["kind", kind],
    ["says who", [attribution?.speaker.name, ...citations.map(({ key }) => `[${key}]`)].filter(Boolean).join(", ") || `no one (${sourced})`],
  ];
  const title = [figure.hedge && `${figure.hedge.kind}:`, figure.text, figure.noun?.text].filter(Boolean).join(" ");
  return `${harmless(title)}\n${rows.flatMap(([name, value]) => (value ? `  ${name.padEnd(8)}  ${harmless(value)}\n` : [])).join("")}`;
}

const rangeText = ({ from, to }: { readonly from: string; readonly to: string }): string => (from === to ? from : `${from} to ${to}`);

function verdictText({ fact: { source, claim }, relation, strength, reason }: Verdict): string {
  const lines = linesOfSource(source);
  const place = placeInFile(source, claim.figure.start);
  return `  ${relation} (${strength.toFixed(2)}): ${harmless(reason)}
    ${harmless(source.id)} (${source.date ?? "no date"}), ${harmless(shownPath(source.uri))}${place ? `, ${place}` : `:${lines.at(claim.figure.start).line}`}, ${intervalText(claim.figure)}: ${excerptOf(lines, claim.figure).text}
`;
}

/** `[n, n]`, `(n, ∞)`, as in the specification. */
const intervalText = ({ low, high, lowOpen, highOpen }: Claim["figure"]): string =>
  `${lowOpen ? "(" : "["}${low}, ${high === Number.POSITIVE_INFINITY ? "∞" : high}${highOpen ? ")" : "]"}`;
