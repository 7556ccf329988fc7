// What this server and its clients say to each other beyond the Language Server Protocol. The one file of the server that the client imports.
import { NotificationType, NotificationType0, RequestType } from "vscode-jsonrpc";
import type { Position, Range, TextEdit } from "vscode-languageserver-protocol";

/** What the status bar shows of a draft. Without counts: the document is no draft (any more). */
export type DraftStatus = { readonly uri: string } & (DraftCounts | { readonly figures?: undefined });

export interface DraftCounts {
  readonly figures: number;
  /** Figures that have a source in their sentence. */
  readonly sourced: number;
  /** Findings of what contradicts the sources or the draft itself, of whatever severity. */
  readonly conflicts: number;
  /** Sources in the draft's corpus. */
  readonly sources: number;
  /** The sources are still being read: the counts that rest on them are not known yet. */
  readonly reading?: true;
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
  /** ISO day on which the writer read it. */
  readonly accessed?: string;
  readonly uri: string;
  /** What opens it: `uri`, or the URI of its text where its file is none. */
  readonly opens: string;
  readonly figures: number;
}

/** Client to server: the sources of all folders. */
export const SourcesRequest = new RequestType<Record<string, never>, readonly SourceSummary[], void>("copydesk/sources");

/**
 * URIs of the text of a source whose file is no text (a PDF, a page, one article of a feed): the path is a name for people, the query the source's own URI.
 * Ranges in it are true, those in the file would not be.
 */
export const sourceTextScheme = "copydesk-source";

/** Client to server: the text of a source, by its own URI; null where there is no such source (any more). */
export const SourceTextRequest = new RequestType<{ readonly uri: string }, SourceText | null, void>("copydesk/sourceText");
export interface SourceText {
  readonly text: string;
  /** The file that it was read from. */
  readonly file: string;
  /** Where the pages of the file begin: "page 3", on what line from 0. None where it has no pages. */
  readonly pages: readonly { readonly line: number; readonly label: string }[];
}

/** In a client that shows the text of sources: opens a URI, at a range if one is given. */
export const revealSourceCommand = "copydesk.revealSource";

/** Server (in a browser) to client: what a URI names. */
export const FileKindRequest = new RequestType<{ readonly uri: string }, FileKind, void>("copydesk/fs/kind");
export type FileKind = "file" | "folder" | "missing";

/** Server (in a browser) to client: the URIs of all files below a folder, hidden ones and node_modules left out; empty where there is no such folder. */
export const ListFilesRequest = new RequestType<{ readonly uri: string }, readonly string[], void>("copydesk/fs/list");

/** Server (in a browser) to client: a file's bytes in base 64; null where there is no such file. */
export const ReadFileRequest = new RequestType<{ readonly uri: string }, string | null, void>("copydesk/fs/read");

/** Server to client: the sources were read, for the first time or again. */
export const SourcesReadNotification = new NotificationType0("copydesk/sourcesRead");

/** A figure of a source, as the Sources view lists it. */
export interface SourceFigure {
  /** The figure with its hedge and noun. */
  readonly text: string;
  /** The sentence that states it. */
  readonly quote: string;
  readonly range: Range;
  /** What other sources say otherwise of the same: `003 (2031-05-15) has “45 people”`. */
  readonly conflicts: readonly string[];
}

/** Client to server: the figures of one source, in text order; none where the URI names no source. */
export const SourceFiguresRequest = new RequestType<{ readonly uri: string }, readonly SourceFigure[], void>("copydesk/sourceFigures");

/** Client to server: the drafts that cite each source, both as URIs. Sources that nobody cites are left out. */
export const CitedByRequest = new RequestType<Record<string, never>, readonly CitedBy[], void>("copydesk/citedBy");
export interface CitedBy {
  readonly source: string;
  readonly drafts: readonly string[];
}

/** Client to server: the edits that cite a source in the sentence at a position of an open draft, in the configured style; null where there is none. */
export const CiteRequest = new RequestType<{ readonly uri: string; readonly position: Position; readonly source: string }, Citing | null, void>(
  "copydesk/cite",
);
export interface Citing {
  /** The version of the draft that the edits belong to. */
  readonly version: number;
  readonly edits: readonly TextEdit[];
}

/** One statement of a figure: a point of the Story panel's chart. */
export interface StoryPoint {
  /** ISO day for which it holds. */
  readonly day: string;
  readonly value: number;
  /** Ends of its interval; absent where it is open to that side. */
  readonly low?: number;
  readonly high?: number;
  /** The figure with its hedge and noun. */
  readonly text: string;
  readonly quote: string;
  readonly uri: string;
  readonly range: Range;
}

/** What one publisher (or, without one, all sources) says over time, oldest first. */
export interface StoryLine {
  readonly name: string;
  readonly points: readonly (StoryPoint & { readonly source: string })[];
}

/** One count of the story: the toll of a group, the number of some things. */
export interface StorySubject {
  /** "killed, civilians", "aircraft carriers". */
  readonly name: string;
  readonly isToll: boolean;
  readonly lines: readonly StoryLine[];
  /** Where the draft states it. A day that is not known is the draft's own, or the newest point's. */
  readonly draft: readonly (StoryPoint & { readonly standing: Standing })[];
}
export type Standing = "supported" | "drifted" | "superseded" | "contradicted" | "miscited" | "open";

/** Client to server: the figures of a draft's story over time; null where the document is no open draft. */
export const StoryRequest = new RequestType<{ readonly uri: string }, Story | null, void>("copydesk/story");
export interface Story {
  readonly uri: string;
  readonly title: string;
  readonly sources: number;
  readonly subjects: readonly StorySubject[];
}

/** Client to server: globs of what the writer's editor hides (VS Code's `files.exclude`). Drafts there are no drafts of "check all"; sources stay sources. */
export const ExcludeNotification = new NotificationType<{ readonly patterns: readonly string[] }>("copydesk/exclude");

/** Client to server: what is found in a draft, open or on disk, as plain text for a language model; null where the document is no draft. */
export const DraftAnswerRequest = new RequestType<{ readonly uri: string }, string | null, void>("copydesk/draftAnswer");

/** Client to server: what the sources have on the figures of a statement, as plain text for a language model. The sources are those of the document at `uri`, else of the first folder. */
export const FigureAnswerRequest = new RequestType<FigureQuestion, string | null, void>("copydesk/figureAnswer");
export interface FigureQuestion {
  readonly statement: string;
  /** ISO day of which the statement speaks. */
  readonly day?: string;
  readonly uri?: string;
}

/** What a client may say of itself in `initializationOptions`. */
export interface ClientOptions {
  /** It tells the writer when a draft has no sources at all (status: `sources` is 0), and helps. */
  readonly offersSources?: boolean;
  /** It opens URIs of `sourceTextScheme`, with the text that `SourceTextRequest` gives, and runs `revealSourceCommand` from hovers. */
  readonly showsSourceText?: boolean;
}
