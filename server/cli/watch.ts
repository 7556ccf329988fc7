import { type FSWatcher, watch } from "node:fs";
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
    let watchers: readonly FSWatcher[] = [];
    let timer: NodeJS.Timeout | undefined;
    let running = false;
    let again = false;
    let status = 0;
    const stop = (): void => {
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
      for (const signal of signals) process.off(signal, stop);
      resolve(status);
    };
    const look = async (): Promise<void> => {
      if (running) {
        again = true;
        return;
      }
      running = true;
      try {
        const result = await run();
        status = result.status;
        const before = watchers;
        watchers = result.folders.flatMap((folder) => watcherOf(folder, own, later));
        for (const watcher of before) watcher.close();
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

const signals = ["SIGINT", "SIGTERM"] as const;

/** A folder that is gone by now is not watched: its parent is. */
function watcherOf(folder: string, own: ReadonlySet<string>, changed: () => void): readonly FSWatcher[] {
  try {
    const watcher = watch(folder, (_event, name) => {
      if (!name || (!name.startsWith(".") && !own.has(join(folder, name)))) changed();
    });
    watcher.on("error", () => watcher.close());
    return [watcher];
  } catch {
    return [];
  }
}
