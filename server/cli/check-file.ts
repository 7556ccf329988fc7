import type { TextFile } from "../archive/text-file.ts";
import { checkDraft } from "../engine/check.ts";
import type { Problem } from "../engine/corpus/source.ts";
import { linesOf } from "./lines.ts";
import { type ReportedDraft, reportDraft } from "./reported.ts";
import type { Workspace } from "./workspace.ts";

/** What came of one text. Plain data: it crosses threads. */
export interface CheckedFile {
  /** Absent where it could not be checked. */
  readonly draft?: ReportedDraft;
  readonly problems: readonly Problem[];
  /** Those of its sources: the same for all drafts of a corpus. */
  readonly corpusProblems: readonly Problem[];
}

export async function checkFile(file: TextFile, workspace: Workspace): Promise<CheckedFile> {
  const { uri, text } = file;
  const { corpus, config, problems: corpusProblems } = await workspace.deskFor(file);
  // Without sources every citation would be wrong and every figure unsupported: the missing corpus is the one thing to say.
  if (!corpus.all.length)
    return { problems: corpusProblems.length ? [] : [{ uri, message: "could not be checked: its corpus holds no article" }], corpusProblems };
  try {
    const check = checkDraft(uri, text, corpus, config);
    return { draft: reportDraft({ uri, text, lines: linesOf(text), check }), problems: [], corpusProblems };
  } catch (error) {
    const message = `could not be checked, by a mistake in Copydesk: ${error instanceof Error ? error.message : error}`;
    return { problems: [{ uri, message }], corpusProblems };
  }
}
