import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { decode } from "../../archive/decode.ts";
import { type ReadResult, readTextFile } from "../../archive/text-file.ts";
import { checkDraft } from "../../engine/check.ts";
import type { Problem } from "../../engine/corpus/source.ts";
import { type CheckedDraft, reportOf, sayProblems, statusOf } from "../checked.ts";
import { draftFiles } from "../draft-files.ts";
import { type FixedDraft, fixDraft } from "../fix-draft.ts";
import { type FormatName, formatNames, formats } from "../format/formats.ts";
import { linesOf } from "../lines.ts";
import { progress } from "../terminal.ts";
import { type Command, textOf, UsageError, type Values } from "../usage.ts";
import { version } from "../version.ts";
import { openWorkspace, type Workspace, workspaceOptions } from "../workspace.ts";

export const lint: Command = {
  name: "lint",
  operands: "[PATHS or globs...]",
  summary: "check drafts against their sources",
  details: `Checks files, folders and globs; without any, the current folder. A folder of sources is passed over unless it is named itself.
Exit status: 0 nothing to mend (information aside), 1 findings, 2 wrong usage, broken configuration, or something that could not be read.`,
  options: {
    ...workspaceOptions,
    format: { type: "string", value: "FORMAT", help: `${formatNames.join(", ")} (default: text)` },
    "max-warnings": { type: "string", value: "N", help: "up to N warnings are no failure (default: 0)" },
    fix: { type: "boolean", help: "apply the safe fixes (citations of a supporting source), report what remains" },
    stdin: { type: "boolean", help: "check the text on standard input" },
    "stdin-filename": { type: "string", value: "FILE", help: "what that text is called: its format and configuration follow from it" },
  },
  run: async (operands, values) => {
    const format = formatOf(values);
    const maxWarnings = maxWarningsOf(values);
    const bar = progress();
    const workspace = openWorkspace(values, bar.say);
    const inputs = await inputsOf(operands, values, workspace);
    const { drafts, problems } = await checkAll(inputs, workspace, values.fix === true, bar.say);
    bar.done();
    const report = reportOf(drafts, [...inputs.problems, ...workspace.problems(), ...problems], version());
    process.stdout.write(formats[format](report));
    sayProblems(report.problems);
    return statusOf(report, maxWarnings);
  },
};

function formatOf(values: Values): FormatName {
  const format = textOf(values, "format") ?? "text";
  if ((formatNames as readonly string[]).includes(format)) return format as FormatName;
  throw new UsageError(`unknown format "${format}": use ${formatNames.join(", ")}`);
}

function maxWarningsOf(values: Values): number {
  const text = textOf(values, "max-warnings") ?? "0";
  if (/^\d+$/.test(text)) return Number(text);
  throw new UsageError(`--max-warnings takes a whole number, not "${text}"`);
}

interface Inputs {
  readonly read: readonly (() => Promise<ReadResult>)[];
  readonly problems: readonly Problem[];
}

async function inputsOf(operands: readonly string[], values: Values, workspace: Workspace): Promise<Inputs> {
  if (!values.stdin) {
    if (values["stdin-filename"] !== undefined) throw new UsageError("--stdin-filename goes with --stdin");
    const { paths, problems } = await draftFiles(operands.length ? operands : ["."], workspace);
    return { read: paths.map((path) => () => readTextFile(path)), problems };
  }
  if (operands.length) throw new UsageError("--stdin takes no paths: name the text with --stdin-filename");
  if (values.fix) throw new UsageError("--fix cannot write to standard input");
  const uri = pathToFileURL(resolve(textOf(values, "stdin-filename") ?? "stdin.md")).href;
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
  const decoded = decode(Buffer.concat(chunks));
  return { read: [async () => ("text" in decoded ? { file: { uri, ...decoded } } : { problem: { uri, ...decoded } })], problems: [] };
}

async function checkAll(
  inputs: Inputs,
  workspace: Workspace,
  fix: boolean,
  say: (progress: string) => void,
): Promise<{ readonly drafts: readonly CheckedDraft[]; readonly problems: readonly Problem[] }> {
  const drafts: CheckedDraft[] = [];
  const problems: Problem[] = [];
  for (const [index, read] of inputs.read.entries()) {
    say(`checking ${index + 1} of ${inputs.read.length}`);
    const { file, problem } = await read();
    if (!file) {
      if (problem) problems.push(problem);
      continue;
    }
    const { corpus, config } = await workspace.deskFor(file);
    // Without sources every citation would be wrong and every figure unsupported: the missing corpus is the one thing to say.
    if (!corpus.sources.length) continue;
    try {
      const checked = checkDraft(file.uri, file.text, corpus, config);
      const kept: FixedDraft = fix ? await fixDraft(file, checked, corpus, config) : { text: file.text, check: checked };
      if (kept.problem) problems.push(kept.problem);
      drafts.push({ uri: file.uri, text: kept.text, lines: linesOf(kept.text), check: kept.check });
    } catch (error) {
      problems.push({ uri: file.uri, message: `could not be checked, by a mistake in Copydesk: ${error instanceof Error ? error.message : error}` });
    }
  }
  return { drafts, problems };
}
