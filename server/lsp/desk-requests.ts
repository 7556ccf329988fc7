import type { Connection, TextDocuments } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { type Document, proseOf } from "../engine/document/document.ts";
import type { Checker } from "./checker.ts";
import type { Converter } from "./convert.ts";
import type { Drafts } from "./drafts.ts";
import { languageOf } from "./every-draft.ts";
import type { Guard } from "./guard.ts";
import { CheckAllRequest, type CheckAllResult, type SourceSummary, SourcesRequest } from "./protocol.ts";
import type { FileSystem } from "./runtime.ts";
import { opensOf } from "./source-location.ts";
import { turn } from "./turns.ts";
import { keyOf } from "./uris.ts";
import type { Workspace } from "./workspace.ts";

/** The drafts that are not open but whose findings are shown. */
export interface ClosedDrafts {
  /** Checks them again (those of the URIs): sources or they themselves have changed. */
  readonly recheck: (uris?: readonly string[]) => Promise<void>;
  /** The document was opened: from now on its findings come another way. */
  readonly opened: (uri: string) => void;
}

/** Answers what a desk asks beyond one draft: all drafts checked, all sources listed. */
export function serveDeskRequests(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  workspace: Workspace,
  drafts: Drafts,
  check: Checker,
  files: FileSystem,
  guard: Guard,
  convert: Converter,
  /** Findings of drafts that are not open are published: to clients that do not ask for them. */
  publishes: boolean,
): ClosedDrafts {
  const shown = new Map<string, string>();

  const clear = (uri: string): void => {
    if (shown.delete(keyOf(uri))) void connection.sendDiagnostics({ uri, diagnostics: [] });
  };

  /** How many findings a draft on disk has; they are published. Undefined where it is none. */
  const checkClosed = async (uri: string): Promise<number | undefined> => {
    const file = await files.read(uri);
    const text = "text" in file ? file.text : undefined;
    if (text === undefined) clear(uri);
    if (text === undefined) return undefined;
    const { draft, diagnostics } = await check(TextDocument.create(uri, languageOf(uri), 0, text));
    drafts.forget(uri);
    // Opened while it was checked: then its findings come from the editor's text.
    if (publishes && !documents.get(uri)) {
      if (diagnostics.length || shown.has(keyOf(uri))) void connection.sendDiagnostics({ uri, diagnostics: [...diagnostics] });
      if (diagnostics.length) shown.set(keyOf(uri), uri);
      else shown.delete(keyOf(uri));
    }
    return draft || diagnostics.length ? diagnostics.length : undefined;
  };

  const checkOpen = async (document: TextDocument): Promise<number | undefined> => {
    const { draft, diagnostics } = await check(document);
    return draft || diagnostics.length ? diagnostics.length : undefined;
  };

  connection.onRequest(
    CheckAllRequest.method,
    guard<unknown, CheckAllResult>(CheckAllRequest.method, { drafts: 0, findings: 0 }, async () => {
      const open = new Map(documents.all().map((document) => [keyOf(document.uri), document]));
      const counts: number[] = [];
      const count = (findings: number | undefined) => findings !== undefined && counts.push(findings);
      for (const document of open.values()) count(await checkOpen(document));
      for (const uri of await workspace.drafts()) {
        if (!open.has(keyOf(uri))) count(await checkClosed(uri));
        await turn();
      }
      return { drafts: counts.length, findings: counts.reduce((sum, findings) => sum + findings, 0) };
    }),
  );

  connection.onRequest(
    SourcesRequest.method,
    guard<unknown, readonly SourceSummary[]>(SourcesRequest.method, [], async () => {
      const sources = (await workspace.desks()).flatMap(({ corpus }) => corpus.sources);
      return [...new Map(sources.map((source) => [source.uri, source])).values()].map((source) => {
        const { id, title, publisher, date, uri, claims, reading, provenance } = source;
        return {
          id,
          title: title ?? firstWords(reading.document) ?? id,
          ...(publisher && { publisher }),
          ...(date && { date }),
          ...(provenance?.accessed && { accessed: provenance.accessed }),
          uri,
          opens: opensOf(source, convert),
          figures: claims.length,
        };
      });
    }),
  );

  return {
    recheck: async (uris) => {
      const named = uris && new Set(uris.map(keyOf));
      for (const [key, uri] of [...shown]) {
        if (named && !named.has(key)) continue;
        await checkClosed(uri);
        await turn();
      }
    },
    opened: clear,
  };
}

/** What a source without a title is known by: how it begins. */
const firstWords = (document: Document): string | undefined => {
  const first = document.sentences[0];
  const text = first && proseOf(document, first);
  const shown = text && /^.{1,70}(?=\s|$)/.exec(text)?.[0];
  return shown && (shown === text ? text : `${shown}…`);
};
