import { fileURLToPath } from "node:url";
import { readTextFile, reasonOf, type TextFile } from "../archive/text-file.ts";
import { replaceTextFile } from "../archive/write-file.ts";
import type { Problem } from "../engine/corpus/source.ts";
import type { Edit } from "../engine/finding.ts";
import { applyEdits, compatibleEdits } from "../engine/fixes/apply.ts";
import type { CheckText } from "./check-files.ts";
import { openFindings } from "./checked.ts";
import type { ReportedDraft, ReportedFinding } from "./reported.ts";

/** A draft whose safe fixes were applied, with the text that they made of it. */
export interface Mended {
  readonly before: TextFile;
  readonly file: TextFile;
  readonly draft: ReportedDraft;
}

/** A fix may make another one possible; what has not settled by then never will. */
const mostRounds = 10;

/** Applies the safe fixes of a draft's open findings, and of no others, until none is left. Undefined where there is nothing safe to mend, or the mended text could not be checked. */
async function mend(draft: ReportedDraft, file: TextFile, check: CheckText): Promise<Mended | undefined> {
  let wanted: readonly Marker[] = openFindings(draft);
  let now: ReportedDraft = draft;
  for (let round = 0; round < mostRounds; round++) {
    const edits = compatibleEdits(safeFixes(openFindings(now).filter((finding) => wanted.some((one) => isSame(one, finding)))));
    if (!edits.length) break;
    const next = await check({ ...file, text: applyEdits(now.text, edits) });
    if (!next.draft) return undefined;
    wanted = wanted.map((one) => moved(one, edits));
    now = next.draft;
  }
  return now.text === draft.text ? undefined : { before: file, file: { ...file, text: now.text }, draft: now };
}

/** Applies the safe fixes of all drafts' open findings; `write` puts the texts into their files, and leaves out whom that failed for. */
export async function mendAll(
  drafts: readonly ReportedDraft[],
  files: ReadonlyMap<string, TextFile>,
  check: CheckText,
  write: boolean,
): Promise<{ readonly mended: readonly Mended[]; readonly problems: readonly Problem[] }> {
  const mended: Mended[] = [];
  const problems: Problem[] = [];
  for (const draft of drafts) {
    const file = files.get(draft.uri);
    const one = file && (await mend(draft, file, check));
    const problem = one && write ? await writeText(one) : undefined;
    if (problem) problems.push(problem);
    else if (one) mended.push(one);
  }
  return { mended, problems };
}

/** Puts the mended text into the draft's file, if that is still as it was read; or says why it could not. */
async function writeText({ before, file }: Mended): Promise<Problem | undefined> {
  const { uri } = file;
  try {
    const now = await readTextFile(fileURLToPath(uri));
    if (now.problem) return { uri, message: `fixes not written: ${now.problem.message}` };
    if (now.file.text !== before.text) return { uri, message: "fixes not written: the file has changed since it was read, run the command again" };
    await replaceTextFile(file);
    return undefined;
  } catch (error) {
    return { uri, message: `fixes not written: ${reasonOf(error).replace("read", "written")}` };
  }
}

/** Which finding is meant: edits move it, and add none like it. */
type Marker = Pick<ReportedFinding, "rule" | "start">;
const isSame = (a: Marker, b: Marker): boolean => a.rule === b.rule && a.start === b.start;

const moved = ({ rule, start }: Marker, edits: readonly Edit[]): Marker => ({
  rule,
  start: edits.reduce((at, edit) => (edit.end <= start ? at + edit.newText.length - (edit.end - edit.start) : at), start),
});

/** The first safe fix of each finding. */
const safeFixes = (findings: readonly ReportedFinding[]) => findings.flatMap(({ fixes }) => fixes.find(({ safety }) => safety === "safe") ?? []);
