import { isGlob, matchesAny, splitGlob } from "../archive/glob.ts";
import { type Config, configFileName, defaultProject, parseConfig } from "../engine/config-file.ts";
import type { Problem } from "../engine/corpus/source.ts";
import { parseDocument } from "../engine/document/parse.ts";
import { isNamedBy, type LoadedCorpus, loadCorpus } from "./corpora.ts";
import { type CorpusInUse, createCorpusInUse, type Patience } from "./corpus-in-use.ts";
import type { FileSystem } from "./runtime.ts";
import { createSourceFiles } from "./sources.ts";
import type { Pace } from "./turns.ts";
import { fileName, joinUri, keyOf, parentOf, pathBelow } from "./uris.ts";

/** A folder with a configuration or a corpus: what its paths count from. */
export interface Project {
  readonly root: string;
  readonly config: Config;
  readonly configUri?: string;
  readonly problems: readonly Problem[];
}

/** What belongs to a draft. */
export interface Desk extends LoadedCorpus {
  readonly project: Project;
}

/** The open folders, their configurations and corpora, each read once and again after `changed`. */
export interface Workspace {
  readonly folders: () => readonly string[];
  readonly setFolders: (folders: readonly string[]) => void;
  /** Undefined where the document is no draft: outside the folders, in one without configuration and corpus, a source itself, or excluded. */
  readonly deskFor: (uri: string, text: string) => Promise<Desk | undefined>;
  /** The same; while its sources are being read, without them (`corpus.isUnread`). */
  readonly deskSoFar: (uri: string, text: string) => Promise<Desk | undefined>;
  /** Whether a project has the file among its sources. */
  readonly isSource: (uri: string) => Promise<boolean>;
  /** The drafts on disk in all folders. */
  readonly drafts: () => Promise<readonly string[]>;
  readonly desks: () => Promise<readonly Desk[]>;
  /** The folders of the corpora in use. */
  readonly corpusFolders: () => readonly string[];
  /** Files were changed, created or deleted (all may have been): what rests on them is read again. False when nothing does. */
  readonly changed: (uris?: readonly string[]) => boolean;
}

/** Is told of each corpus that is read; gives back what to tell of its progress. */
export type OnLoad = (root: string) => { readonly report: (done: number, all: number) => void; readonly done: () => void };

/** Without patience, every answer waits until all sources are read. */
export function createWorkspace(files: FileSystem, onLoad: OnLoad, pace: Pace, patience?: Patience): Workspace {
  const sourceFiles = createSourceFiles(files, pace);
  const projects = new Map<string, Promise<Project | undefined>>();
  /** Folders without a project: any new file may give them one. */
  const homeless = new Set<string>();
  const corpora = new Map<string, CorpusInUse>();
  let folders: readonly string[] = [];
  /** Rises when a draft may belong elsewhere from now on. */
  let order = 0;

  const inFolders = (uri: string): boolean => folders.some((folder) => pathBelow(folder, uri) !== undefined);

  const projectOf = (folder: string): Promise<Project | undefined> => {
    const known = projects.get(folder);
    if (known) return known;
    const found = findProject(folder, files);
    projects.set(folder, found);
    found.then(
      (project) => project ?? homeless.add(folder),
      () => projects.delete(folder),
    );
    return found;
  };

  const corpusOf = (entries: readonly string[], base: string): CorpusInUse => {
    const key = JSON.stringify(entries.map((entry) => joinUri(base, entry)));
    const known = corpora.get(key);
    if (known) return known;
    const load = (isWanted: () => boolean, last: LoadedCorpus | undefined) => {
      const { report, done } = onLoad(base);
      return loadCorpus(entries, base, { files, sourceFiles, pace }, report, isWanted, last).finally(done);
    };
    const corpus = createCorpusInUse(entries, base, load, patience);
    corpora.set(key, corpus);
    return corpus;
  };

  const seatOf = (project: Project): Seat => ({ project, corpus: corpusOf(project.config.corpus, project.root) });

  const seatFor = async (uri: string, text: string): Promise<Seat | undefined> => {
    if (uri.startsWith("untitled:")) {
      const first = folders[0] === undefined ? undefined : await projectOf(folders[0]);
      return first && seatOf(first);
    }
    const folder = parentOf(uri);
    if (!folder || !inFolders(uri)) return undefined;
    const project = await projectOf(folder);
    if (!project || !isDraft(project, uri)) return undefined;
    const own = ownCorpus(uri, text);
    return own ? { project, corpus: corpusOf(own, await baseOf(own, folder, project.root, files)) } : seatOf(project);
  };
  const whole = async ({ project, corpus }: Seat): Promise<Desk> => ({ project, ...(await corpus.whole()) });

  return {
    folders: () => folders,
    setFolders: (next) => {
      folders = next;
      order++;
    },
    deskFor: async (uri, text) => {
      for (;;) {
        const asked = order;
        const seat = await seatFor(uri, text);
        const desk = seat && (await whole(seat));
        if (asked === order) return desk;
      }
    },
    deskSoFar: async (uri, text) => {
      const seat = await seatFor(uri, text);
      return seat && { project: seat.project, ...(await seat.corpus.soFar()) };
    },
    isSource: async (uri) => {
      const folder = parentOf(uri);
      const project = folder && inFolders(uri) ? await projectOf(folder) : undefined;
      return project !== undefined && isNamedBy(project.config.corpus, project.root)(uri);
    },
    drafts: async () => {
      const found = new Map<string, string>();
      for (const folder of folders) {
        for (const uri of await files.list(folder)) {
          const project = await projectOf(parentOf(uri) ?? folder);
          if (project && isDraft(project, uri)) found.set(keyOf(uri), uri);
        }
      }
      return [...found.values()];
    },
    desks: async () => {
      const found = await Promise.all([...folders.map(projectOf), ...projects.values()]);
      const byRoot = new Map(found.flatMap((project) => (project ? [[project.root, project] as const] : [])));
      return Promise.all([...byRoot.values()].map((project) => whole(seatOf(project))));
    },
    corpusFolders: () => [...new Set([...corpora.values()].flatMap(({ entries, base }) => entries.map((entry) => joinUri(base, splitGlob(entry).folder))))],
    changed: (uris) => {
      // A name without an ending may be a folder: whatever is below it has changed.
      const all = !uris || uris.some((uri) => !/\.\w+$/.test(uri));
      if (all) sourceFiles.forget();
      else for (const uri of uris) sourceFiles.forget(uri);
      const isConfigured = all || uris.some((uri) => fileName(uri) === configFileName);
      const stale = [...corpora.values()].filter(({ restsOn }) => all || uris.some(restsOn));
      const wasHomeless = homeless.size > 0;
      if (isConfigured) projects.clear();
      if (isConfigured || wasHomeless) order++;
      for (const folder of homeless) projects.delete(folder);
      homeless.clear();
      for (const corpus of stale) corpus.forget();
      return isConfigured || wasHomeless || stale.length > 0;
    },
  };
}

/** Where a draft is checked: its project, and the sources that it rests on. */
interface Seat {
  readonly project: Project;
  readonly corpus: CorpusInUse;
}

/** The nearest folder upward with a configuration, else the nearest with the default corpus. */
async function findProject(folder: string, files: FileSystem): Promise<Project | undefined> {
  for (let at: string | undefined = folder; at !== undefined; at = parentOf(at)) {
    const uri = joinUri(at, configFileName);
    if ((await files.kind(uri)) === "file") return readProject(at, uri, files);
  }
  for (let at: string | undefined = folder; at !== undefined; at = parentOf(at)) {
    if ((await files.kind(joinUri(at, defaultProject.corpus[0] as string))) === "folder") return { root: at, config: defaultProject, problems: [] };
  }
  return undefined;
}

async function readProject(root: string, configUri: string, files: FileSystem): Promise<Project> {
  const found = await files.read(configUri);
  if ("problem" in found) return { root, configUri, config: defaultProject, problems: [{ uri: configUri, message: `configuration ${found.problem}` }] };
  const { value, problems } = parseConfig(configUri, found.text);
  return { root, configUri, config: value, problems };
}

function isDraft({ root, config }: Project, uri: string): boolean {
  const path = pathBelow(root, uri);
  if (path === undefined || isNamedBy(config.corpus, root)(uri)) return false;
  return matchesAny(config.drafts, path);
}

/** What a draft's front matter says about its sources. */
const ownCorpus = (uri: string, text: string): readonly string[] | undefined =>
  /^---[ \t]*\r?\n/.test(text) && /^corpus[ \t]*:/m.test(text) ? parseDocument(uri, text).metadata.corpus?.value : undefined;

/** A draft names its sources from where it lies, or from the root of its project. */
async function baseOf(entries: readonly string[], folder: string, root: string, files: FileSystem): Promise<string> {
  for (const entry of entries) if ((await files.kind(joinUri(folder, isGlob(entry) ? splitGlob(entry).folder : entry))) === "missing") return root;
  return folder;
}
