import { writeFile } from "node:fs/promises";
import { nearest } from "../../engine/nearest.ts";
import type { LintReport } from "../checked.ts";
import { paintFor, plain } from "../terminal.ts";
import { UsageError } from "../usage.ts";
import { type FormatName, formatNames, formats } from "./formats.ts";

/** One report asked for: its format, and the file it goes to; without one, standard output. */
export interface Output {
  readonly format: FormatName;
  readonly file?: string;
}

/** Reads `--format` values: `text`, `sarif=out.sarif`. Only one report can go to standard output. */
export function outputsOf(values: readonly string[]): readonly Output[] {
  const outputs = (values.length ? values : ["text"]).map(outputOf);
  if (outputs.filter(({ file }) => file === undefined).length > 1)
    throw new UsageError("two formats cannot share standard output: give one a file, as in --format sarif=out.sarif");
  const files = outputs.flatMap(({ file }) => file ?? []);
  if (new Set(files).size < files.length) throw new UsageError("two formats cannot share a file");
  return outputs;
}

function outputOf(value: string): Output {
  const [name = "", ...rest] = value.split("=");
  const near = nearest(name, formatNames);
  if (!(formatNames as readonly string[]).includes(name))
    throw new UsageError(`unknown format "${name}": ${near ? `did you mean ${near}?` : `use ${formatNames.join(", ")}`}`);
  const file = rest.join("=");
  if (rest.length && !file) throw new UsageError(`--format ${name}= names no file`);
  return { format: name as FormatName, ...(file && { file }) };
}

/** Writes each report where it belongs. Files get no colours. */
export async function writeReports(report: LintReport, outputs: readonly Output[]): Promise<void> {
  for (const { format, file } of outputs) {
    const { write } = formats[format];
    if (file === undefined) process.stdout.write(write(report, paintFor(process.stdout)));
    else
      await writeFile(file, write(report, plain)).catch((error: NodeJS.ErrnoException) => {
        throw new UsageError(`${file} could not be written: ${error.code ?? error.message}`);
      });
  }
}
