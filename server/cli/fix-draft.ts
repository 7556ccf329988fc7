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

/** A draft with its safe fixes applied, until none is left. The same text where there is nothing safe to mend. */
export interface MendedDraft {
  readonly text: string;
  readonly check: Check;
}

export function mendDraft(uri: string, text: string, checked: Check, corpus: Corpus, config: EngineConfig): MendedDraft {
  let mended = { text, check: checked };
  for (let round = 0; round < mostRounds; round++) {
    const edits = compatibleEdits(safeFixes(mended.check));
    if (!edits.length) break;
    const next = applyEdits(mended.text, edits);
    mended = { text: next, check: checkDraft(uri, next, corpus, config) };
  }
  return mended;
}

/** Puts the mended text into the draft's file; or says why it could not. */
export async function writeMended({ uri, bom }: TextFile, text: string): Promise<Problem | undefined> {
  try {
    await replaceFile(fileURLToPath(uri), bom ? `\ufeff${text}` : text);
    return undefined;
  } catch (error) {
    return { uri, message: `fixes not written: ${reasonOf(error).replace("read", "written")}` };
  }
}

/** The first safe fix of each open finding. */
const safeFixes = ({ findings }: Check) =>
  findings.filter(({ suppressedBy }) => suppressedBy === undefined).flatMap(({ fixes }) => fixes.find(({ safety }) => safety === "safe") ?? []);
