import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Connection,
  type DefinitionParams,
  type Hover,
  type HoverParams,
  type Location,
  type ServerCapabilities,
} from "vscode-languageserver";
import type { Abilities } from "./abilities.ts";
import { codeActions, fixAllKind } from "./code-actions.ts";
import type { Converter } from "./convert.ts";
import { definitions } from "./definition.ts";
import type { CheckedDraft } from "./drafts.ts";
import type { Guard } from "./guard.ts";
import { hoverAt } from "./hover.ts";

/** What the server answers about one draft. */
export const featureCapabilities: ServerCapabilities = {
  hoverProvider: true,
  definitionProvider: true,
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] },
};

/** Answers requests about drafts; `draftOf` is the open draft, checked as it stands now. */
export function serveFeatures(
  connection: Connection,
  draftOf: (uri: string) => Promise<CheckedDraft | undefined>,
  guard: Guard,
  convert: Converter,
  abilities: Abilities,
): void {
  connection.onHover(
    guard<HoverParams, Hover | null>("textDocument/hover", null, async ({ textDocument, position }) => {
      const draft = await draftOf(textDocument.uri);
      return (draft && hoverAt(draft, convert.offset(draft.document, position), convert)) ?? null;
    }),
  );
  connection.onDefinition(
    guard<DefinitionParams, Location[]>("textDocument/definition", [], async ({ textDocument, position }) => {
      const draft = await draftOf(textDocument.uri);
      return draft ? [...definitions(draft, convert.offset(draft.document, position), convert)] : [];
    }),
  );
  connection.onCodeAction(
    guard<CodeActionParams, CodeAction[]>("textDocument/codeAction", [], async (request) => {
      const draft = await draftOf(request.textDocument.uri);
      return draft ? [...codeActions(draft, request, convert, abilities)] : [];
    }),
  );
}
