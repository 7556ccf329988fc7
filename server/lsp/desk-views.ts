import type { Connection, TextDocuments } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { citedBy } from "./cited-by.ts";
import { citing } from "./citing.ts";
import type { Converter } from "./convert.ts";
import type { Guard } from "./guard.ts";
import type { OpenFiles } from "./open-files.ts";
import {
  type CitedBy,
  CitedByRequest,
  CiteRequest,
  type Citing,
  type SourceFigure,
  SourceFiguresRequest,
  type SourceText,
  SourceTextRequest,
  type Story,
  StoryRequest,
} from "./protocol.ts";
import type { FileSystem } from "./runtime.ts";
import { sourceFigures } from "./source-figures.ts";
import { sourceTextOf } from "./source-location.ts";
import { storyOf } from "./story.ts";
import { keyOf } from "./uris.ts";
import type { Workspace } from "./workspace.ts";

/** Answers what an editor's views show beside the draft: who cites a source, what it states, the story over time. */
export function serveDeskViews(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  workspace: Workspace,
  { draftOf, sourceOf }: OpenFiles,
  files: FileSystem,
  guard: Guard,
  convert: Converter,
): void {
  const cites = citedBy(workspace, documents, files);
  connection.onRequest(CitedByRequest.method, guard<unknown, readonly CitedBy[]>(CitedByRequest.method, [], cites));
  connection.onRequest(
    SourceFiguresRequest.method,
    guard<{ readonly uri: string }, readonly SourceFigure[]>(SourceFiguresRequest.method, [], async ({ uri }) => {
      for (const desk of await workspace.desks()) {
        const source = desk.corpus.sources.find((one) => keyOf(one.uri) === keyOf(uri));
        if (source) return sourceFigures(source, desk, convert);
      }
      return [];
    }),
  );
  connection.onRequest(
    SourceTextRequest.method,
    guard<{ readonly uri: string }, SourceText | null>(SourceTextRequest.method, null, async ({ uri }) => {
      const source = await sourceOf(uri);
      return source ? sourceTextOf(source) : null;
    }),
  );
  connection.onRequest(
    CiteRequest.method,
    guard<Parameters<typeof citing>[1] & { readonly uri: string }, Citing | null>(CiteRequest.method, null, async (params) => {
      const draft = await draftOf(params.uri);
      return (draft && citing(draft, params, convert)) ?? null;
    }),
  );
  connection.onRequest(
    StoryRequest.method,
    guard<{ readonly uri: string }, Story | null>(StoryRequest.method, null, async ({ uri }) => {
      const draft = await draftOf(uri);
      return draft ? storyOf(draft, convert) : null;
    }),
  );
}
