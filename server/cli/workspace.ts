import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { digestCorpus } from "../archive/corpus-digest.ts";
import { kindOf } from "../archive/folder.ts";
import { isGlob, splitGlob } from "../archive/glob.ts";
import { corpusFolders, isInCorpus, isWithin, type LoadedCorpus, loadCorpus } from "../archive/load-corpus.ts";
import { findProject, type Project, readProject } from "../archive/project.ts";
import type { TextFile } from "../archive/text-file.ts";
import type { Config } from "../engine/config-file.ts";
import type { Corpus } from "../engine/corpus/corpus.ts";
import type { Problem } from "../engine/corpus/source.ts";
import { parseDocument } from "../engine/document/parse.ts";
import { ruleOverrides } from "./rule-option.ts";
import { type Option, textOf, textsOf, UsageError, type Values } from "./usage.ts";

/** The options of every command that reads a corpus. */
export const workspaceOptions = {
  corpus: { type: "string", multiple: true, value: "DIR", help: "folder or glob with the sources, instead of the configured one; may be repeated" },
  config: { type: "string", value: "FILE", help: "configuration file, instead of the nearest copydesk.yaml" },
  "no-config": { type: "boolean", help: "use the defaults, whatever copydesk.yaml says" },
} satisfies Record<string, Option>;

/** What belongs to a draft: its configuration and its sources. Everything is read once. */
export interface Workspace {
  readonly project: (folder: string) => Promise<Project>;
  readonly isSource: (path: string) => Promise<boolean>;
  /** Whether a folder is one of sources. */
  readonly isCorpusFolder: (path: string) => Promise<boolean>;
  /** What a draft is checked with; `problems` are those of its sources. */
  readonly deskFor: (draft: TextFile) => Promise<{ readonly corpus: Corpus; readonly config: Config; readonly problems: readonly Problem[] }>;
  /** Says when a draft must be checked again: a text that changes with its configuration and its sources. Reads them, and understands none. */
  readonly surroundingsOf: (draft: TextFile) => Promise<string>;
  /** Problems met elsewhere (in an earlier run, in another thread) that belong to this one. */
  readonly note: (problems: readonly Problem[]) => void;
  /** The sources of a folder's project. */
  readonly corpusFor: (folder: string) => Promise<Corpus>;
  /** Where configurations and sources met so far lie, or would: files and folders. */
  readonly places: () => readonly string[];
  /** Problems of configurations and sources met so far, each once. */
  readonly problems: () => readonly Problem[];
}

/** Where sources lie: files, folders and globs, looked for in `base`. */
interface Entries {
  readonly entries: readonly string[];
  readonly base: string;
}

export function openWorkspace(values: Values, say: (progress: string) => void = () => {}): Workspace {
  const here = process.cwd();
  const corpusOption = textsOf(values, "corpus");
  const configOption = textOf(values, "config");
  if (configOption !== undefined && values["no-config"]) throw new UsageError("--config names a configuration and --no-config wants none: use one of them");
  if (configOption !== undefined && !existsSync(configOption)) throw new UsageError(`--config ${configOption}: no such file`);
  const projects = new Map<string, Promise<Project>>();
  const corpora = new Map<string, Promise<LoadedCorpus>>();
  const digests = new Map<string, Promise<string>>();
  const overrides = ruleOverrides(textsOf(values, "rule") ?? []);
  const places = new Set<string>();
  const problems = new Map<string, Problem>();
  const note = (found: readonly Problem[]) => {
    for (const problem of found) problems.set(`${problem.uri}\n${problem.line ?? ""}\n${problem.column ?? ""}\n${problem.message}`, problem);
  };

  const read = async (folder: string): Promise<Project> => {
    const found = configOption ? await readProject(resolve(configOption)) : await findProject(folder, here, !values["no-config"]);
    note(found.problems);
    if (found.configFile) places.add(found.configFile);
    return { ...found, config: { ...found.config, rules: { ...found.config.rules, ...overrides } } };
  };
  const project = (folder: string): Promise<Project> => {
    const key = configOption ? "" : folder;
    const known = projects.get(key) ?? read(folder);
    projects.set(key, known);
    return known;
  };

  /** Paths of the command line count from here, those of a configuration from its folder. */
  const corpusOf = ({ root, config }: Project): Entries => (corpusOption ? { entries: corpusOption, base: here } : { entries: config.corpus, base: root });

  const keyOf = ({ entries, base }: Entries): string => JSON.stringify(entries.map((entry) => resolve(base, entry)));

  const load = async (of: Entries): Promise<LoadedCorpus> => {
    const { entries, base } = of;
    const key = keyOf(of);
    const loading = corpora.get(key) ?? loadCorpus(entries, base, (done, all) => say(`reading sources: ${done} of ${all}`));
    corpora.set(key, loading);
    const loaded = await loading;
    note(loaded.problems);
    return loaded;
  };

  const digest = (of: Entries): Promise<string> => {
    const key = keyOf(of);
    const known = digests.get(key) ?? digestCorpus(of.entries, of.base);
    digests.set(key, known);
    return known;
  };

  /** A draft may name its own sources. */
  const entriesFor = async ({ uri, text }: TextFile): Promise<Entries & { readonly config: Config }> => {
    const folder = dirname(fileURLToPath(uri));
    const owner = await project(folder);
    const own = corpusOption ? undefined : ownCorpus(uri, text);
    const of = { ...(own?.length ? { entries: own, base: await baseOf(own, folder, owner.root) } : corpusOf(owner)), config: owner.config };
    for (const entry of of.entries) places.add(resolve(of.base, isGlob(entry) ? splitGlob(entry.replaceAll("\\", "/")).folder : entry));
    return of;
  };

  return {
    project,
    isSource: async (path) => {
      const { entries, base } = corpusOf(await project(dirname(path)));
      return isInCorpus(entries, base)(path);
    },
    isCorpusFolder: async (path) => {
      const { entries, base } = corpusOf(await project(path));
      return corpusFolders(entries, base).some((folder) => isWithin(folder)(path));
    },
    corpusFor: async (folder) => (await load(corpusOf(await project(folder)))).corpus,
    deskFor: async (draft) => {
      const { config, ...entries } = await entriesFor(draft);
      return { ...(await load(entries)), config };
    },
    surroundingsOf: async (draft) => {
      const { config, ...entries } = await entriesFor(draft);
      return JSON.stringify([config, keyOf(entries), await digest(entries)]);
    },
    note,
    places: () => [...places],
    problems: () => [...problems.values()],
  };
}

/** What a draft's front matter says about its sources. */
const ownCorpus = (uri: string, text: string): readonly string[] | undefined =>
  text.startsWith("---") && /^corpus[ \t]*:/m.test(text) ? parseDocument(uri, text).metadata.corpus?.value : undefined;

/** A draft names its sources from where it lies, or from the root of its project. */
async function baseOf(entries: readonly string[], folder: string, root: string): Promise<string> {
  for (const entry of entries) if ((await kindOf(resolve(folder, isGlob(entry) ? splitGlob(entry).folder : entry))) === "missing") return root;
  return folder;
}
