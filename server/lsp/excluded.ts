import type { Connection } from "vscode-languageserver";
import { globMatcher } from "../archive/glob.ts";
import { ExcludeNotification } from "./protocol.ts";
import { pathBelow } from "./uris.ts";
import type { Workspace } from "./workspace.ts";

/** The workspace without the drafts that the client's editor hides. What is checked by name, or open, is checked all the same. */
export function withoutExcluded(workspace: Workspace, connection: Connection): Workspace {
  let matchers: readonly ((path: string) => boolean)[] = [];
  connection.onNotification(ExcludeNotification.method, ({ patterns }: { readonly patterns: readonly string[] }) => {
    matchers = patterns.map(globMatcher);
  });
  /** A pattern hides what it matches, and all that lies below. */
  const isHidden = (path: string): boolean => {
    const parts = path.split("/");
    return parts.some((_, index) => matchers.some((matches) => matches(parts.slice(0, index + 1).join("/"))));
  };
  return {
    ...workspace,
    drafts: async () => (await workspace.drafts()).filter((uri) => !workspace.folders().some((folder) => isHidden(pathBelow(folder, uri) ?? ""))),
  };
}
