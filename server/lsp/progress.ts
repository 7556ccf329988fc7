import type { Connection } from "vscode-languageserver";
import type { OnLoad } from "./workspace.ts";

const shortest = 100;

/** Tells the client how far the reading of sources is, at most every tenth of a second. */
export const loadProgress =
  (connection: Connection, now: () => number): OnLoad =>
  () => {
    // A client that will not show it does not keep the sources from being read.
    const creating = connection.window.createWorkDoneProgress().catch(() => undefined);
    void creating.then((progress) => progress?.begin("Copydesk: reading sources", 0));
    let last = now();
    return {
      report: (done, all) => {
        if (now() - last < shortest) return;
        last = now();
        void creating.then((progress) => progress?.report(Math.floor((100 * done) / all), `${done} of ${all}`));
      },
      done: () => void creating.then((progress) => progress?.done()),
    };
  };

export const silentProgress: OnLoad = () => ({ report: () => {}, done: () => {} });
