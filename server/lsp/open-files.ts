import type { CancellationToken, TextDocuments } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Source } from "../engine/corpus/source.ts";
import type { CheckedDraft, Drafts } from "./drafts.ts";
import { outdated } from "./guard.ts";
import { keyOf } from "./uris.ts";
import type { Workspace } from "./workspace.ts";

/** The open draft, checked as it stands; undefined where the document is none. Fails when the text changes meanwhile. */
export type DraftOf = (uri: string, token?: CancellationToken) => Promise<CheckedDraft | undefined>;
/** The source of that file, in whatever corpus. */
export type SourceOf = (uri: string) => Promise<Source | undefined>;
/** The open document, if it is a draft or a source. */
export type FileOf = (uri: string) => Promise<TextDocument | undefined>;

export interface OpenFiles {
  readonly draftOf: DraftOf;
  /** The same; while its sources are being read, without them. For what the draft alone tells. */
  readonly draftSoFar: DraftOf;
  readonly sourceOf: SourceOf;
  readonly fileOf: FileOf;
}

/** What the open documents are to the desk. */
export function createOpenFiles(documents: TextDocuments<TextDocument>, drafts: Drafts, workspace: Workspace): OpenFiles {
  const draftWith =
    (check: Drafts["check"]): DraftOf =>
    async (uri, token) => {
      const document = documents.get(uri);
      const draft = document && (await check(document, () => documents.get(uri) === document && !token?.isCancellationRequested));
      if (documents.get(uri) !== document) throw outdated();
      return draft;
    };
  const draftSoFar = draftWith(drafts.checkSoFar);
  const sourceOf: SourceOf = async (uri) => {
    const wanted = keyOf(uri);
    for (const { corpus } of await workspace.desks()) {
      const found = corpus.sources.find((source) => keyOf(source.uri) === wanted);
      if (found) return found;
    }
    return undefined;
  };
  const fileOf: FileOf = async (uri) => {
    const document = documents.get(uri);
    return document && ((await workspace.isSource(uri)) || (await draftSoFar(uri))) ? document : undefined;
  };
  return { draftOf: draftWith(drafts.check), draftSoFar, sourceOf, fileOf };
}
