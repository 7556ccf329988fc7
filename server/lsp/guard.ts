import type { CancellationToken, Connection } from "vscode-languageserver";

/** Runs requests: what fails is logged and answered empty, what was cancelled is not begun. */
export type Guard = <P, R>(name: string, empty: R, answer: (params: P) => Promise<R> | R) => (params: P, token?: CancellationToken) => Promise<R>;

export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

export const createGuard =
  (connection: Connection): Guard =>
  (name, empty, answer) =>
  async (params, token) => {
    if (token?.isCancellationRequested) return empty;
    try {
      return await answer(params);
    } catch (error) {
      connection.console.error(`${name} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      return empty;
    }
  };
