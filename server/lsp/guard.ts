import { type CancellationToken, type Connection, ErrorCodes, LSPErrorCodes, ResponseError } from "vscode-languageserver";

/** Runs requests: what fails is logged and answered empty; what was cancelled is not begun, and its answer not given. */
export type Guard = <P, R>(
  name: string,
  empty: R,
  answer: (params: P, token?: CancellationToken) => Promise<R> | R,
) => (params: P, token?: CancellationToken) => Promise<R>;

export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The client has taken its question back. */
const cancelled = (): Error => new ResponseError(LSPErrorCodes.RequestCancelled, "cancelled");

/** The text has changed while the answer was worked out: it would be about a text that is no more. */
export const outdated = (): Error => new ResponseError(LSPErrorCodes.ContentModified, "the text has changed meanwhile");

/** The client has said good-bye. */
const leaving = (): Error => new ResponseError(ErrorCodes.InvalidRequest, "the server is shutting down");

/** Runs what nobody waits for: what fails, or what the client refuses, is logged and ends there. */
export const createBackground =
  (connection: Connection) =>
  (name: string, work: () => Promise<unknown>): Promise<void> =>
    work().then(
      () => {},
      (error: unknown) => connection.console.error(`${name} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`),
    );

export function createGuard(connection: Connection): Guard {
  let isLeaving = false;
  connection.onShutdown(() => {
    isLeaving = true;
  });
  return (name, empty, answer) => async (params, token) => {
    if (isLeaving) throw leaving();
    if (token?.isCancellationRequested) throw cancelled();
    try {
      const result = await answer(params, token);
      if (token?.isCancellationRequested) throw cancelled();
      return result;
    } catch (error) {
      if (token?.isCancellationRequested) throw cancelled();
      // An answer that the protocol knows, no failure.
      if (error instanceof ResponseError) throw error;
      connection.console.error(`${name} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      return empty;
    }
  };
}
