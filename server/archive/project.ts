import { dirname, join, resolve } from "node:path";
import { type Config, configFileName, defaultProject, parseConfig } from "../engine/config-file.ts";
import type { Problem } from "../engine/corpus/source.ts";
import { kindOf } from "./folder.ts";
import { readTextFile } from "./text-file.ts";

/** Where drafts and sources belong together: the folder that paths of the configuration count from. */
export interface Project {
  readonly root: string;
  readonly config: Config;
  readonly configFile?: string;
  readonly problems: readonly Problem[];
}

/** The project of a folder: where the nearest `copydesk.yaml` lies, else where the nearest default corpus folder does, else `fallback`. */
export async function findProject(folder: string, fallback: string, lookForConfig = true): Promise<Project> {
  const file = lookForConfig && (await upward(folder, configFileName, "file"));
  if (file) return readProject(file);
  const corpus = await upward(folder, defaultProject.corpus[0] as string, "folder");
  return { root: corpus ? dirname(corpus) : fallback, config: defaultProject, problems: [] };
}

/** The project that a configuration file describes; a broken one yields what of it holds, and problems. */
export async function readProject(file: string): Promise<Project> {
  const { file: read, problem } = await readTextFile(file);
  if (problem)
    return { root: dirname(file), config: defaultProject, problems: [{ ...problem, message: `the configuration could not be read: ${problem.message}` }] };
  const { value, problems } = parseConfig(read.uri, read.text);
  return { root: dirname(file), config: value, configFile: file, problems };
}

async function upward(folder: string, name: string, kind: "file" | "folder"): Promise<string | undefined> {
  for (let at = resolve(folder); ; at = dirname(at)) {
    const candidate = join(at, name);
    if ((await kindOf(candidate)) === kind) return candidate;
    if (at === dirname(at)) return undefined;
  }
}
