import { type LintReport, openFindings, shownPath } from "../checked.ts";
import type { ReportedDraft } from "../reported.ts";

const kinds = { error: "error", warning: "warning", information: "notice" } as const;

/** Workflow commands: GitHub Actions turns them into annotations of the changed lines. */
export const github = ({ drafts, problems }: LintReport): string =>
  [
    ...drafts.flatMap(annotations),
    ...problems.map(({ uri, line, message }) => `::error ${properties({ file: shownPath(uri), line, title: "Copydesk" })}::${data(message)}\n`),
  ].join("");

const annotations = (draft: ReportedDraft): readonly string[] =>
  openFindings(draft).map(({ from, to, rule, severity, message, evidence }) => {
    // GitHub accepts columns only where the region stays on one line.
    const columns = from.line === to.line ? { col: from.column, endColumn: to.column } : {};
    const where = properties({ file: shownPath(draft.uri), line: from.line, endLine: to.line, ...columns, title: rule });
    return `::${kinds[severity]} ${where}::${data([message, ...evidence.map(({ note }) => note)].join("\n"))}\n`;
  });

const data = (text: string): string => text.replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");

const properties = (values: Readonly<Record<string, string | number | undefined>>): string =>
  Object.entries(values)
    .flatMap(([name, value]) => (value === undefined ? [] : `${name}=${data(String(value)).replace(/:/g, "%3A").replace(/,/g, "%2C")}`))
    .join(",");
