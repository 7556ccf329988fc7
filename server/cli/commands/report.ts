import { writeFile } from "node:fs/promises";
import { basename, extname, resolve } from "node:path";
import { readTextFile } from "../../archive/text-file.ts";
import { checkDraft } from "../../engine/check.ts";
import { ledgerOf } from "../../engine/compare/ledger.ts";
import { sayProblems } from "../checked.ts";
import { tableOf } from "../ledger/row.ts";
import { linesOf } from "../lines.ts";
import { csv } from "../report/csv.ts";
import { html } from "../report/html.ts";
import { markdown } from "../report/markdown.ts";
import { sheetOf } from "../report/sheet.ts";
import { progress } from "../terminal.ts";
import { type Command, textOf, UsageError, type Values } from "../usage.ts";
import { openWorkspace, workspaceOptions } from "../workspace.ts";

const formatNames = ["html", "md", "csv"] as const;
type FormatName = (typeof formatNames)[number];

export const report: Command = {
  name: "report",
  operands: "DRAFT",
  summary: "write the fact sheet of a draft: every figure, date, quotation and name with the sentence that bears it out",
  details: `Open questions come first. The page is one file that needs no network and no script; a browser prints it.
Exit status: 0 written, 2 wrong usage, or something that could not be read.`,
  options: {
    ...workspaceOptions,
    output: { type: "string", short: "o", value: "FILE", help: "where it goes (default: standard output)" },
    format: { type: "string", value: "FORMAT", help: `${formatNames.join(", ")} (default: by the ending of FILE, else html)` },
  },
  run: async (operands, values) => {
    const [path, ...more] = operands;
    if (path === undefined || more.length) throw new UsageError("report takes one draft");
    const output = textOf(values, "output");
    const format = formatOf(values, output);
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
    const check = checkDraft(file.uri, file.text, corpus, config);
    const { document } = check.desk.draft;
    const sheet = sheetOf(check, lines, basename(path));
    const tables = () => ledgerOf(check.desk.corpus, check.desk).map((series) => tableOf(series, { uri: file.uri, lines, document }));
    const text = format === "csv" ? csv(sheet) : format === "md" ? markdown(sheet) : html(sheet, document, tables());
    if (output === undefined) process.stdout.write(text);
    else
      await writeFile(output, text).catch((error: NodeJS.ErrnoException) => {
        throw new UsageError(`${output} could not be written: ${error.code ?? error.message}`);
      });
    const problems = [
      ...workspace.problems(),
      ...check.failures.map(({ rule, message }) => ({ uri: file.uri, message: `the rule ${rule} broke: ${message}` })),
    ];
    sayProblems(problems);
    return problems.length ? 2 : 0;
  },
};

function formatOf(values: Values, output: string | undefined): FormatName {
  const ending = output === undefined ? "" : extname(output).slice(1).toLowerCase();
  const name = textOf(values, "format") ?? ((formatNames as readonly string[]).includes(ending) ? ending : "html");
  if ((formatNames as readonly string[]).includes(name)) return name as FormatName;
  throw new UsageError(`unknown format "${name}": use ${formatNames.join(", ")}`);
}
