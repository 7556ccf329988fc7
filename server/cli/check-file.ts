import type { TextFile } from "../archive/text-file.ts";
import { checkDraft } from "../engine/check.ts";
import type { Problem } from "../engine/corpus/source.ts";
import { mendDraft, writeMended } from "./fix-draft.ts";
import { linesOf } from "./lines.ts";
import { type ReportedDraft, reportDraft } from "./reported.ts";
import type { Workspace } from "./workspace.ts";

/** What becomes of safe fixes: nothing, written to the file, or shown as a difference. */
export type FixMode = "none" | "write" | "show";

/** What came of one file. Plain data: it crosses threads. */
export interface CheckedFile {
  /** Absent where it could not be checked. After `--fix` it is the draft as it then stands on disk. */
  readonly draft?: ReportedDraft;
  /** What its safe fixes would make of it, where it was only to be shown. */
  readonly mended?: string;
  readonly problems: readonly Problem[];
  /** Those of its sources: the same for all drafts of a corpus. */
  readonly corpusProblems: readonly Problem[];
}

export async function checkFile(file: TextFile, workspace: Workspace, fix: FixMode): Promise<CheckedFile> {
  const { uri, text } = file;
  const { corpus, config, problems: corpusProblems } = await workspace.deskFor(file);
  // Without sources every citation would be wrong and every figure unsupported: the missing corpus is the one thing to say.
  if (!corpus.sources.length) return { problems: [], corpusProblems };
  const report = (now: string, check: ReturnType<typeof checkDraft>) => reportDraft({ uri, text: now, lines: linesOf(now), check });
  try {
    const check = checkDraft(uri, text, corpus, config);
    if (fix === "none") return { draft: report(text, check), problems: [], corpusProblems };
    const mended = mendDraft(uri, text, check, corpus, config);
    if (fix === "show") return { draft: report(text, check), mended: mended.text, problems: [], corpusProblems };
    const problem = mended.text === text ? undefined : await writeMended(file, mended.text);
    return problem
      ? { draft: report(text, check), problems: [problem], corpusProblems }
      : { draft: report(mended.text, mended.check), problems: [], corpusProblems };
  } catch (error) {
    const message = `could not be checked, by a mistake in Copydesk: ${error instanceof Error ? error.message : error}`;
    return { problems: [{ uri, message }], corpusProblems };
  }
}
