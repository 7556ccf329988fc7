import type { TextDocument } from "vscode-languageserver-textdocument";
import { type Check, checkDraft } from "../engine/check.ts";
import { createMemory, type DraftMemory } from "../engine/document/memory.ts";
import type { Finding } from "../engine/finding.ts";
import { outdated } from "./guard.ts";
import type { Desk, Workspace } from "./workspace.ts";

/** A draft that was checked: the text, the desk and what was found, all of one moment. */
export interface CheckedDraft {
  readonly document: TextDocument;
  readonly desk: Desk;
  readonly check: Check;
  /** The findings that no comment silences. */
  readonly findings: readonly Finding[];
  /** How long the check took. */
  readonly milliseconds: number;
}

export interface Drafts {
  /** Checks the document on all its sources, or answers from the check of the same text on the same desk. Undefined where it is no draft. */
  readonly check: CheckDraft;
  /** The same; while its sources are being read, without them (`desk.corpus.isUnread`). */
  readonly checkSoFar: CheckDraft;
  readonly forget: (uri: string) => void;
}

/** Fails as outdated where it is no longer wanted when the sources are there: it is then not begun. */
type CheckDraft = (document: TextDocument, isWanted?: () => boolean) => Promise<CheckedDraft | undefined>;

const languages: ReadonlySet<string> = new Set(["news", "markdown", "plaintext", "text"]);

export function createDrafts(workspace: Workspace, now: () => number): Drafts {
  const last = new Map<string, CheckedDraft>();
  const memories = new Map<string, DraftMemory>();
  const checkOn =
    (deskFor: Workspace["deskFor"]): CheckDraft =>
    async (document, isWanted = () => true) => {
      const { uri, languageId } = document;
      const isUntitled = uri.startsWith("untitled:");
      if (isUntitled ? languageId !== "news" : !languages.has(languageId)) return undefined;
      const text = document.getText();
      const desk = await deskFor(uri, text);
      if (!isWanted()) throw outdated();
      if (!desk) return undefined;
      const before = last.get(uri);
      if (before && before.desk.corpus === desk.corpus && before.desk.project === desk.project && before.document.getText() === text) {
        const same = before.document === document ? before : { ...before, document };
        last.set(uri, same);
        return same;
      }
      const start = now();
      const memory = memories.get(uri) ?? createMemory();
      memories.set(uri, memory);
      const check = checkDraft(uri, text, desk.corpus, desk.project.config, memory);
      const findings = check.findings.filter(({ suppressedBy }) => suppressedBy === undefined);
      const checked: CheckedDraft = { document, desk, check, findings, milliseconds: now() - start };
      last.set(uri, checked);
      return checked;
    };
  return {
    check: checkOn(workspace.deskFor),
    checkSoFar: checkOn(workspace.deskSoFar),
    forget: (uri) => {
      last.delete(uri);
      memories.delete(uri);
    },
  };
}
