import { fileURLToPath } from "node:url";
import { reasonOf, type TextFile } from "../archive/text-file.ts";
import { replaceFile } from "../archive/write-file.ts";
import { type Check, checkDraft } from "../engine/check.ts";
import type { EngineConfig } from "../engine/config.ts";
import type { Corpus } from "../engine/corpus/corpus.ts";
import type { Problem } from "../engine/corpus/source.ts";
import { applyEdits, compatibleEdits } from "../engine/fixes/apply.ts";

/** A fix may make another one possible; what has not settled by then never will. */
const mostRounds = 10;

export interface FixedDraft {
  readonly text: string;
  readonly check: Check;
  readonly problem?: Problem;
}

/** Applies the safe fixes until none is left, and writes the file. What comes back is the draft as it then stands on disk. */
export async function fixDraft({ uri, text, bom }: TextFile, checked: Check, corpus: Corpus, config: EngineConfig): Promise<FixedDraft> {
  let fixed = { text, check: checked };
  for (let round = 0; round < mostRounds; round++) {
    const edits = compatibleEdits(safeFixes(fixed.check));
    if (!edits.length) break;
    const next = applyEdits(fixed.text, edits);
    fixed = { text: next, check: checkDraft(uri, next, corpus, config) };
  }
  if (fixed.text === text) return fixed;
  try {
    await replaceFile(fileURLToPath(uri), bom ? `\ufeff${fixed.text}` : fixed.text);
    return fixed;
  } catch (error) {
    return { text, check: checked, problem: { uri, message: `fixes not written: ${reasonOf(error).replace("read", "written")}` } };
  }
}

/** The first safe fix of each open finding. */
const safeFixes = ({ findings }: Check) =>
  findings.filter(({ suppressedBy }) => suppressedBy === undefined).flatMap(({ fixes }) => fixes.find(({ safety }) => safety === "safe") ?? []);
