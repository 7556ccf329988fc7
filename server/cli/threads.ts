import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import type { TextFile } from "../archive/text-file.ts";
import { type CheckedFile, checkFile } from "./check-file.ts";
import type { Values } from "./usage.ts";
import { openWorkspace } from "./workspace.ts";

/** Workers that check drafts, one at a time each. Each reads the sources for itself. */
export interface Threads {
  readonly count: number;
  readonly check: (file: TextFile) => Promise<CheckedFile>;
  readonly close: () => Promise<void>;
}

export function openThreads(count: number, values: Values): Threads {
  const idle: Thread[] = [];
  const all: Thread[] = [];
  return {
    count,
    check: async (file) => {
      const thread = idle.pop() ?? startThread(values);
      if (!all.includes(thread)) all.push(thread);
      const checked = await thread.ask(file);
      idle.push(thread);
      return checked;
    },
    close: async () => {
      await Promise.all(all.map(({ end }) => end()));
    },
  };
}

interface Thread {
  readonly ask: (file: TextFile) => Promise<CheckedFile>;
  readonly end: () => Promise<unknown>;
}

function startThread(values: Values): Thread {
  const worker = new Worker(__filename, { workerData: { copydesk: values } });
  let waiting: { readonly resolve: (checked: CheckedFile) => void; readonly reject: (error: Error) => void } | undefined;
  worker.on("message", (checked: CheckedFile) => waiting?.resolve(checked));
  worker.on("error", (error) => waiting?.reject(error));
  worker.on("exit", () => waiting?.reject(new Error("a checking thread ended")));
  return {
    ask: (file) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        worker.postMessage(file);
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
  port.on("message", async (file: TextFile) => port.postMessage(await checkFile(file, workspace)));
  return true;
}
