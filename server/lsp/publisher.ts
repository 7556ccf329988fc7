import type { Connection, TextDocuments } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { rules } from "../engine/rules/registry.ts";
import type { Abilities } from "./abilities.ts";
import type { Checkers, CheckResult } from "./checker.ts";
import type { CheckedDraft } from "./drafts.ts";
import { type DraftStatus, StatusNotification } from "./protocol.ts";
import { turn } from "./turns.ts";

/** Checks open drafts soon after they change, and tells the client: diagnostics where it does not ask for them itself, and the status. */
export interface Publisher {
  readonly schedule: (uri: string) => void;
  readonly close: (uri: string) => void;
}

/** The longest wait after a change, in milliseconds; a draft that is checked faster waits no longer than its check takes, */
const longestWait = 100;
/** and one that is checked in less than this, no longer than it takes to hear of the changes that came with this one. */
const atOnce = 40;

export function createPublisher(connection: Connection, documents: TextDocuments<TextDocument>, checkers: Checkers, abilities: Abilities): Publisher {
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const soon = new Set<string>();
  const waits = new Map<string, number>();
  const rounds = new Map<string, number>();
  const pushed = new Set<string>();
  const counted = new Set<string>();

  const publish = async (uri: string): Promise<void> => {
    timers.delete(uri);
    soon.delete(uri);
    const document = documents.get(uri);
    if (!document) return;
    const round = (rounds.get(uri) ?? 0) + 1;
    rounds.set(uri, round);
    // A newer version or newer sources are being checked meanwhile: a result would be stale.
    const isWanted = () => documents.get(uri) === document && rounds.get(uri) === round;
    for (const check of [checkers.soFar, checkers.whole]) {
      const result = await check(document, isWanted).catch(() => undefined);
      if (!result || !isWanted()) return;
      tell(document, result);
      if (!result.draft?.desk.corpus.isUnread) return;
    }
  };

  const tell = (document: TextDocument, { draft, diagnostics }: CheckResult): void => {
    const { uri } = document;
    if (draft) waits.set(uri, Math.min(longestWait, draft.milliseconds));
    if (!abilities.pullDiagnostics && (draft || diagnostics.length || pushed.has(uri))) {
      pushed.add(uri);
      void connection.sendDiagnostics({ uri, version: document.version, diagnostics: [...diagnostics] });
    }
    if (draft || counted.delete(uri)) void connection.sendNotification(StatusNotification.method, draft ? statusOf(draft) : { uri });
    if (draft) counted.add(uri);
  };

  return {
    schedule: (uri) => {
      // What waits already will check this change too: were it put off by each, who types without a pause would see nothing.
      if (soon.has(uri) || timers.has(uri)) return;
      const wait = waits.get(uri) ?? 0;
      if (wait < atOnce) {
        soon.add(uri);
        void turn().then(() => publish(uri));
      } else
        timers.set(
          uri,
          setTimeout(() => void publish(uri), wait),
        );
    },
    close: (uri) => {
      clearTimeout(timers.get(uri));
      for (const map of [timers, waits, rounds]) map.delete(uri);
      if (pushed.delete(uri)) void connection.sendDiagnostics({ uri, diagnostics: [] });
      if (counted.delete(uri)) void connection.sendNotification(StatusNotification.method, { uri });
    },
  };
}

const contradictions: ReadonlySet<string> = new Set(rules.flatMap(({ id, isContradiction }) => (isContradiction ? [id] : [])));

function statusOf({ document, check, findings, desk }: CheckedDraft): DraftStatus {
  const needing = check.desk.claims.filter(({ sourced }) => sourced !== "not-needed");
  return {
    uri: document.uri,
    figures: needing.length,
    sourced: needing.filter(({ sourced }) => sourced !== "no").length,
    conflicts: findings.filter(({ rule }) => contradictions.has(rule)).length,
    sources: desk.corpus.sources.length,
    ...(desk.corpus.isUnread && { reading: true as const }),
  };
}
