import { createHash } from "node:crypto";
import { type LintReport, openFindings, shownPath } from "../checked.ts";
import type { ReportedDraft } from "../reported.ts";
import { fingerprints } from "./fingerprint.ts";

const severities = { error: "critical", warning: "major", information: "info" } as const;

/** GitLab's code quality report. A file that could not be checked blocks. */
export function gitlab({ drafts, problems }: LintReport): string {
  const issues = [
    ...drafts.flatMap(issuesOf),
    ...problems.map(({ uri, message, line }) => ({
      type: "issue",
      description: message,
      check_name: "problem",
      fingerprint: createHash("sha256")
        .update(`${shownPath(uri)}\n${message}`)
        .digest("hex")
        .slice(0, 32),
      severity: "blocker",
      location: { path: shownPath(uri), lines: { begin: line ?? 1 } },
    })),
  ];
  return `${JSON.stringify(issues, null, 2)}\n`;
}

function issuesOf(draft: ReportedDraft) {
  const prints = new Map(fingerprints(draft).map((print, at) => [draft.findings[at], print]));
  return openFindings(draft).map((finding) => ({
    type: "issue",
    description: finding.message,
    check_name: finding.rule,
    fingerprint: prints.get(finding),
    severity: severities[finding.severity],
    location: { path: shownPath(draft.uri), lines: { begin: finding.from.line, end: finding.to.line } },
  }));
}
