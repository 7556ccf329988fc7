import { stat } from "node:fs/promises";
import { dirname, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { sourcesAmong } from "../archive/corpus-files.ts";
import { filesBelow, kindOf } from "../archive/folder.ts";
import { globMatcher, isGlob, matchesAny, splitGlob } from "../archive/glob.ts";
import { reasonOf } from "../archive/text-file.ts";
import type { Problem } from "../engine/corpus/source.ts";
import type { Workspace } from "./workspace.ts";

export interface DraftFiles {
  /** Absolute, each once, in the order named. */
  readonly paths: readonly string[];
  readonly problems: readonly Problem[];
}

/** What is looked for in a folder: drafts; or, where it is one of sources, every source as well. */
type Wanted = "drafts" | "sources too";

/** The files that operands name: files, folders (searched for drafts) and globs. */
export async function draftFiles(operands: readonly string[], workspace: Workspace, wanted: Wanted = "drafts"): Promise<DraftFiles> {
  const paths = new Set<string>();
  const problems: Problem[] = [];
  for (const operand of operands) {
    const found = await expand(operand, workspace, wanted);
    if ("none" in found) problems.push({ uri: pathToFileURL(resolve(operand)).href, message: found.none });
    else {
      for (const path of found.paths) paths.add(path);
      problems.push(...found.problems);
    }
  }
  return { paths: [...paths], problems };
}

/** The files of one operand; or why there are none. */
async function expand(operand: string, workspace: Workspace, wanted: Wanted): Promise<DraftFiles | { readonly none: string }> {
  const path = resolve(operand);
  const kind = await kindOf(path);
  if (kind === "file") return { paths: [path], problems: [] };
  const orNone = (paths: readonly string[], problems: readonly Problem[], none: string) => (paths.length || problems.length ? { paths, problems } : { none });
  if (kind === "folder") {
    const { files, problems } = await filesBelow(path);
    if (wanted === "sources too" && (await workspace.isCorpusFolder(path))) return orNone(sourcesAmong(files), problems, "holds no sources");
    return orNone(await keep(files, path, workspace, isDraft), problems, "holds no drafts");
  }
  if (!isGlob(operand)) return { none: await whyNot(path) };
  const { folder, rest } = splitGlob(operand.replaceAll("\\", "/"));
  const top = resolve(folder);
  const matches = globMatcher(rest);
  const { files, problems } = await filesBelow(top);
  return orNone(
    await keep(
      files.filter((file) => matches(slashed(top, file))),
      top,
      workspace,
    ),
    rest.includes("**") ? problems : [],
    "matches no drafts",
  );
}

/** A file that is there all the same, in a folder that is closed or behind links that form a circle. */
const whyNot = (path: string): Promise<string> => stat(path).then(() => "no such file or folder", reasonOf);

/** Sources are no drafts, unless their folder itself was named. */
async function keep(files: readonly string[], named: string, workspace: Workspace, also?: typeof isDraft): Promise<readonly string[]> {
  const sourcesWanted = await workspace.isCorpusFolder(named);
  const kept: string[] = [];
  for (const file of files) {
    if (!sourcesWanted && (await workspace.isSource(file))) continue;
    if (!also || (await also(file, workspace))) kept.push(file);
  }
  return kept;
}

/** Whether the configuration's `drafts` take in a file. */
async function isDraft(file: string, workspace: Workspace): Promise<boolean> {
  const { root, config } = await workspace.project(dirname(file));
  const path = slashed(root, file);
  return matchesAny(config.drafts, path);
}

const slashed = (from: string, to: string): string => relative(from, to).replaceAll("\\", "/");
