import { fileURLToPath } from "node:url";
import type { TextFile } from "../../archive/text-file.ts";
import { type Baseline, markKnown, readBaseline, writeBaseline } from "../baseline.ts";
import { type CheckCache, cacheFileName, openCache } from "../cache.ts";
import { sinceRevision } from "../changed-lines.ts";
import { checkFiles, checkWith } from "../check-files.ts";
import { reportOf, sayProblems, shownPath, statusOf } from "../checked.ts";
import { formatNames } from "../format/formats.ts";
import { type Output, outputsOf, writeReports } from "../format/outputs.ts";
import { inputsOf } from "../inputs.ts";
import { type Mended, mendAll } from "../mend.ts";
import { printConfig } from "../print-config.ts";
import type { ReportedDraft } from "../reported.ts";
import { progress } from "../terminal.ts";
import { openThreads, type Threads } from "../threads.ts";
import { unifiedDiff } from "../unified-diff.ts";
import { type Command, textOf, textsOf, UsageError, type Values } from "../usage.ts";
import { version } from "../version.ts";
import { rerunOnChange } from "../watch.ts";
import { watchedFolders } from "../watched-folders.ts";
import { openWorkspace, workspaceOptions } from "../workspace.ts";

export const lint: Command = {
  name: "lint",
  operands: "[PATHS or globs...]",
  summary: "check drafts against their sources",
  details: `Checks files, folders and globs; without any, the current folder. A folder of sources is passed over unless it is named itself.
Exit status: 0 nothing to mend (information aside), 1 findings, 2 wrong usage, broken configuration, or something that could not be read.`,
  options: {
    ...workspaceOptions,
    rule: {
      type: "string",
      multiple: true,
      value: "ID=SEVERITY",
      help: "severity of a rule (error, warning, information, off), over the configuration; may be repeated",
    },
    format: {
      type: "string",
      multiple: true,
      value: "FORMAT[=FILE]",
      help: `${formatNames.join(", ")} (default: text); may be repeated, all but one with a file`,
    },
    "max-warnings": { type: "string", value: "N", help: "up to N warnings are no failure (default: 0)" },
    fix: { type: "boolean", help: "apply the safe fixes (citations of a supporting source) of the findings that would be reported, and report what remains" },
    "fix-dry-run": { type: "boolean", help: "show what --fix would change, as a unified diff on standard output; fails if there is any" },
    since: { type: "string", value: "REF", help: "report only lines changed since a git revision, uncommitted changes and new files included" },
    baseline: { type: "string", value: "FILE", help: "leave out the findings that FILE lists: known by what they are about, not by their line" },
    "update-baseline": { type: "boolean", help: "write what is found now to the baseline" },
    cache: { type: "boolean", help: "check only drafts that changed, or whose sources or configuration did, since the last run" },
    "cache-location": { type: "string", value: "FILE", help: `where the cache is kept (default: ${cacheFileName})` },
    jobs: {
      type: "string",
      value: "N",
      help: "check with N threads, which each read the sources: with 200 drafts two take about two thirds of the time of one (default: 1)",
    },
    watch: { type: "boolean", help: "check again whenever a draft or a source changes, until interrupted" },
    stats: { type: "boolean", help: "say how many figures were compared with the sources, and list those that were not (text and json)" },
    stdin: { type: "boolean", help: "check the text on standard input" },
    "stdin-filename": { type: "string", value: "FILE", help: "what that text is called: its format and configuration follow from it" },
    "print-config": {
      type: "string",
      value: "FILE",
      help: "print the configuration that holds for FILE, each value with where it comes from, and check nothing",
    },
  },
  run: async (operands, values) => {
    const settings = settingsOf(values);
    const file = textOf(values, "print-config");
    if (file !== undefined) return printConfig(file, values);
    const { jobs } = settings;
    const threads = jobs > 1 ? openThreads(jobs, values) : undefined;
    try {
      if (!values.watch) return (await lintOnce(operands, values, settings, threads)).status;
      const known = { ...settings, cache: settings.cache ?? openCache() };
      return await rerunOnChange(
        () => lintOnce(operands, values, known, undefined),
        settings.outputs.flatMap(({ file: output }) => output ?? []),
      );
    } finally {
      await threads?.close();
    }
  },
};

interface Settings {
  readonly outputs: readonly Output[];
  readonly maxWarnings: number;
  readonly jobs: number;
  /** What becomes of safe fixes. */
  readonly fix: "none" | "write" | "show";
  readonly since: string | undefined;
  readonly baseline: string | undefined;
  readonly updates: boolean;
  readonly stats: boolean;
  readonly cache: CheckCache | undefined;
}

/** Whatever is wrong with the options is said before anything is read. */
function settingsOf(values: Values): Settings {
  const updates = values["update-baseline"] === true;
  const baseline = textOf(values, "baseline");
  const since = textOf(values, "since");
  const cacheFile = textOf(values, "cache-location");
  if (values.fix && values["fix-dry-run"]) throw new UsageError("--fix writes and --fix-dry-run does not: use one of them");
  if (updates && baseline === undefined) throw new UsageError("--update-baseline needs to know which: --baseline FILE");
  if (updates && values.watch) throw new UsageError("--update-baseline is done once: leave --watch out");
  if (updates && since !== undefined) throw new UsageError("--update-baseline takes whole drafts: leave --since out");
  if (cacheFile !== undefined && !values.cache) throw new UsageError("--cache-location goes with --cache");
  const outputs = outputsOf(textsOf(values, "format") ?? []);
  if (values.stats && !outputs.some(({ format }) => format === "text" || format === "json"))
    throw new UsageError("--stats goes with the formats text and json");
  return {
    outputs,
    maxWarnings: numberOf(values, "max-warnings", 0),
    jobs: Math.max(1, numberOf(values, "jobs", 1)),
    fix: values.fix ? "write" : values["fix-dry-run"] ? "show" : "none",
    since,
    baseline,
    updates,
    stats: values.stats === true,
    cache: values.cache ? openCache(cacheFile ?? cacheFileName) : undefined,
  };
}

function numberOf(values: Values, option: string, otherwise: number): number {
  const text = textOf(values, option) ?? String(otherwise);
  if (/^\d+$/.test(text)) return Number(text);
  throw new UsageError(`--${option} takes a whole number, not "${text}"`);
}

/** One run, from the files to the exit status; and where the files lie, for who waits for them to change. */
async function lintOnce(operands: readonly string[], values: Values, settings: Settings, threads: Threads | undefined) {
  const { outputs, maxWarnings, fix, cache } = settings;
  const bar = progress();
  const workspace = openWorkspace(values, bar.say);
  const { inputs, problems } = await inputsOf(operands, values, workspace);
  const check = checkWith(workspace, threads);
  const checked = await checkFiles(inputs, workspace, { check, cache, atOnce: threads?.count ?? 1, say: bar.say });
  const complete = !problems.length && !checked.problems.length && !workspace.problems().length;
  const found = await newAmong(checked.drafts, settings);
  const fixes = fix === "none" ? noFixes : await mendAll(found, checked.files, check, fix === "write");
  bar.done();
  const drafts = await afterFixes(checked.drafts, found, fixes.mended, settings, complete);
  const report = { ...reportOf(drafts, [...problems, ...workspace.problems(), ...checked.problems, ...fixes.problems], version()), stats: settings.stats };
  await writeReports(report, fix === "show" ? outputs.filter(({ file }) => file !== undefined) : outputs);
  if (fix === "show") process.stdout.write(fixes.mended.map(differenceOf).join(""));
  sayProblems(report.problems);
  await cache?.save();
  const status = statusOf(report, maxWarnings);
  const fails = fix === "show" && fixes.mended.length > 0;
  return {
    status: status || (fails ? 1 : 0),
    folders: values.watch
      ? await watchedFolders(
          operands,
          [...checked.files.keys()].map((uri) => fileURLToPath(uri)),
          workspace,
        )
      : [],
  };
}

const noFixes = { mended: [], problems: [] };

/** The drafts with what is new since the revision and the baseline, as far as they are asked for. A baseline that is to be written knows nothing yet. */
async function newAmong(all: readonly ReportedDraft[], { since, baseline, updates }: Settings): Promise<readonly ReportedDraft[]> {
  const drafts = since === undefined ? all : await sinceRevision(all, since);
  return baseline === undefined || updates ? drafts : markKnown(drafts, await readBaseline(baseline), baseline);
}

/** What is to be reported once the fixes are written, and the baseline with what is left then. */
async function afterFixes(
  all: readonly ReportedDraft[],
  found: readonly ReportedDraft[],
  mended: readonly Mended[],
  settings: Settings,
  complete: boolean,
): Promise<readonly ReportedDraft[]> {
  const { baseline, updates, fix } = settings;
  const now = new Map(mended.map(({ draft }) => [draft.uri, draft]));
  const drafts =
    fix === "write" && mended.length
      ? await newAmong(
          all.map((draft) => now.get(draft.uri) ?? draft),
          settings,
        )
      : found;
  if (baseline === undefined || !updates) return drafts;
  if (!complete) throw new UsageError(`not everything could be checked: ${baseline} is left as it was`);
  const before: Baseline = await readBaseline(baseline).catch(() => []);
  await writeBaseline(drafts, before, baseline);
  return markKnown(drafts, await readBaseline(baseline), baseline);
}

const textOnDisk = ({ text, bom }: TextFile): string => (bom ? `\ufeff${text}` : text);
const differenceOf = ({ before, file }: Mended): string => unifiedDiff(shownPath(file.uri), textOnDisk(before), textOnDisk(file));
