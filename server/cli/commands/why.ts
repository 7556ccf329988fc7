import { resolve } from "node:path";
import { readTextFile } from "../../archive/text-file.ts";
import { checkDraft } from "../../engine/check.ts";
import type { Judgement } from "../../engine/compare/judgement.ts";
import type { Span } from "../../engine/document/document.ts";
import { figureSpan } from "../../engine/extract/mentions.ts";
import { type CheckedDraft, sayProblems } from "../checked.ts";
import { linesOf } from "../lines.ts";
import { reasoning } from "../reasoning/reasoning.ts";
import { harmless, type Paint, paintFor, progress } from "../terminal.ts";
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
    process.stdout.write(answer(draft, line, column, paintFor(process.stdout)));
    sayProblems(workspace.problems());
    return workspace.problems().length ? 2 : 0;
  },
};

function placeOf(operands: readonly string[]): { readonly path: string; readonly line: number; readonly column?: number } {
  const match = /^(.+?):(\d+)(?::(\d+))?$/.exec(operands[0] ?? "");
  if (!match || operands.length > 1 || Number(match[2]) < 1) throw new UsageError("why needs one place: FILE:LINE or FILE:LINE:COL");
  return { path: match[1] as string, line: Number(match[2]), ...(match[3] && { column: Number(match[3]) }) };
}

function answer(draft: CheckedDraft, line: number, column: number | undefined, paint: Paint): string {
  const { lines, check, text } = draft;
  const start = lines.start(line) + (column ? column - 1 : 0);
  const end = column ? start + 1 : lines.start(line) + lines.text(line).length;
  const isHere = (span: Span) => span.start < end && start < span.end;
  const { comparisons, judgements } = check.desk;
  const figures = comparisons.flatMap((comparison, at) => {
    const { figure } = comparison.claim;
    if (!isHere(figure) && !(column && figure.noun && isHere(figure.noun))) return [];
    const { start: from, end: to } = figureSpan(figure);
    const hedged = figure.hedge && figure.hedge.end <= from && from - figure.hedge.end < 3 ? figure.hedge.start : from;
    return [reasoning(comparison, judgements[at] as Judgement, text.slice(hedged, to).replace(/\s+/g, " "), paint)];
  });
  const findings = check.findings.filter((finding) => finding.suppressedBy === undefined && isHere(finding));
  return [
    ...(figures.length ? figures : [`no figure is read ${column ? "at this place" : "in this line"}\n`]),
    ...(findings.length ? [`findings here:\n${findings.map(({ rule, severity, message }) => `  ${severity} ${rule}: ${harmless(message)}\n`).join("")}`] : []),
  ].join("\n");
}
