import { resolve } from "node:path";
import { readTextFile } from "../../archive/text-file.ts";
import { checkDraft } from "../../engine/check.ts";
import { ledgerOf } from "../../engine/compare/ledger.ts";
import type { Problem } from "../../engine/corpus/source.ts";
import { sayProblems } from "../checked.ts";
import { json } from "../ledger/json.ts";
import { type LedgerTable, tableOf } from "../ledger/row.ts";
import { svg } from "../ledger/svg.ts";
import { text } from "../ledger/text.ts";
import { linesOf } from "../lines.ts";
import { type Paint, paintFor, progress } from "../terminal.ts";
import { type Command, textOf, UsageError } from "../usage.ts";
import { openWorkspace, type Workspace, workspaceOptions } from "../workspace.ts";

const formats: Readonly<Record<string, (tables: readonly LedgerTable[], paint: Paint) => string>> = { text, json, svg };
const names = Object.keys(formats).join(", ");

export const ledger: Command = {
  name: "ledger",
  operands: "[DRAFT]",
  summary: "list the tolls of the story over time, and where a draft stands on them",
  details: "Dead, injured, missing and other people counted, by role, group, place and speaker, from all sources; with a draft, its figures beside them.",
  options: { ...workspaceOptions, format: { type: "string", value: "FORMAT", help: `${names} (default: text)` } },
  run: async (operands, values) => {
    const format = formats[textOf(values, "format") ?? "text"];
    if (!format) throw new UsageError(`unknown format "${textOf(values, "format")}": use ${names}`);
    if (operands.length > 1) throw new UsageError("ledger takes one draft at most");
    const bar = progress();
    const workspace = openWorkspace(values, bar.say);
    const { tables, problem } = operands[0] === undefined ? { tables: await tablesOfSources(workspace) } : await tablesWith(operands[0], workspace);
    bar.done();
    if (tables) process.stdout.write(format(tables, paintFor(process.stdout)));
    const problems = [...(problem ? [problem] : []), ...workspace.problems()];
    sayProblems(problems);
    return problems.length ? 2 : 0;
  },
};

async function tablesOfSources(workspace: Workspace): Promise<readonly LedgerTable[]> {
  return ledgerOf(await workspace.corpusFor(process.cwd())).map((series) => tableOf(series));
}

async function tablesWith(path: string, workspace: Workspace): Promise<{ readonly tables?: readonly LedgerTable[]; readonly problem?: Problem }> {
  const { file, problem } = await readTextFile(resolve(path));
  if (problem) return { problem };
  const { corpus, config } = await workspace.deskFor(file);
  const { desk } = checkDraft(file.uri, file.text, corpus, config);
  const draft = { uri: file.uri, lines: linesOf(file.text), document: desk.draft.document };
  return { tables: ledgerOf(desk.corpus, desk).map((series) => tableOf(series, draft)) };
}
