import type { Diagnostic } from "vscode-languageserver";
import { keyOf } from "./uris.ts";

/**
 * Names what a draft's diagnostics were when they were last asked for: the same diagnostics of the same text keep their name. Of another version of
 * an open draft never, though they may be equal: an edit moves or takes away what the editor has drawn, an undone edit does not bring it back.
 */
export interface ResultIds {
  /** The version is null for a draft that is not open. */
  readonly idOf: (uri: string, version: number | null, items: readonly Diagnostic[]) => string;
}

export function createResultIds(): ResultIds {
  const results = new Map<string, { readonly id: string; readonly json: string }>();
  let next = 0;
  return {
    idOf: (uri, version, items) => {
      const json = JSON.stringify([version, items]);
      const before = results.get(keyOf(uri));
      const result = before?.json === json ? before : { id: String(++next), json };
      results.set(keyOf(uri), result);
      return result.id;
    },
  };
}
