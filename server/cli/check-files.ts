import type { Problem } from "../engine/corpus/source.ts";
import type { CheckCache } from "./cache.ts";
import { type CheckedFile, checkFile, type FixMode } from "./check-file.ts";
import type { Input } from "./inputs.ts";
import type { ReportedDraft } from "./reported.ts";
import type { Threads } from "./threads.ts";
import type { Workspace } from "./workspace.ts";

export interface CheckOptions {
  readonly fix: FixMode;
  readonly cache: CheckCache | undefined;
  readonly threads: Threads | undefined;
  readonly say: (progress: string) => void;
}

/** A draft's text before and after its safe fixes, as on disk. */
export interface Mended {
  readonly uri: string;
  readonly before: string;
  readonly after: string;
}

export interface CheckedFiles {
  readonly drafts: readonly ReportedDraft[];
  /** Where fixes are only to be shown: the drafts that they would change. */
  readonly mended: readonly Mended[];
  readonly problems: readonly Problem[];
}

/** Checks each input, or takes what is known of it; everything in the order of the inputs, however many threads work at it. */
export async function checkFiles(inputs: readonly Input[], workspace: Workspace, options: CheckOptions): Promise<CheckedFiles> {
  const { threads, say } = options;
  const results: Result[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    for (let index = next++; index < inputs.length; index = next++) {
      say(`checking ${index + 1} of ${inputs.length}`);
      results[index] = await checkInput(inputs[index] as Input, workspace, options);
    }
  };
  await Promise.all(Array.from({ length: threads?.count ?? 1 }, work));
  for (const { corpusProblems } of results) workspace.note(corpusProblems);
  return {
    drafts: results.flatMap(({ draft }) => draft ?? []),
    mended: results.flatMap(({ difference }) => difference ?? []),
    problems: results.flatMap(({ problems }) => problems),
  };
}

type Result = Omit<CheckedFile, "mended"> & { readonly difference?: Mended };

async function checkInput({ path, read }: Input, workspace: Workspace, { fix, cache, threads }: CheckOptions): Promise<Result> {
  const { file, problem } = await read();
  if (!file) return { problems: [problem], corpusProblems: [] };
  const key = fix === "none" ? await cache?.keyOf(file, workspace) : undefined;
  const known = key === undefined ? undefined : cache?.get(file, key);
  if (known) return known;
  const { mended, ...checked } = path && threads ? await threads.check(path, fix) : await checkFile(file, workspace, fix);
  if (key !== undefined) cache?.put(file.uri, key, checked);
  if (mended === undefined || mended === file.text) return checked;
  const mark = file.bom ? "\ufeff" : "";
  return { ...checked, difference: { uri: file.uri, before: mark + file.text, after: mark + mended } };
}
