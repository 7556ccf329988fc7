import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { decode } from "../archive/decode.ts";
import { type ReadResult, readTextFile } from "../archive/text-file.ts";
import type { Problem } from "../engine/corpus/source.ts";
import { draftFiles } from "./draft-files.ts";
import { textOf, UsageError, type Values } from "./usage.ts";
import type { Workspace } from "./workspace.ts";

/** A text to check: `path` where it is a file's. */
export interface Input {
  readonly path?: string;
  readonly read: () => Promise<ReadResult>;
}

export interface Inputs {
  readonly inputs: readonly Input[];
  readonly problems: readonly Problem[];
}

/** What the command line names: files, folders and globs, or standard input. */
export async function inputsOf(operands: readonly string[], values: Values, workspace: Workspace): Promise<Inputs> {
  if (!values.stdin) {
    if (values["stdin-filename"] !== undefined) throw new UsageError("--stdin-filename goes with --stdin");
    const { paths, problems } = await draftFiles(operands.length ? operands : ["."], workspace);
    return { inputs: paths.map((path) => ({ path, read: () => readTextFile(path) })), problems };
  }
  if (operands.length) throw new UsageError("--stdin takes no paths: name the text with --stdin-filename");
  for (const option of ["fix", "watch", "since"]) if (values[option]) throw new UsageError(`--${option} ${standardInput[option]}`);
  const uri = pathToFileURL(resolve(textOf(values, "stdin-filename") ?? "stdin.md")).href;
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
  const decoded = decode(Buffer.concat(chunks));
  return { inputs: [{ read: async () => ("text" in decoded ? { file: { uri, ...decoded } } : { problem: { uri, ...decoded } }) }], problems: [] };
}

const standardInput: Readonly<Record<string, string>> = {
  fix: "cannot write to standard input",
  watch: "cannot watch standard input",
  since: "needs files: standard input has no revisions",
};
