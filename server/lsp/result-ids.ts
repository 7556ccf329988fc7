import type { Diagnostic } from "vscode-languageserver";
import { keyOf } from "./uris.ts";

/** Names what a draft's diagnostics were when they were last asked for: the same diagnostics keep their name. */
export interface ResultIds {
  readonly idOf: (uri: string, items: readonly Diagnostic[]) => string;
}

export function createResultIds(): ResultIds {
  const results = new Map<string, { readonly id: string; readonly json: string }>();
  let next = 0;
  return {
    idOf: (uri, items) => {
      const json = JSON.stringify(items);
      const before = results.get(keyOf(uri));
      const result = before?.json === json ? before : { id: String(++next), json };
      results.set(keyOf(uri), result);
      return result.id;
    },
  };
}
