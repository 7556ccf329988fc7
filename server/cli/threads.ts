import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { readTextFile } from "../archive/text-file.ts";
import { type CheckedFile, checkFile, type FixMode } from "./check-file.ts";
import type { Values } from "./usage.ts";
import { openWorkspace } from "./workspace.ts";

/** Workers that check drafts, one at a time each. Each reads the sources for itself. */
export interface Threads {
  readonly count: number;
  readonly check: (path: string, fix: FixMode) => Promise<CheckedFile>;
  readonly close: () => Promise<void>;
}

interface Task {
  readonly path: string;
  readonly fix: FixMode;
}

export function openThreads(count: number, values: Values): Threads {
  const idle: Thread[] = [];
  const all: Thread[] = [];
  return {
    count,
    check: async (path, fix) => {
      const thread = idle.pop() ?? startThread(values);
      if (!all.includes(thread)) all.push(thread);
      const checked = await thread.ask({ path, fix });
      idle.push(thread);
      return checked;
    },
    close: async () => {
      await Promise.all(all.map(({ end }) => end()));
    },
  };
}

interface Thread {
  readonly ask: (task: Task) => Promise<CheckedFile>;
  readonly end: () => Promise<unknown>;
}

function startThread(values: Values): Thread {
  const worker = new Worker(__filename, { workerData: { copydesk: values } });
  let waiting: { readonly resolve: (checked: CheckedFile) => void; readonly reject: (error: Error) => void } | undefined;
  worker.on("message", (checked: CheckedFile) => waiting?.resolve(checked));
  worker.on("error", (error) => waiting?.reject(error));
  worker.on("exit", () => waiting?.reject(new Error("a checking thread ended")));
  return {
    ask: (task) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        worker.postMessage(task);
      }),
    end: () => worker.terminate(),
  };
}

/** Whether this thread was started to check drafts; then it does so until it is ended. */
export function servesThreads(): boolean {
  const values = isMainThread ? undefined : (workerData as { readonly copydesk?: Values } | undefined)?.copydesk;
  if (!values || !parentPort) return false;
  const port = parentPort;
  const workspace = openWorkspace(values);
  port.on("message", async ({ path, fix }: Task) => {
    const { file, problem } = await readTextFile(path);
    port.postMessage(file ? await checkFile(file, workspace, fix) : { problems: [problem], corpusProblems: [] });
  });
  return true;
}
