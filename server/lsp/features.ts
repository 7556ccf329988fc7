import {
  type CancellationToken,
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Connection,
  type FoldingRange,
  type FoldingRangeParams,
  type Hover,
  type InlayHintParams,
  type Position,
  type SemanticTokens,
  type ServerCapabilities,
} from "vscode-languageserver";
import type { Abilities } from "./abilities.ts";
import { type ActionData, blankOf, citeAllKind, codeActions, editsOf, fixAllKind } from "./code-actions.ts";
import { codeLenses } from "./code-lens.ts";
import { completions } from "./completion.ts";
import type { Converter } from "./convert.ts";
import { definitions } from "./definition.ts";
import { documentLinks } from "./document-links.ts";
import type { CheckedDraft } from "./drafts.ts";
import { workspaceEdit } from "./edits.ts";
import { foldingRanges } from "./folding.ts";
import { type Guard, outdated } from "./guard.ts";
import { hoverAt } from "./hover.ts";
import { inlayHints } from "./inlay-hints.ts";
import type { DraftOf, OpenFiles } from "./open-files.ts";
import { semanticTokens, semanticTokensLegend } from "./semantic-tokens.ts";
import { documentSymbols } from "./symbols.ts";

/** What the server answers about one draft. */
export const featureCapabilities: ServerCapabilities = {
  hoverProvider: true,
  definitionProvider: true,
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind, citeAllKind], resolveProvider: true },
  completionProvider: { triggerCharacters: ["@"] },
  documentLinkProvider: {},
  documentSymbolProvider: { label: "Copydesk" },
  codeLensProvider: {},
  inlayHintProvider: true,
  foldingRangeProvider: true,
  semanticTokensProvider: { legend: semanticTokensLegend, full: true },
};

interface AboutDraft {
  readonly textDocument: { readonly uri: string };
}
type AtPosition = AboutDraft & { readonly position: Position };

/** Answers requests about drafts: each from the draft as it is when the answer leaves. What needs the sources waits for them. */
export function serveFeatures(
  connection: Connection,
  { draftOf, draftSoFar, fileOf }: OpenFiles,
  guard: Guard,
  convert: Converter,
  abilities: Abilities,
): void {
  const about =
    <P extends AboutDraft, T>(name: string, answer: (draft: CheckedDraft, params: P) => readonly T[], get: DraftOf = draftOf) =>
    (params: P, token: CancellationToken) =>
      guard<P, T[]>(`textDocument/${name}`, [], async (asked) => {
        const draft = await get(asked.textDocument.uri, token);
        return draft ? [...answer(draft, asked)] : [];
      })(params, token);
  const offsetIn = ({ document }: CheckedDraft, { position }: AtPosition): number => convert.offset(document, position);

  connection.onHover(
    guard<AtPosition, Hover | null>("textDocument/hover", null, async (params, token) => {
      const draft = await draftSoFar(params.textDocument.uri, token);
      return (draft && hoverAt(draft, offsetIn(draft, params), convert)) ?? null;
    }),
  );
  connection.onDefinition(about("definition", (draft, params: AtPosition) => definitions(draft, offsetIn(draft, params), convert)));
  connection.onCompletion(about("completion", (draft, params: AtPosition) => completions(draft, offsetIn(draft, params), convert)));
  connection.onDocumentLinks(about("documentLink", (draft) => documentLinks(draft, convert)));
  connection.onDocumentSymbol(about("documentSymbol", (draft) => documentSymbols(draft, convert), draftSoFar));
  connection.onCodeLens(about("codeLens", (draft) => codeLenses(draft, convert)));
  connection.languages.inlayHint.on(
    about("inlayHint", (draft, { range }: InlayHintParams) => {
      const within = { start: convert.offset(draft.document, range.start), end: convert.offset(draft.document, range.end) };
      return inlayHints(draft, within, convert);
    }),
  );
  connection.languages.semanticTokens.on(
    guard<AboutDraft, SemanticTokens>("textDocument/semanticTokens", { data: [] }, async ({ textDocument }, token) => {
      const draft = await draftSoFar(textDocument.uri, token);
      return draft ? semanticTokens(draft, convert) : { data: [] };
    }),
  );
  connection.onFoldingRanges(
    guard<FoldingRangeParams, FoldingRange[]>("textDocument/foldingRange", [], async ({ textDocument }) => {
      const document = await fileOf(textDocument.uri);
      return document ? [...foldingRanges(document)] : [];
    }),
  );
  connection.onCodeAction(about("codeAction", (draft, params: CodeActionParams) => codeActions(draft, params, convert, abilities)));
  connection.onCodeActionResolve((action, token) =>
    guard<CodeAction, CodeAction>("codeAction/resolve", action, async (asked) => {
      const data = asked.data as ActionData | undefined;
      const draft = data && (await draftOf(data.uri));
      if (!data || !draft || draft.document.version !== data.version) throw outdated();
      return { ...asked, edit: workspaceEdit(draft.document, editsOf(draft, data.deed), convert, abilities, blankOf(data.deed)) };
    })(action, token),
  );
}
