// What this server and its clients say to each other beyond the Language Server Protocol. The one file of the server that the client imports.
import { NotificationType, RequestType } from "vscode-jsonrpc";

/** What the status bar shows of a draft. Without counts: the document is no draft (any more). */
export type DraftStatus = { readonly uri: string } & (DraftCounts | { readonly figures?: undefined });

export interface DraftCounts {
  readonly figures: number;
  /** Figures that have a source in their sentence. */
  readonly sourced: number;
  /** Findings of what contradicts the sources or the draft itself: severity error. */
  readonly conflicts: number;
  /** Sources in the draft's corpus. */
  readonly sources: number;
}

/** Server to client, after each check of an open draft. */
export const StatusNotification = new NotificationType<DraftStatus>("copydesk/status");

export interface CheckAllResult {
  readonly drafts: number;
  readonly findings: number;
}

/** Client to server: checks all drafts of the workspace, open or not, and publishes their diagnostics. */
export const CheckAllRequest = new RequestType<Record<string, never>, CheckAllResult, void>("copydesk/checkAll");

export interface SourceSummary {
  readonly id: string;
  readonly title: string;
  readonly publisher?: string;
  /** ISO day. */
  readonly date?: string;
  readonly uri: string;
  readonly figures: number;
}

/** Client to server: the sources of all folders. */
export const SourcesRequest = new RequestType<Record<string, never>, readonly SourceSummary[], void>("copydesk/sources");

/** Server (in a browser) to client: what a URI names. */
export const FileKindRequest = new RequestType<{ readonly uri: string }, FileKind, void>("copydesk/fs/kind");
export type FileKind = "file" | "folder" | "missing";

/** Server (in a browser) to client: the URIs of all files below a folder, hidden ones and node_modules left out; empty where there is no such folder. */
export const ListFilesRequest = new RequestType<{ readonly uri: string }, readonly string[], void>("copydesk/fs/list");

/** Server (in a browser) to client: a file's bytes in base 64; null where there is no such file. */
export const ReadFileRequest = new RequestType<{ readonly uri: string }, string | null, void>("copydesk/fs/read");
