import type { TextFile } from "../archive/text-file.ts";
import type { Problem } from "../engine/corpus/source.ts";
import type { CheckCache } from "./cache.ts";
import { type CheckedFile, checkFile } from "./check-file.ts";
import type { Input } from "./inputs.ts";
import type { ReportedDraft } from "./reported.ts";
import type { Threads } from "./threads.ts";
import type { Workspace } from "./workspace.ts";

/** Checks a text, in this thread or another. */
export type CheckText = (file: TextFile) => Promise<CheckedFile>;

export const checkWith =
  (workspace: Workspace, threads: Threads | undefined): CheckText =>
  (file) =>
    threads ? threads.check(file) : checkFile(file, workspace);

export interface CheckOptions {
  readonly check: CheckText;
  readonly cache: CheckCache | undefined;
  /** How many are checked at once. */
  readonly atOnce: number;
  readonly say: (progress: string) => void;
}

export interface CheckedFiles {
  readonly drafts: readonly ReportedDraft[];
  /** Their files, as they were read. */
  readonly files: ReadonlyMap<string, TextFile>;
  readonly problems: readonly Problem[];
}

/** Checks each input, or takes what is known of it; everything in the order of the inputs, however many threads work at it. */
export async function checkFiles(inputs: readonly Input[], workspace: Workspace, options: CheckOptions): Promise<CheckedFiles> {
  const { atOnce, say } = options;
  const results: Result[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    for (let index = next++; index < inputs.length; index = next++) {
      say(`checking ${index + 1} of ${inputs.length}`);
      results[index] = await checkInput(inputs[index] as Input, workspace, options);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  for (const { corpusProblems } of results) workspace.note(corpusProblems);
  return {
    drafts: results.flatMap(({ draft }) => draft ?? []),
    files: new Map(results.flatMap(({ file }) => (file ? [[file.uri, file]] : []))),
    problems: results.flatMap(({ problems }) => problems),
  };
}

type Result = CheckedFile & { readonly file?: TextFile };

async function checkInput({ read }: Input, workspace: Workspace, { check, cache }: CheckOptions): Promise<Result> {
  const { file, problem } = await read();
  if (!file) return { problems: [problem], corpusProblems: [] };
  const key = await cache?.keyOf(file, workspace);
  const known = key === undefined ? undefined : cache?.get(file, key);
  if (known) return { ...known, file };
  const checked = await check(file);
  if (key !== undefined) cache?.put(file.uri, key, checked);
  return { ...checked, file };
}
