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
  const idle: Worker[] = [];
  let started = 0;
  const all: Worker[] = [];
  const start = (): Worker => {
    started++;
    const worker = new Worker(__filename, { workerData: { copydesk: values } });
    all.push(worker);
    return worker;
  };
  return {
    count,
    check: async (path, fix) => {
      const worker = idle.pop() ?? start();
      const checked = await ask(worker, { path, fix });
      idle.push(worker);
      return checked;
    },
    close: async () => {
      if (started) await Promise.all(all.map((worker) => worker.terminate()));
    },
  };
}

const ask = (worker: Worker, task: Task): Promise<CheckedFile> =>
  new Promise((resolve, reject) => {
    const settle = (then: () => void) => {
      worker.removeAllListeners();
      then();
    };
    worker.once("message", (checked: CheckedFile) => settle(() => resolve(checked)));
    worker.once("error", (error) => settle(() => reject(error)));
    worker.once("exit", () => settle(() => reject(new Error("a checking thread ended"))));
    worker.postMessage(task);
  });

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
