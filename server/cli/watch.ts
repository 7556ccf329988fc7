import { type FSWatcher, readdirSync, statSync, watch } from "node:fs";
import { join, resolve as resolvePath } from "node:path";

/** How long a change is waited for to be followed by others: editors write a file in several steps. */
const settled = 80;

/** What one run came to, and where its files lie. */
interface Run {
  readonly status: number;
  readonly folders: readonly string[];
}

/** Runs, and again whenever a file in one of the folders that the run names has changed, until the process is told to stop. Files that the run itself writes are passed over. */
export function rerunOnChange(run: () => Promise<Run>, written: readonly string[]): Promise<number> {
  const own = new Set(written.map((file) => resolvePath(file)));
  return new Promise((resolve, reject) => {
    let watchers: ReadonlyMap<string, FSWatcher> = new Map();
    let timer: NodeJS.Timeout | undefined;
    let running = false;
    let again = false;
    let stopped = false;
    let status = 0;
    const stop = (): void => {
      stopped = true;
      clearTimeout(timer);
      for (const watcher of watchers.values()) watcher.close();
      // Whoever asks twice does not want to wait for the run that is on: then the system ends the process.
      for (const signal of signals) process.off(signal, stop);
      if (!running) resolve(status);
    };
    const look = async (): Promise<void> => {
      if (running) {
        again = true;
        return;
      }
      running = true;
      try {
        const started = Date.now();
        const result = await run();
        status = result.status;
        if (stopped) return resolve(status);
        const before = watchers;
        watchers = new Map(result.folders.flatMap((folder) => watcherOf(folder, own, later) ?? []));
        for (const watcher of before.values()) watcher.close();
        if (result.folders.some((folder) => !before.has(folder) && changedSince(folder, started, own))) again = true;
      } catch (error) {
        reject(error);
      }
      running = false;
      if (again) later();
      again = false;
    };
    const later = (): void => {
      clearTimeout(timer);
      timer = setTimeout(look, settled);
    };
    for (const signal of signals) process.on(signal, stop);
    void look();
  });
}

const isOwn = (folder: string, name: string, own: ReadonlySet<string>): boolean => name.startsWith(".") || own.has(join(folder, name));

/** Whether a file of the folder was written while nobody watched it yet. */
function changedSince(folder: string, time: number, own: ReadonlySet<string>): boolean {
  try {
    return readdirSync(folder).some((name) => !isOwn(folder, name, own) && statSync(join(folder, name)).mtimeMs >= time);
  } catch {
    return false;
  }
}

const signals = ["SIGINT", "SIGTERM"] as const;

/** A folder that is gone by now is not watched: its parent is. */
function watcherOf(folder: string, own: ReadonlySet<string>, changed: () => void): readonly [string, FSWatcher][] | undefined {
  try {
    const watcher = watch(folder, (_event, name) => {
      if (!name || !isOwn(folder, name, own)) changed();
    });
    watcher.on("error", () => watcher.close());
    return [[folder, watcher]];
  } catch {
    return undefined;
  }
}
