import { execFile } from "node:child_process";
import { dirname, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { ReportedDraft } from "./reported.ts";
import { UsageError } from "./usage.ts";

/** Line ranges, 1-based, both ends included. */
type Ranges = readonly (readonly [first: number, last: number])[];

/** What changed in a working tree since a revision. A file that is tracked and not named has not changed. */
interface Changes {
  /** By path from the top of the tree. */
  readonly changed: ReadonlyMap<string, Ranges>;
  /** Files that git does not know: all their lines are new. */
  readonly untracked: ReadonlySet<string>;
}

/** Leaves of each draft the findings in lines that changed since a git revision: since the point where it and the current branch parted. */
export async function sinceRevision(drafts: readonly ReportedDraft[], revision: string): Promise<readonly ReportedDraft[]> {
  const trees = new Map<string, Promise<string>>();
  const changes = new Map<string, Promise<Changes>>();
  const once = <T>(known: Map<string, Promise<T>>, key: string, find: () => Promise<T>): Promise<T> => {
    const found = known.get(key) ?? find();
    known.set(key, found);
    return found;
  };
  const kept: ReportedDraft[] = [];
  for (const draft of drafts) {
    const path = fileURLToPath(draft.uri);
    const top = await once(trees, dirname(path), () => topOf(dirname(path)));
    const { changed, untracked } = await once(changes, top, () => changesIn(top, revision));
    const name = relative(top, path).replaceAll("\\", "/");
    const ranges = changed.get(name) ?? [];
    const isNew = untracked.has(name);
    kept.push({ ...draft, findings: draft.findings.filter(({ from, to }) => isNew || ranges.some(([first, last]) => from.line <= last && first <= to.line)) });
  }
  return kept;
}

async function topOf(folder: string): Promise<string> {
  const top = await git(folder, ["rev-parse", "--show-toplevel"]).catch(() => {
    throw new UsageError(`--since needs a git repository: ${relative(process.cwd(), folder) || "."} is in none`);
  });
  return top.trim();
}

async function changesIn(top: string, revision: string): Promise<Changes> {
  const commit = (await git(top, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`]).catch(() => "")).trim();
  if (!commit) throw new UsageError(`--since ${revision}: git knows no such revision`);
  // A shallow clone may not reach back to where the branches parted.
  const base = (await git(top, ["merge-base", commit, "HEAD"]).catch(() => "")).trim() || commit;
  const form = ["--unified=0", "--find-renames", "--no-color", "--no-ext-diff", "--no-textconv", "--src-prefix=a/", "--dst-prefix=b/"];
  const [diff, others] = await Promise.all([git(top, ["-c", "core.quotePath=false", "diff", ...form, base]), git(top, ["ls-files", "-z", "--others"])]);
  return { changed: changedLines(diff), untracked: new Set(others.split("\0").filter(Boolean)) };
}

/** The lines of the new side of a difference, by file. */
function changedLines(diff: string): ReadonlyMap<string, Ranges> {
  const files = new Map<string, [number, number][]>();
  let current: [number, number][] | undefined;
  let name = "";
  let inHeader = false;
  for (const line of diff.split("\n")) {
    if (line.startsWith("diff --git ")) {
      current = undefined;
      inHeader = true;
      // Twice the same name, unless a line below says what it is now.
      const both = line.slice("diff --git ".length);
      name = unquoted(both.slice((both.length + 1) / 2)).slice("b/".length);
    } else if (inHeader && line.startsWith("rename to ")) {
      name = unquoted(line.slice("rename to ".length));
    } else if (inHeader && line.startsWith("+++ ")) {
      const now = unquoted(line.slice(4).replace(/\t$/, ""));
      if (now.startsWith("b/")) {
        current = [];
        files.set(now.slice(2), current);
      }
    }
    // What git takes for no text, as it does UTF-16, it does not look into: all of it counts as changed.
    if (inHeader && line.startsWith("Binary files ")) files.set(name, [[1, Number.POSITIVE_INFINITY]]);
    const hunk = /^@@ -\S+ \+(\d+)(?:,(\d+))? @@/.exec(line);
    if (!hunk) continue;
    inHeader = false;
    const count = Number(hunk[2] ?? 1);
    if (count) current?.push([Number(hunk[1]), Number(hunk[1]) + count - 1]);
  }
  return files;
}

/** Git writes a name with a quote or a control character as in C. */
function unquoted(name: string): string {
  if (!name.startsWith('"')) return name;
  const letters: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", b: "\b", f: "\f", v: "\v", a: "\u0007" };
  const bytes = name
    .slice(1, -1)
    .replace(/\\([0-7]{3}|.)/g, (_, code: string) =>
      code.length === 3 ? `%${Number.parseInt(code, 8).toString(16).padStart(2, "0")}` : encodeURIComponent(letters[code] ?? code),
    );
  try {
    return decodeURIComponent(bytes);
  } catch {
    return bytes;
  }
}

const run = promisify(execFile);

async function git(folder: string, args: readonly string[]): Promise<string> {
  try {
    return (await run("git", ["-C", folder, ...args], { maxBuffer: 1 << 29 })).stdout;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") throw new UsageError("--since needs git, which is not installed");
    throw error;
  }
}
