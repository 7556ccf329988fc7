import type { Connection, Location, Position, ServerCapabilities, SymbolInformation, WorkspaceEdit, WorkspaceSymbolParams } from "vscode-languageserver";
import type { Abilities } from "./abilities.ts";
import type { Converter } from "./convert.ts";
import type { Drafts } from "./drafts.ts";
import type { EveryDraft } from "./every-draft.ts";
import type { Guard } from "./guard.ts";
import type { OpenFiles } from "./open-files.ts";
import { draftReferences, sourceReferences } from "./references.ts";
import { assertRenamable, type PreparedRename, type Renamed, renamedAt, renameKey } from "./rename.ts";
import { documentOf } from "./source-location.ts";
import type { Workspace } from "./workspace.ts";
import { workspaceSymbols } from "./workspace-symbols.ts";

/** What the server answers about all drafts and sources together. */
export const workspaceCapabilities: ServerCapabilities = {
  referencesProvider: true,
  renameProvider: { prepareProvider: true },
  workspaceSymbolProvider: true,
};

interface AtPosition {
  readonly textDocument: { readonly uri: string };
  readonly position: Position;
}

/** Answers requests that reach beyond one draft. */
export function serveWorkspaceFeatures(
  connection: Connection,
  { draftOf, sourceOf }: OpenFiles,
  workspace: Workspace,
  drafts: Drafts,
  every: EveryDraft,
  guard: Guard,
  convert: Converter,
  abilities: Abilities,
): void {
  connection.onReferences(
    guard<AtPosition, Location[]>("textDocument/references", [], async ({ textDocument: { uri }, position }, token) => {
      const source = await sourceOf(uri);
      if (source) return [...(await sourceReferences(source, convert.offset(documentOf(source), position), drafts, every, convert, token))];
      const draft = await draftOf(uri);
      return draft ? [...draftReferences(draft, convert.offset(draft.document, position), convert)] : [];
    }),
  );

  /** The key under the cursor: of a citation in a draft, or of a source in its own metadata. */
  const renamed = async ({ textDocument: { uri }, position }: AtPosition): Promise<(Renamed & PreparedRename) | undefined> => {
    const source = await sourceOf(uri);
    const draft = source ? undefined : await draftOf(uri);
    const document = source ? documentOf(source) : draft?.document;
    if (!document) return undefined;
    const offset = convert.offset(document, position);
    const id = source?.reading.document.metadata.id?.span;
    const found = draft ? renamedAt(draft, offset) : source && id && id.start <= offset && offset <= id.end ? { source, span: id } : undefined;
    return found && { ...found, range: convert.range(document, found.span), placeholder: found.source.id };
  };
  connection.onPrepareRename(
    guard<AtPosition, PreparedRename | null>("textDocument/prepareRename", null, async (params) => {
      const found = await renamed(params);
      if (found) assertRenamable(found.source);
      return found ? { range: found.range, placeholder: found.placeholder } : null;
    }),
  );
  connection.onRenameRequest(
    guard<AtPosition & { readonly newName: string }, WorkspaceEdit | null>("textDocument/rename", null, async (params, token) => {
      const found = await renamed(params);
      return found ? renameKey(found.source, params.newName, drafts, every, convert, abilities, token) : null;
    }),
  );
  connection.onWorkspaceSymbol(
    guard<WorkspaceSymbolParams, SymbolInformation[]>("workspace/symbol", [], async ({ query }) => [
      ...workspaceSymbols(await workspace.desks(), query, convert),
    ]),
  );
}
