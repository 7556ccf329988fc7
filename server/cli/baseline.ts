import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { dirname, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { ReportedDraft, ReportedFinding } from "./reported.ts";
import { UsageError } from "./usage.ts";

/** A finding that is known and accepted: by what it is about, not by where it stands. */
interface Entry {
  /** From the folder of the baseline, with forward slashes. */
  readonly file: string;
  readonly rule: string;
  readonly fact: string;
  /** How often, if more than once. */
  readonly count?: number;
}

/** Which findings an earlier run left to be mended later. */
export type Baseline = readonly Entry[];

export async function readBaseline(file: string): Promise<Baseline> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") throw new UsageError(`${file}: no such baseline (--update-baseline writes it)`);
    throw new UsageError(`${file}: the baseline cannot be read: ${(error as NodeJS.ErrnoException).code}`);
  }
  try {
    const { version, findings } = JSON.parse(text) as { readonly version?: number; readonly findings?: unknown };
    if (version === 1 && Array.isArray(findings) && findings.every(isEntry)) return findings;
  } catch {}
  throw new UsageError(`${file} is no baseline of Copydesk (--update-baseline writes one)`);
}

const isEntry = (value: unknown): value is Entry => {
  const { file, rule, fact } = (value ?? {}) as Record<string, unknown>;
  return typeof file === "string" && typeof rule === "string" && typeof fact === "string";
};

/**
 * Marks the findings that the baseline lists, each entry as often as it says. What is left of a file that is gone goes to whoever now has the
 * same finding: the draft was renamed.
 */
export function markKnown(drafts: readonly ReportedDraft[], baseline: Baseline, baselineFile: string): readonly ReportedDraft[] {
  const folder = dirname(resolve(baselineFile));
  const counts = (key: (entry: Entry) => string, entries: Baseline) => {
    const left = new Map<string, number>();
    for (const entry of entries) left.set(key(entry), (left.get(key(entry)) ?? 0) + (entry.count ?? 1));
    return left;
  };
  const inPlace = counts((entry) => keyOf(entry.file, entry), baseline);
  const orphans = counts(
    (entry) => keyOf("", entry),
    baseline.filter(({ file }) => !existsSync(resolve(folder, file))),
  );
  const take = (left: Map<string, number>, key: string): boolean => {
    const count = left.get(key) ?? 0;
    if (count) left.set(key, count - 1);
    return count > 0;
  };
  return drafts.map((draft) => {
    const file = nameOf(draft.uri, folder);
    return {
      ...draft,
      findings: draft.findings.map((finding) => {
        if (finding.suppressed) return finding;
        return { ...finding, known: take(inPlace, keyOf(file, finding)) || take(orphans, keyOf("", finding)) };
      }),
    };
  });
}

/** Writes what is open now. Entries of drafts that were not looked at stay, as long as the draft is there. */
export async function writeBaseline(drafts: readonly ReportedDraft[], before: Baseline, baselineFile: string): Promise<void> {
  const folder = dirname(resolve(baselineFile));
  const checked = new Set(drafts.map(({ uri }) => nameOf(uri, folder)));
  const entries = new Map<string, { file: string; rule: string; fact: string; count: number }>();
  const add = (file: string, { rule, fact }: Pick<ReportedFinding, "rule" | "fact">, count: number) => {
    const key = keyOf(file, { rule, fact });
    entries.set(key, { file, rule, fact, count: (entries.get(key)?.count ?? 0) + count });
  };
  for (const entry of before) if (!checked.has(entry.file) && existsSync(resolve(folder, entry.file))) add(entry.file, entry, entry.count ?? 1);
  for (const { uri, findings } of drafts) for (const finding of findings) if (!finding.suppressed) add(nameOf(uri, folder), finding, 1);
  const findings = [...entries].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, { count, ...entry }]) => (count > 1 ? { ...entry, count } : entry));
  await writeFile(baselineFile, `${JSON.stringify({ version: 1, findings }, null, 2)}\n`).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`${baselineFile} could not be written: ${error.code ?? error.message}`);
  });
}

const keyOf = (file: string, { rule, fact }: { readonly rule: string; readonly fact: string }): string => [file, rule, fact].join("\n");
const nameOf = (uri: string, folder: string): string => relative(folder, fileURLToPath(uri)).replaceAll("\\", "/");
