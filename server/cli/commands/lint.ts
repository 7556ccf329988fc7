import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { loadCorpus } from "../../archive/load-corpus.ts";
import { readTextFile } from "../../archive/text-file.ts";
import { checkDraft } from "../../engine/check.ts";
import { defaultConfig } from "../../engine/config.ts";
import type { CheckedDraft } from "../checked.ts";
import { sarif } from "../format/sarif.ts";
import { linesOf } from "../lines.ts";

export async function lint(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { corpus: { type: "string", multiple: true }, format: { type: "string" }, "no-config": { type: "boolean" } },
  });
  const { corpus, problems } = await loadCorpus(values.corpus ?? ["seeds"], process.cwd());
  const drafts: CheckedDraft[] = [];
  const all = [...problems];
  for (const path of positionals) {
    const { file, problem } = await readTextFile(resolve(path));
    if (problem) all.push(problem);
    else drafts.push({ uri: file.uri, text: file.text, lines: linesOf(file.text), check: checkDraft(file.uri, file.text, corpus, defaultConfig) });
  }
  process.stdout.write(sarif({ drafts, problems: all, version: "0.1.0" }));
  return all.length ? 2 : drafts.some(({ check }) => check.findings.length) ? 1 : 0;
}
